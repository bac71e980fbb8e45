import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sample } from '../../../src/regression/index.ts';
import { pairSamples } from '../../../src/regression/samples/pair.ts';
import { SampleTable } from '../../../src/regression/samples/table.ts';
import { samples } from '../../support/seed.ts';

const sampleOf = (id: string, line: number): Sample => ({
  id,
  line,
  scores: new Map(),
  slices: [],
  file: 'a',
});

test('a table of samples is what a Map of them by their ids is', () => {
  const ids = fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('', '__proto__', 'size', 'ü', '\uD800'));
  const steps = fc.array(fc.tuple(fc.constantFrom('set', 'set', 'set', 'remove'), ids), { maxLength: 200 });
  fc.assert(
    fc.property(steps, (all) => {
      const [table, map] = [new SampleTable(), new Map<string, Sample>()];
      for (const [line, [step, id]] of all.entries())
        if (step === 'set') {
          table.set(sampleOf(id, line));
          map.set(id, sampleOf(id, line));
        } else {
          table.remove((sample) => sample.id === id);
          map.delete(id);
        }
      expect([...table]).toEqual([...map]);
      expect([...table.keys()]).toEqual([...map.keys()]);
      expect([...table.values()]).toEqual([...map.values()]);
      expect(table.size).toBe(map.size);
      for (const [, id] of all) expect([table.has(id), table.get(id)]).toEqual([map.has(id), map.get(id)]);
    }),
    { numRuns: samples(300) },
  );
});

test('ids that rise, until one does not, are found whether they are there or not', () => {
  const step = fc.tuple(fc.integer({ min: -3, max: 9 }), fc.boolean());
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), fc.nat(120), (steps, from) => {
      const [table, map] = [new SampleTable(), new Map<string, Sample>()];
      let number = from;
      for (const [line, [by, isAsked]] of steps.entries()) {
        // Mostly upwards, from one length to the next.
        number = Math.max(0, number + (by < -1 ? by : Math.abs(by)));
        const id = `s-${number}`;
        table.set(sampleOf(id, line));
        map.set(id, sampleOf(id, line));
        const asked = isAsked ? [`s-${number - 2}`] : [];
        expect(asked.map((one) => table.get(one))).toEqual(asked.map((one) => map.get(one)));
      }
      expect([...table]).toEqual([...map]);
      for (let at = 0; at < number + 3; at += 1) expect(table.get(`s-${at}`)).toEqual(map.get(`s-${at}`));
    }),
    { numRuns: samples(200) },
  );
});

test('pairs of tables are those of Maps, whatever is left out, added and shuffled', () => {
  const side = fc
    .subarray(
      Array.from({ length: 30 }, (_, at) => `s-${at}`),
      { minLength: 10 },
    )
    .chain((ids) => fc.oneof(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length })));
  fc.assert(
    fc.property(side, side, (before, after) => {
      const [baseline, candidate] = [before, after].map((ids) => {
        const table = new SampleTable();
        for (const [line, id] of ids.entries()) table.set(sampleOf(id, line));
        return table;
      });
      const expected = pairSamples(new Map(baseline), new Map(candidate));
      expect(pairSamples(baseline ?? new Map(), candidate ?? new Map())).toEqual(expected);
      const there = new Set(before);
      expect(expected.pairs.map(({ candidate: { id } }) => id)).toEqual(after.filter((id) => there.has(id)));
      expect(expected.missing.length).toBe(before.filter((id) => !after.includes(id)).length);
    }),
    { numRuns: samples(300) },
  );
});

test('it grows', () => {
  const table = new SampleTable();
  for (let at = 0; at < 20_000; at += 1) table.set(sampleOf(`sample-${at}`, at));
  expect(table.size).toBe(20_000);
  for (let at = 0; at < 20_000; at += 97) expect(table.get(`sample-${at}`)?.line).toBe(at);
  expect(table.get('sample-20000')).toBeUndefined();
});

/** Ids of one hash: of a text whose FNV-1a is 0 it stays 0, however many zeros follow. */
function sameHash(count: number): string[] {
  const fnv = (text: string) =>
    Array.from(text, (char) => char.charCodeAt(0)).reduce(
      (hash, code) => Math.imul(hash ^ code, 0x01000193),
      0x811c9dc5,
    );
  let at = 0;
  while (fnv(String(at)) >>> 16 !== 0) at += 1;
  const start = `${at}${String.fromCharCode(fnv(String(at)))}`;
  return Array.from({ length: count }, (_, zeros) => start + '\0'.repeat(zeros));
}

test('ids that were chosen to have one hash are told apart, and looked up as fast as any', () => {
  const table = new SampleTable();
  const ids = sameHash(1000);
  for (const [line, id] of [...ids, ...ids].entries()) table.set(sampleOf(id, line));
  table.set(sampleOf('another', 0));
  expect(table.size).toBe(1001);
  expect(ids.map((id) => table.get(id)?.line)).toEqual(ids.map((_, at) => 1000 + at));
  expect([table.has('another'), table.has('none'), table.has(`${ids[999]}\0`)]).toEqual([true, false, false]);
  table.remove(({ id }) => id === ids[3]);
  expect([table.size, table.has(ids[3] ?? ''), table.get(ids[4] ?? '')?.line]).toEqual([1000, false, 1004]);
});
