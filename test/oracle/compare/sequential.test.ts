/** The interval against GrowthBook's sequential test, the ratio of units against savvi's: published packages of others. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { halfWidth, type ArmValues } from '../../../src/compare/statistics/confidence-sequence.ts';
import { logBayesFactor } from '../../../src/compare/statistics/sample-ratio.ts';

/** Each in an environment of its own: what they need of others does not go together. */
const pythons = { gbstats: process.env['GBSTATS_PYTHON'], savvi: process.env['SAVVI_PYTHON'] };
for (const [name, python] of Object.entries(pythons))
  if (python === undefined) console.log(`skipped: ${name.toUpperCase()}_PYTHON names no python with ${name}`);

const intervalProgram = `
import json, sys
from gbstats.frequentist.tests import SequentialConfig, SequentialTwoSidedTTest
from gbstats.models.statistics import SampleMeanStatistic

def arm(n, mean, variance):
    return SampleMeanStatistic(n=n, sum=n * mean, sum_squares=variance * (n - 1) + n * mean**2)

def interval(one, other, alpha, planned):
    config = SequentialConfig(alpha=alpha, sequential_tuning_parameter=planned, difference_type="absolute")
    return SequentialTwoSidedTTest(arm(*one), arm(*other), config).compute_result().ci

print(json.dumps([interval(*one) for one in json.load(sys.stdin)]))
`;

const factorProgram = `
import json, sys
import numpy as np
from savvi.multinomial import Multinomial

def factor(look, shares):
    test = Multinomial(0.05, np.array(shares), k=50)
    test.update(np.array(look))
    return float(np.log(test.odds))

print(json.dumps([factor(*one) for one in json.load(sys.stdin)]))
`;

/** What the program prints of the cases; throws with what went wrong. */
function answersOf<T>(python: string | undefined, program: string, cases: readonly unknown[]): T[] {
  const { stdout, stderr } = spawnSync(python ?? 'python3', ['-c', program], {
    input: JSON.stringify(cases),
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as T[];
}

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

const arm = ([n, mean, variance]: Arm): ArmValues => ({ n, mean, variance });

it.skipIf(pythons.gbstats === undefined)('gbstats gives the same intervals', () => {
  const theirs = answersOf<[number, number]>(pythons.gbstats, intervalProgram, intervals);
  const ours = intervals.map(([before, after, alpha, planned]) => {
    const half = halfWidth(arm(before), arm(after), { alpha, planned });
    const delta = after[1] - before[1];
    return [delta - half, delta + half];
  });
  expect(theirs).toEqual(ours.map((limits) => limits.map((limit) => expect.closeTo(limit, 6) as number)));
});

it.skipIf(pythons.savvi === undefined)('savvi gives the same Bayes factors', () => {
  const theirs = answersOf<number>(pythons.savvi, factorProgram, factors);
  expect(theirs).toEqual(factors.map((one) => expect.closeTo(logBayesFactor(...one), 6) as number));
});
