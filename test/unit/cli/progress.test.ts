import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { showProgress } from '../../../src/cli/progress.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function terminal(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

const erased = '\r\u001B[K';

describe('progress', () => {
  test.each([
    ['under two seconds', true, 1900, []],
    ['after two', true, 2000, [`${erased}check … 2 s`, erased]],
    ['after three', true, 3500, [`${erased}check … 2 s`, `${erased}check … 3 s`, erased]],
    ['without a terminal', false, 9000, []],
  ])('%s', (_, isTTY, milliseconds, written) => {
    const stream = terminal(isTTY);
    const progress = showProgress('check', stream);
    vi.advanceTimersByTime(milliseconds);
    progress.end();
    vi.advanceTimersByTime(9000);
    expect(stream.written).toEqual(written);
  });

  test('makes room for a message, and comes back', () => {
    const stream = terminal(true);
    const progress = showProgress('check', stream);
    vi.advanceTimersByTime(2000);
    progress.clear();
    progress.clear();
    vi.advanceTimersByTime(1000);
    expect(stream.written).toEqual([`${erased}check … 2 s`, erased, `${erased}check … 3 s`]);
  });
});
