import { sourceOf } from '../../../src/dependencies/source.ts';
import { parse } from 'smol-toml';
import { expect, it } from 'vitest';

import { readBlocks } from '../../../src/dependencies/formats/blocks.ts';
import { recordOf } from '../../../src/kernel/kinds.ts';
import { entryAt } from '../../../src/dependencies/formats/entry.ts';
import { uvLock as reader } from '../../../src/dependencies/formats/uv-lock.ts';
import { listAt, textAt } from '../../../src/dependencies/formats/own-values.ts';
import type { LockEntry } from '../../../src/dependencies/index.ts';
import { fixture } from './support/fixture.ts';
import { uvLock } from './support/locks.ts';

const entryOf = (
  item: unknown,
  spot: { line: number; column: number },
  wheels?: () => readonly unknown[],
): LockEntry => {
  const whole = { ...recordOf(item), ...(wheels === undefined ? {} : { wheels: wheels() }) };
  return entryAt(textAt(item, 'name') ?? '', spot, { source: sourceOf('url', JSON.stringify(whole)) });
};

it('pieces say what the whole says', () => {
  const text = fixture('uv.lock/uv.lock');
  const read = readBlocks(text, entryOf, new Map());
  expect(read?.entries.map(({ source }): unknown => JSON.parse(source.address))).toEqual(
    listAt(parse(text), 'package').map((item): unknown => JSON.parse(JSON.stringify(item))),
  );
  const lines = text.split('\n');
  const places = read?.entries.map(({ name, line, column }) => [
    name,
    lines[line - 1]?.slice(column - 1, column),
  ]);
  expect(places?.filter(([, letter]) => letter !== '"' && letter !== '[')).toEqual([]);
});

it('a block that was met before is the same entry, at its own line', () => {
  const memo = new Map<string, LockEntry>();
  const first = reader.parse(uvLock('numpy 1.0', 'torch 2.9.1'), 'uv.lock', memo);
  const second = reader.parse(uvLock('torch 2.9.1\n'.trim(), 'zlib 1.0'), 'uv.lock', memo);
  expect(first.entries.map(({ line }) => line)).toEqual([7, 12]);
  expect(second.entries.map(({ name, line }) => [name, line])).toEqual([
    ['torch', 7],
    ['zlib', 12],
  ]);
});

const wheel = (line: string): string =>
  uvLock({ name: 'torch', version: '2.9.1', needs: ['numpy'] }).trimEnd() + `\nwheels = [\n${line}\n]\n`;
const plain =
  '    { url = "https://f.example/a.whl", hash = "sha256:aa", size = 1, upload-time = "2025-01-02T03:04:05Z" },';

it.each([
  ['one plain wheel', wheel(plain), ['a.whl']],
  ['two', wheel(`${plain}\n${plain.replace('a.whl', 'b.whl')}`), ['a.whl', 'b.whl']],
  ['one written otherwise', wheel(plain.replace('size', 'zstd = { hash = "x" }, size')), ['a.whl']],
  ['a comment among them', wheel(`    # here\n${plain}`), ['a.whl']],
  ['an escape', wheel(plain.replace('a.whl', String.raw`\u0061.whl`)), ['a.whl']],
])('files are read where they are asked for: %s', (_, text, files) => {
  const { entries, problems } = reader.parse(text, 'uv.lock');
  expect(problems).toEqual([]);
  expect(entries[0]?.artifacts().map(({ file }) => file)).toEqual(files);
});

it.each([
  ['a list twice', wheel(plain) + `wheels = [\n${plain}\n]\n`],
  ['a list on one line before', wheel(plain).replace('\nwheels', '\nwheels = []\nwheels')],
  ['a key twice', wheel(plain.replace('size = 1', 'hash = "sha256:bb"'))],
  ['half a line', wheel(plain.slice(0, 40))],
  ['a line break in a string', wheel(plain.replace('a.whl', 'a\n.whl'))],
  ['no comma', wheel(plain.replace('},', '}') + `\n${plain}`)],
])('what is not TOML is not passed over: %s', (_, text) => {
  expect(reader.parse(text, 'uv.lock').problems).toMatchObject([{ rule: { id: 'deps/unreadable-file' } }]);
});

it('a header inside a string splits nothing', () => {
  const text = uvLock('torch 2.9.1').replace(
    '[[package]]',
    '[manifest]\nnote = """\n[[package]]\nname = "numpy"\nversion = "9"\n"""\n\n[[package]]',
  );
  expect(reader.parse(text, 'uv.lock').entries.map(({ name, version }) => [name, version])).toEqual([
    ['torch', '2.9.1'],
  ]);
});

it('a lock without packages has none', () => {
  expect(reader.parse('version = 1\n', 'uv.lock')).toMatchObject({ entries: [], problems: [] });
});
