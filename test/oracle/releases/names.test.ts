/** The Python version of a commit, held against python-packaging: taken as it is, in the very spelling that tools normalise it to. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commitVersion, derivedNames } from '../../../src/releases/index.ts';
import { askPython, canAsk } from '../dependencies/python.ts';

const oracle = canAsk('packaging.version') ? describe : describe.skip;

const program = `
import json, sys
from packaging.version import Version
print(json.dumps([str(Version(text)) for text in json.load(sys.stdin)]))
`;
import { samples } from '../../support/seed.ts';

const number = fc.nat({ max: 999_999_999 });
const identifier = fc.oneof(
  fc.constantFrom('alpha', 'a', 'B', 'rc', 'RC', 'c', 'pre', 'preview', 'post', 'dev', '-', 'x-1', '0a'),
  number.map(String),
);
const preRelease = fc.array(identifier, { maxLength: 3 }).map((parts) => parts.join('.'));
const build = fc.array(fc.oneof(identifier, fc.constantFrom('001', '00', '0a0')), { maxLength: 3 });
const tag = fc
  .tuple(number, number, number, preRelease, build)
  .map(
    ([major, minor, patch, pre, more]) =>
      `v${major}.${minor}.${patch}${pre === '' ? '' : `-${pre}`}${more.length === 0 ? '' : `+${more.join('.')}`}`,
  );

oracle('against python-packaging', () => {
  test('tags give versions that are normal already', () => {
    const names = fc.sample(tag, { numRuns: samples(5000), seed: 6 }).map((name) => {
      const version = commitVersion('abc123d4'.padEnd(40, '0'), [name], '');
      return derivedNames(version, { prefix: '', committedAt: '2026-11-22T10:00:00Z' }).pep440;
    });
    expect(names).toEqual(askPython('packaging.version', program, names));
  });
});
