import { describe, expect, test } from 'vitest';
import { measure, median } from '../../../bench/measure.ts';

describe('median', () => {
  test.each([
    [[3], 3],
    [[1, 9, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[], NaN],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

test('programs are measured under their names, whatever their exit code', () => {
  const programs = [
    { name: 'ends', args: ['-e', '0'] },
    { name: 'fails', args: ['-e', 'process.exitCode = 3'] },
  ];
  const measured = measure(programs, 1);
  expect(measured.map(({ name }) => name)).toEqual(['ends', 'fails']);
  expect(measured.every(({ wall, cpu, rss }) => wall > 0 && cpu > 0 && rss > 0)).toBe(true);
});

test('a program that is killed gives no figure', () => {
  expect(() => measure([{ name: 'dies', args: ['-e', 'process.kill(process.pid, "SIGKILL")'] }], 1)).toThrow(
    'dies did not end by itself',
  );
});
