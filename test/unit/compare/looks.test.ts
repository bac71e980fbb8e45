/** Looking every day: how often that finds what is not there, and how soon what is. */
import { describe, expect, it } from 'vitest';
import { compareDefaults } from '../../../src/compare/index.ts';
import { halfWidth, type ArmValues } from '../../../src/compare/statistics/confidence-sequence.ts';
import { sampleRatio, sampleRatioAlpha } from '../../../src/compare/statistics/sample-ratio.ts';
import { normalQuantile } from '../../../src/regression/statistics/normal.ts';
import { seededRandom } from '../../../src/regression/statistics/random.ts';

const days = 30;
const replays = 1000;

interface Replay {
  /** First day on which the interval leaves 0 behind, on which a plain z does; none where neither ever does. */
  readonly sequence?: number;
  readonly plain?: number;
}

/** Successes of a day, by the normal law: what it is wrong by is far below what is looked for. */
function replay(random: () => number, perArm: number, rates: readonly [number, number]): Replay {
  const sums: [number, number] = [0, 0];
  let found: Replay = {};
  for (let day = 1; day <= days; day++) {
    const n = day * perArm;
    rates.forEach((rate, arm) => {
      sums[arm] =
        (sums[arm] ?? 0) +
        Math.round(perArm * rate + normalQuantile(random()) * Math.sqrt(perArm * rate * (1 - rate)));
    });
    const [one, other] = sums.map((sum): ArmValues => ({
      n,
      mean: sum / n,
      variance: (sum / n) * (1 - sum / n),
    }));
    if (one === undefined || other === undefined) continue;
    const delta = Math.abs(other.mean - one.mean);
    const error = Math.sqrt((one.variance + other.variance) / n);
    if (
      found.sequence === undefined &&
      delta > halfWidth(one, other, { alpha: 0.05, planned: compareDefaults.planned })
    )
      found = { ...found, sequence: day };
    if (found.plain === undefined && delta > 1.96 * error) found = { ...found, plain: day };
  }
  return found;
}

function share(all: readonly Replay[], of: keyof Replay): number {
  return all.filter((one) => one[of] !== undefined).length / all.length;
}

describe('an interval looked at daily for 30 days', () => {
  it('names at most 5 % false winners, where a plain z names a quarter', () => {
    const random = seededRandom(7);
    const all = Array.from({ length: replays }, () => replay(() => random.uniform(), 100, [0.5, 0.5]));
    expect(share(all, 'sequence')).toBeLessThanOrEqual(0.05);
    expect(share(all, 'plain')).toBeGreaterThan(0.2);
  });

  it('finds a true winner, most often before a test of a fixed size would have been over', () => {
    const random = seededRandom(8);
    const all = Array.from({ length: 200 }, () => replay(() => random.uniform(), 300, [0.5, 0.55]));
    const found = all.flatMap(({ sequence }) => sequence ?? []).toSorted((a, b) => a - b);
    expect(found.length).toBeGreaterThan(195);
    // 90 % power for 5 points takes 2,096 units an arm: day 7.
    expect(found[Math.floor(found.length / 2)]).toBeLessThanOrEqual(8);
  });
});

describe('the ratio of units looked at daily', () => {
  const looks = (random: () => number, split: number, perDay: number): number[][] => {
    let [a, b] = [0, 0];
    return Array.from({ length: days }, () => {
      const mine = Math.round(
        perDay * split + normalQuantile(random()) * Math.sqrt(perDay * split * (1 - split)),
      );
      [a, b] = [a + perDay - mine, b + mine];
      return [a, b];
    });
  };
  const found = (split: number, perDay: number, expected: readonly number[], seed: number): number => {
    const random = seededRandom(seed);
    const all = Array.from({ length: replays }, () =>
      sampleRatio(
        looks(() => random.uniform(), split, perDay),
        expected,
      ),
    );
    return all.filter((p) => p <= sampleRatioAlpha).length / replays;
  };

  it('is found wrong at 95 % where 10,000 units are split 52:48', () => {
    expect(found(0.52, 334, [0.5, 0.5], 1)).toBeGreaterThanOrEqual(0.95);
    expect(sampleRatio([[5200, 4800]], [0.5, 0.5])).toBeLessThan(0.001);
  });

  it.each([20, 334, 2000])('is rarely found wrong where it is right, at %d units a day', (perDay) => {
    expect(found(0.5, perDay, [0.5, 0.5], 2)).toBeLessThanOrEqual(sampleRatioAlpha);
    expect(found(0.1, perDay, [0.9, 0.1], 3)).toBeLessThanOrEqual(sampleRatioAlpha + 0.005);
  });

  it.each<[look: number[], shares: number[], wrong: boolean]>([
    [[300, 200], [0.5, 0.5], true],
    [[60, 40], [0.5, 0.5], false],
    [[9, 1], [0.5, 0.5], false],
    [[1000, 0], [0.5, 0.5], true],
    [[9000, 1000], [0.9, 0.1], false],
    [[9000, 1000], [0.88, 0.12], true],
    [[3400, 3300, 3300], [1 / 3, 1 / 3, 1 / 3], false],
    [[3800, 3100, 3100], [1 / 3, 1 / 3, 1 / 3], true],
    [[0, 0], [0.5, 0.5], false],
  ])('%j against %j', (look, shares, wrong) => {
    expect(sampleRatio([look], shares) <= sampleRatioAlpha).toBe(wrong);
  });
});
