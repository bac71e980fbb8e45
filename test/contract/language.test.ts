import { expect, test } from 'vitest';
import { wordsToAvoid } from '../support/contract/language.ts';
import { documentation, filesUnder, sourceFile } from '../support/contract/sources.ts';

/** They show what not to write. */
const shown = new Set(['docs/glossary.md', 'CHANGELOG.md']);

const written = [
  ...['src', 'scripts', 'bench'].flatMap((folder) => filesUnder(folder, ['.ts'])),
  ...filesUnder('actions', ['action.yml']),
  ...filesUnder('.github', ['.yml', '.md']),
  ...filesUnder('examples', ['.yml', '.yaml']),
  ...filesUnder('schema', ['.json']),
  ...documentation(),
  sourceFile('action.yml'),
].filter(({ file }) => !shown.has(file));

test('messages, comments and documentation are plain present-day English', () => {
  expect(written.flatMap(wordsToAvoid)).toEqual([]);
});

test.each([
  ['// It is told once.', ['told']],
  ["help: 'Mend the registry',", ['Mend']],
  ['`the width is no multiple of ${told(part)}`', ['is no m']],
  ['/** The lock holds no version,\n * which the range shuts\n * out. */', ['holds no', 'shuts * out']],
  ["'moved without being asked to, unasked'", ['unasked', 'moved without being asked']],
  ["const told = new Set(['there is no file', 'it is no longer so', 'mend[bot]', 'holds a lock']);", []],
  ['`${told(size)} is not a multiple of ${told(part)}`', []],
])('%j', (text, words) => {
  const found = wordsToAvoid({ file: 'src/a.ts', text });
  expect(found.map((line) => /"(.*)"/.exec(line)?.[1])).toEqual(words);
});

test('the place is the line of the word', () => {
  expect(wordsToAvoid({ file: 'docs/a.md', text: 'One.\n\nTwo is told.' })).toEqual([
    'docs/a.md:3: "told", better: reported, determined, given',
  ]);
});
