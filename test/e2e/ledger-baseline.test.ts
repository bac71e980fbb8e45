import { spawnSync } from 'node:child_process';
import { readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { RegressionFacts } from '../../src/regression/index.ts';
import { pullRequestEvent, pushEvent, scheduleEvent } from '../support/events.ts';
import { startGitHubApi, type GitHubApi } from '../support/github-api/index.ts';
import { createRepository, hermeticEnvironment, type TestRepository } from '../support/repository.ts';
import { runAction, type ActionRun, type RunOptions } from '../support/runner.ts';
import { shallowCheckout } from '../support/scene.ts';
import { jsonl, rows } from '../unit/regression/rows.ts';

const cli = path.resolve(import.meta.dirname, '../../dist/cli/index.js');
const results = 'evals/test.jsonl';

/** Results are not a part of the repository: the job writes them, the ledger keeps them. */
const policy = (anchor?: string, more: readonly string[] = []) =>
  [
    'regression:',
    '  candidate: ["evals/*.jsonl"]',
    '  metrics: [accuracy]',
    ...(anchor === undefined ? [] : [`  anchor: "${anchor}"`]),
    ...more.map((line) => `  ${line}`),
    '',
  ].join('\n');

interface Judged {
  readonly run: ActionRun;
  readonly verdict: string;
  readonly title: string;
  readonly rules: readonly string[];
  readonly report: {
    readonly facts: RegressionFacts;
    readonly findings: readonly { readonly rule: string; readonly message: string }[];
    readonly sections: readonly { readonly title: string; readonly source?: string }[];
  };
}

interface Trunk {
  readonly origin: TestRepository;
  /** Oldest first. */
  readonly merges: readonly string[];
  readonly api: GitHubApi;
  /** What the job of a merge records; `lost`: samples that it gets wrong, or the rows. */
  record(sha: string, lost: number | string, inputs?: Record<string, string>): Promise<ActionRun>;
  compact(): Promise<ActionRun>;
  /** The event of the pull request, as it happens now. */
  event(): RunOptions['event'];
  /** A pull request that leaves trunk at the last merge, its results written by an earlier step. */
  judge(lost: number | string, more?: Partial<RunOptions>): Promise<Judged>;
}

interface TrunkOptions {
  readonly anchor?: string;
  readonly merges?: number;
  /** Lines of `regression`. */
  readonly policy?: readonly string[];
}

async function trunk(options: TrunkOptions = {}): Promise<Trunk> {
  const work = createRepository();
  const merges = Array.from({ length: options.merges ?? 3 }, (_, at) =>
    work.commit(
      { '.github/model-gates.yml': policy(options.anchor, options.policy), 'train.py': `step = ${at}\n` },
      `Merge ${at}`,
    ),
  );
  const base = merges.at(-1) ?? '';
  work.git('tag', 'v1.0.0', merges[0] ?? '');
  work.git('tag', 'v1.1.0-rc.1', base);
  work.branch('feature/routing');
  const head = work.commit({ 'train.py': 'step = 99\n' }, 'Change the routing');
  work.git('update-ref', 'refs/pull/89/merge', head);
  const origin = work.publish();
  const pull = { base: { ref: 'main', sha: base }, head: { ref: 'feature/routing', sha: head } };
  const happened = () => pullRequestEvent({ ...pull, mergeCommit: head });
  const state = {
    repository: 'acme/qwen3-vl',
    pulls: [{ number: 89, title: 'Routing', author: 'ada', state: 'open' as const, ...pull }],
  };
  const api = await startGitHubApi({ gitDir: origin.root, state });
  onTestFinished(() => api.close());
  const evaluated = (sha: string, lost: number | string) => {
    const checkout = shallowCheckout(origin, sha);
    checkout.write({ [results]: typeof lost === 'string' ? lost : jsonl(rows({ lost })) });
    return checkout.root;
  };
  const onPush = (sha: string, workspace: string, inputs: Record<string, string>) =>
    runAction({
      action: 'record-lineage',
      inputs,
      workspace,
      token: api.token,
      apiUrl: api.url,
      event: pushEvent({ ref: 'refs/heads/main', before: merges[0] ?? '', after: sha }),
    });
  return {
    origin,
    merges,
    api,
    record: (sha, lost, inputs = {}) =>
      onPush(sha, evaluated(sha, lost), {
        from: `commit ${sha}`,
        to: `evaluation merge-${sha}`,
        results: 'policy',
        ...inputs,
      }),
    compact: () => onPush(base, evaluated(base, 0), { compact: 'true' }),
    event: happened,
    judge: async (lost, more = {}) => {
      const run = await runAction({
        action: 'regression-gate',
        workspace: evaluated(head, lost),
        token: api.token,
        apiUrl: api.url,
        event: happened(),
        ...more,
      });
      const report = JSON.parse(readFileSync(run.outputs['report'] ?? '', 'utf8')) as Judged['report'] &
        Pick<Judged, 'verdict' | 'title'>;
      const rules = report.findings.map(({ rule }) => rule);
      return { run, verdict: report.verdict, title: report.title, rules, report };
    },
  };
}

async function recorded(all: Trunk, losses: readonly (number | string)[]): Promise<void> {
  for (const [at, lost] of losses.entries()) {
    const { exitCode, outputs, stdout } = await all.record(all.merges[at] ?? '', lost);
    const shown = exitCode === 0 ? '' : stdout;
    expect({ exitCode, created: outputs['created'], shown }).toEqual({
      exitCode: 0,
      created: 'true',
      shown: '',
    });
  }
}

test('samples are drawn by what flipped between recorded evaluations, alike where they are planned and where they are judged', async () => {
  const all = await trunk({ merges: 5, policy: ['looks: [100]', 'sampling: history'] });
  // One sample in ten comes out differently from one evaluation to the next, but for those that are wrong anyway.
  const answers = (at: number) =>
    rows().map((row, i) => (i % 10 === 3 && (i * 7 + at * 3) % 4 < 2 ? { ...row, prediction: '' } : row));
  const texts = [0, 1, 2, 3, 4].map((at) => jsonl(answers(at)));
  await recorded(all, texts);
  const event = all.event();
  const planned = await all.judge(texts[4] ?? '', { action: 'plan-gates', event });
  const ids = readFileSync(path.join(planned.run.outputs['ids'] ?? '', '1-of-1.txt'), 'utf8')
    .trimEnd()
    .split('\n');
  const drawn = {
    evaluations: expect.arrayContaining([expect.stringMatching(/^commit /)]) as string[],
    strata: [
      { name: 'steady', pool: 457, samples: 57 },
      { name: 'flipped', pool: 43, samples: 43, probability: 1 },
    ],
  };
  expect(planned.report.facts).toMatchObject({ sampling: drawn });
  expect(ids).toHaveLength(100);

  // A night that comes between the two changes nothing: it was recorded after the event.
  await all.record(all.merges[4] ?? '', jsonl(rows({ lost: 60 })), { to: 'evaluation night' });
  const chosen = new Set(ids);
  const judged = await all.judge(jsonl(answers(5).filter(({ id }) => chosen.has(String(id)))), { event });
  expect(judged.rules).toContain('regression/sampling');
  expect(judged.rules).not.toContain('regression/unmatched-samples');
  expect(judged.report.facts).toMatchObject({ sampling: drawn });
});

test('a change is compared with the recorded evaluation of its merge base, before and after compaction', async () => {
  const all = await trunk();
  await recorded(all, [0, 2, 4]);
  const waiting = await all.judge(14);
  expect(waiting.verdict).toBe('fail');
  expect(waiting.rules).toContain('regression/drop');
  expect(waiting.title).toMatch(/^Accuracy fell 2\.0 points, .* on 500 paired samples; 0\.5 is tolerated$/);

  expect((await all.compact()).outputs['folded']).toBe('3');
  expect(all.origin.git('for-each-ref', 'refs/lineage/inbox')).toBe('');
  const folded = await all.judge(14);
  expect(folded.title).toBe(waiting.title);
  expect(folded.report.facts.ledger).toMatchObject({ sha: all.merges[2], merges: 0 });
  expect(folded.report.sections[0]?.title).toMatch(
    new RegExp(
      `^Metrics, against commit ${all.merges[2]?.slice(0, 8) ?? ''} in the ledger, recorded by \\S+ on 20`,
    ),
  );
  expect(folded.report.sections.map(({ title }) => title)).toContain(
    'Trend of accuracy over the last 3 evaluated merges',
  );
  // No word of a sample is kept but what the metrics need.
  const [file = ''] = all.origin.git('ls-tree', '-r', '--name-only', 'model-lineage', 'results').split('\n');
  expect(all.origin.git('show', `model-lineage:${file}`).split('\n')[1]).toBe(
    '{"id":"s0","target":"yes","prediction":"no"}',
  );

  const same = await all.judge(4);
  expect(same.verdict).toBe('pass');
  expect(same.rules).toEqual(['regression/same-results']);
});

test('slow erosion shows against the last release, by the ledger', async () => {
  const all = await trunk({ anchor: 'latest-release' });
  await recorded(all, [0, 7, 14]);
  const eroded = await all.judge(15);
  expect(eroded.verdict).toBe('fail');
  expect(eroded.rules).toContain('regression/erosion');
  expect(eroded.report.findings.find(({ rule }) => rule === 'regression/erosion')?.message).toMatch(
    new RegExp(
      `^Against the anchor latest-release, from the ledger \\(commit ${all.merges[0]?.slice(0, 8) ?? ''}\\), accuracy fell 3\\.0 points`,
      'i',
    ),
  );
  expect(eroded.run.summary).toContain('xychart-beta');
  // The job made the results: in the head commit there is no such file to link to.
  expect(eroded.run.summary).toContain('`evals/test.jsonl');
  expect(eroded.run.summary).not.toContain('acme/qwen3-vl/blob/');
});

test('where the merge base itself was not evaluated, the nearest merge before it stands in, and that is reported', async () => {
  const all = await trunk();
  await recorded(all, [0, 0]);
  const judged = await all.judge(14);
  expect(judged.verdict).toBe('fail');
  expect(judged.report.findings.find(({ rule }) => rule === 'regression/older-baseline')?.message).toBe(
    `No evaluation of merge base ${all.merges[2]?.slice(0, 8) ?? ''} is recorded: compared with commit ${all.merges[1]?.slice(0, 8) ?? ''}, 1 merge before. What that merge changed counts here too.`,
  );
});

test('no evaluation at all is not a pass; one under another name is named', async () => {
  const all = await trunk();
  const nothing = await all.judge(0);
  expect(nothing).toMatchObject({ verdict: 'inconclusive', rules: ['regression/no-baseline'] });
  const checkout = shallowCheckout(all.origin, all.merges[2] ?? '');
  checkout.write({ 'out/night.jsonl': jsonl(rows()) });
  const recordOther = spawnSync(process.execPath, [cli, 'record', '--results', 'out/night.jsonl'], {
    cwd: checkout.root,
    encoding: 'utf8',
    env: hermeticEnvironment(),
  });
  expect(recordOther).toMatchObject({ status: 0 });
  const judged = await all.judge(0);
  expect(judged.rules).toEqual(['regression/no-baseline', 'regression/other-results']);
  expect(judged.report.findings[1]?.message).toContain('out/night.jsonl');
});

/** Puts other bytes where the rows of an evaluation were, as somebody with write access can. */
function tamper({ origin, merges }: Trunk, change: (file: string, work: TestRepository) => void): void {
  const work = origin.clone('--branch', 'model-lineage');
  const [file = ''] = work.git('ls-files', 'results').split('\n');
  expect(merges.length).toBeGreaterThan(0);
  change(file, work);
  work.git('add', '--all');
  work.git('commit', '--quiet', '--message', 'Tamper');
  work.git('push', '--quiet', '--force', 'origin', 'HEAD:refs/heads/model-lineage', 'HEAD:refs/lineage/head');
}

test.each<[string, (file: string, work: TestRepository) => void, RegExp]>([
  [
    'were changed',
    (file, work) => work.write({ [file]: '{"results":{"schema":1,"samples":0}}\n' }),
    /do not have the SHA-256/,
  ],
  [
    'were removed',
    (file, work) => work.git('rm', '--quiet', file),
    /are not in the ledger, though a record names/,
  ],
])('rows that %s are not a baseline, and nothing goes through', async (_, change, reason) => {
  const all = await trunk();
  await all.record(all.merges[2] ?? '', 0);
  await all.compact();
  tamper(all, change);
  const judged = await all.judge(0);
  expect(judged.verdict).toBe('inconclusive');
  expect(judged.run.exitCode).toBe(1);
  expect(judged.rules).toEqual(['regression/no-baseline', 'regression/unread-ledger']);
  expect(judged.report.findings[1]?.message).toMatch(reason);
});

test('a ledger that cannot be read is not an empty one', async () => {
  const all = await trunk();
  await recorded(all, [0, 0, 0]);
  const clone = all.origin.clone();
  clone.git('switch', '--quiet', 'feature/routing');
  clone.write({ [results]: jsonl(rows()) });
  clone.git('remote', 'set-url', 'origin', 'file:///nowhere.git');
  const judged = await all.judge(0, { workspace: clone.root, apiUrl: 'http://127.0.0.1:9' });
  expect(judged.verdict).toBe('inconclusive');
  expect(judged.run.exitCode).toBe(1);
  expect(judged.title).toContain('and the ledger could not be read');
  expect(judged.rules).toEqual(['regression/no-baseline', 'regression/unread-ledger']);
});

test('what is not a baseline is not recorded: rows twice, rows that are cut, globs without files', async () => {
  const all = await trunk();
  const [sha = ''] = all.merges;
  const none = await all.record(sha, 0, { results: 'nowhere/*.jsonl' });
  expect(none.exitCode).toBe(1);
  expect(none.stdout).toContain('No evaluation results match nowhere/*.jsonl');
  const checkout = shallowCheckout(all.origin, sha);
  const record = (text: string) => {
    checkout.write({ 'evals/test.jsonl': text });
    return spawnSync(process.execPath, [cli, 'record', '--results', 'policy', '--json'], {
      cwd: checkout.root,
      encoding: 'utf8',
      env: hermeticEnvironment(),
    });
  };
  for (const [text, rule] of [
    [jsonl([...rows(), ...rows({ n: 1 })]), 'regression/duplicate-sample'],
    [jsonl(rows()).slice(0, -20), 'regression/unreadable-results'],
  ] as const) {
    const { status, stdout } = record(text);
    expect(status).toBe(1);
    expect((JSON.parse(stdout) as Judged['report']).findings[0]?.rule).toBe(rule);
  }
  expect(all.origin.git('for-each-ref', 'refs/lineage')).toBe('');
});

test('results that could not be written are kept, and written later from the files beside the record', async () => {
  const all = await trunk();
  const [sha = ''] = all.merges;
  const checkout = shallowCheckout(all.origin, sha);
  checkout.write({ [results]: jsonl(rows()) });
  checkout.git('remote', 'set-url', 'origin', 'file:///nowhere.git');
  const failed = await runAction({
    action: 'record-lineage',
    inputs: { from: `commit ${sha}`, to: 'evaluation e', results: 'evals/*.jsonl', 'github-token': '' },
    workspace: checkout.root,
    event: pushEvent({ ref: 'refs/heads/main', before: sha, after: sha }),
  });
  expect(failed.exitCode).toBe(1);
  const [record = '', kept = ''] = (failed.outputs['replay'] ?? '').split('\n');
  const replay = () =>
    spawnSync(process.execPath, [cli, 'record', record, '--remote', all.origin.root], {
      cwd: checkout.root,
      encoding: 'utf8',
      env: hermeticEnvironment(),
    });
  expect(kept).toMatch(/[0-9a-f]{64}\.jsonl$/);
  renameSync(kept, `${kept}.away`);
  expect(replay()).toMatchObject({ status: 1, stdout: expect.stringContaining('they are nowhere') });
  renameSync(`${kept}.away`, kept);
  expect(replay()).toMatchObject({ status: 0 });
  expect(all.origin.git('for-each-ref', '--format=%(refname)', 'refs/lineage').split('\n')).toHaveLength(2);
});

test('further evaluations of the same commit are averaged with the baseline, and said so', async () => {
  const all = await trunk();
  await recorded(all, [0, 2, 4]);
  const base = all.merges[2] ?? '';
  await all.record(base, 6, { to: `evaluation night-${base}` });
  const { report, rules } = await all.judge(14);
  expect(rules).toContain('regression/history');
  expect(report.facts.history).toMatchObject({ evaluations: 2, unused: [] });
  // Right in the baseline are 5 less than all of the mean of 4 and 6 that are lost.
  expect(report.facts.metrics[0]?.delta).toBeCloseTo(-0.018, 12);
  expect(report.findings.find(({ rule }) => rule === 'regression/history')?.message).toContain(
    `commit ${base.slice(0, 8)} changed train.py`,
  );
});

test('trunk itself is judged against the latest release, as it was evaluated last', async () => {
  const all = await trunk();
  await recorded(all, [0, 2, 25]);
  const { origin, api, merges } = all;
  const checkout = shallowCheckout(origin, merges[2] ?? '');
  const run = await runAction({
    action: 'regression-gate',
    inputs: { base: 'HEAD', judge: 'trunk' },
    workspace: checkout.root,
    token: api.token,
    apiUrl: api.url,
    event: scheduleEvent(),
  });
  const report = JSON.parse(readFileSync(run.outputs['report'] ?? '', 'utf8')) as {
    verdict: string;
    title: string;
  };
  expect(report.title).toMatch(
    /^Trunk at commit [0-9a-f]{8} of .* against latest-release, .*: accuracy fell 5\.0 points/,
  );
  expect(report.verdict).toBe('fail');
});
