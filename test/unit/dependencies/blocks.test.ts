import { sourceOf } from '../../../src/dependencies/source.ts';
import { parse } from 'smol-toml';
import { expect, it } from 'vitest';

import { readBlocks } from '../../../src/dependencies/formats/blocks.ts';
import { entryAt } from '../../../src/dependencies/formats/entry.ts';
import { uvLock as reader } from '../../../src/dependencies/formats/uv-lock.ts';
import { listAt, textAt } from '../../../src/dependencies/formats/own-values.ts';
import type { LockEntry } from '../../../src/dependencies/index.ts';
import { fixture } from './support/fixture.ts';
import { uvLock } from './support/locks.ts';

const entryOf = (item: unknown, spot: { line: number; column: number }): LockEntry =>
  entryAt(textAt(item, 'name') ?? '', spot, { source: sourceOf('url', JSON.stringify(item)) });

it('pieces say what the whole says', () => {
  const text = fixture('uv.lock/uv.lock');
  const read = readBlocks(text, entryOf, new Map());
  expect(read?.entries.map(({ source }) => source.address)).toEqual(
    listAt(parse(text), 'package').map((item) => JSON.stringify(item)),
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
