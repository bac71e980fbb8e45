import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expectedMinutes,
  idsOfShard,
  mostShards,
  shardMatrix,
  shardOf,
  shardsFor,
} from '../../../src/policy/index.ts';

describe('shards', () => {
  it.each([1, 2, 4, mostShards])('%i have a row each, with a name of its own', (count) => {
    const { include } = shardMatrix(count, 7);
    expect(include).toHaveLength(count);
    expect(new Set(include.map(({ name }) => name)).size).toBe(count);
    expect(include.at(-1)).toEqual({
      shard: count - 1,
      shards: count,
      seed: 7,
      name: `${count}-of-${count}`,
    });
  });

  it('hold each sample in exactly the one that zlib says, as Python computes it', () => {
    const count = fc.integer({ min: 1, max: mostShards });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), count, (id, seed, shards) => {
        expect(shardOf(id, { seed, shards })).toBe(crc32(`${seed}:${id}`) % shards);
      }),
    );
  });

  it('hold every id once between them, and the ones without any are left out', () => {
    const ids = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: mostShards }), (all, shards) => {
        const parts = shardMatrix(shards, 1, all).include.map((row) => idsOfShard(all, row));
        expect(parts.every((part) => part.length > 0)).toBe(true);
        expect(parts.flat().toSorted()).toEqual(all.toSorted());
      }),
    );
  });

  it('are of about the same size', () => {
    const sizes = [0, 0, 0, 0];
    for (let id = 0; id < 4000; id += 1) {
      const shard = shardOf(`validation_${id}`, { seed: 1, shards: 4 });
      sizes[shard] = (sizes[shard] ?? 0) + 1;
    }
    expect(Math.min(...sizes)).toBeGreaterThan(900);
  });

  it('differ with the seed', () => {
    const shards = [1, 2, 3, 4, 5].map((seed) => shardOf('q1', { seed, shards: 256 }));
    expect(new Set(shards).size).toBeGreaterThan(1);
  });

  it.each([
    [0, 1],
    [10, 1],
    [10.1, 2],
    [35, 4],
    [1e9, mostShards],
  ])('%d minutes take %i for ten minutes each', (minutes, count) => {
    expect(shardsFor(minutes, 10)).toBe(count);
  });
});

describe('how long the next evaluation will take', () => {
  it.each([
    [[], undefined],
    [[42], 42],
    [[10, 50, 20], 20],
    [[10, 20], 20],
    // One that hung counts as one, and what is long ago not at all.
    [[1, 1, 1, 1, 1, 30, 30, 30, 30, 30, 30, 30, 30, 600], 30],
  ])('%j: %s', (times, expected) => {
    expect(expectedMinutes(times)).toBe(expected);
  });
});
