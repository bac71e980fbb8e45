import { describe, expect, it } from 'vitest';
import { evidenceOf, leastBayesFactor } from '../../../src/locate/model/evidence.ts';
import { posteriorOf, smallestSet } from '../../../src/locate/posterior.ts';
import { uniformOf, worldOf, type WorldPlan } from '../../support/locate/worlds.ts';

interface Tally {
  right: number;
  covered: number;
  claimed: number;
}

/** What is said of so many worlds of one kind. */
function tally(plan: Omit<WorldPlan, 'seed'>, worlds: number): Tally {
  const counts: Tally = { right: 0, covered: 0, claimed: 0 };
  for (let seed = 0; seed < worlds; seed++) {
    const { rows, culprit } = worldOf({ seed: 7000 + seed, ...plan });
    const candidates = rows.slice(1).map((_, at) => ({ at: at + 1, step: at + 1, weight: 1 }));
    const { given, bayesFactor } = posteriorOf(candidates, evidenceOf({ values: rows }).down);
    const set = smallestSet(given).map((at) => at + 1);
    counts.right += Number(set[0] === culprit);
    counts.covered += Number(set.includes(culprit));
    counts.claimed += Number(bayesFactor > leastBayesFactor);
  }
  return counts;
}

// Small: bench/locate-simulation.ts has the whole table, 500 worlds a cell.
describe('invented trunks', () => {
  it.each([0.02, 0.3])('a concentrated culprit is named, at a churn of %d', (churn) => {
    expect(tally({ churn, kind: 'concentrated', drop: 0.03, merges: 32 }, 4).right).toBeGreaterThanOrEqual(3);
  });

  it.each([0.1, 1])('a diffuse culprit is in the 90 % set, at a churn of %d', (churn) => {
    expect(tally({ churn, kind: 'diffuse', merges: 32 }, 4).covered).toBeGreaterThanOrEqual(3);
  });

  it.each([
    { churn: 0.1 },
    { churn: 1 },
    { churn: 0.02, retrains: 16 },
    { churn: 0.3, luck: 0.3 },
    { churn: 0.3, cluster: 5 },
  ])('nothing is claimed without a culprit: %o', (plan) => {
    expect(tally({ ...plan, kind: 'none', merges: 32 }, 4).claimed).toBeLessThanOrEqual(1);
  });
});

/** Probability of the culprit where every eighth merge was evaluated, the one halfway, and both beside it. */
function probabilityOfCulprit(seed: number): number {
  const { rows, culprit } = worldOf({ seed, churn: 0.02, kind: 'concentrated' });
  const first = culprit - 1 - ((culprit - 1) % 8);
  const places = [...rows.keys()].filter(
    (at) => at % 8 === 0 || [first + 4, culprit - 1, culprit].includes(at),
  );
  const spans = places.map((at, step) => at - (places[step - 1] ?? 0));
  const { down } = evidenceOf({ values: places.flatMap((at) => rows[at] ?? []) }, (step) => spans[step] ?? 1);
  const candidates = places.flatMap((to, step) =>
    Array.from({ length: spans[step] ?? 0 }, (_, offset) => ({ at: to - offset, step, weight: 1 })),
  );
  return posteriorOf(candidates, down).given[candidates.findIndex(({ at }) => at === culprit)] ?? 0;
}

describe('few evaluations', () => {
  it('what turned at the culprit does not count for what is usual', () => {
    const likely = Array.from({ length: 9 }, (_, at) => probabilityOfCulprit(7000 + at)).filter(
      (probability) => probability > 0.8,
    );
    expect(likely.length).toBeGreaterThanOrEqual(5);
  });
});

describe('noise of each evaluation by itself', () => {
  /** The same trunk, of which each evaluation has so many answers wrong by chance. */
  const fits = (churn: number, noise: number): boolean => {
    const uniform = uniformOf(3);
    const { rows } = worldOf({ seed: 100, churn, kind: 'none', merges: 32 });
    return evidenceOf({
      values: rows.map((row) => row.map((value) => (uniform() < noise ? 1 - value : value))),
    }).fits;
  };

  it.each([
    [0.02, 0, true],
    [0.3, 0, true],
    [1, 0, true],
    [0.02, 0.02, false],
    [0.1, 0.05, false],
    [0.3, 0.05, false],
  ])('at a churn of %d and noise of %d the model fits: %s', (churn, noise, isFit) => {
    expect(fits(churn, noise)).toBe(isFit);
  });
});

describe('odd outcomes', () => {
  const only = (rows: readonly (readonly number[])[]) =>
    evidenceOf({ values: rows.map((row) => Float64Array.from(row)) });

  it.each([
    [
      'samples that are always right',
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    ],
    ['one sample', [[1], [0], [1]]],
    [
      'two evaluations',
      [
        [1, 0, 1],
        [0, 0, 1],
      ],
    ],
    [
      'one value everywhere',
      [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
    ],
    [
      'samples that come and go',
      [
        [1, NaN, NaN],
        [NaN, 1, NaN],
        [1, 1, 0],
        [NaN, NaN, 0],
      ],
    ],
    [
      'scores far apart',
      [
        [1e9, -1e9, 0],
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
  ])('give numbers: %s', (_, rows) => {
    const { down } = only(rows);
    expect(down.slice(1).every(Number.isFinite)).toBe(true);
  });
});
