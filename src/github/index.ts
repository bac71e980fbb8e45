/** GitHub's API: the only importer of @actions/github. Load it through `import('#lib/github')` when the API is first needed. */
import { branches } from './git/branches.ts';
import { checks } from './checks.ts';
import { createClient, type ConnectOptions } from './client/client.ts';
import { comments } from './comments.ts';
import { commits } from './git/commits.ts';
import { delivery } from './delivery.ts';
import { dispatches, issues } from './dispatches.ts';
import { changeSet } from './git/trees.ts';
import { blame } from './git/blame.ts';
import { deployments } from './deployments.ts';
import { labels } from './labels.ts';
import { ledger } from './ledger/ledger.ts';
import { ledgerStates } from './ledger/states.ts';
import { manifests } from './git/manifests.ts';
import { objects } from './git/objects.ts';
import { people } from './people.ts';
import { pulls } from './pulls.ts';
import { refs } from './git/refs.ts';
import { runs } from './runs.ts';
import { suggestions } from './suggestions.ts';
import { tags } from './git/tags.ts';
import type { GitHub } from '../ports/github.ts';

export type { ConnectOptions } from './client/client.ts';
export { ApiFailure, isApiFailure } from './client/failure.ts';
export type { FailureReason } from './client/failure.ts';
export type * from '../ports/github.ts';
export type * from '../ports/github-pulls.ts';
export type * from '../ports/github-repository.ts';

/** GitHub's API for one repository; nothing is sent yet. Throws a UserError for a missing token or a malformed address or name. */
export function connect(options: ConnectOptions): GitHub {
  const client = createClient(options);
  return {
    branches: branches(client),
    checks: checks(client),
    comments: comments(client),
    commits: commits(client),
    delivery: delivery(client),
    dispatches: dispatches(client),
    issues: issues(client),
    manifests: manifests(client),
    deployments: deployments(client),
    changeSet: (base, head) => changeSet(client, base, head),
    labels: labels(client),
    lines: { blame: (request) => blame(client, request) },
    ledger: ledger(client),
    ledgerStates: ledgerStates(client),
    objects: objects(client),
    people: people(client),
    pulls: pulls(client),
    refs: refs(client),
    runs: runs(client),
    suggestions: suggestions(client),
    tags: tags(client),
    requestCount: () => client.requestCount(),
  };
}
