import { describe, expect, it } from 'vitest';
import { clip, count, duration, enumerate } from '../../../src/kernel/text.ts';
import { displayWidth, padTo, wrap } from '../../../src/report/width.ts';

describe('clip', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['a😀b', 3, 'a…'],
    ['abc', 0, '…'],
  ])('%j to %i', (text, max, expected) => expect(clip(text, max)).toBe(expected));
});

describe('words', () => {
  it.each([
    [count(1, 'error'), '1 error'],
    [count(0, 'error'), '0 errors'],
    [count(1_234_567, 'row'), '1,234,567 rows'],
    [enumerate([]), ''],
    [enumerate(['a']), 'a'],
    [enumerate(['a', 'b', 'c']), 'a, b and c'],
    [duration(undefined), ''],
    [duration(Number.NaN), ''],
    [duration(0), '0.0 s'],
    [duration(412), '0.4 s'],
    [duration(9_960), '10 s'],
    [duration(59_700), '1 min 0 s'],
    [duration(185_000), '3 min 5 s'],
  ])('%s', (actual, expected) => expect(actual).toBe(expected));
});

describe('terminal columns', () => {
  it.each([
    ['abc', 3],
    ['你好', 4],
    ['❌ x', 4],
    ['e\u0301', 1],
    ['한글', 4],
    ['ＡＢ', 4],
  ])('%j takes %i', (text, width) => expect(displayWidth(text)).toBe(width));

  it('pads on either side', () => {
    expect([padTo('你', 4), padTo('12', 4, 'right'), padTo('long', 2)]).toEqual(['你  ', '  12', 'long']);
  });

  it.each([
    ['at spaces', 'one two three', 7, ['one two', 'three']],
    ['a long word anywhere', 'ab abcdefghij', 4, ['ab', 'abcd', 'efgh', 'ij']],
    ['wide characters', '你好你好 a', 5, ['你好', '你好', 'a']],
    ['nothing', '', 5, ['']],
    ['several spaces as one', 'a  b', 5, ['a b']],
    ['no space at its start', ' a', 5, ['a']],
  ])('wraps %s', (_what, text, width, lines) => expect(wrap(text, width)).toEqual(lines));
});
