/** All reports are made by src/report/make.ts, and by the rooms that judge: a domain gives data, an action passes a report on. */
import { expect, test } from 'vitest';
import { filesUnder } from '../support/contract/sources.ts';

const sources = filesUnder('src', ['.ts']);

/** Other formats that count their versions too. */
const otherFormats =
  /^src\/(?:lineage\/record|releases\/trigger|regression\/recorded|actions\/trigger-pipeline)\//;

test('one place makes reports', () => {
  const makers = sources.filter(({ file, text }) => /\bschema: 1\b/.test(text) && !otherFormats.test(file));
  expect(makers.map(({ file }) => file)).toEqual(['src/report/make.ts', 'src/report/model.ts']);
});

test('only what judges makes a report', () => {
  const makers = sources.filter(({ text }) => /\bmakeReport\(/.test(text));
  expect(makers.length).toBeGreaterThan(10);
  const rooms = /^src\/(?:[a-z]+\/gate\/|check\/|report\/)/;
  expect(makers.map(({ file }) => file).filter((file) => !rooms.test(file))).toEqual([]);
});

test('facts are read by name, with the types of their gate', () => {
  const readers = ['src', 'scripts', 'bench', 'test'].flatMap((folder) => filesUnder(folder, ['.ts']));
  const found = readers.filter(({ text }) => /\bfacts\??\.?\[['"`]|Report<(?:Readonly<)?Record</.test(text));
  expect(found.map(({ file }) => file)).toEqual([]);
});
