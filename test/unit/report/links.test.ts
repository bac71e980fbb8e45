import { describe, expect, it } from 'vitest';
import { blobUrl, encodePath, placeOf } from '../../../src/report/links.ts';
import type { Finding } from '../../../src/report/model.ts';

const source = { url: 'https://git.example/a/b', sha: 'abc' };
const base: Finding = { rule: 'config/x', severity: 'error', message: 'wrong' };

describe('blobUrl', () => {
  it.each<[what: string, place: Partial<Finding>, url: string | undefined]>([
    ['a file', { file: 'a.yaml' }, 'https://git.example/a/b/blob/abc/a.yaml'],
    ['a line', { file: 'a.yaml', line: 3 }, 'https://git.example/a/b/blob/abc/a.yaml#L3'],
    ['lines', { file: 'a.yaml', line: 3, endLine: 5 }, 'https://git.example/a/b/blob/abc/a.yaml#L3-L5'],
    [
      'an end before the start',
      { file: 'a.yaml', line: 3, endLine: 2 },
      'https://git.example/a/b/blob/abc/a.yaml#L3',
    ],
    [
      'a line of Markdown, which is shown plain',
      { file: 'A.md', line: 3 },
      'https://git.example/a/b/blob/abc/A.md?plain=1#L3',
    ],
    [
      'a path that looks like more',
      { file: 'a b/#1?(x)/..%2f' },
      'https://git.example/a/b/blob/abc/a%20b/%231%3F%28x%29/..%252f',
    ],
    ['no file', { line: 3 }, undefined],
  ])('%s', (_what, place, url) => expect(blobUrl(source, { ...base, ...place })).toBe(url));

  it('a file that the commit has not is not a link', () => {
    const known = { ...source, files: new Set(['a.yaml']) };
    expect(blobUrl(known, { file: 'a.yaml' })).toBe('https://git.example/a/b/blob/abc/a.yaml');
    expect(blobUrl(known, { file: 'results/a.jsonl' })).toBeUndefined();
  });

  it('is nowhere without a repository', () => expect(blobUrl(undefined, { file: 'a' })).toBeUndefined());
});

describe('placeOf', () => {
  it.each<[Partial<Finding>, string]>([
    [{ file: 'a', line: 1, column: 2 }, 'a:1:2'],
    [{ file: 'a', line: 1 }, 'a:1'],
    [{ file: 'a', column: 2 }, 'a'],
    [{ line: 1 }, ''],
  ])('of %j is %j', (place, text) => expect(placeOf({ ...base, ...place })).toBe(text));
});

describe('encodePath', () => {
  it('keeps slashes alone', () =>
    expect(encodePath("a:b/c'd/é\\\uD800")).toBe('a%3Ab/c%27d/%C3%A9%5C%EF%BF%BD'));
});
