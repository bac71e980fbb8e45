/** A planted culprit that no night has evaluated: the dispatch hands merges out to runners side by side, goes on alone, answers on an issue, and records. */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { evaluationResults } from '../demo/evaluations.ts';
import { dispatchEvent } from '../demo/events.ts';
import { replace } from '../demo/overlays/edits.ts';
import { checkout, commitOverlay, type Repository } from '../demo/repository.ts';
import { assert, assertEqual } from './assert.ts';
import { openForge, type Forge } from './forge.ts';
import type { RunExample } from './hotfix.ts';
import { artifactOf } from './stand-ins.ts';
import type { WorkflowRun } from './workflow.ts';

/** Merges after the good one, and which of them makes 60 answers wrong. */
const merges = 7;
const culpritAt = 4;

export async function judgeLocating(repository: Repository, run: RunExample): Promise<void> {
  const shas = plant(repository);
  const forge = await openForge(repository, {});
  try {
    const culprit = shas[culpritAt] ?? '';
    const first = await located(repository, run, forge, shas, 'first-search', {});
    judge(first, culprit, forge);
    assertEqual(first, 'locate: the merge is new to the ledger', first.outputs('locate')['named'], 'false');
    const handedOut = [shas[0], shas.at(-1)].map((sha) =>
      artifactOf(repository.root, `model-gates-located-${sha}`),
    );
    assert(
      first,
      'locate: both ends were evaluated on runners of their own',
      handedOut.filter((folder) => !existsSync(folder)),
    );
    const { git, hub } = repository;
    const kept = git(hub, 'for-each-ref', '--format=%(refname)', 'refs/lineage/inbox')
      .split('\n')
      .filter(Boolean);
    const records = kept.map((ref) => git(hub, 'grep', '-h', '', ref)).join('\n');
    assert(first, 'locate: the ledger has the culprit, its start and its duration', [
      ...wanting(records, [
        `located-${culprit}`,
        'locate_started',
        'locate_seconds',
        'locate_metric',
        'locate_search_began',
      ]),
    ]);
    const again = await located(repository, run, forge, shas, 'search-again', { resume: '1' });
    judge(again, culprit, forge);
    assertEqual(again, 'locate again: evaluations that were run', searched(again), '0');
    assertEqual(again, 'locate again: the ledger names it', again.outputs('locate')['named'], 'true');
    assert(again, 'locate: all requests are as GitHub describes them', forge.api.violations);
  } finally {
    await forge.close();
  }
}

function judge(run: WorkflowRun, culprit: string, { api }: Forge): void {
  assertEqual(run, 'locate: output culprit', run.outputs('locate')['culprit'], culprit);
  assert(
    run,
    'locate: no job failed but the answer, which is a fall',
    run.failed.filter((job) => !/answer/.test(job)),
  );
  assertEqual(run, 'locate: issues', String(api.state.issues.length), '1');
  assertEqual(run, 'locate: comments', String(api.state.comments.length), '1');
  assert(
    run,
    'locate: the comment names it',
    wanting(api.state.comments[0]?.body ?? '', [culprit.slice(0, 8)]),
  );
}

function searched(run: WorkflowRun): string {
  return /locate_evaluations=(\d+)/.exec(run.outputs('locate')['search'] ?? '')?.[1] ?? 'not said';
}

/** An evaluation that reads the answers which each merge brings along: no model is here. Gives the SHAs, the good one first. */
function plant(repository: Repository): string[] {
  const { git, clone } = repository;
  git(clone, 'switch', '--quiet', 'main');
  const ids = evaluationResults().matchAll(/"id": "([^"]+)"/g);
  writeFileSync(path.join(clone, 'pool.txt'), `${Array.from(ids, ([, id]) => id).join('\n')}\n`);
  writeFileSync(
    path.join(clone, 'evaluate.sh'),
    'grep -F -f <(sed \'s/.*/"&"/\' "$1") evals/mmmu_val.jsonl >"$2"\n',
  );
  const settings = 'regression:\n  evaluate: bash evaluate.sh {ids} {out}\n  pool: pool.txt\n';
  const good = commitOverlay(repository, {
    message: 'Let each merge be evaluated',
    edits: [replace('.github/model-gates.yml', 'regression:\n', settings)],
  });
  const later = Array.from({ length: merges }, (_, at) => {
    writeFileSync(path.join(clone, 'step.txt'), `${at}\n`);
    if (at + 1 === culpritAt)
      writeFileSync(path.join(clone, 'evals/mmmu_val.jsonl'), evaluationResults({ truePositive: 60 }));
    git(clone, 'add', '--all');
    git(clone, 'commit', '--quiet', '--message', `Step ${at + 1} (#${at + 41})`);
    return git(clone, 'rev-parse', 'HEAD');
  });
  git(clone, 'push', '--quiet', 'origin', 'main');
  return [good, ...later];
}

async function located(
  repository: Repository,
  run: RunExample,
  { api }: Forge,
  shas: readonly string[],
  name: string,
  more: Readonly<Record<string, string>>,
): Promise<WorkflowRun> {
  const folder = checkout(repository, name, shas.at(-1) ?? '', 'refs/heads/main');
  // What stands in for actions/checkout takes the folder as it is.
  repository.git(folder, 'fetch', '--quiet', '--unshallow', 'origin');
  const inputs = { good: shas[0] ?? '', 'side-by-side': true, 'max-evaluations': 8, ...more };
  writeFileSync(path.join(folder, '.github/workflows/locate.yml'), callerOf(inputs));
  const secrets = { GITHUB_TOKEN: api.token };
  return run(folder, 'locate', dispatchEvent({}, 'rita'), { apiUrl: api.url, secrets });
}

/** YAML takes JSON. */
function callerOf(inputs: object): string {
  const permissions = {
    contents: 'write',
    'pull-requests': 'read',
    statuses: 'read',
    actions: 'read',
    issues: 'write',
  };
  const uses = 'model-gates/model-gates/.github/workflows/model-locate.yml@v1';
  return JSON.stringify({
    name: 'Locate',
    on: { workflow_dispatch: {} },
    permissions: {},
    jobs: { locate: { permissions, uses, with: inputs } },
  });
}

function wanting(text: string, words: readonly string[]): string[] {
  return words.filter((word) => !text.includes(word)).map((word) => `it does not say ${word}`);
}
