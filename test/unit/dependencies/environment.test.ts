import { describe, expect, it } from 'vitest';

import type { CommandResult } from '../../../src/ports/index.ts';
import { pyproject, uvLock } from './support/locks.ts';
import { type Files, judge, movesIn } from './support/world.ts';

function inspected(packages: Readonly<Record<string, string>>): string {
  const installed = Object.entries(packages).map(([name, version]) => ({
    metadata: { name, version },
    requested: false,
  }));
  return JSON.stringify({ version: '1', pip_version: '25.1', installed, environment: {} });
}

/** A `python` whose pip answers with these packages and conflicts. */
function python(packages: Readonly<Record<string, string>>, conflicts = '') {
  return (_: string, args: readonly string[]): CommandResult | undefined => {
    if (args.includes('inspect')) return { exitCode: 0, stdout: inspected(packages), stderr: '' };
    return { exitCode: conflicts === '' ? 0 : 1, stdout: conflicts, stderr: '' };
  };
}

const files: Files = {
  'pyproject.toml': pyproject(['torch']),
  'uv.lock': uvLock('numpy 2.2.6', 'torch 2.9.1'),
};
const settings = { environment: true };

describe('the installed environment', () => {
  it('passes where it is what the lock says; a build of the same release too', async () => {
    const report = await judge(files, files, {
      settings,
      run: python({ Torch: '2.9.1+cu128', numpy: '2.2.6', pip: '25.1' }),
    });
    expect([report.verdict, report.findings]).toEqual(['pass', []]);
  });

  it('is not what the lock says', async () => {
    const report = await judge(files, files, { settings, run: python({ torch: '2.10.0', numpy: '2.2.6' }) });
    expect(report.findings).toMatchObject([
      {
        rule: 'deps/environment-drift',
        severity: 'error',
        file: 'uv.lock',
        line: 12,
        message: 'Installed is torch 2.10.0, but uv.lock contains 2.9.1.',
      },
    ]);
    expect(report.title).toBe('1 problem in the installed environment');
  });

  it('does not fit together', async () => {
    const conflict =
      'transformers 4.57.1 requires tokenizers<=0.23.0,>=0.22.0, but you have tokenizers 0.21.0.\n';
    const report = await judge(files, files, { settings, run: python({ torch: '2.9.1' }, conflict) });
    expect(report.findings).toMatchObject([
      {
        rule: 'deps/environment-conflict',
        message: expect.stringContaining('but you have tokenizers 0.21.0'),
      },
    ]);
  });

  it('is compared with the snapshot of the base', async () => {
    const snapshot = {
      'environment.json': inspected({ torch: '2.9.1', numpy: '1.26.4' }).replaceAll(
        '{"metadata"',
        '\n{"metadata"',
      ),
    };
    const base = { 'pyproject.toml': pyproject(['torch']), ...snapshot };
    const report = await judge(base, base, {
      settings: { python: '.venv/bin/python', snapshot: 'environment.json' },
      run: python({ torch: '2.9.1', numpy: '2.2.6' }),
    });
    expect(movesIn(report)).toMatchObject([
      {
        name: 'numpy',
        before: ['1.26.4'],
        after: ['2.2.6'],
        class: 'unexplained',
        file: 'environment.json',
        line: 3,
      },
    ]);
    expect(report.verdict).toBe('fail');
    expect(report.title).toBe('numpy changed unexpectedly (the installed environment)');
    expect(report.findings[0]?.help).toContain("`python -m pip install 'numpy==1.26.4'`");
  });

  it('needs a Python, and says so', async () => {
    await expect(judge(files, files, { settings, run: () => undefined })).rejects.toMatchObject({
      message: 'There is no python here, so the installed environment cannot be judged',
      help: expect.stringContaining('setup-python'),
    });
  });

  it('needs a pip that can inspect', async () => {
    const run = (): CommandResult => ({
      exitCode: 1,
      stdout: '',
      stderr: 'ERROR: unknown command "inspect"',
    });
    await expect(judge(files, files, { settings, run })).rejects.toMatchObject({
      message: expect.stringContaining('unknown command "inspect"'),
    });
  });

  it('needs the snapshot that it was given', async () => {
    const told = { ...settings, snapshot: 'gone.json' };
    await expect(judge(files, files, { settings: told, run: python({}) })).rejects.toMatchObject({
      message: expect.stringContaining('there is no such file'),
    });
  });

  it('is not touched unless the settings ask for it', async () => {
    const run = (): never => {
      throw new Error('ran a program');
    };
    expect((await judge(files, files, { run })).verdict).toBe('pass');
  });
});
