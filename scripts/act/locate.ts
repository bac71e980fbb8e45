/**
 * A planted culprit, from the night on which trunk fell: that night opens the issue with what the ledger knows; the dispatch that it offers hands merges
 * out to runners side by side, goes on alone, answers on the same issue, and records; the night after says the same, and its board shows it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { evaluationResults } from '../demo/evaluations.ts';
import { dispatchEvent, scheduleEvent } from '../demo/events.ts';
import { replace } from '../demo/overlays/edits.ts';
import { checkout, commitOverlay, type Repository } from '../demo/repository.ts';
import { assert, assertEqual } from './assert.ts';
import { openForge, type Forge } from './forge.ts';
import { edit } from './edit.ts';
import type { RunExample } from './hotfix.ts';
import { artifactOf } from './stand-ins.ts';
import type { WorkflowRun } from './workflow.ts';

/** Merges after the good one, and which of them makes 60 answers wrong. */
const merges = 7;
const culpritAt = 4;

export async function judgeLocating(repository: Repository, run: RunExample): Promise<void> {
  const good = plantGood(repository);
  const forge = await openForge(repository, {});
  const night = (name: string, sha: string) => nightOf(repository, run, forge, name, sha);
  try {
    judgeQuiet(await night('quiet-night', good), forge);
    const shas = [good, ...plantMerges(repository)];
    const culprit = shas[culpritAt] ?? '';
    const last = shas.at(-1) ?? '';
    const fell = await night('night-of-the-fall', last);
    judgeFall(fell, forge, culprit);
    const first = await located(repository, run, forge, shas, 'first-search', {});
    judge(first, culprit, forge, 'answer');
    judgeRunners(first, repository, JSON.parse(fell.outputs('locate')['next'] ?? '[]') as string[]);
    judgeRecord(first, repository, culprit);
    const again = await located(repository, run, forge, shas, 'search-again', { resume: '1' });
    judge(again, culprit, forge, 'answer');
    assertEqual(again, 'locate again: evaluations that were run', searched(again), '0');
    assertEqual(again, 'locate again: the ledger names it', again.outputs('locate')['named'], 'true');
    judgeNightAfter(await night('night-after', last), repository, forge, culprit);
    assert(again, 'locate: all requests are as GitHub describes them', forge.api.violations);
  } finally {
    await forge.close();
  }
}

function judgeQuiet(run: WorkflowRun, { api }: Forge): void {
  assert(run, 'quiet night: no job failed', run.failed);
  assertEqual(run, 'quiet night: issues', String(api.state.issues.length), '0');
}

/** Only the ends are in the ledger: which of the merges between it was is not known, and how to find out is offered. */
function judgeFall(run: WorkflowRun, { api }: Forge, culprit: string): void {
  assertEqual(run, 'night of the fall: what failed', failedJobs(run), 'locate, trunk');
  assertEqual(run, 'night of the fall: output culprit', run.outputs('locate')['culprit'] ?? '', '');
  assertEqual(run, 'night of the fall: issues', String(api.state.issues.length), '1');
  assert(run, 'night of the fall: the issue offers the dispatch, its comment names the merges', [
    ...wanting(api.state.issues[0]?.body ?? '', ['model-locate.yml']),
    ...wanting(api.state.comments[0]?.body ?? '', ['one of 7 merges', culprit.slice(0, 8)]),
  ]);
}

function judgeNightAfter(run: WorkflowRun, { root }: Repository, forge: Forge, culprit: string): void {
  judge(run, culprit, forge, 'locate, trunk');
  const board = readFileSync(path.join(artifactOf(root, 'model-board'), 'index.html'), 'utf8');
  const shown = ['Got worse at', `A search named ${culprit.slice(0, 8)}`, 'Time to locate'];
  assert(run, 'night after: the board shows the culprit and the time to it', wanting(board, shown));
}

function judgeRunners(run: WorkflowRun, { root }: Repository, next: readonly string[]): void {
  assertEqual(run, 'locate: the merge is new to the ledger', run.outputs('locate')['named'], 'false');
  assertEqual(run, 'locate: merges that are handed out', String(next.length), '3');
  const handedOut = next.map((sha) => artifactOf(root, `model-gates-located-${sha}`));
  assert(
    run,
    'locate: those that the night named were evaluated on runners of their own',
    handedOut.filter((folder) => !existsSync(folder)),
  );
}

function judgeRecord(run: WorkflowRun, { git, hub }: Repository, culprit: string): void {
  const kept = git(hub, 'for-each-ref', '--format=%(refname)', 'refs/lineage/inbox')
    .split('\n')
    .filter(Boolean);
  const records = kept.map((ref) => git(hub, 'grep', '-h', '', ref)).join('\n');
  assert(run, 'locate: the ledger has the culprit, its start and its duration', [
    ...wanting(records, [
      `located-${culprit}`,
      'locate_started',
      'locate_seconds',
      'locate_metric',
      'locate_search_began',
    ]),
  ]);
}

/** `failing`: the jobs that must fail, for it is a fall. */
function judge(run: WorkflowRun, culprit: string, { api }: Forge, failing: string): void {
  assertEqual(run, 'locate: output culprit', run.outputs('locate')['culprit'], culprit);
  assertEqual(run, 'locate: what failed', failedJobs(run), failing);
  assertEqual(run, 'locate: issues', String(api.state.issues.length), '1');
  assertEqual(run, 'locate: comments', String(api.state.comments.length), '1');
  assert(
    run,
    'locate: the comment names it',
    wanting(api.state.comments[0]?.body ?? '', [culprit.slice(0, 8)]),
  );
}

function failedJobs({ failed }: WorkflowRun): string {
  return failed
    .map((job) => /([\w-]+)\s*: failure$/.exec(job)?.[1] ?? job)
    .toSorted()
    .join(', ');
}

function searched(run: WorkflowRun): string {
  return /locate_evaluations=(\d+)/.exec(run.outputs('locate')['search'] ?? '')?.[1] ?? 'not said';
}

/** An evaluation that reads the answers which each merge brings along: no model is here. The good state is released. Gives its SHA. */
function plantGood(repository: Repository): string {
  const { git, clone } = repository;
  git(clone, 'switch', '--quiet', 'main');
  const ids = evaluationResults().matchAll(/"id": "([^"]+)"/g);
  writeFileSync(path.join(clone, 'pool.txt'), `${Array.from(ids, ([, id]) => id).join('\n')}\n`);
  writeFileSync(
    path.join(clone, 'evaluate.sh'),
    'grep -F -f <(sed \'s/.*/"&"/\' "$1") <(git show HEAD:evals/mmmu_val.jsonl) >"$2"\n',
  );
  const settings = 'regression:\n  evaluate: bash evaluate.sh {ids} {out}\n  pool: pool.txt\n';
  const good = commitOverlay(repository, {
    message: 'Let each merge be evaluated',
    edits: [replace('.github/model-gates.yml', 'regression:\n', settings)],
  });
  git(clone, 'tag', '--annotate', '--message', 'v0.1.0', 'v0.1.0');
  git(clone, 'push', '--quiet', 'origin', 'main', 'v0.1.0');
  return good;
}

/** Gives their SHAs, the oldest first. */
function plantMerges(repository: Repository): string[] {
  const { git, clone } = repository;
  const shas = Array.from({ length: merges }, (_, at) => {
    writeFileSync(path.join(clone, 'step.txt'), `${at}\n`);
    if (at + 1 === culpritAt)
      writeFileSync(path.join(clone, 'evals/mmmu_val.jsonl'), evaluationResults({ truePositive: 60 }));
    git(clone, 'add', '--all');
    git(clone, 'commit', '--quiet', '--message', `Step ${at + 1} (#${at + 41})`);
    return git(clone, 'rev-parse', 'HEAD');
  });
  git(clone, 'push', '--quiet', 'origin', 'main');
  return shas;
}

/** It evaluates trunk. The example's own nightly asks neither for `locate` nor for an issue. */
function nightOf(
  repository: Repository,
  run: RunExample,
  { api }: Forge,
  name: string,
  sha: string,
): Promise<WorkflowRun> {
  const folder = wholeCheckout(repository, name, sha);
  edit(folder, 'nightly', 'sweep: false', 'evaluate: git show HEAD:evals/mmmu_val.jsonl >"$OUT"');
  return run(folder, 'nightly', scheduleEvent(), { apiUrl: api.url, secrets: { GITHUB_TOKEN: api.token } });
}

async function located(
  repository: Repository,
  run: RunExample,
  { api }: Forge,
  shas: readonly string[],
  name: string,
  more: Readonly<Record<string, string>>,
): Promise<WorkflowRun> {
  const folder = wholeCheckout(repository, name, shas.at(-1) ?? '');
  const secrets = { GITHUB_TOKEN: api.token };
  return run(folder, 'locate', dispatchEvent(more, 'rita'), { apiUrl: api.url, secrets });
}

/** What stands in for actions/checkout takes the folder as it is. */
function wholeCheckout(repository: Repository, name: string, sha: string): string {
  const folder = checkout(repository, name, sha, 'refs/heads/main');
  repository.git(folder, 'fetch', '--quiet', '--unshallow', '--tags', 'origin');
  return folder;
}

function wanting(text: string, words: readonly string[]): string[] {
  return words.filter((word) => !text.includes(word)).map((word) => `it does not say ${word}`);
}
