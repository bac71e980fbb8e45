import { describe, expect, it } from 'vitest';
import { judgeRegression } from '../../../src/regression/gate/regression-gate.ts';
import { regressionDefaults, type RegressionSettings } from '../../../src/regression/index.ts';
import { UserError } from '../../../src/kernel/user-error.ts';
import { portsOf, tree, type World } from './gate-ports.ts';
import { jsonl, rows } from './rows.ts';

const results = 'results/test.jsonl';

function judge(world: World, settings: Partial<RegressionSettings> = {}) {
  return judgeRegression(
    { ...regressionDefaults, candidate: ['results/*.jsonl'], ...settings },
    portsOf(world),
  );
}

describe('results that are the files of the baseline', () => {
  const same = { [results]: jsonl(rows()) };
  const world = (changed: readonly string[], disk = same): World => ({ base: same, disk, changed });

  it.each<[string, World, Partial<RegressionSettings>, boolean]>([
    ['though the model changed', world(['configs/model.yaml']), {}, true],
    ['though code changed beside its pages', world(['README.md', 'train.py']), {}, true],
    ['and only pages changed', world(['README.md', 'docs/a.md']), {}, false],
    ['and nothing changed', world([]), {}, false],
    ['and the policy allows it', world(['train.py']), { stale: 'allow' }, false],
    ['and the change is a merge', world(['train.py']), { merged: true }, false],
    [
      'but for the order of their rows',
      world(['train.py'], { [results]: jsonl(rows().toReversed()) }),
      {},
      false,
    ],
  ])('%s', async (_, given, settings, isStale) => {
    const report = await judge(given, { harmless: ['*.md', 'docs/**/*.md'], ...settings });
    expect(report.verdict).toBe(isStale ? 'inconclusive' : 'pass');
    expect(report.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      isStale ? ['regression/stale-results', 'error'] : ['regression/same-results', 'notice'],
    ]);
  });
});

describe('judgeRegression', () => {
  const base = { [results]: jsonl(rows()) };

  it.each<[string, World, Partial<RegressionSettings>, string, string | undefined]>([
    ['nothing is configured', {}, { candidate: [] }, 'skipped', undefined],
    ['the candidate has no results', { base }, {}, 'fail', 'regression/no-candidate'],
    ['neither side has results', {}, {}, 'inconclusive', 'regression/no-candidate'],
    ['the merge base has no results', { disk: base }, {}, 'inconclusive', 'regression/no-baseline'],
    ['both sides are the same', { base, disk: base }, {}, 'pass', undefined],
    [
      'a clear drop',
      { base, disk: { [results]: jsonl(rows({ lost: 10, gained: 1 })) } },
      {},
      'fail',
      'regression/drop',
    ],
    ['an empty file', { base, disk: { [results]: '' } }, {}, 'fail', 'regression/no-pairs'],
    [
      'the baseline has its own path',
      { base: { 'trunk.jsonl': jsonl(rows()) }, disk: base },
      { baseline: ['trunk.jsonl'] },
      'pass',
      undefined,
    ],
  ])('when %s', async (_, world, settings, verdict, rule) => {
    const report = await judge(world, settings);
    expect(report.verdict).toBe(verdict);
    expect(report.gate).toBe('regression-gate');
    expect(report.findings.map((finding) => finding.rule).includes(rule ?? '')).toBe(rule !== undefined);
  });

  it('tells the drop in one sentence, at the first sample that got worse', async () => {
    const report = await judge({ base, disk: { [results]: jsonl(rows({ lost: 10, gained: 1 })) } });
    expect(report.title).toMatch(
      /^F1 fell 1\.8 points, 95 % interval −3\.\d to −0\.\d, on 500 paired samples; 0\.5 is tolerated$/,
    );
    expect(report.findings[0]).toMatchObject({
      rule: 'regression/drop',
      severity: 'error',
      file: results,
      line: 2,
    });
    expect(report.facts.flippedCount).toEqual({ worse: 10, better: 1 });
  });

  it('takes what the ledger contains for the merge base, where nothing is committed', async () => {
    const disk = { [results]: jsonl(rows({ lost: 10, gained: 1 })) };
    expect((await judge({ recorded: base, disk })).verdict).toBe('fail');
    expect((await judge({ recorded: {}, disk })).verdict).toBe('inconclusive');
    // What is committed comes first.
    expect((await judge({ base: disk, recorded: base, disk })).verdict).toBe('pass');
  });

  it('merges shards', async () => {
    const all = rows({ lost: 10, gained: 1 });
    const disk = { 'results/a.jsonl': jsonl(all.slice(0, 200)), 'results/b.jsonl': jsonl(all.slice(200)) };
    const report = await judge({ base, disk });
    expect(report.facts.candidate).toMatchObject({
      files: ['results/a.jsonl', 'results/b.jsonl'],
      samples: 500,
    });
    expect(report.verdict).toBe('fail');
  });

  it.each<[string, Record<string, string>, 'fail' | 'pass', RegExp]>([
    [
      'a report of tests',
      { 'results/junit.xml': '<testsuite><testcase name="a"/></testsuite>' },
      'fail',
      /^1 file that the globs match contains results and was not read: results\/junit\.xml\. .*: results\/test\.jsonl\.$/,
    ],
    [
      'rows in YAML',
      { 'results/more.yaml': '- {id: a, score: 1}\n' },
      'fail',
      /contains results.*more\.yaml/,
    ],
    [
      'packed rows',
      { 'results/b.jsonl.gz': 'x', 'results/c.csv.zst': 'x' },
      'fail',
      /^2 files .* contain results and were.*$/,
    ],
    [
      'rows under a name without a kind',
      { 'results/rows': '[{"id": 1, "score": 1}]' },
      'fail',
      /results\/rows/,
    ],
    [
      'numbers that may be a config',
      { 'results/config.yaml': 'lr: 0.1\n' },
      'pass',
      /^1 file .*may contain results.*config\.yaml.*$/,
    ],
    [
      'more files than are read',
      Object.fromEntries(
        Array.from({ length: 2000 }, (_, i) => [`results/x${i}.jsonl`, `{"id": "x${i}", "score": ${i % 2}}`]),
      ),
      'fail',
      /^1 file .* contains results and was not read: results\/x999\.jsonl\. .* at most 2000/,
    ],
    ['a pickle', { 'results/test.pkl': 'x' }, 'pass', /^1 file .*may contain results.*test\.pkl.*$/],
    ['a config in words', { 'results/config.yaml': 'model: own\n' }, 'pass', /^$/],
    ['an XML of another kind', { 'results/a.xml': '<svg/>' }, 'pass', /^$/],
    [
      'notes and pictures',
      { 'results/a.md': '# a', 'results/b.png': 'x', 'results/LICENSE': 'x' },
      'pass',
      /^$/,
    ],
  ])('names what it leaves out beside results: %s', async (_, more, verdict, message) => {
    const disk = { ...base, ...more };
    const report = await judge({ base: disk, disk }, { candidate: ['results/*'] });
    const found = report.findings.filter(({ rule }) => rule === 'regression/left-out-results');
    expect(report.verdict).toBe(verdict);
    // Both sides leave out the same: that is said once, in one line.
    expect(found.map((finding) => finding.message).join('\n')).toMatch(message);
  });

  it('passes other files of a folder over, but not a file that is named', async () => {
    const disk = { ...base, 'results/README.md': 'how to' };
    expect((await judge({ base, disk }, { candidate: ['results/*'] })).verdict).toBe('pass');
    expect(
      (await judge({ base, disk }, { candidate: ['results/README.md'], baseline: [results] })).verdict,
    ).toBe('fail');
  });

  it('reads a name that looks like a pattern as the name it is', async () => {
    const name = 'out/model(10 options)[a].jsonl';
    const report = await judge(
      { base: { [name]: jsonl(rows()) }, disk: { [name]: jsonl(rows()) } },
      { candidate: [name] },
    );
    expect(report.verdict).toBe('pass');
  });

  describe('anchor', () => {
    const anchor = jsonl(rows());
    const eroded = jsonl(rows({ lost: 14 }));
    const world = {
      base: { [results]: eroded },
      disk: { [results]: eroded },
      refs: { 'v1.0.0': { [results]: anchor } },
    };

    it('finds what single merges do not show', async () => {
      const report = await judge(world, { anchor: `v1.0.0:${results}` });
      expect(report.verdict).toBe('fail');
      expect(report.findings.map(({ rule }) => rule)).toEqual([
        'regression/erosion',
        'regression/same-results',
      ]);
      expect(report.findings[0]?.message).toContain('Against the anchor v1.0.0:results/test.jsonl, F1 fell');
    });

    it('that could not be read turns a pass into undecided', async () => {
      const ports = portsOf({ base, disk: base, refs: { 'v1.0.0': {} } });
      const unread = async () => {
        throw new UserError('the remote is out of reach', { help: 'Run the job again.' });
      };
      const evaluations = { nearest: unread, trend: unread, minutes: unread, close: async () => undefined };
      const report = await judgeRegression(
        { ...regressionDefaults, candidate: ['results/*.jsonl'], anchor: `v1.0.0:${results}` },
        { ...ports, treeAt: async (ref) => ({ ...tree(ref, {}), sha: 'c'.repeat(40) }), evaluations },
      );
      expect(report.verdict).toBe('inconclusive');
      expect(report.title).toContain('and the ledger could not be read');
      expect(report.findings.map(({ rule }) => rule)).toEqual([
        'regression/no-anchor',
        'regression/unread-ledger',
        'regression/same-results',
      ]);
    });

    it.each(['v9:results/test.jsonl', 'v1.0.0:nowhere.jsonl', 'nowhere.jsonl'])(
      'says that %s cannot be used',
      async (name) => {
        const report = await judge(world, { anchor: name });
        expect(report.verdict).toBe('pass');
        expect(report.findings.map(({ rule }) => rule)).toEqual([
          'regression/no-anchor',
          'regression/same-results',
        ]);
      },
    );
  });
});
