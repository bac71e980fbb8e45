import { expect, test } from 'vitest';
import { divisorNear } from '../../../src/config/rules/divisor.ts';

test.each([
  [32, 6, 8],
  [32, 5, 4],
  [256, 7, 8],
  [12, 5, 6],
  [8, 100, 8],
  [32, 0, 1],
  [7, 3, 1],
  // What a hostile file says takes no time: nothing near divides it.
  [2 ** 53 - 111, 2 ** 52, 1],
  [1, 2 ** 53, 1],
])('of %d, near %d, is %d', (whole, part, near) => {
  expect(divisorNear(whole, part)).toBe(near);
  expect(whole % near).toBe(0);
});
