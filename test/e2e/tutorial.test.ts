/** docs/tutorial.md, command by command, with the built command line. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/contract/sources.ts';
import { hermeticEnvironment, temporaryFolder } from '../support/repository.ts';

interface Block {
  readonly language: string;
  readonly exit: number;
  readonly text: string;
}

function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w+)(?: exit=(\d))?\n([^]*?)^```$/gm)].map(
    ([, language = '', exit = '0', text = '']) => ({ language, exit: Number(exit), text }),
  );
}

test.skipIf(process.platform === 'win32')('the tutorial goes as it says', () => {
  const folder = temporaryFolder();
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  const program = path.join(bin, 'model-gates');
  writeFileSync(
    program,
    `#!/bin/sh\nexec "${process.execPath}" "${path.join(root, 'dist/cli/index.js')}" "$@"\n`,
  );
  chmodSync(program, 0o755);
  const env = hermeticEnvironment({
    NO_COLOR: '1',
    COLUMNS: '300',
    PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`,
  });
  let cwd = folder;
  let shown = '';
  let commands = 0;
  for (const { language, exit, text } of blocksOf(
    readFileSync(path.join(root, 'docs/tutorial.md'), 'utf8'),
  )) {
    if (language === 'sh') {
      const script = `set -e\n${text}\npwd > "${folder}/cwd"\n`;
      const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { cwd, env, encoding: 'utf8' });
      expect([text, status, stdout + stderr]).toEqual([text, exit, expect.any(String)]);
      if (status === 0) cwd = readFileSync(path.join(folder, 'cwd'), 'utf8').trim();
      shown = stdout.replaceAll(/\s+/g, ' ');
      commands += 1;
    } else if (language === 'text') {
      for (const line of text.trim().split('\n'))
        expect(shown).toContain(line.trim().replaceAll(/\s+/g, ' '));
    }
  }
  expect(commands).toBe(8);
});
