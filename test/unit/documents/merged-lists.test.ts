import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/documents/document.ts';

const found = (text: string) =>
  readDocument(text, { file: 'a.yaml', dialect: 'pyyaml' }).findings.map(({ rule, line, message }) => [
    rule,
    line,
    message,
  ]);

describe('a list of mappings that is merged', () => {
  // what PyYAML 6.0.3 and 6.0.4 make of each was seen with both
  test.each([
    ['the same key twice', 'a: &a {lr: 1}\nb: &b {lr: 2}\nc: {<<: [*a, *b]}\n', ['lr', '1', '2', 3]],
    ['mappings written there', '<<: [{lr: 1}, {lr: 4}]\n', ['lr', '1', '4', 1]],
    ['once again the first', 'a: &a {lr: 1}\nb: &b {lr: 2}\nc: {<<: [*a, *b, *a]}\n', ['lr', '1', '2', 3]],
    [
      'deep values',
      '<<:\n  - {o: {}, opt: {lr: 1}}\n  - {opt: {lr: 2}}\n',
      ['opt', 'another dict', 'another dict', 1],
    ],
  ])('%s', (_, text, [name, before, after, line]) => {
    const message = `${name} comes from two of the merged mappings: PyYAML up to 6.0.3 takes ${before}, PyYAML 6.0.4 takes ${after}`;
    expect(found(text)).toEqual([['config/merge-order', line, message]]);
  });

  test.each([
    ['different keys', '<<: [{lr: 1}, {wd: 4}]\n'],
    ['equal values', '<<: [{lr: 1}, {lr: 1}]\n'],
    ['a key of its own', '<<: [{lr: 1}, {lr: 2}]\nlr: 3\n'],
    ['one letter, which Python keeps once', '<<: [{e: 1}, {e: 4}]\n'],
    ['one that merges the other', 'a: &a {lr: 1}\nb: &b {<<: *a, lr: 2}\nd: {<<: [*b, *a]}\n'],
  ])('nothing of %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

test('a key that stands twice in a mapping which is only merged is seen', () => {
  expect(found('<<:\n  lr: 1\n  lr: 2\n').map(([rule, line]) => [rule, line])).toEqual([
    ['config/duplicate-key', 3],
  ]);
  expect(found('a: &a {lr: 1, lr: 2}\nb: {<<: *a}\n')).toHaveLength(1);
});
