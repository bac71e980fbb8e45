import { expect, test } from 'vitest';
import { readTogether } from '../../../src/kernel/read-together.ts';

const paths = Array.from({ length: 1200 }, (_, at) => `file${at}`);

test('files are read many at a time, and given in their order', async () => {
  let [open, most] = [0, 0];
  const read = async (path: string) => {
    open += 1;
    most = Math.max(most, open);
    await Promise.resolve();
    open -= 1;
    return path.toUpperCase();
  };
  const found: (readonly [string, string])[] = [];
  for await (const pair of readTogether(paths, read)) found.push(pair);
  expect(found).toEqual(paths.map((path) => [path, path.toUpperCase()]));
  expect(most).toBe(500);
});

test('what comes long after the last one taken is not read', async () => {
  const asked: string[] = [];
  for await (const [path] of readTogether(paths, async (each) => asked.push(each)))
    if (path === 'file3') break;
  expect(asked).toEqual(paths.slice(0, 500));
});
