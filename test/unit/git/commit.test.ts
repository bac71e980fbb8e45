import { describe, expect, test } from 'vitest';
import { committedAt, storedParents } from '../../../src/git/history/commit.ts';

const tree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

function stored(headers: readonly string[]) {
  const bytes = Buffer.from(`${[`tree ${tree}`, ...headers].join('\n')}\n\nparent 1\ncommitter x> 1 +0000\n`);
  const read = async () => [{ oid: tree, type: 'commit', bytes }];
  const unasked = () => Promise.reject(new Error('not asked'));
  return { read, each: unasked, readUpTo: unasked, close: () => undefined };
}

describe('what a commit says of itself', () => {
  // As `git log --format=%cI` prints them.
  test.each([
    ['1700000000 +0000', '2023-11-14T22:13:20+00:00'],
    ['1700000000 -0330', '2023-11-14T18:43:20-03:30'],
    ['1700000000 +1245', '2023-11-15T10:58:20+12:45'],
    ['0 +0100', '1970-01-01T01:00:00+01:00'],
  ])('committed %s is %s', async (written, expected) => {
    const commit = stored([`author a <a@b> 1 +0000`, `committer c > d <c@d> ${written}`]);
    expect(await committedAt(commit, tree)).toBe(expected);
  });

  test('parents are those of its headers, not of its message', async () => {
    const parents = ['1'.repeat(40), '2'.repeat(40)];
    expect(await storedParents(stored(parents.map((sha) => `parent ${sha}`)), tree)).toEqual(parents);
    expect(await storedParents(stored([]), tree)).toEqual([]);
  });
});
