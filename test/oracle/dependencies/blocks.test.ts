import { globSync, readFileSync, statSync } from 'node:fs';

import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';

import { readBlocks } from '../../../src/dependencies/formats/blocks.ts';
import { sourceOf } from '../../../src/dependencies/source.ts';
import { recordOf } from '../../../src/kernel/kinds.ts';
import { entryAt } from '../../../src/dependencies/formats/entry.ts';
import { listAt, textAt } from '../../../src/dependencies/formats/own-values.ts';
import type { LockEntry } from '../../../src/dependencies/index.ts';

const entryOf = (
  item: unknown,
  spot: { line: number; column: number },
  wheels?: () => readonly unknown[],
): LockEntry => {
  const whole = { ...recordOf(item), ...(wheels === undefined ? {} : { wheels: wheels() }) };
  return entryAt(textAt(item, 'name') ?? '', spot, { source: sourceOf('url', JSON.stringify(whole)) });
};

const root = '../shared/corpus/locks';
const texts = globSync(`${root}/**/*uv.lock`)
  .filter((path) => statSync(path).isFile())
  .map((path) => [path, readFileSync(path, 'utf8')] as const);
if (texts.length === 0) console.log('skipped: the real locks are not here');

describe.skipIf(texts.length === 0)('real uv.lock files', () => {
  it.each(texts)('pieces say what the whole says: %s', (_, text) => {
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
});
