import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { completionScripts } from '../../../src/cli/completion.ts';
import { verbs } from '../../../src/cli/verbs/index.ts';
import { temporaryFolder } from '../../support/repository.ts';

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

const typed: readonly (readonly [line: string, completed: string])[] = [
  ['model-gates regr', 'regression'],
  ['model-gates compl', 'completion'],
  ['model-gates config --expl', 'config --explain'],
  ['model-gates check --fix-u', 'check --fix-uncommitted'],
  ['model-gates deps --also', 'deps --also-watch'],
];

describe.skipIf(!has('fish'))('fish', () => {
  test.each(typed)('%s', (line, completed) => {
    const { stdout, stderr } = spawnSync(
      'fish',
      ['--no-config', '-c', `${scriptOf('fish')}\ncomplete -C ${quote(line)}`],
      {
        encoding: 'utf8',
        env: { ...process.env, HOME: temporaryFolder() },
      },
    );
    expect(stderr).toBe('');
    const offered = stdout.split('\n').map((one) => one.split('\t')[0]);
    expect(offered).toContain(completed.split(' ').at(-1));
  });
});

describe.skipIf(!has('zsh'))('zsh', () => {
  /** A shell at a terminal of its own: the line, the tab key, and what the command is given. */
  const session = `zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PROMPT=; unsetopt beep; autoload -Uz compinit; compinit -D -u; source "$SCRIPT"'
zpty -w shell 'model-gates() { print -r -- "GIVEN <$*>" }'
zpty -w shell "$LINE"$'\\t'
zpty -r shell seen '*GIVEN <[^$]*>*'
print -r -- "$seen"
zpty -d shell
`;

  test.each(typed)('%s', (line, completed) => {
    const folder = temporaryFolder();
    const script = path.join(folder, '_model-gates');
    writeFileSync(script, scriptOf('zsh'));
    const { stdout } = spawnSync('zsh', ['-f', '-c', session], {
      encoding: 'utf8',
      env: { ...process.env, HOME: folder, SCRIPT: script, LINE: line, TERM: 'dumb' },
      timeout: 60_000,
    });
    expect(/GIVEN <([^$>]*?) *>/.exec(stdout)?.[1]).toBe(completed);
  });
});

function quote(text: string): string {
  return `'${text}'`;
}

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
