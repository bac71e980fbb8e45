import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecordedPaths } from '../../../src/git/trees/recorded-paths.ts';
import { pathsMatching } from '../../../src/kernel/paths-matching.ts';
import { matchingPaths } from '../../../src/kernel/matching.ts';
import { kindOfPath, SortedPaths } from '../../../src/kernel/sorted-paths.ts';

const ascii = ['a', 'a-b', 'a.b', 'a0', 'b', '-', 'c', 'Makefile', '.yaml', 'x.yaml', 'y.yaml', 'yaml'];
const pathOf = (parts: readonly string[]) =>
  fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 4 }).map((path) => path.join('/'));
const path = pathOf([...ascii, 'é']);
const plain = pathOf(ascii);
const kinds = ['yaml', 'b', 'Makefile', 'a', ''];

function recorded(paths: readonly string[]): RecordedPaths {
  return new RecordedPaths(paths.map((each) => `H 100644 0\t${each}\0`).join(''), 'H 100644 0\t'.length);
}

function expectAnswers(sorted: SortedPaths, paths: readonly string[], asked: string): void {
  expect(sorted.has(asked)).toBe(paths.includes(asked));
  for (const folder of ['', asked]) {
    const start = folder === '' ? '' : `${folder}/`;
    const below = paths.filter((each) => each.startsWith(start)).map((each) => each.slice(start.length));
    const files = below.filter((each) => !each.includes('/')).map((each) => start + each);
    const folders = below.filter((each) => each.includes('/')).map((each) => start + each.split('/')[0]);
    expect(sorted.inFolder(folder)).toEqual(files.toSorted());
    expect(sorted.inFolder(start)).toEqual(files.toSorted());
    expect(sorted.foldersIn(folder).toSorted()).toEqual([...new Set(folders)].toSorted());
    expect(sorted.below(folder)).toEqual(below.map((each) => start + each).toSorted());
  }
  for (const some of [['yaml'], kinds]) {
    const found = paths.filter((each) => some.includes(kindOfPath(each))).toSorted();
    expect(sorted.ofKinds(some)).toEqual(found);
    expect(sorted.ofKinds(some, 2)).toEqual(found.slice(0, 2));
  }
  expect([...sorted]).toEqual(paths.toSorted());
}

test('sorted paths answer as a set and a walk over all of them do', () => {
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 40 }), path, (paths, asked) => {
      expectAnswers(new SortedPaths(paths.toSorted()), paths, asked);
    }),
  );
});

test('so do the records in which git lists them', () => {
  fc.assert(
    fc.property(fc.uniqueArray(plain, { maxLength: 40 }), plain, (paths, asked) => {
      expectAnswers(recorded(paths.toSorted()), paths, asked);
    }),
  );
});

test('records are edited as a set is', () => {
  const some = fc.uniqueArray(plain, { maxLength: 20 });
  fc.assert(
    fc.property(some, some, some, plain, (paths, gone, come, asked) => {
      const touched = [...new Set([...gone, ...come])].toSorted();
      const left = paths.filter((each) => !touched.includes(each));
      const edited = recorded(paths.toSorted()).edited(touched, new Set(come));
      expectAnswers(edited, [...left, ...come], asked);
    }),
  );
});

test.each([
  [['a/**']],
  [['a/**/*.yaml']],
  [['**/x.yaml']],
  [['a/**/*.{yaml,b}', '**/x.yaml']],
  [['**/*.yaml', '!a/**']],
  [['./a/**']],
  [['!a/**']],
  [['a.b/?.yaml', 'c/**/Makefile']],
  [['**/Makefile', 'a/[x].yaml']],
  [['a']],
  [[]],
])('what %j means is found without a look at all paths', (globs: string[]) => {
  fc.assert(
    fc.property(fc.uniqueArray(plain, { maxLength: 40 }), (paths) => {
      const sorted = paths.toSorted();
      expect(pathsMatching(recorded(sorted), globs)).toEqual(matchingPaths(sorted, globs));
    }),
  );
});
