/** The interval against GrowthBook's sequential test, the ratio of units against savvi's: published packages of others. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { halfWidth, type ArmValues } from '../../../src/compare/statistics/confidence-sequence.ts';
import { logBayesFactor } from '../../../src/compare/statistics/sample-ratio.ts';

const python = process.env['SEQUENTIAL_PYTHON'];
if (python === undefined) console.log('skipped: SEQUENTIAL_PYTHON names no python with gbstats and savvi');

const program = `
import json, sys
import numpy as np
from gbstats.frequentist.tests import SequentialConfig, SequentialTwoSidedTTest
from gbstats.models.statistics import SampleMeanStatistic
from savvi.multinomial import Multinomial
cases = json.load(sys.stdin)

def arm(n, mean, variance):
    return SampleMeanStatistic(n=n, sum=n * mean, sum_squares=variance * (n - 1) + n * mean**2)

def interval(one, other, alpha, planned):
    config = SequentialConfig(alpha=alpha, sequential_tuning_parameter=planned, difference_type="absolute")
    return SequentialTwoSidedTTest(arm(*one), arm(*other), config).compute_result().ci

def factor(look, shares):
    test = Multinomial(0.05, np.array(shares), k=50)
    test.update(np.array(look))
    return float(np.log(test.odds))

print(json.dumps({"intervals": [interval(*one) for one in cases["intervals"]], "factors": [factor(*one) for one in cases["factors"]]}))
`;

type Arm = [n: number, mean: number, variance: number];

const intervals: [one: Arm, other: Arm, alpha: number, planned: number][] = [
  [[1000, 0.5, 0.25], [1200, 0.55, 0.2475], 0.05, 4000],
  [[40, 0.1, 0.09], [31, 0.2, 0.16], 0.05, 4000],
  [[500_000, 12.5, 40], [480_000, 12.6, 44], 0.01, 10_000],
  [[3000, -5, 9], [900, -4.9, 2], 0.025, 500],
  [[100, 1e6, 2500], [100, 1e6, 2700], 0.05, 4000],
];

const factors: [look: number[], shares: number[]][] = [
  [
    [5200, 4800],
    [0.5, 0.5],
  ],
  [
    [60, 40],
    [0.5, 0.5],
  ],
  [
    [900, 100],
    [0.875, 0.125],
  ],
  [
    [3400, 3300, 3300],
    [0.5, 0.25, 0.25],
  ],
];

describe.skipIf(python === undefined)('sequential tests of others', () => {
  const { stdout, stderr } = spawnSync(python ?? 'python3', ['-c', program], {
    input: JSON.stringify({ intervals, factors }),
    encoding: 'utf8',
  });
  const theirs = (stdout === '' ? {} : JSON.parse(stdout)) as {
    intervals?: [number, number][];
    factors?: number[];
  };
  const arm = ([n, mean, variance]: Arm): ArmValues => ({ n, mean, variance });

  it('answer', () => expect(stdout === '' ? stderr : '').toBe(''));

  it.each(intervals.map((one, at) => ({ one, at })))('give the interval, $at', ({ one, at }) => {
    const [before, after, alpha, planned] = one;
    const half = halfWidth(arm(before), arm(after), { alpha, planned });
    const delta = after[1] - before[1];
    const [low = NaN, high = NaN] = theirs.intervals?.[at] ?? [];
    expect(Math.abs(low - (delta - half))).toBeLessThan(1e-6);
    expect(Math.abs(high - (delta + half))).toBeLessThan(1e-6);
  });

  it.each(factors.map((one, at) => ({ one, at })))('give the Bayes factor, $at', ({ one, at }) => {
    expect(Math.abs(logBayesFactor(...one) - (theirs.factors?.[at] ?? NaN))).toBeLessThan(1e-6);
  });
});
