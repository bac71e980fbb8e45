import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idsOfRound, roundSizes, sampleOrder } from '../../../src/regression/index.ts';

const pools = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 80 });
const looks = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 });

it('the rounds take every sample of the looks once, each look what it adds', () => {
  fc.assert(
    fc.property(pools, looks, fc.nat(), (pool, planned, seed) => {
      const sizes = roundSizes(planned, pool.length);
      const order = sampleOrder(pool, seed);
      const rounds = sizes.map((size) => idsOfRound(order, { looks: planned }, size));
      let before = 0;
      for (const [at, size] of sizes.entries()) {
        expect(rounds[at]).toHaveLength(size - before);
        before = size;
      }
      expect(new Set(rounds.flat()).size).toBe(before);
      expect(idsOfRound(order, { looks: planned })).toEqual(rounds[0]);
      expect(sampleOrder(pool.toReversed(), seed)).toEqual(order);
    }),
  );
});

it('without looks there is one round, of everything', () => {
  const pool = ['a', 'b', 'c'];
  expect(idsOfRound(pool, {})).toEqual(pool);
  expect(idsOfRound(pool, {}, 4)).toEqual([]);
});
