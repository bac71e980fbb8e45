/** Expected values: pymannkendall 1.4.3, `original_test`. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trendTest } from '../../../src/board/trend-test.ts';

describe('Mann-Kendall and Sen', () => {
  test.each([
    [
      'falling a little each time',
      [88.05, 87.87, 87.78, 87.78, 87.6, 87.51, 87.51, 87.33, 87.24, 87.24, 87.06, 86.97],
      1.8538250833755043e-5,
      -0.0900000000000008,
    ],
    ['with ties', [3, 1, 2, 2, 5, 3, 3, 4, 4, 6, 5, 5], 0.006237671225717278, 0.35416666666666663],
    ['no way at all', [1, 5, 2, 4, 3, 3, 1, 5, 2, 4], 0.7841912294016191, 0.0],
    ['all the same', [7, 7, 7, 7, 7, 7, 7, 7, 7, 7], 1.0, 0.0],
    ['ten that rise', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 8.303070332638107e-5, 1.0],
  ])('%s', (_, values, p, slope) => {
    const tested = trendTest(values);
    expect(tested?.n).toBe(values.length);
    expect(tested?.p).toBeCloseTo(p, 9);
    expect(tested?.slope).toBeCloseTo(slope, 12);
  });

  test('of nine values none is said', () => {
    expect(trendTest([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeUndefined();
  });

  test('turned around, the same line goes the other way as surely', () => {
    const values = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 10, maxLength: 30 });
    fc.assert(
      fc.property(values, (line) => {
        const [one, other] = [trendTest(line), trendTest(line.toReversed())];
        expect(one?.p).toBeCloseTo(other?.p ?? Number.NaN, 12);
        expect((one?.slope ?? 0) + (other?.slope ?? 0)).toBeCloseTo(0, 12);
      }),
      { seed: 24, numRuns: 50 },
    );
  });
});
