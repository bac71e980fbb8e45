import { describe, expect, it } from 'vitest';
import {
  compareSets,
  readResults,
  regressionDefaults,
  type Comparison,
  type RegressionSettings,
  type ResultSet,
} from '../../../src/regression/index.ts';
import { unmovedSince } from '../../../src/runner/ledger/recorded-evaluations.ts';
import { seededRandom } from '../../../src/regression/statistics/random.ts';

const n = 500;
const random = seededRandom(4);

/** A tenth of the samples come out either way in each evaluation; `lost` of the others are wrong. */
function evaluation(lost = 0, more: Record<string, unknown> = {}, from = 0): ResultSet {
  const rows = Array.from({ length: n }, (_, i) => {
    const right = i % 10 === 0 ? random.uniform() < 0.5 : i % 7 !== 0 && i >= lost;
    return JSON.stringify({ id: `s${i + from}`, target: 'a', prediction: right ? 'a' : 'b', ...more });
  });
  return readResults([{ path: 'r.jsonl', bytes: new TextEncoder().encode(rows.join('\n')) }]);
}

function compare(
  candidate: ResultSet,
  earlier: readonly (readonly [string, ResultSet])[],
  settings: Partial<RegressionSettings> = {},
  baseline = evaluation(),
): Comparison {
  const evaluations = earlier.map(([name, results]) => ({ name, results }));
  const all = { ...regressionDefaults, metrics: ['accuracy'], ...settings };
  return compareSets(baseline, candidate, all, {
    history: { evaluations, ended: 'Older ones are of another trunk' },
  });
}

const told = ({ findings }: Comparison): string =>
  findings.find(({ rule }) => rule === 'regression/history')?.message ?? '';

describe('earlier evaluations of the same trunk', () => {
  it('take the noise of the baseline away', () => {
    const earlier = Array.from({ length: 8 }, (_, i) => [`commit ${i}`, evaluation()] as const);
    const [baseline, candidate] = [evaluation(), evaluation(6)];
    const alone = compare(candidate, [], {}, baseline).facts.metrics[0];
    const report = compare(candidate, earlier, {}, baseline);
    const [averaged] = report.facts.metrics;
    const ratio = (averaged?.standardError ?? NaN) / (alone?.standardError ?? NaN);
    expect(ratio).toBeGreaterThan(Math.sqrt((1 + 1 / 9) / 2) - 0.1);
    expect(ratio).toBeLessThan(0.85);
    expect(averaged?.candidate).toBe(alone?.candidate);
    expect(report.facts.history).toMatchObject({ evaluations: 9, unused: [] });
    expect(told(report)).toMatch(
      /^The baseline is the mean of 9 evaluations of trunk, .* in place of 1\.\d points, as \d{3} samples would without\. Older ones are of another trunk\.$/,
    );
  });

  it('buy nothing where the same answers come again, and change nothing then', () => {
    const [baseline, candidate] = [evaluation(), evaluation(6)];
    const alone = compare(candidate, [], {}, baseline);
    const report = compare(
      candidate,
      [
        ['commit 1', baseline],
        ['commit 2', baseline],
      ],
      {},
      baseline,
    );
    expect(report.verdict).toBe(alone.verdict);
    expect(report.facts.metrics[0]?.standardError).toBeCloseTo(
      alone.facts.metrics[0]?.standardError ?? NaN,
      12,
    );
    expect(told(report)).toContain('no less than without: the same answers come again');
  });

  it.each<[string, ResultSet, string]>([
    ['other samples', evaluation(0, {}, 100), 'it has not all of these samples as they are now'],
    ['other targets', evaluation(0, { target: 'c' }), 'it has not all of these samples as they are now'],
    ['another judge', evaluation(0, { judge: 'judge-2' }), 'it was evaluated with another set-up'],
    ['failed calls', evaluation(0, { error: 'timeout' }), 'some of its samples were not answered'],
    ['a trunk that has moved', evaluation(60), 'it differs from the baseline beyond chance'],
    [
      'cut rows',
      readResults([{ path: 'r.jsonl', bytes: new TextEncoder().encode('{"id": ') }]),
      'it has not all of these samples as they are now',
    ],
  ])('are not used, and said so: %s', (_, earlier, reason) => {
    const [baseline, candidate] = [evaluation(), evaluation(6)];
    const alone = compare(candidate, [], {}, baseline);
    const report = compare(candidate, [['commit 1', earlier]], {}, baseline);
    expect([report.verdict, report.facts.metrics]).toEqual([alone.verdict, alone.facts.metrics]);
    expect(told(report)).toContain('None of 1 earlier evaluation of trunk is used. Not used: commit 1 (');
    expect(told(report)).toContain(reason);
  });

  it('are named by every reason, of many the first', () => {
    const others = [
      ...[1, 2, 3, 4, 5].map((at) => [`commit ${at}`, evaluation(0, {}, 100)] as const),
      ['commit 6', evaluation(0, { judge: 'judge-2' })] as const,
    ];
    expect(told(compare(evaluation(6), others))).toContain(
      'Not used: commit 1, commit 2, commit 3 and 2 more (it has not all of these samples as they are now); commit 6 (it was evaluated with another set-up).',
    );
  });

  it('are those of commits since which only harmless files changed', async () => {
    const changes: Record<string, string> = { c3: 'docs/a.md', c2: 'docs/b.md', c1: 'train.py' };
    const repository = {
      firstParents: async () => ['c3', 'c2', 'c1', 'c0'],
      changedFiles: async (_: string, child: string) => [
        { status: 'modified' as const, path: changes[child] ?? '' },
      ],
    };
    expect(await unmovedSince(repository, 'c3', (path) => path.startsWith('docs/'))).toEqual({
      commits: ['c3', 'c2', 'c1'],
      ended: { sha: 'c1', path: 'train.py' },
    });
    expect(await unmovedSince(repository, 'c3', () => true)).toEqual({ commits: ['c3', 'c2', 'c1', 'c0'] });
  });
});
