import { expect, test } from 'vitest';
import { filesUnder } from '../support/contract/sources.ts';

/** Rows as their readers make them are not yet kept. */
const raw = 'src/regression/formats/';

const copied = /\.\.\.(?:\w+\.)*(?:sample|answer)\b(?![.(])/;

test('a copy of a sample takes all that it says, also of one that is like another', () => {
  const files = filesUnder('src/regression', ['.ts']).filter(({ file }) => !file.startsWith(raw));
  expect(files.filter(({ text }) => copied.test(text)).map(({ file }) => file)).toEqual([]);
});

test('a copy of its own properties alone is found', () => {
  expect(copied.test('return { ...sample, id };')).toBe(true);
  expect(copied.test('({ ...pair.answer, id })')).toBe(true);
  expect(copied.test('[...sample.scores, ...samples, ...whole(sample)]')).toBe(false);
});
