/** Tango's interval against scipy and statsmodels: the likeliest shares found by an optimiser in place of the formula, the ends by brentq. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/regression/statistics/normal.ts';
import { tangoInterval } from '../../../src/regression/statistics/tango.ts';

const present = spawnSync('python3', ['-c', 'import scipy, statsmodels']).status === 0;
if (!present) console.log('skipped: python3 with scipy and statsmodels is not here');

const program = `
import json, math, sys
from scipy.optimize import brentq, minimize_scalar
from scipy.stats import norm
from statsmodels.stats.contingency_tables import mcnemar
z = norm.ppf(.975)
def likeliest(d, b, c, n):
    def loss(q):
        p, rest = q - d, n - b - c
        if min(p, q) < 0 or p + q > 1: return math.inf
        return -sum(k * math.log(max(x, 1e-300)) for k, x in ((b, p), (c, q), (rest, 1 - p - q)) if k > 0)
    low, high = max(0, d), (1 + d) / 2
    found = minimize_scalar(loss, bounds=(low, high), method="bounded", options={"xatol": 1e-13}).x
    return min((low, found, high), key=loss)
def score(d, b, c, n):
    q = likeliest(d, b, c, n)
    return (c - b - n * d) / math.sqrt(n * (2 * q - d - d * d))
def ends(b, c, n):
    at = (c - b) / n
    low = brentq(lambda d: score(d, b, c, n) - z, -1 + 1e-9, at - 1e-9, xtol=1e-12)
    high = brentq(lambda d: score(d, b, c, n) + z, at + 1e-9, 1 - 1e-9, xtol=1e-12)
    return [low, high, mcnemar([[n - b - c, b], [c, 0]], exact=False, correction=False).pvalue if b + c else 1]
print(json.dumps([ends(*case) for case in json.load(sys.stdin)]))
`;

const cases: readonly (readonly [lost: number, gained: number, n: number])[] = [
  [10, 0, 500],
  [0, 0, 500],
  [20, 12, 500],
  [3, 1, 50],
  [0, 7, 80],
  [150, 120, 1000],
  [700, 800, 5000],
];

describe.skipIf(!present)('Tango’s interval', () => {
  const { stdout } = spawnSync('python3', ['-c', program], {
    input: JSON.stringify(present ? cases : []),
    encoding: 'utf8',
  });
  const expected = stdout === '' ? [] : (JSON.parse(stdout) as [number, number, number][]);

  it.each(cases.map((one, at) => [...one, at] as const))(
    '%d lost, %d gained of %d',
    (lost, gained, n, at) => {
      const [low = NaN, high = NaN, p = NaN] = expected[at] ?? [];
      const z = normalQuantile(0.975);
      const interval = tangoInterval(lost, gained, n, z);
      expect(interval[0]).toBeCloseTo(low, 6);
      expect(interval[1]).toBeCloseTo(high, 6);
      // It excludes no change where the score test of McNemar refutes it.
      expect(interval[0] > 0 || interval[1] < 0).toBe(p < 0.05);
    },
  );
});
