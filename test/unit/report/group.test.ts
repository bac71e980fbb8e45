import { expect, test } from 'vitest';
import { groupBy } from '../../../src/kernel/group.ts';
import { filesUnder } from '../../support/contract/sources.ts';

test('items by key, in the order in which they come', () => {
  expect([...groupBy(['b1', 'a1', 'b2'], (text) => text[0])]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1']],
  ]);
  expect([...groupBy(['__proto__', 'constructor'], (text) => text).keys()]).toEqual([
    '__proto__',
    'constructor',
  ]);
  expect([...groupBy([], String)]).toEqual([]);
});

/** The command line runs on Node 20, which has none of these; the compiler knows them all. */
const newer =
  /\b(?:Map|Object)\.groupBy\(|\bPromise\.(?:withResolvers|try)\(|\bArray\.fromAsync\(|\bRegExp\.escape\(|\bisSubsetOf\(/;

test('nothing in src calls what Node 20 has not', () => {
  const found = filesUnder('src', ['.ts']).filter(({ text }) => newer.test(text));
  expect(found.map(({ file }) => file)).toEqual([]);
  expect(newer.test('Map.groupBy(records, keyOf)')).toBe(true);
});
