import { expect, it } from 'vitest';
import type { FileTree } from '../../../src/ports/index.ts';
import { readSide } from '../../../src/regression/gate/sides.ts';

const padding = 'x'.repeat(2000);
const rows = 30_000;

/** A file of about 60 MB that is never whole in memory: line `i` is made when it is asked for. */
function largeTree(change: (call: number) => number = () => 0): FileTree & { largest: number } {
  const line = (i: number): string =>
    `{"id": "sample-${String(i).padStart(8, '0')}", "score": ${i % 2}, "text": "${padding}é"}\n`;
  const encoder = new TextEncoder();
  const width = encoder.encode(line(0)).length;
  const fileBytes = width * rows;
  let calls = 0;
  const tree = {
    name: 'disk',
    largest: 0,
    list: async () => ['large.jsonl'],
    read: async () => {
      throw new Error('read as a whole');
    },
    readRange: async (_: string, offset: number, length: number) => {
      tree.largest = Math.max(tree.largest, length);
      const first = Math.floor(offset / width);
      const last = Math.min(rows, Math.ceil((offset + length) / width));
      const text = Array.from({ length: last - first }, (__, i) => line(first + i)).join('');
      const bytes = encoder.encode(text).subarray(offset - first * width, offset - first * width + length);
      return { bytes, fileBytes: fileBytes + change(calls++) };
    },
  };
  return tree;
}

it('reads a large file in pieces', async () => {
  const tree = largeTree();
  const { samples, findings } = await readSide(tree, ['large.jsonl']);
  expect(findings).toEqual([]);
  expect(samples.size).toBe(rows);
  expect(samples.get('sample-00029999')).toMatchObject({ line: rows });
  expect(tree.largest).toBeLessThan(16 * 1024 * 1024);
});

it('refuses a file that grows while it is read', async () => {
  await expect(
    readSide(
      largeTree((call) => call),
      ['large.jsonl'],
    ),
  ).rejects.toThrow(/changed while it was read/);
});
