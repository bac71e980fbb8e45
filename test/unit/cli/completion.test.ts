import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { completionScripts } from '../../../src/cli/completion.ts';
import { verbs } from '../../../src/cli/verbs/index.ts';

function scriptOf(shell: string): string {
  return completionScripts.get(shell)?.(verbs) ?? '';
}

const has = (shell: string) => spawnSync(shell, ['--version']).status === 0;

describe.skipIf(!has('bash'))('bash', () => {
  const words = (...line: string[]) =>
    `COMP_WORDS=(${line.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${line.length - 1}; _model_gates; echo "\${COMPREPLY[@]}"`;

  test.each([
    [['model-gates', 'reg'], 'regression'],
    [['model-gates', 'com'], 'completion'],
    [['model-gates', '--v'], '--version'],
    [['model-gates', 'config', '--expl'], '--explain'],
    [['model-gates', 'config', 'a.yaml', '--he'], '--help'],
    [['model-gates', 'config', 'conf'], ''],
    [['model-gates', 'nothing', '--b'], ''],
  ])('%j', (line, completed) => {
    const { stdout, stderr } = spawnSync('bash', ['-c', `${scriptOf('bash')}\n${words(...line)}`], {
      encoding: 'utf8',
    });
    const found = stdout.trim().split(' ');
    expect(stderr).toBe('');
    expect(found).toContain(completed);
  });
});

test.each(['zsh', 'fish'].filter(has))('%s reads its script', (shell) => {
  expect(spawnSync(shell, ['-n', '-c', scriptOf(shell)], { encoding: 'utf8' }).stderr).toBe('');
});

test.each(['bash', 'zsh', 'fish'])('%s knows every verb and option', (shell) => {
  const script = scriptOf(shell);
  for (const { name, options } of verbs) {
    expect(script).toContain(name);
    for (const option of Object.keys(options)) expect(script).toContain(option);
  }
});

test('no text of ours ends a quotation', () => {
  for (const line of scriptOf('fish').split('\n')) expect(line.split("'").length % 2).toBe(1);
});
