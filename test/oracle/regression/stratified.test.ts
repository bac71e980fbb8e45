/** The estimate of a round that was drawn by strata, against numpy with the textbook's formula, and samplics where it is: mean and F1, with and without the pool's baseline. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { estimatedForPool, weighed, type Round } from '../../../src/regression/decision/pool.ts';
import { planSampling } from '../../../src/regression/decision/design.ts';
import { measure } from '../../../src/regression/metrics/measure.ts';
import { parseMetric } from '../../../src/regression/metrics/spec.ts';
import type { Pair } from '../../../src/regression/samples/pair.ts';
import type { ResultSet, Sample } from '../../../src/regression/samples/sample.ts';
import { plainError } from '../../../src/regression/statistics/standard-error.ts';
import { seededRandom } from '../../../src/regression/statistics/random.ts';

const python = [process.env['SURVEY_PYTHON'] ?? '', 'python3'].find(
  (one) => one !== '' && spawnSync(one, ['-c', 'import numpy']).status === 0,
);
if (python === undefined) console.log('skipped: python3 with numpy is not here');

const program = `
import json, sys, warnings
import numpy as np
warnings.filterwarnings("ignore")
try:
    from samplics.estimation import TaylorEstimator
    from samplics.utils.types import PopParam
except ImportError: TaylorEstimator = None
def error_within(y, h, w):
    W = {k: w[h == k].sum() / w.sum() for k in set(h)}
    error = np.sqrt(sum(W[k] ** 2 * y[h == k].var(ddof=1) / (h == k).sum() for k in W))
    if TaylorEstimator is not None:
        taylor = TaylorEstimator(PopParam.mean)
        taylor.estimate(y=y, samp_weight=w, stratum=h)
        assert abs(taylor.stderror - error) < 1e-12, (taylor.stderror, error)
    return error
def between(y, h, w, N):
    centre = (w * y).sum() / w.sum()
    return sum(w[h == k].sum() / w.sum() * (y[h == k].mean() - centre) ** 2 for k in set(h)) / N
def ratio(case, side):
    t, p = np.array(case["target"]), np.array(case[side])
    return 2.0 * ((t == "1") & (p == "1")), 1.0 * (t == "1") + (p == "1")
def linear(case, w):
    if case["metric"] == "accuracy":
        right = [1.0 * (np.array(case[side]) == np.array(case["target"])) for side in ("baseline", "candidate")]
        return right[1] - right[0], ((right[1] - right[0]) * w).sum() / w.sum()
    parts, values = [], []
    for side in ("baseline", "candidate"):
        num, den = ratio(case, side)
        value = (w * num).sum() / (w * den).sum()
        parts.append((num - value * den) / ((w * den).sum() / w.sum())); values.append(value)
    return parts[1] - parts[0], values[1] - values[0]
def answer(case):
    h, N = np.array(case["stratum"]), case["pool"]
    sizes = np.array(case["sizes"], float)
    w = np.array([sizes[k] / (h == k).sum() for k in h])
    y, delta = linear(case, w)
    if case["known"]:
        own, all_own, all_h = np.array(case["own"]), np.array(case["wholeOwn"]), np.array(case["wholeStratum"])
        z = y.astype(float).copy()
        for k in set(h):
            at = h == k
            slope = np.cov(y[at], own[at])[0, 1] / own[at].var(ddof=1) if own[at].var() > 0 else 0.0
            delta -= sizes[k] / N * slope * (own[at].mean() - all_own[all_h == k].mean())
            z[at] -= slope * (own[at] - own[at].mean()) * (1 - np.sqrt(at.sum() / sizes[k]))
        return [delta, float(np.sqrt(error_within(z, h, w) ** 2 + between(y, h, w, N)))]
    return [delta, float(np.sqrt(error_within(y, h, w) ** 2 + between(y, h, w, N)))]
print(json.dumps([answer(case) for case in json.load(sys.stdin)]))
`;

const pool = 600;

/** A sixth of the samples are even; `lost` of the others are wrong. */
function answers(seed: number, lost = 0): Sample[] {
  const random = seededRandom(seed);
  return Array.from({ length: pool }, (_, i) => {
    const right = i % 6 === 0 ? random.uniform() < 0.5 : i % 7 !== 0 && i >= lost;
    const target = i % 2 === 0 ? '1' : '0';
    const prediction = right ? target : String(1 - Number(target));
    return { id: `s${i}`, target, prediction, scores: new Map(), slices: [], file: 'r.jsonl' };
  });
}

function setOf(samples: readonly Sample[]): ResultSet {
  return {
    files: [],
    samples: new Map(samples.map((sample) => [sample.id, sample])),
    aggregates: new Map(),
    setup: new Map(),
    directions: new Map(),
    marks: new Set(),
    formats: new Set(),
    openEnds: [],
    findings: [],
  };
}

const right = ({ target, prediction }: Sample): number => Number(target === prediction);

function caseOf(seed: number, metric: string, size: number, known: boolean) {
  const before = answers(seed);
  const history = [1, 2, 3, 4, 5].map((one) => ({
    name: String(one),
    results: setOf(answers(100 * seed + one)),
  }));
  const { order, design } = planSampling(setOf(before), history, { seed, metrics: [metric], changed: [] });
  if (design === undefined) throw new Error('no design');
  const after = new Map(answers(seed + 50, 40).map((sample) => [sample.id, sample]));
  const chosen = new Set(order.slice(0, size));
  // A pool of which one sample was not answered: then nothing is regressed on it.
  const whole = known
    ? before
    : before.map((one, i) => (i === 1 ? { ...one, status: 'timeout' as const } : one));
  const pairs = before.flatMap((baseline): Pair[] => {
    const candidate = after.get(baseline.id);
    return candidate !== undefined && chosen.has(baseline.id) ? [{ baseline, candidate }] : [];
  });
  const round: Round = { pairs: weighed(pairs, whole, design), pool: whole, design };
  const stratum = (sample: Sample): number => design.stratumOf.get(sample.id) ?? 0;
  const asked = {
    metric,
    known,
    pool,
    sizes: design.strata.map((one) => one.size),
    target: pairs.map(({ baseline }) => baseline.target),
    baseline: pairs.map(({ baseline }) => baseline.prediction),
    candidate: pairs.map(({ candidate }) => candidate.prediction),
    stratum: pairs.map(({ baseline }) => stratum(baseline)),
    own: pairs.map(({ baseline }) => right(baseline)),
    wholeOwn: before.map(right),
    wholeStratum: before.map(stratum),
  };
  const spec = parseMetric(metric);
  const measured = typeof spec === 'string' ? undefined : measure(spec, round.pairs);
  if (typeof spec === 'string' || measured?.ok !== true) throw new Error(metric);
  const found = estimatedForPool(spec, round, measured.statistic, measured);
  return { asked, found };
}

const cases = [1, 2, 3].flatMap((seed) =>
  ['accuracy', 'f1'].flatMap((metric) =>
    [120, 300].flatMap((size) => [true, false].map((known) => ({ seed, metric, size, known }))),
  ),
);

describe.skipIf(python === undefined)('a stratified sample, by numpy and samplics', () => {
  const all = cases.map(({ seed, metric, size, known }) => caseOf(seed, metric, size, known));
  const { stdout, stderr } = spawnSync(python ?? 'python3', ['-c', program], {
    input: JSON.stringify(python === undefined ? [] : all.map(({ asked }) => asked)),
    encoding: 'utf8',
  });
  const expected = stdout === '' ? [] : (JSON.parse(stdout) as (readonly [number, number])[]);

  it.each(cases.map((one, at) => ({ ...one, at })))(
    '$metric, $size of 600, seed $seed, baseline known: $known',
    ({ at }) => {
      const { found } = all[at] ?? {};
      const [delta = NaN, error = NaN] = expected[at] ?? [];
      expect([stderr, (found?.candidate ?? NaN) - (found?.baseline ?? NaN)]).toEqual([
        '',
        expect.closeTo(delta, 10),
      ]);
      expect(plainError(found?.influence ?? new Float64Array())).toBeCloseTo(error, 10);
    },
  );
});
