/** A hotfix into a release branch, and the night after it: the example's own workflows, with the platform's address replaced. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { closedEvent, scheduleEvent, type Event } from '../demo/events.ts';
import {
  checkout,
  hotfixBranch,
  hotfixNumber,
  mergeHotfix,
  type MergedHotfix,
  type Repository,
} from '../demo/repository.ts';
import { artifactOf } from './stand-ins.ts';
import { openForge, type Forge } from './forge.ts';
import type { WorkflowRequest, WorkflowRun } from './workflow.ts';
import { assert, assertEqual } from './assert.ts';
import { edit } from './edit.ts';

export type RunExample = (
  checkout: string,
  name: string,
  event: Event,
  forge: NonNullable<WorkflowRequest['forge']>,
) => Promise<WorkflowRun>;

const minute = 60_000;
const release = 'release/v0.1';

export async function judgeHotfix(repository: Repository, run: RunExample): Promise<void> {
  const merged = mergeHotfix(repository, release);
  const forge = await openForge(repository, stateOf(merged));
  try {
    await judgeMerge(repository, merged, forge, run);
    await judgeNight(repository, merged, forge, run);
    await judgeNightAfter(repository, merged, forge, run);
  } finally {
    await forge.close();
  }
}

/** Pushed 21 minutes ago, approved by a maintainer who is not the author, merged a minute ago. */
function stateOf({ base, head, merge }: MergedHotfix) {
  const at = (minutes: number) => new Date(Date.now() - minutes * minute).toISOString();
  return {
    pulls: [
      {
        number: hotfixNumber,
        title: 'Answer wide images again',
        author: 'mira-sandoval',
        state: 'closed' as const,
        base: { ref: release, sha: base },
        head: { ref: hotfixBranch, sha: head },
        createdAt: at(20),
        closedAt: at(1),
        mergedAt: at(1),
        mergeCommit: merge,
      },
    ],
    activity: [
      {
        ref: `refs/heads/${hotfixBranch}`,
        type: 'branch_creation' as const,
        actor: 'mira-sandoval',
        at: at(21),
        before: '0'.repeat(40),
        after: head,
      },
    ],
    collaborators: { rita: 'maintain' as const },
    reviews: [{ number: hotfixNumber, user: 'rita', state: 'APPROVED' as const, sha: head, at: at(5) }],
  };
}

async function judgeMerge(
  repository: Repository,
  merged: MergedHotfix,
  { api, platform }: Forge,
  run: RunExample,
): Promise<void> {
  const folder = checkout(repository, 'hotfix', merged.merge, `refs/heads/${release}`);
  edit(folder, 'hotfix', 'https://ml.example/deploys', `${platform.url}/deploys`);
  const secrets = { GITHUB_TOKEN: api.token, DEPLOY_SECRET: 'known to both sides' };
  const ran = await run(folder, 'hotfix', closedEvent(merged), { apiUrl: api.url, secrets });
  assert(ran, 'hotfix: no job failed', ran.failed);
  assertEqual(ran, 'hotfix: output version', ran.outputs('version')['version'], 'v0.1.1');
  const tagged = repository.git(repository.hub, 'rev-parse', 'v0.1.1^{commit}');
  assertEqual(ran, 'hotfix: the tag v0.1.1', tagged, merged.merge);
  assertEqual(ran, 'hotfix: pipelines started', String(platform.started.length), '1');
  assertEqual(ran, 'hotfix: the pipeline', String(platform.started[0]?.['pipeline']), 'emergency-deploy');
  assertEqual(ran, 'hotfix: output job-id', ran.outputs('deploy')['job-id'], 'deploy-1');
  assertEqual(ran, 'hotfix: approved by', ran.outputs('deploy')['approved-by'], 'rita');
  assertEqual(ran, 'hotfix: follow-up issues', String(api.state.issues.length), '1');
  assertEqual(ran, 'hotfix: audit comments', String(api.state.comments.length), '1');
  assert(ran, 'hotfix: all requests are as GitHub describes them', api.violations);
}

/** With a command that evaluates: the hotfix is evaluated, and trunk. */
async function judgeNight(
  repository: Repository,
  merged: MergedHotfix,
  { api }: Forge,
  run: RunExample,
): Promise<void> {
  const folder = nightOf(repository, 'nightly');
  const evaluate = 'git show HEAD:evals/mmmu_val.jsonl >"$OUT"';
  edit(folder, 'nightly', 'sweep: false', `sweep: false\n      evaluate: '${evaluate}'`);
  const ran = await run(folder, 'nightly', scheduleEvent(), forgeOf(api));
  assert(ran, 'nightly: no job failed', ran.failed);
  assertEqual(ran, 'nightly: what hotfixes owe', ran.outputs('plan')['owed'], JSON.stringify([merged.merge]));
  const page = readFileSync(path.join(artifactOf(repository.root, 'model-board'), 'index.html'), 'utf8');
  assert(ran, 'nightly: the board tells of the hotfix', wanting(page, [`#${hotfixNumber}`, 'owed', 'rita']));
  assert(ran, 'nightly: all requests are as GitHub describes them', api.violations);
}

/** As the example has it, without a command: what the night before recorded is folded, and no evaluation is owed any more. Trunk still lacks the fix. */
async function judgeNightAfter(
  repository: Repository,
  merged: MergedHotfix,
  { api }: Forge,
  run: RunExample,
): Promise<void> {
  const folder = nightOf(repository, 'next-nightly');
  const ran = await run(folder, 'nightly', scheduleEvent(), forgeOf(api));
  assert(ran, 'next night: no job failed', ran.failed);
  assertEqual(ran, 'next night: what hotfixes owe', ran.outputs('plan')['owed'], '[]');
  assertEqual(ran, 'next night: the issue of the hotfix', String(api.state.issues[0]?.state), 'open');
  const waiting = repository.git(repository.hub, 'for-each-ref', 'refs/lineage/inbox');
  assert(ran, 'next night: no record waits to be folded', waiting.split('\n').filter(Boolean));
  const records = repository.git(repository.hub, 'grep', '-h', '', 'model-lineage', '--', 'records');
  const hotfix = ['deploy-1', '"hotfix_minutes"', '"evaluate_by"', '"approved_by":"rita"', merged.head];
  const evaluated = [`evaluated-${merged.merge}`, '"evaluation_minutes":"1"', 'nightly-'];
  assert(ran, 'next night: the ledger tells of the hotfix', wanting(records, hotfix));
  assert(ran, 'next night: the ledger tells of the evaluations', wanting(records, evaluated));
  assert(ran, 'next night: all requests are as GitHub describes them', api.violations);
}

function nightOf(repository: Repository, name: string): string {
  const main = repository.git(repository.clone, 'rev-parse', 'main');
  const folder = checkout(repository, name, main, 'refs/heads/main');
  // What stands in for actions/checkout takes the folder as it is, whatever depth a job asks for: one of them wants all of it.
  repository.git(folder, 'fetch', '--quiet', '--unshallow', 'origin');
  return folder;
}

function forgeOf(api: Forge['api']): NonNullable<WorkflowRequest['forge']> {
  return { apiUrl: api.url, secrets: { GITHUB_TOKEN: api.token } };
}

function wanting(text: string, words: readonly string[]): string[] {
  return words.filter((word) => !text.includes(word)).map((word) => `it does not say ${word}`);
}
