import { exec } from '@actions/exec';
import { expect, test } from 'vitest';
import { withHandle, type Handle } from '../../../src/git/process/child.ts';

const posix = process.platform !== 'win32';

test.runIf(posix)('a program that closes its input while it is written to breaks nothing', async () => {
  const input = Buffer.alloc(8 * 1024 * 1024);
  const run = () =>
    exec('sh', ['-c', 'exec 0<&-; sleep 0.2; exit 7'], { input, silent: true, ignoreReturnCode: true });
  // The test runner lets a broken pipe pass: look before it does.
  const uncaught: unknown[] = [];
  const remember = (error: unknown) => uncaught.push(error);
  process.on('uncaughtExceptionMonitor', remember);
  expect(await withHandle({}, run)).toBe(7);
  process.off('uncaughtExceptionMonitor', remember);
  expect(uncaught).toEqual([]);
});

test('each handle knows the process that was started under it', async () => {
  const handles: Handle[] = [{}, {}, {}];
  const start = (handle: Handle, code: number) =>
    withHandle(handle, () =>
      exec(`"${process.execPath}"`, ['-e', `process.exit(${code})`], {
        silent: true,
        ignoreReturnCode: true,
      }),
    );
  expect(await Promise.all(handles.map(start))).toEqual([0, 1, 2]);
  expect(handles.map(({ child }) => child?.exitCode)).toEqual([0, 1, 2]);
});
