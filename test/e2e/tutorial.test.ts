/** docs/tutorial.md, command by command, with the built command line. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/contract/sources.ts';
import { hermeticEnvironment, temporaryFolder } from '../support/repository.ts';

interface Step {
  readonly commands: string;
  readonly exit: number;
  /** Lines that are printed, as the page shows them. */
  readonly shown: readonly string[];
}

const words = (text: string) => text.trim().replaceAll(/\s+/g, ' ');

function stepsOf(markdown: string): Step[] {
  const steps: Step[] = [];
  for (const [, language, exit = '0', text = ''] of markdown.matchAll(
    /^```(\w+)(?: exit=(\d))?\n([^]*?)^```$/gm,
  )) {
    if (language === 'sh') steps.push({ commands: text, exit: Number(exit), shown: [] });
    const last = steps.at(-1);
    if (language === 'text' && last !== undefined)
      steps.splice(-1, 1, { ...last, shown: text.trim().split('\n').map(words) });
  }
  return steps;
}

/** A folder of programs with the built command line under its name. */
function programs(folder: string): string {
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  const program = path.join(bin, 'model-gates');
  writeFileSync(
    program,
    `#!/bin/sh\nexec "${process.execPath}" "${path.join(root, 'dist/cli/index.js')}" "$@"\n`,
  );
  chmodSync(program, 0o755);
  return `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`;
}

test.skipIf(process.platform === 'win32')('the tutorial goes as it says', () => {
  const folder = temporaryFolder();
  const env = hermeticEnvironment({ NO_COLOR: '1', PATH: programs(folder) });
  const steps = stepsOf(readFileSync(path.join(root, 'docs/tutorial.md'), 'utf8'));
  let cwd = folder;
  const went = steps.map(({ commands, shown }) => {
    const script = `set -e\n${commands}\npwd > "${folder}/cwd"\n`;
    const { status, stdout } = spawnSync('bash', ['-c', script], { cwd, env, encoding: 'utf8' });
    if (status === 0) cwd = readFileSync(path.join(folder, 'cwd'), 'utf8').trim();
    return { commands, exit: status, shown: shown.filter((line) => words(stdout).includes(line)) };
  });
  expect(went).toEqual(steps);
  expect(steps.map(({ exit }) => exit)).toEqual([0, 0, 0, 1, 0, 0, 1, 0]);
});
