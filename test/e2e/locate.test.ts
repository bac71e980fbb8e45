import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { FigureFacts } from '../../src/board/index.ts';
import type { LocateFacts } from '../../src/locate/index.ts';
import type { Report } from '../../src/report/model.ts';
import { pushEvent } from '../support/events.ts';
import { startGitHubApi } from '../support/github-api/index.ts';
import { createRepository, hermeticEnvironment, type TestRepository } from '../support/repository.ts';
import { runAction } from '../support/runner.ts';
import { shallowCheckout } from '../support/scene.ts';
import { jsonl, rows } from '../unit/regression/rows.ts';

const cli = path.resolve(import.meta.dirname, '../../dist/cli/index.js');

function locate(cwd: string, ...args: string[]): { code: number | null; report: Report<LocateFacts> } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'locate', ...args, '--json'], {
    cwd,
    encoding: 'utf8',
    env: hermeticEnvironment({ NO_COLOR: '1' }),
  });
  expect(stderr.replaceAll(/^locate: evaluation .*\n/gm, '')).toBe('');
  return { code: status, report: JSON.parse(stdout) as Report<LocateFacts> };
}

/** Merges that lose so many of 300 samples each. */
const onceLost = [2, 2, 2, 2, 40, 40, 40, 40];

function trunk(losses: readonly number[] = onceLost): { work: TestRepository; merges: readonly string[] } {
  const work = createRepository();
  const merges = losses.map((_, at) =>
    work.commit(
      {
        '.github/model-gates.yml': 'regression:\n  candidate: ["evals/*.jsonl"]\n  metrics: [accuracy]\n',
        'configs/train.yaml': at === 4 ? 'lr: 0.1\n' : 'lr: 0.01\n',
        'train.py': `step = ${at}\n`,
      },
      `Merge ${at} (#${at + 10})`,
    ),
  );
  return { work, merges };
}

test('the culprit is named from files that its SHA names, in a plain repository', () => {
  const { work, merges } = trunk();
  work.write(
    Object.fromEntries(
      onceLost.map((lost, at) => [`results/${merges[at]?.slice(0, 8 + at)}.jsonl`, jsonl(rows({ lost }))]),
    ),
  );
  const { code, report } = locate(work.root, '--metric', 'accuracy', '--results', 'results/{sha}.jsonl');
  expect(code).toBe(1);
  expect(report.facts).toMatchObject({ verdict: 'located', set: [merges[4]], evaluations: 0, next: [] });
  expect(report.facts.merges[0]).toMatchObject({ sha: merges[4], pr: 14 });
  const weights = report.sections?.find(({ title }) => title.startsWith('What was likelier'));
  expect(JSON.stringify(weights)).toContain('a model config changed');
  const flat = locate(work.root, '--metric', 'accuracy', '--results', 'results/{sha}.jsonl', '--flat').report;
  expect(JSON.stringify(flat.sections)).not.toContain('a model config changed');
});

test('of two culprits both are named', () => {
  const losses = [2, 2, 2, 40, 40, 40, 78, 78, 78];
  const { work, merges } = trunk(losses);
  work.write(
    Object.fromEntries(losses.map((lost, at) => [`results/${merges[at]}.jsonl`, jsonl(rows({ lost }))])),
  );
  const { code, report } = locate(work.root, '--metric', 'accuracy', '--results', 'results/{sha}.jsonl');
  expect(code).toBe(1);
  const named = [merges[3], merges[6]].map((sha) => sha?.slice(0, 8) ?? '');
  for (const sha of named) expect(report.title).toContain(sha);
  expect(report.findings.map(({ rule }) => rule)).toContain('locate/fell-again');
  expect(report.facts.changes?.map(({ sha }) => sha.slice(0, 8))).toEqual(named);
});

test('the culprit is named from what the ledger keeps of each merge', async () => {
  const { work, merges } = trunk();
  const origin = work.publish();
  const api = await startGitHubApi({ gitDir: origin.root, state: { repository: 'acme/qwen3-vl' } });
  onTestFinished(() => api.close());
  const evaluated = async (at: number): Promise<void> => {
    const sha = merges[at] ?? '';
    const checkout = shallowCheckout(origin, sha);
    checkout.write({ 'evals/test.jsonl': jsonl(rows({ lost: onceLost[at] ?? 0 })) });
    const { exitCode } = await runAction({
      action: 'record-lineage',
      inputs: { from: `commit ${sha}`, to: `evaluation merge-${sha}`, results: 'policy' },
      workspace: checkout.root,
      token: api.token,
      apiUrl: api.url,
      event: pushEvent({ ref: 'refs/heads/main', before: merges[0] ?? '', after: sha }),
    });
    expect(exitCode).toBe(0);
  };
  // Every second merge: what lies between shares the evidence.
  for (const at of [0, 2, 4, 6, 7]) await evaluated(at);
  const sha = merges[4] ?? '';
  const lifted = {
    gate: 'regression-gate',
    verdict: 'exempt',
    exempted_by: 'ada',
    exempted_at: '2026-01-02T03:04:05Z',
  };
  const inputs = [{ kind: 'commit', id: sha }];
  work.write({
    'verdict.json': JSON.stringify({
      inputs,
      outputs: [{ kind: 'verdict', id: `merge-${sha}` }],
      verdicts: [lifted],
    }),
  });
  const wrote = spawnSync(process.execPath, [cli, 'record', 'verdict.json'], {
    cwd: work.root,
    env: hermeticEnvironment({}),
  });
  expect(wrote.status).toBe(0);
  const { code, report } = locate(work.root, '--metric', 'accuracy', '--ledger', 'only', '--flat');
  expect(JSON.stringify(report.sections)).toContain('regression-gate said exempt, lifted by ada');
  expect(code).toBe(1);
  expect(report.facts).toMatchObject({ verdict: 'set', next: [merges[3]], recorded: 5 });
  expect(new Set(report.facts.set)).toEqual(new Set([merges[3], merges[4]]));

  const asked = (issue: string) =>
    runAction({
      action: 'locate-regression',
      inputs: { flat: 'true', issue },
      workspace: work.root,
      token: api.token,
      apiUrl: api.url,
      event: pushEvent({ ref: 'refs/heads/main', before: merges[0] ?? '', after: merges[7] ?? '' }),
    });
  const author = { login: 'ada', id: 1, type: 'User' as const };
  const labels = ['model-regression'];
  api.state.issues.push({ number: 7, title: 'Falls', body: '', labels, state: 'open', author });
  const action = await asked('7');
  expect(action.outputs).toMatchObject({ verdict: 'fail', found: 'set', culprit: '', named: 'false' });
  expect(action.outputs['search']?.split('\n')).toEqual(
    expect.arrayContaining(['locate_metric=accuracy', `locate_good=${merges[0]}`, 'locate_evaluations=0']),
  );
  expect(action.outputs['search']).toMatch(/^locate_posterior=([0-9a-f]{12}:[01]\.\d{4} ?)+$/m);
  expect(JSON.parse(action.outputs['next'] ?? '')).toEqual([merges[3]]);
  expect(action.exitCode).toBe(1);
  const commentsOn = (number: number) =>
    api.state.comments.filter((one) => one.number === number).map(({ body }) => body);
  expect(commentsOn(7)).toEqual([expect.stringContaining('model-gates:locate')]);

  // One that a person opened is not taken for it, and the second night opens none.
  for (const night of [1, 2]) expect([night, (await asked('auto')).exitCode]).toEqual([night, 1]);
  const opened = api.state.issues.filter(({ number }) => number !== 7);
  expect(opened).toMatchObject([{ title: 'accuracy fell on trunk: which merge did it?', labels }]);
  expect(commentsOn(opened[0]?.number ?? 0)).toHaveLength(1);

  // What was missing is evaluated, the culprit is named and recorded as the nightly workflow does it, and the figures count it.
  await evaluated(3);
  const named = await asked('7');
  expect(named.outputs).toMatchObject({ found: 'located', culprit: sha, named: 'false', next: '[]' });
  const recorded = await runAction({
    action: 'record-lineage',
    inputs: {
      from: `commit ${sha}`,
      to: `verdict located-${sha}`,
      reports: named.outputs['report'] ?? '',
      parameters: named.outputs['search'] ?? '',
    },
    workspace: work.root,
    token: api.token,
    apiUrl: api.url,
    event: pushEvent({ ref: 'refs/heads/main', before: merges[0] ?? '', after: merges[7] ?? '' }),
  });
  expect(recorded.exitCode).toBe(0);
  const figures = spawnSync(process.execPath, [cli, 'figures', '--json'], {
    cwd: work.root,
    encoding: 'utf8',
    env: hermeticEnvironment({}),
  });
  const { facts } = JSON.parse(figures.stdout) as Report<FigureFacts>;
  expect(facts.figures.find(({ name }) => name === 'time-to-locate')).toMatchObject({
    count: 1,
    unknown: null,
  });
  expect((await asked('7')).outputs).toMatchObject({ culprit: sha, named: 'true' });

  // The nightly run compacts the ledger and notes where it stands; then somebody puts another history in its place.
  const compacted = await runAction({
    action: 'record-lineage',
    inputs: { compact: 'true', 'note-state': 'true' },
    workspace: work.root,
    token: api.token,
    apiUrl: api.url,
    event: pushEvent({ ref: 'refs/heads/main', before: merges[0] ?? '', after: merges[7] ?? '' }),
  });
  expect(compacted.exitCode).toBe(0);
  const empty = work.git('mktree').trim();
  const other = work.git('commit-tree', '-m', 'Start anew', empty).trim();
  const rewrite = (ref: string) => work.git('push', '--quiet', '--force', 'origin', `${other}:${ref}`);
  const fromLedger = ['--metric', 'accuracy', '--ledger', 'only', '--flat'];

  rewrite('refs/heads/model-lineage');
  const branch = locate(work.root, ...fromLedger).report;
  expect(branch).toMatchObject({ facts: { verdict: 'located', set: [sha] } });
  expect(branch.findings.find(({ rule }) => rule === 'lineage/branch-rewritten')?.message).toContain(
    `model-lineage is at ${other.slice(0, 8)}`,
  );

  rewrite('refs/lineage/head');
  const all = locate(work.root, ...fromLedger);
  expect(all).toMatchObject({ code: 3, report: { facts: { verdict: 'cannot-tell', set: [] } } });
  expect(all.report.findings[0]).toMatchObject({
    rule: 'locate/no-results',
    help: expect.stringContaining('from now on') as string,
  });
  // Only what runs of trunk noted shows that there was another one.
  const noticed = await asked('7');
  expect(noticed).toMatchObject({ exitCode: 1, outputs: { verdict: 'inconclusive', found: 'cannot-tell' } });
  const seen = JSON.parse(readFileSync(noticed.outputs['report'] ?? '', 'utf8')) as Report<LocateFacts>;
  const lost = seen.findings.find(({ rule }) => rule === 'lineage/history-lost');
  expect(lost?.message).toContain(
    `is at ${other.slice(0, 8)}, which does not follow from it: it was rewritten`,
  );
  expect(lost?.help).toContain('Put it back: git fetch origin');
});

test('merges that were not evaluated are, in checkouts of their own, and a broken build is passed over', () => {
  const work = createRepository();
  const evaluate = [
    'const [ids, out] = process.argv.slice(2).map((file) => file);',
    "const { readFileSync, writeFileSync } = require('node:fs');",
    "const lost = Number(readFileSync('lost.txt', 'utf8'));",
    "if (Object.keys(process.env).some((name) => name.startsWith('INPUT_'))) process.exit(3);",
    "const lines = readFileSync(ids, 'utf8').trim().split('\\n');",
    "writeFileSync(out, lines.map((id) => JSON.stringify({ id, score: Number(id) < lost ? 0 : 1 })).join('\\n'));",
  ];
  const merges = [2, 2, 2, 2, 2, 40, 40, 40, 40].map((lost, at) =>
    work.commit(
      {
        '.github/model-gates.yml':
          'regression:\n  evaluate: node eval.cjs {ids} {out}\n  pool: pool.txt\n  candidate: ["evals/*.jsonl"]\n',
        'eval.cjs': at === 2 ? 'process.exit(2)' : `${evaluate.join('\n')}\n`,
        'pool.txt': `${Array.from({ length: 300 }, (_, id) => id).join('\n')}\n`,
        'lost.txt': `${lost}\n`,
        'step.txt': `${at}\n`,
      },
      `Merge ${at} (#${at + 10})`,
    ),
  );
  const range = [
    '--metric',
    'score',
    '--good',
    merges[0] ?? '',
    '--flat',
    '--results',
    'located/{sha}.jsonl',
  ];
  const first = locate(work.root, ...range, '--max-evaluations', '3').report;
  expect(first.facts).toMatchObject({ evaluations: 3 });
  const { code, report } = locate(work.root, ...range, '--max-evaluations', '8');
  expect(code).toBe(1);
  expect(report.facts).toMatchObject({ verdict: 'located', set: [merges[5]] });
  expect(work.git('worktree', 'list').trim().split('\n')).toHaveLength(1);
  const again = locate(work.root, ...range);
  expect(again.report.facts).toMatchObject({ verdict: 'located', set: [merges[5]], evaluations: 0 });
});
