import { describe, expect, it } from 'vitest';
import { regressionDefaults } from '../../../src/regression/index.ts';
import { judgeRegression } from '../../../src/regression/gate/regression-gate.ts';
import { portsOf, type World } from './gate-ports.ts';
import { jsonl, rows } from './rows.ts';

const results = 'results/test.jsonl';
const release = { 'v1.0.0': { [results]: jsonl(rows()) } };
const settings = {
  ...regressionDefaults,
  candidate: ['results/*.jsonl'],
  judge: 'trunk' as const,
  anchor: `v1.0.0:${results}`,
};
const judged = (world: World, more: Partial<typeof settings> = {}) =>
  judgeRegression({ ...settings, ...more }, portsOf({ refs: release, ...world }));

describe('trunk as the ledger has it, against the anchor', () => {
  it.each([
    [
      'fell',
      25,
      'fail',
      ['regression/trunk-fell'],
      /^Trunk at commit b{8} of 2026-11-22 against v1\.0\.0:.*: F1 fell \d\.\d points, .*; 0\.5 is tolerated$/,
    ],
    [
      'stayed',
      0,
      'pass',
      [],
      /F1 did not move, .*; no drop is shown, and drops from \d\.\d points on are found reliably$/,
    ],
    ['fell by less than 30 merges allow to be shown', 6, 'pass', [], /no drop is shown/],
  ])('%s', async (_, lost, verdict, rules, title) => {
    const report = await judged({ recorded: { [results]: jsonl(rows({ lost })) } });
    expect([report.verdict, report.findings.map(({ rule }) => rule)]).toEqual([verdict, rules]);
    expect(report.title).toMatch(title);
    expect(report.facts.alpha).toBeCloseTo(0.05 / 30, 12);
  });

  it('is not a pass where nothing is recorded, nor without an anchor', async () => {
    const nothing = await judged({ recorded: {} });
    expect([nothing.verdict, nothing.title]).toEqual([
      'inconclusive',
      'No evaluation of trunk is recorded for commit bbbbbbbb nor its 30 first parents.',
    ]);
    const recorded = { [results]: jsonl(rows()) };
    const { verdict, findings } = await judged({ recorded }, { anchor: 'v9:nowhere.jsonl' });
    expect([verdict, findings[0]?.rule]).toEqual(['inconclusive', 'regression/no-anchor']);
  });

  it('judges no change in its place', async () => {
    await expect(judged({ recorded: {}, changed: ['train.py'] })).rejects.toThrow(
      'judge: trunk judges what trunk is',
    );
  });
});
