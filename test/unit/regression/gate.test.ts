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

  it.each<[string, World, Partial<RegressionSettings>, 'error' | 'warning' | 'notice']>([
    ['though the model changed', world(['configs/model.yaml']), {}, 'error'],
    ['though code changed beside its pages', world(['README.md', 'train.py']), {}, 'error'],
    ['and only pages changed', world(['README.md', 'docs/a.md']), {}, 'notice'],
    ['and nothing changed', world([]), {}, 'notice'],
    ['and the policy allows it', world(['train.py']), { stale: 'allow' }, 'notice'],
    ['and the change is a merge', world(['train.py']), { merged: true }, 'notice'],
    [
      'but for the order of their rows',
      world(['train.py'], { [results]: jsonl(rows().toReversed()) }),
      {},
      'notice',
    ],
    [
      'with their keys in another order, and spaces',
      world(['train.py'], {
        [results]: rows()
          .map((row) =>
            JSON.stringify(Object.fromEntries(Object.entries(row).toReversed())).replaceAll(',', ', '),
          )
          .join('\r\n'),
      }),
      {},
      'warning',
    ],
    [
      'but for a note',
      world(['train.py'], { [results]: jsonl(rows().map((row) => ({ ...row, note: 'x' }))) }),
      {},
      'notice',
    ],
  ])('%s', async (_, given, settings, severity) => {
    const report = await judge(given, { harmless: ['*.md', 'docs/**/*.md'], ...settings });
    expect(report.verdict).toBe(severity === 'error' ? 'inconclusive' : 'pass');
    expect(report.findings.map((found) => [found.rule, found.severity])).toEqual([
      [severity === 'notice' ? 'regression/same-results' : 'regression/stale-results', severity],
    ]);
  });

  const totals = { 'results/test.json': '{"accuracy": {"value": 0.8, "stderr": 0.01}, "n": 500}' };
  const settings = { harmless: ['*.md'] };

  it.each<[string, World, Partial<RegressionSettings>, boolean, RegExp?]>([
    [
      'under another path',
      { base: { 'trunk/test.jsonl': same[results] ?? '' }, disk: same, changed: ['train.py'] },
      { baseline: ['trunk/*.jsonl'] },
      true,
      /byte for byte those of the merge base/,
    ],
    [
      'under another path, from this job',
      { base: { 'trunk/test.jsonl': same[results] ?? '' }, disk: same, head: {}, changed: ['train.py'] },
      { baseline: ['trunk/*.jsonl'] },
      false,
    ],
    [
      'in the ledger',
      { recorded: same, disk: same, changed: ['train.py'] },
      {},
      true,
      /exactly those of the ledger \(commit bbbbbbbb\)/,
    ],
    [
      'in the ledger, from this job',
      { recorded: same, disk: same, head: {}, changed: ['train.py'] },
      {},
      false,
    ],
    [
      'in the ledger, with one more answer',
      { recorded: same, disk: { [results]: jsonl(rows({ n: 501 })) }, changed: ['a.py'] },
      {},
      false,
    ],
    [
      'as totals',
      { base: totals, disk: totals, changed: ['train.py'] },
      { candidate: ['results/*.json'] },
      true,
    ],
  ])('%s', async (_, given, more, isStale, words) => {
    const report = await judge(given, { ...settings, ...more });
    const told = report.findings.filter(({ rule }) => rule === 'regression/stale-results');
    expect(told.length).toBe(isStale ? 1 : 0);
    expect(told.map(({ message }) => message).join()).toMatch(words ?? '');
  });
});

describe('a set-up that the change itself states', () => {
  const side = (temperature: number) =>
    jsonl(rows().map((row) => ({ ...row, temperature, judge: 'judge-1' })));
  const world = (...commits: string[]): World => ({
    base: { [results]: side(0) },
    disk: { [results]: side(0.5) },
    commits,
  });
  const trailer = (line: string): string => `Sample the answers\n\nEvaluation-Change: ${line}\n`;

  it.each<[string, World, string]>([
    ['not at all', world(), 'error'],
    ['exactly', world('Fix a typo', trailer('temperature 0 -> 0.5')), 'warning'],
    ['with an arrow', world(trailer('temperature  0 → 0.5')), 'warning'],
    ['as another value', world(trailer('temperature 0 -> 1')), 'error'],
    ['as another part', world(trailer('judge judge-1 -> judge-2')), 'error'],
    [
      'in prose',
      world('Evaluation-Change: temperature 0 -> 0.5 is what I would write\n\nbut do not.'),
      'error',
    ],
  ])('%s', async (_, given, severity) => {
    const report = await judge(given);
    const told = report.findings.filter(({ rule }) => /setup/.test(rule));
    expect(told.map((finding) => finding.severity)).toEqual([severity]);
    expect(report.verdict).toBe(severity === 'error' ? 'inconclusive' : 'pass');
    expect(`${told[0]?.message} ${told[0]?.help}`).toMatch(
      severity === 'error' ? /`Evaluation-Change: temperature 0 -> 0\.5`/ : /states \(commit cccccccc\)/,
    );
  });

  it('may be a scale, exactly', async () => {
    const ratings = (top: number) =>
      jsonl(rows().map(({ id }, i) => ({ id, score: (top / 5) * (1 + (i % 5)) })));
    const given = (...commits: string[]): World => ({
      base: { [results]: ratings(5) },
      disk: { [results]: ratings(100) },
      commits,
    });
    const told = async (world: World) =>
      (await judge(world)).findings.filter(({ rule }) => /scale|setup/.test(rule)).map(({ rule }) => rule);
    expect(await told(given())).toEqual(['regression/different-scale']);
    expect(await told(given(trailer('scale of score 5 -> 50')))).toEqual(['regression/different-scale']);
    expect(await told(given(trailer('scale of score 5 -> 100')))).toEqual(['regression/declared-setup']);
  });

  it('names the exact prompts, and dies with the next ones', async () => {
    const asked = (template: string) =>
      jsonl(
        Array.from({ length: 60 }, (__, i) => ({
          doc_id: i,
          filter: 'none',
          resps: [['x']],
          metrics: ['acc'],
          acc: Number(i % 5 > 0),
          doc_hash: `d${i}`,
          target_hash: `t${i}`,
          prompt_hash: `${template}${i}`,
        })),
      );
    const path = 'results/samples_t.jsonl';
    const given = (template: string, ...commits: string[]): World => ({
      base: { [path]: asked('a') },
      disk: { [path]: asked(template) },
      commits,
    });
    const first = await judge(given('b'));
    const line = /`Evaluation-Change: (prompts [^`]+)`/.exec(first.findings[0]?.help ?? '')?.[1] ?? '';
    const rulesOf = async (template: string): Promise<string[]> =>
      (await judge(given(template, trailer(line)))).findings.map(({ rule }) => rule);
    expect(await rulesOf('b')).toContain('regression/declared-setup');
    expect(await rulesOf('c')).toContain('regression/different-setup');
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
      const evaluations = {
        nearest: unread,
        earlier: unread,
        recent: unread,
        trend: unread,
        minutes: unread,
        close: async () => undefined,
      };
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
