/** A hotfix into a release branch, and the night after it: the example's own workflows, with the platform's address replaced. */
import { readFileSync, writeFileSync } from 'node:fs';
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
  redirect(folder, 'https://ml.example/deploys', `${platform.url}/deploys`);
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

async function judgeNight(
  repository: Repository,
  merged: MergedHotfix,
  { api }: Forge,
  run: RunExample,
): Promise<void> {
  const main = repository.git(repository.clone, 'rev-parse', 'main');
  const folder = checkout(repository, 'nightly', main, 'refs/heads/main');
  const forge = { apiUrl: api.url, secrets: { GITHUB_TOKEN: api.token } };
  const ran = await run(folder, 'nightly', scheduleEvent(), forge);
  assert(ran, 'nightly: no job failed', ran.failed);
  assertEqual(ran, 'nightly: what hotfixes owe', ran.outputs('plan')['owed'], JSON.stringify([merged.merge]));
  const waiting = repository.git(repository.hub, 'for-each-ref', 'refs/lineage/inbox');
  assert(ran, 'nightly: no record waits to be folded', waiting.split('\n').filter(Boolean));
  const records = repository.git(repository.hub, 'grep', '-h', '', 'model-lineage', '--', 'records');
  const told = ['deploy-1', '"hotfix_minutes"', '"evaluate_by"', '"approved_by":"rita"', merged.head];
  assert(ran, 'nightly: the ledger tells of the hotfix', wanting(records, told));
  const page = readFileSync(path.join(artifactOf(repository.root, 'model-board'), 'index.html'), 'utf8');
  assert(ran, 'nightly: the board tells of the hotfix', wanting(page, [`#${hotfixNumber}`, 'owed', 'rita']));
  assert(ran, 'nightly: all requests are as GitHub describes them', api.violations);
}

function wanting(text: string, words: readonly string[]): string[] {
  return words.filter((word) => !text.includes(word)).map((word) => `it does not say ${word}`);
}

/** The platform of the example is nowhere; this machine stands for it. */
function redirect(folder: string, from: string, to: string): void {
  const file = path.join(folder, '.github/workflows/hotfix.yml');
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not name ${from}`);
  writeFileSync(file, text.replace(from, to));
}
