/** The metrics of labels against scikit-learn itself, on random classes of every size and on the corners it is known for. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { measure } from '../../../src/regression/metrics/measure.ts';
import { parseMetric } from '../../../src/regression/metrics/spec.ts';
import type { Pair } from '../../../src/regression/samples/pair.ts';
import { seededRandom } from '../../../src/regression/statistics/random.ts';

const present = spawnSync('python3', ['-c', 'import sklearn']).status === 0;
if (!present) console.log('skipped: python3 with scikit-learn is not here');

const program = `
import json, sys, warnings
import sklearn.metrics as m
warnings.filterwarnings("ignore")
def values(case):
    y, p = case["target"], case["prediction"]
    found = {"accuracy": m.accuracy_score(y, p), "balanced_accuracy": m.balanced_accuracy_score(y, p)}
    if len(set(y)) > 1 and len(set(p)) > 1: found.update(mcc=m.matthews_corrcoef(y, p), kappa=m.cohen_kappa_score(y, p))
    for part in ("f1", "precision", "recall"):
        score = getattr(m, part + "_score")
        for average in ("micro", "macro", "weighted"):
            found[part + "_" + average] = score(y, p, average=average, zero_division=0)
        if "1" in y + p: found[part + "_binary:positive=1"] = score(["1" == v for v in y], ["1" == v for v in p], zero_division=0)
    return found
print(json.dumps([values(case) for case in json.load(sys.stdin)]))
`;

interface Case {
  readonly classes: number;
  readonly target: readonly string[];
  readonly prediction: readonly string[];
}

/** Right answers are as frequent as the squares of the classes are rare; some classes are never asked for, some never given. */
function caseOf(classes: number, n: number, seed: number): Case {
  const random = seededRandom(seed);
  const draw = (): string => String(Math.floor(classes * random.uniform() ** 2));
  const target = Array.from({ length: n }, draw);
  return { classes, target, prediction: target.map((right) => (random.uniform() < 0.7 ? right : draw())) };
}

const cases: readonly Case[] = [
  ...[2, 3, 10, 100, 1000].flatMap((classes, at) => [50, 2000].map((n) => caseOf(classes, n, 10 * at + n))),
  { classes: 2, target: ['1', '1', '0'], prediction: ['0', '0', '0'] },
  { classes: 3, target: ['0', '1', '0'], prediction: ['2', '2', '2'] },
];

describe.skipIf(!present)('scikit-learn', () => {
  const { stdout, stderr } = spawnSync('python3', ['-c', program], {
    input: JSON.stringify(present ? cases : []),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const expected = stderr === '' && stdout !== '' ? (JSON.parse(stdout) as Record<string, number>[]) : [];

  it.each(cases.map((one, at) => ({ ...one, n: one.target.length, at })))(
    '$classes classes, $n samples',
    ({ at, target, prediction }) => {
      const pairs = target.map((right, i): Pair => {
        const sample = { id: String(i), target: right, scores: new Map(), slices: [], file: '' };
        return {
          baseline: { ...sample, prediction: right },
          candidate: { ...sample, prediction: prediction[i] ?? '' },
        };
      });
      for (const [name, value] of Object.entries(expected[at] ?? { nothing: 0 })) {
        const spec = parseMetric(name);
        const measured = typeof spec === 'string' ? undefined : measure(spec, pairs);
        expect([name, measured?.ok === true ? measured.statistic.candidate : undefined]).toEqual([
          name,
          expect.closeTo(value, 12),
        ]);
      }
    },
  );
});
