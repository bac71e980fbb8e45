import path from 'node:path';

import { describe, expect, test } from 'vitest';
import { commands } from '../../../src/git/process/commands.ts';
import { temporaryFolder } from '../../support/repository.ts';

const node = (script: string, options: Parameters<typeof commands.run>[2] = {}) =>
  commands.run(process.execPath, ['-e', script], options);

describe('a program of the workflow', () => {
  test('gives its output and its exit code', async () => {
    expect(await node('console.log("out"); console.error("err"); process.exitCode = 3')).toEqual({
      exitCode: 3,
      stdout: 'out\n',
      stderr: 'err\n',
    });
  });

  test('runs in the folder and with the variables that it is given, beside those of this process', async () => {
    const cwd = temporaryFolder();
    const result = await node(
      'process.stdout.write(process.cwd() + process.env.EXTRA + ("PATH" in process.env || "Path" in process.env))',
      { cwd, env: { EXTRA: '-x-' } },
    );
    expect(result?.stdout).toBe(`${cwd}-x-true`);
  });

  test('may be named by a path from the folder of the job', async () => {
    const relative = path.relative(process.cwd(), process.execPath);
    expect((await commands.run(relative, ['-e', 'console.log("out")']))?.stdout).toBe('out\n');
  });

  test('that is not there is undefined', async () => {
    expect(await commands.run('model-gates-no-such-program', [])).toBeUndefined();
  });

  test('is stopped when its time is over, and gets no answer to a question', async () => {
    expect((await node('setTimeout(() => {}, 600_000)', { timeoutMs: 200 }))?.exitCode).toBe(-1);
    expect(
      (await node('process.stdin.on("data", () => {}).on("end", () => console.log("end"))'))?.stdout,
    ).toBe('end\n');
  });

  test('may print a lot without a line break', async () => {
    const result = await node('process.stdout.write("a".repeat(30_000_000))');
    expect(result?.stdout).toHaveLength(30_000_000);
  });
});
