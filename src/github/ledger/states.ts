import { compareText } from '../../kernel/compare.ts';
import { uniqueBy } from '../../kernel/group.ts';
import { UserError } from '../../kernel/user-error.ts';
import { ledgerBranch, ledgerHead } from '../../ports/ledger-refs.ts';
import type { LedgerStates, SeenState, Standing } from '../../ports/ledger-states.ts';
import { ApiFailure } from '../client/failure.ts';
import type { Client } from '../client/client.ts';
import { query } from '../client/graphql.ts';
import { isObject, objectOf, textOf, type JsonObject } from '../client/shape.ts';
import { refs } from '../git/refs.ts';

/** A context for each state: a later status of the same context can hide none that says something else. */
const prefix = 'model-gates/lineage@';

/**
 * Commit statuses can be added, and neither changed nor deleted: who may write one can contradict what was seen, and not take it back.
 * Those of trunk are read, which only a merge or a push to it makes longer.
 */
export function ledgerStates(client: Client): LedgerStates {
  return {
    seen: (root) => seenStates(client, root),
    current: () => currentState(client),
    standing: (state, root) => standingOf(client, state, root),
    note: async ({ state, on, url }) => {
      await client.call('write status', () =>
        client.rest.repos.createCommitStatus({
          ...client.repo,
          sha: on,
          state: 'success',
          context: `${prefix}${state}`,
          description: `The ledger was seen at ${state.slice(0, 12)}`,
          ...(url === undefined ? {} : { target_url: url }),
        }),
      );
    },
  };
}

async function currentState(client: Client): Promise<string | undefined> {
  const { get } = refs(client);
  return ((await get(ledgerHead)) ?? (await get(ledgerBranch)))?.sha;
}

const seenQuery = `query ($owner: String!, $name: String!, $root: String!, $from: String!) {
  repository(owner: $owner, name: $name) {
    ledger: object(expression: $root) { ... on Commit { history(first: 100) { nodes { oid } } } }
    trunk: object(expression: $from) {
      ... on Commit {
        history(first: 100) {
          nodes {
            oid
            parents(first: 1) { nodes { oid } }
            status { contexts { context createdAt targetUrl creator { login } } }
          }
        }
      }
    }
  }
}`;

/** Merges that are looked at, at least; a request sees 100 commits, and what one merge brought may be more. */
const fewestMerges = 20;
const mostRequests = 4;

async function seenStates(client: Client, root: string | undefined) {
  const found: SeenState[] = [];
  const history = new Set(root === undefined ? [] : [root]);
  let from: string | undefined = 'HEAD';
  for (let requests = 0, merges = 0; from !== undefined && requests < mostRequests; requests += 1) {
    const page: Page = await pageFrom(client, root ?? 'HEAD', from);
    if (root !== undefined) for (const oid of page.ledger) history.add(oid);
    found.push(...page.trunk.flatMap(statesOn));
    const way = firstParents(page.trunk);
    merges += way.length;
    const next: string | undefined = way.at(-1)?.parent;
    from = merges < fewestMerges ? next : undefined;
  }
  const byTime = found.toSorted((a, b) => compareText(a.at, b.at));
  const latest = uniqueBy(byTime, ({ state }) => state);
  return { states: latest.toSorted((a, b) => compareText(b.at, a.at)), history };
}

interface TrunkCommit {
  readonly oid: string;
  readonly parent: string | undefined;
  readonly contexts: readonly JsonObject[];
}

interface Page {
  readonly ledger: readonly string[];
  readonly trunk: readonly TrunkCommit[];
}

async function pageFrom(client: Client, root: string, from: string): Promise<Page> {
  const result = await query(client, 'read statuses', seenQuery, { root, from });
  if ('refused' in result)
    throw new UserError(`GitHub did not tell which states of the ledger were seen: ${result.refused}`, {
      help: 'Give the token `statuses: read`.',
    });
  const repository = objectOf(result.data['repository']);
  return {
    ledger: nodesOf(objectOf(repository?.['ledger'])?.['history']).map(oidOf),
    trunk: nodesOf(objectOf(repository?.['trunk'])?.['history']).map((node) => ({
      oid: oidOf(node),
      parent: nodesOf(node['parents']).map(oidOf)[0],
      contexts: listOf(objectOf(node['status'])?.['contexts']),
    })),
  };
}

function nodesOf(connection: unknown): JsonObject[] {
  return listOf(objectOf(connection)?.['nodes']);
}

function listOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function oidOf(node: JsonObject): string {
  return textOf(node['oid']) ?? '';
}

function statesOn({ oid, contexts }: TrunkCommit): SeenState[] {
  return contexts.flatMap((one) => {
    const context = textOf(one['context']) ?? '';
    const state = context.startsWith(prefix) ? context.slice(prefix.length) : '';
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(state)) return [];
    const url = textOf(one['targetUrl']);
    return [
      {
        state,
        on: oid,
        by: textOf(objectOf(one['creator'])?.['login']) ?? 'unknown',
        at: textOf(one['createdAt']) ?? '',
        ...(url === undefined ? {} : { url }),
      },
    ];
  });
}

/** Those of the page along first parents: what trunk itself was, each time. */
function firstParents(commits: readonly TrunkCommit[]): TrunkCommit[] {
  const byOid = new Map(commits.map((one) => [one.oid, one]));
  const way: TrunkCommit[] = [];
  for (let at = commits[0]; at !== undefined && way.length < commits.length;) {
    way.push(at);
    at = at.parent === undefined ? undefined : byOid.get(at.parent);
  }
  return way;
}

/** Files that one comparison tells. */
const mostFiles = 300;

async function standingOf({ call, rest, repo }: Client, state: string, root: string): Promise<Standing> {
  const basehead = `${state}...${root}`;
  const send = () => rest.repos.compareCommitsWithBasehead({ ...repo, basehead, per_page: 1 });
  const data = await call('compare commits', send).catch((error: unknown) => {
    // Nothing in common, or no longer there.
    if (error instanceof ApiFailure && error.status === 404) return undefined;
    throw error;
  });
  const kept = data?.status === 'ahead' || data?.status === 'identical';
  const files = (kept ? data.files : undefined) ?? [];
  const lost = files.filter(({ status }) => status !== 'added' && status !== 'copied');
  return {
    kept,
    lost: lost.map(({ filename, previous_filename }) => previous_filename ?? filename),
    cut: files.length >= mostFiles,
  };
}
