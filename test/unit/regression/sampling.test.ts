import { describe, expect, it } from 'vitest';
import {
  compareSets,
  planSampling,
  readResults,
  regressionDefaults,
  sampleOrder,
  type RegressionSettings,
  type ResultSet,
  type Sampling,
} from '../../../src/regression/index.ts';
import { judgeRegression, samplesOfRound } from '../../../src/regression/gate/regression-gate.ts';
import { lookAt } from '../../../src/regression/decision/looks.ts';
import { seededRandom } from '../../../src/regression/statistics/random.ts';
import { portsOf } from './gate-ports.ts';

const n = 400;
const settings: RegressionSettings = {
  ...regressionDefaults,
  metrics: ['accuracy'],
  looks: [100],
  sampling: 'history',
};

interface Kind {
  /** Of a sample to be right. */
  readonly chance?: (i: number) => number;
  readonly more?: Record<string, unknown>;
  readonly ids?: (i: number) => string;
}

const even = (i: number): number => (i % 10 === 0 ? 0.5 : Number(i % 7 !== 0));

function rowsOf(seed: number, { chance = even, more = {}, ids = (i) => `s${i}` }: Kind = {}): string {
  const random = seededRandom(seed);
  return Array.from({ length: n }, (_, i) => {
    const prediction = random.uniform() < chance(i) ? 'a' : 'b';
    return JSON.stringify({ id: ids(i), target: 'a', prediction, ...more });
  }).join('\n');
}

function read(text: string): ResultSet {
  return readResults([{ path: 'results/test.jsonl', bytes: new TextEncoder().encode(text) }]);
}

const evaluations = (seeds: readonly number[], kind?: Kind) =>
  seeds.map((seed) => ({ name: `commit ${seed}`, results: read(rowsOf(seed, kind)) }));

const eight = [1, 2, 3, 4, 5, 6, 7, 8];
const pool = read(rowsOf(1));
const planned = planSampling(pool, evaluations(eight), settings);
const stratumIn = ({ design }: Sampling, id: string): number | undefined => design?.stratumOf.get(id);

describe('the order of a pool by what flipped', () => {
  it('takes what flipped first, and a floor of what did not at every look', () => {
    const flipped = planned.order.filter((id) => stratumIn(planned, id) === 1);
    // 40 samples are even, and hardly one of them is the same in eight evaluations.
    expect(flipped.length).toBeGreaterThan(35);
    expect(flipped.every((id) => Number(id.slice(1)) % 10 === 0)).toBe(true);
    const share = (n - flipped.length) / n;
    for (let at = 1; at <= n; at++) {
      const steady = planned.order.slice(0, at).filter((id) => stratumIn(planned, id) === 0).length;
      expect(steady).toBeGreaterThanOrEqual(Math.floor(0.5 * at * share));
    }
    expect(planned.order.slice(0, 100).filter((id) => stratumIn(planned, id) === 1)).toHaveLength(
      flipped.length,
    );
    expect(planned.order.toSorted()).toEqual(sampleOrder(pool.samples.keys(), 1).toSorted());
  });

  it('is the same for the same records, whatever their order in the file, and within a stratum that of the seed', () => {
    const again = read(rowsOf(1).split('\n').toReversed().join('\n'));
    expect(planSampling(again, evaluations(eight), settings).order).toEqual(planned.order);
    const seeded = sampleOrder(pool.samples.keys(), 1);
    for (const h of [0, 1])
      expect(planned.order.filter((id) => stratumIn(planned, id) === h)).toEqual(
        seeded.filter((id) => stratumIn(planned, id) === h),
      );
  });

  it('learns how much each stratum changes from evaluations that did not choose it', () => {
    const [steady, flipped] = planned.design?.strata ?? [];
    expect(steady?.spread).toBeLessThan(0.02);
    expect(flipped?.spread).toBeGreaterThan(0.4);
  });

  it('tells more than its number of samples says, and all that there is in the end', () => {
    const { information = (samples: number) => samples } = planned.design ?? {};
    expect(information(100) / information(n)).toBeGreaterThan(0.5);
    // A first look that tells more may decide sooner.
    expect(lookAt(100, [100, n], 0.05, information).z).toBeLessThan(lookAt(100, [100, n], 0.05).z);
    expect(lookAt(n, [100, n], 0.05, (samples) => samples).z).toBe(lookAt(n, [100, n], 0.05).z);
  });

  it('cuts scores that never repeat exactly by how much they change', () => {
    const scored = (seed: number): ResultSet => {
      const random = seededRandom(seed);
      const rows = Array.from({ length: n }, (_, i) => {
        const wide = i % 10 === 0 ? 1 : 0.1;
        return JSON.stringify({ id: `s${i}`, score: 3 + wide * random.uniform() });
      });
      return read(rows.join('\n'));
    };
    const named = eight.map((seed) => ({ name: `commit ${seed}`, results: scored(seed) }));
    const plan = planSampling(scored(1), named, { ...settings, metrics: ['score'] });
    const flipped = plan.order.filter((id) => stratumIn(plan, id) === 1);
    expect(flipped.length).toBeLessThan(n / 4);
    expect(flipped.filter((id) => Number(id.slice(1)) % 10 === 0).length).toBeGreaterThan(0.8 * (n / 10));
  });

  it.each<[string, readonly { name: string; results: ResultSet }[], string, string]>([
    ['too few', evaluations([1, 2, 3]), '4 evaluations of the pool are needed', ''],
    ['none', [], '4 evaluations of the pool are needed to see which samples flip, and 0 can be used', ''],
    [
      'flips that are spread evenly',
      evaluations(eight, { chance: () => 0.97 }),
      'spread over the samples so evenly',
      '',
    ],
    [
      'noise alone',
      evaluations(eight, { chance: () => 0.5 }),
      'so evenly that an even sample does as well',
      '',
    ],
    ['kept answers', evaluations(eight.map(() => 1)), 'only 0 of the 400 samples ever flipped', ''],
    [
      'other samples',
      evaluations(eight, { ids: (i) => `t${i}` }),
      'and 0 can be used',
      'it has not all samples of the pool as they are now',
    ],
    [
      'half of the samples',
      evaluations(eight, { ids: (i) => (i < 200 ? `s${i}` : `t${i}`) }),
      'and 0 can be used',
      'it has not all samples of the pool as they are now',
    ],
    ['other targets', evaluations(eight, { more: { target: 'c' } }), 'and 0 can be used', 'as they are now'],
    [
      'another prompt',
      evaluations(eight, { more: { prompt_template: 'p2' } }),
      'and 0 can be used',
      'set-up',
    ],
    ['another judge', evaluations(eight, { more: { judge: 'judge-2' } }), 'and 0 can be used', 'set-up'],
    [
      'cut rows',
      eight.map((seed) => ({ name: `commit ${seed}`, results: read(`${rowsOf(seed)}\n{"id": `) })),
      'and 0 can be used',
      'its results cannot be read',
    ],
  ])('is random with a history of %s, and said why', (_, history, reason, unused) => {
    const plan = planSampling(pool, history, settings);
    expect(plan.design).toBeUndefined();
    expect(plan.order).toEqual(sampleOrder(pool.samples.keys(), settings.seed));
    expect(plan.reason).toContain(reason);
    expect(plan.unused[0]?.reason ?? '').toContain(unused);
  });

  it('uses what fits of a history, a trunk that was a regression among it', () => {
    const history = [
      ...evaluations(eight),
      ...evaluations([9], { more: { judge: 'judge-2' } }),
      ...evaluations([10], { chance: (i) => even(i) * Number(i > 80) }),
    ];
    const plan = planSampling(pool, history, settings);
    expect(plan.evaluations).toHaveLength(9);
    expect(plan.unused.map(({ name }) => name)).toEqual(['commit 9']);
    expect(plan.design?.strata).toHaveLength(2);
  });

  it('counts failed calls of a history as nothing known', () => {
    const failed = read(
      rowsOf(3)
        .split('\n')
        .map((row, i) => (i < 5 ? `{"id": "s${i}", "target": "a", "error": "timeout"}` : row))
        .join('\n'),
    );
    const history = evaluations(eight).with(2, { name: 'commit 3', results: failed });
    expect(planSampling(pool, history, settings).evaluations).toHaveLength(8);
  });
});

/** The first `size` of the order, with the flips of another evaluation. */
function candidateOf(size: number, seed = 20, { order }: Pick<Sampling, 'order'> = planned): ResultSet {
  const chosen = new Set(order.slice(0, size));
  const kept = rowsOf(seed)
    .split('\n')
    .filter((row) => chosen.has((JSON.parse(row) as { id: string }).id));
  return read(kept.join('\n'));
}

describe('a round that was drawn by what flipped', () => {
  const report = compareSets(pool, candidateOf(100), settings, { sampling: planned });
  const [metric] = report.facts.metrics;

  it('weighs each sample by how many it stands for', () => {
    const answers = candidateOf(100);
    const right = (set: ResultSet, id: string): number => Number(set.samples.get(id)?.prediction === 'a');
    const estimate = [0, 1].reduce((sum, h) => {
      const all = planned.order.filter((id) => stratumIn(planned, id) === h);
      const drawn = planned.order.slice(0, 100).filter((id) => stratumIn(planned, id) === h);
      // Within a stratum by the baseline's outcome: right and wrong ones as they are in the pool.
      return (
        sum +
        [0, 1].reduce((part, before) => {
          const own = drawn.filter((id) => right(pool, id) === before);
          const mean = own.reduce((total, id) => total + right(answers, id) - before, 0) / (own.length || 1);
          return part + (all.filter((id) => right(pool, id) === before).length / n) * mean;
        }, 0)
      );
    }, 0);
    expect(metric?.delta).toBeCloseTo(estimate, 12);
    expect(metric?.baseline).toBeCloseTo(
      read(rowsOf(1)).samples.size === n
        ? [...pool.samples.values()].filter(({ prediction }) => prediction === 'a').length / n
        : NaN,
      12,
    );
  });

  it('says what it was drawn by, and what that bought', () => {
    expect(report.findings.find(({ rule }) => rule === 'regression/sampling')?.message).toMatch(
      /^Drawn are (\d+) of \1 samples that flipped between 8 evaluations of trunk, and \d+ of \d+ that did not; each counts for as many as it stands for\. The standard error of accuracy is [\d.]+ points in place of [\d.]+ points of as many at random, as \d+ samples would have\.$/,
    );
    expect(report.facts.sampling).toMatchObject({
      strata: [
        { name: 'steady', probability: expect.closeTo(60 / 360, 1) as number },
        { name: 'flipped', probability: 1 },
      ],
      unused: [],
    });
    expect(report.facts.sampling?.errorAtRandom).toBeGreaterThan(metric?.standardError ?? NaN);
  });

  it('fails where other samples were evaluated than those that were drawn', () => {
    const own = candidateOf(100, 20, { order: sampleOrder(pool.samples.keys(), 1) });
    const { verdict, findings } = compareSets(pool, own, settings, { sampling: planned });
    expect(verdict).toBe('fail');
    expect(findings.map(({ rule }) => rule)).toContain('regression/unmatched-samples');
  });

  it('is as without weights once the whole pool is evaluated', () => {
    const whole = compareSets(pool, candidateOf(n), settings, { sampling: planned });
    const plain = compareSets(pool, candidateOf(n), { ...settings, sampling: 'random' });
    expect(whole.facts.metrics).toEqual(plain.facts.metrics);
  });

  it.each(['f1_macro', 'mcc', 'kappa', 'balanced_accuracy', 'f1:positive=a'])(
    'has an interval around a weighted %s that agrees with its verdict',
    (name) => {
      const found = compareSets(
        pool,
        candidateOf(100),
        { ...settings, metrics: [name] },
        { sampling: planned },
      );
      const [one] = found.facts.metrics;
      expect(Number.isFinite(one?.standardError)).toBe(true);
      expect((one?.ci[1] ?? 0) < 0).toBe(one?.verdict === 'fail');
    },
  );

  it('weighs slices and the anchor alike', () => {
    const sliced = (text: string): ResultSet =>
      read(
        text
          .split('\n')
          .map((row) => {
            const one = JSON.parse(row) as { id: string };
            return JSON.stringify({ ...one, slices: { half: Number(one.id.slice(1)) < 200 ? 'a' : 'b' } });
          })
          .join('\n'),
      );
    const chosen = new Set(planned.order.slice(0, 100));
    const rows = rowsOf(20)
      .split('\n')
      .filter((row) => chosen.has((JSON.parse(row) as { id: string }).id));
    const { facts } = compareSets(sliced(rowsOf(1)), sliced(rows.join('\n')), settings, {
      sampling: planned,
      anchor: { name: 'v1', results: sliced(rowsOf(30)) },
    });
    // A tenth is even. Unweighted, two of five would be.
    for (const { baseline } of [...(facts.slices ?? []), ...(facts.anchor?.metrics ?? [])])
      expect(baseline).toBeGreaterThan(0.74);
  });
});

describe('the job that plans and the one that judges', () => {
  const history = eight.map((seed) => ({ at: `2026-11-${10 + 8 - seed}T03:00:00Z`, rows: rowsOf(seed) }));
  const later = { at: '2026-11-29T03:00:00Z', rows: rowsOf(40, { chance: (i) => Number(i % 3 === 0) }) };
  const policy = {
    ...settings,
    candidate: ['results/test.jsonl'],
    eventAt: Date.parse('2026-11-20T00:00:00Z'),
  };
  const base = { 'results/test.jsonl': rowsOf(1) };
  const ids = async (worlds: typeof history) =>
    samplesOfRound(policy, portsOf({ base, history: worlds }), { samples: 100 });

  it('take the same samples while the ledger grows', async () => {
    const plan = await ids(history);
    expect(plan.ids).toEqual(planned.order.slice(0, 100));
    expect(plan.sampling?.facts.strata).toMatchObject([
      { name: 'steady' },
      { name: 'flipped', probability: 1 },
    ]);
    expect((await ids([later, ...history])).ids).toEqual(plan.ids);
    const rows = rowsOf(20)
      .split('\n')
      .filter((row) => plan.ids.includes((JSON.parse(row) as { id: string }).id));
    const judged = await judgeRegression(
      policy,
      portsOf({
        base,
        history: [later, ...history],
        disk: { 'results/test.jsonl': rows.join('\n') },
        head: {},
      }),
    );
    expect(judged.facts.sampling?.strata).toEqual(plan.sampling?.facts.strata);
    expect(judged.findings.map(({ rule }) => rule)).not.toContain('regression/unmatched-samples');
  });

  it('draw at random where the policy does not ask for the history, or nothing is there', async () => {
    const plain = await samplesOfRound({ ...policy, sampling: 'random' }, portsOf({ base, history }), {
      samples: 100,
    });
    expect(plain).toEqual({ ids: sampleOrder(pool.samples.keys(), 1).slice(0, 100) });
    const none = await ids([]);
    expect(none.ids).toEqual(plain.ids);
    expect(none.sampling?.text).toContain(
      'Samples are drawn at random, not by the history of trunk: 4 evaluations',
    );
  });
});
