/** What is known of records without reading them: found, added to, chosen from, kept and read again. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  emptyIndex,
  indexBytes,
  newestOf,
  oidsByTime,
  readIndex,
  rowOf,
  sizeOf,
  withRows as added,
  type LedgerIndex,
} from '../../../src/board/gate/ledger-index.ts';
import { idBytes, idSet, orderOf } from '../../../src/board/gate/sorted-ids.ts';

const oidOf = (text: string) => createHash('sha1').update(text).digest('hex');
const row = (name: string, at: number, serves = false) => ({ oid: oidOf(name), at, serves });
const withRows = (index: LedgerIndex, rows: readonly ReturnType<typeof row>[]) => {
  const { ids, width } = idBytes(rows.map(({ oid }) => oid));
  const times = Float64Array.from(rows, ({ at }) => at);
  return added(index, ids, width, { times, serving: Uint8Array.from(rows, ({ serves }) => Number(serves)) });
};
const all = { most: 100, mostServing: 100, now: 1000 };

test('rows are found however they came, and no others', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string(), { maxLength: 60 }),
      fc.uniqueArray(fc.string(), { maxLength: 20 }),
      fc.nat(60),
      (names, others, cut) => {
        const rows = names.map((name, at) => row(name, at));
        const index = withRows(withRows(emptyIndex, rows.slice(0, cut)), rows.slice(cut));
        const known = new Set(names);
        expect(sizeOf(index)).toBe(names.length);
        expect(names.every((name) => rowOf(index, oidOf(name)) >= 0)).toBe(true);
        expect(others.filter((name) => rowOf(index, oidOf(name)) >= 0)).toEqual(
          others.filter((name) => known.has(name)),
        );
        expect(oidsByTime(index, newestOf(index, all).rows)).toEqual(names.map(oidOf));
      },
    ),
    { numRuns: 50 },
  );
});

test('ids are put in their order, those that begin alike too', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(0xffff), { maxLength: 60 }), (numbers) => {
      const oids = numbers.map(
        (number) => `${(number % 3).toString(16).repeat(8)}${oidOf(`${number}`).slice(8)}`,
      );
      const { ids, width } = idBytes(oids);
      const order = [...orderOf(ids, width)];
      expect(order.map((at) => oids[at])).toEqual(oids.toSorted());
    }),
    { numRuns: 50 },
  );
});

test('ids that come more than once are counted once, in the order in which they came', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4000), { maxLength: 5000 }), (numbers) => {
      // Every fourth begins like others: they are looked for behind each other.
      const oids = numbers.map((number) =>
        number % 4 === 0 ? `00000000${oidOf(`${number}`).slice(8)}` : oidOf(`${number}`),
      );
      const { ids, width } = idBytes(oids);
      const set = idSet(width);
      const added = oids.filter((_, at) => set.add(ids, at * width));
      expect(added).toEqual([...new Set(oids)]);
      expect(set.ids().toString('hex')).toBe(added.join(''));
      expect(oids.map((_, at) => set.find(ids, at * width))).toEqual(oids.map((oid) => added.indexOf(oid)));
      expect(set.find(Buffer.alloc(width, 0xab), 0)).toBe(-1);
    }),
    { numRuns: 20 },
  );
});

describe('of more than have room', () => {
  const rows = [
    row('a', 1, true),
    row('b', 2),
    row('c', 3),
    row('d', 4, true),
    row('e', 4),
    row('z', 2000, true),
  ];
  const index = withRows(emptyIndex, rows);
  const chosen = (most: number, mostServing = 100) => {
    const { rows: own, since } = newestOf(index, { most, mostServing, now: 1000 });
    const oids = oidsByTime(index, own);
    const names = rows.map(({ oid }) => oid);
    return [
      oids
        .map((oid) => 'abcdez'[names.indexOf(oid)])
        .toSorted((a = '', b = '') => (a < b ? -1 : 1))
        .join(''),
      since,
    ];
  };

  test.each([
    [6, 100, 'abcdez', undefined],
    [3, 0, 'cde', 3],
    [3, 1, 'acde', 3],
    [3, 100, 'acdez', 3],
    [2, 100, 'adez', 4],
  ])('the newest %d and %d older ones by which something serves', (most, mostServing, names, since) => {
    expect(chosen(most, mostServing)).toEqual([names, since]);
  });

  test('of as many as old as each other the same are taken each time', () => {
    expect(chosen(1, 0)).toEqual(chosen(1, 0));
    expect(chosen(1, 0)[0]).toHaveLength(1);
  });
});

describe('as bytes', () => {
  const index = {
    ...withRows(emptyIndex, [row('a', 1.5, true), row('b', Number.NaN)]),
    folders: new Map([['by/serving/aa', { tree: oidOf('t'), entries: 7 }]]),
    suspects: new Map([[oidOf('b'), ['by/job/00/x@y.json']]]),
  };

  test('they are read as they were', () => {
    expect(readIndex(indexBytes(index))).toEqual(index);
    expect(readIndex(indexBytes(emptyIndex))).toEqual(emptyIndex);
  });

  test('at an odd place too', () => {
    const bytes = indexBytes(index);
    const moved = Buffer.concat([Buffer.from('abc'), bytes]).subarray(3);
    expect(readIndex(moved)).toEqual(index);
  });

  test('what is cut off, or is none, is none', () => {
    const bytes = indexBytes(index);
    for (let length = 0; length < bytes.length - 8; length += 1)
      expect(readIndex(bytes.subarray(0, length))).toBeUndefined();
    expect(readIndex(Buffer.from('x'.repeat(64)))).toBeUndefined();
  });
});
