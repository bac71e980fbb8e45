import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SortedPaths } from '../../../src/kernel/sorted-paths.ts';

const part = fc.constantFrom('a', 'a-b', 'a.b', 'a0', 'b', 'é', '-', 'c');
const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));

test('sorted paths answer as a set and a walk over all of them do', () => {
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 40 }), path, (paths, asked) => {
      const sorted = new SortedPaths(paths.toSorted());
      expect([...sorted]).toEqual(paths.toSorted());
      expect(sorted.has(asked)).toBe(paths.includes(asked));
      for (const folder of ['', asked]) {
        const start = folder === '' ? '' : `${folder}/`;
        const below = paths.filter((each) => each.startsWith(start)).map((each) => each.slice(start.length));
        const files = below.filter((each) => !each.includes('/')).map((each) => start + each);
        const folders = below.filter((each) => each.includes('/')).map((each) => start + each.split('/')[0]);
        expect(sorted.inFolder(folder)).toEqual(files.toSorted());
        expect(sorted.inFolder(start)).toEqual(files.toSorted());
        expect(sorted.foldersIn(folder).toSorted()).toEqual([...new Set(folders)].toSorted());
      }
    }),
  );
});
