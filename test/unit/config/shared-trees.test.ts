import { expect, test } from 'vitest';
import { unchanged } from '../../../src/check/compare-trees.ts';
import { sharedTrees } from '../../../src/config/gate/shared-trees.ts';
import type { FileTree } from '../../../src/ports/index.ts';
import { memoryTree } from '../../support/trees.ts';

/** A tree of one file of eight bytes that writes down the limits under which it is read. */
function counted() {
  const asked: (number | undefined)[] = [];
  const tree = memoryTree({ 'a.yaml': 'steps: 1' });
  const read: FileTree['read'] = async (path, most = 64) => {
    asked.push(most);
    const bytes = await tree.read(path);
    if (bytes !== undefined && bytes.length > most) throw new Error('too large');
    return bytes;
  };
  const counting = { ...tree, read };
  return { asked, head: sharedTrees(unchanged(counting)).head };
}

test('what a smaller limit gave is given under a larger one', async () => {
  const { asked, head } = counted();
  const [first, second, third] = [
    await head.read('a.yaml', 8),
    await head.read('a.yaml'),
    await head.read('a.yaml', 20),
  ];
  expect([first?.length, second, third]).toEqual([8, first, first]);
  expect(asked).toEqual([8]);
});

test('what a smaller limit refused is asked for again', async () => {
  const { asked, head } = counted();
  await expect(head.read('a.yaml', 4)).rejects.toThrow('too large');
  await expect(head.read('a.yaml', 4)).rejects.toThrow('too large');
  expect(await head.read('a.yaml')).toHaveLength(8);
  expect(asked).toEqual([4, 64]);
});

test('a larger limit says nothing of a smaller one', async () => {
  const { head } = counted();
  expect(await head.read('a.yaml')).toHaveLength(8);
  await expect(head.read('a.yaml', 4)).rejects.toThrow('too large');
});
