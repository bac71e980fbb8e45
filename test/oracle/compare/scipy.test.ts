/** The interval and the ratio of units against scipy, and the interval against confseq where that is installed. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { widthAt } from '../../../src/compare/statistics/confidence-sequence.ts';
import { logBayesFactor } from '../../../src/compare/statistics/sample-ratio.ts';
import { MetricSums } from '../../../src/compare/outcomes/metric-sums.ts';
import { seededRandom } from '../../../src/regression/statistics/random.ts';

const python = process.env['SCIPY_PYTHON'] ?? 'python3';
const present = spawnSync(python, ['-c', 'import scipy']).status === 0;
if (!present) console.log('skipped: scipy is not here');

const program = `
import json, sys
import numpy as np
from scipy import integrate, optimize, stats
try: from confseq.boundaries import normal_mixture_bound
except ImportError: normal_mixture_bound = None
cases = json.load(sys.stdin)

def width(units, deviation, alpha, planned):
    """Where the likelihood ratio, mixed over a normal effect, reaches 1 / alpha: found by root finding, not by the formula."""
    log = -2 * np.log(alpha)
    tau2 = (log + np.log(log + 1)) / planned
    mixed = lambda s: -0.5 * np.log1p(units * tau2) + s**2 * tau2 / (2 * (1 + units * tau2)) + np.log(alpha)
    return deviation * optimize.brentq(mixed, 0, 1e6 * np.sqrt(units), xtol=1e-12, rtol=1e-14) / units

def bayes_factor(look, shares):
    return stats.dirichlet_multinomial.logpmf(look, 50 * np.array(shares), sum(look)) - stats.multinomial.logpmf(look, sum(look), shares)

def variance(values):
    low, high = (0, 1) if set(values) <= {0, 1} else (min(values), max(values))
    return np.var([*values, low, high], ddof=1)

print(json.dumps({
    "widths": [width(*case) for case in cases["widths"]],
    "confseq": None if normal_mixture_bound is None else [deviation * normal_mixture_bound(units, alpha, planned, alpha, is_one_sided=False) / units for units, deviation, alpha, planned in cases["widths"]],
    "factors": [bayes_factor(*case) for case in cases["factors"]],
    "variances": [variance(case) for case in cases["variances"]],
}))
`;

const widths: [units: number, deviation: number, alpha: number, planned: number][] = [
  2, 60, 1000, 10_000, 1_000_000,
].flatMap((units) =>
  [0.05, 0.01].map((alpha): [number, number, number, number] => [
    units,
    0.7,
    alpha,
    units > 500 ? 10_000 : 400,
  ]),
);

const factors: [look: number[], shares: number[]][] = [
  [
    [5200, 4800],
    [0.5, 0.5],
  ],
  [
    [300, 200],
    [0.5, 0.5],
  ],
  [
    [90_100, 9900],
    [0.9, 0.1],
  ],
  [
    [0, 7],
    [0.5, 0.5],
  ],
  [
    [400, 300, 300],
    [1 / 3, 1 / 3, 1 / 3],
  ],
];

const random = seededRandom(3);
const variances = [
  [0, 0, 0, 0],
  [1, 0, 1, 1, 0],
  Array.from({ length: 500 }, () => 1e6 + random.uniform()),
  Array.from({ length: 500 }, () => Math.exp(2 * random.uniform())),
];

/** What `normal_mixture_bound` of confseq 0.0.11 answers, from its header compiled with g++ 12: its package does not build on present Pythons. */
const confseqWidths: [units: number, alpha: number, planned: number, width: number][] = [
  [2, 0.05, 400, 6.221788786734],
  [2, 0.01, 400, 6.452729529753],
  [60, 0.05, 400, 0.319086415622],
  [60, 0.01, 400, 0.362818918345],
  [1000, 0.05, 10000, 0.085335272024],
  [1000, 0.01, 10000, 0.095539036988],
  [10000, 0.05, 10000, 0.021246462933],
  [10000, 0.01, 10000, 0.025001409796],
  [1000000, 0.05, 10000, 0.002493148729],
  [1000000, 0.01, 10000, 0.002824025328],
];

describe('confseq', () => {
  it.each(confseqWidths)('the half width at %s units, error %s', (units, alpha, planned, width) => {
    expect(Math.abs(widthAt(units, 0.7, { alpha, planned }) - width)).toBeLessThan(1e-11);
  });
});

describe.skipIf(!present)('scipy', () => {
  const { stdout, stderr } = spawnSync(python, ['-c', program], {
    input: JSON.stringify({ widths, factors, variances }),
    encoding: 'utf8',
  });
  const expected = (stdout === '' ? {} : JSON.parse(stdout)) as Partial<Record<string, number[] | null>>;

  it('runs', () => expect(stderr).toBe(''));

  it.each(widths)('the half width at %d units', (units, deviation, alpha, planned) => {
    const at = widths.findIndex((one) => one[0] === units && one[2] === alpha);
    const own = widthAt(units, deviation, { alpha, planned });
    const others = ['widths', 'confseq'].flatMap((name) => expected[name]?.[at] ?? []);
    expect(others).not.toEqual([]);
    for (const other of others) expect(Math.abs(own - other)).toBeLessThan(1e-6);
  });

  it.each(factors)('the Bayes factor of %j against %j', (look, shares) => {
    const at = factors.findIndex((one) => one[0] === look);
    expect(Math.abs(logBayesFactor(look, shares) - (expected['factors']?.[at] ?? Number.NaN))).toBeLessThan(
      1e-6,
    );
  });

  it.each(variances.map((values, at) => ({ values, at })))('the variance, $at', ({ values, at }) => {
    const sums = new MetricSums();
    values.forEach((value, unit) => sums.add(unit, value));
    const [arm] = sums.result(1, values.length, () => 0).arms;
    expect(
      Math.abs((arm?.variance ?? Number.NaN) - (expected['variances']?.[at] ?? Number.NaN)),
    ).toBeLessThan(1e-6);
  });
});
