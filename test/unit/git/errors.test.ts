import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failure } from '../../../src/git/process/errors.ts';
import { rememberingLog } from '../../support/log.ts';
import { createRepository } from '../../support/repository.ts';
import { open } from './setup.ts';

test.each([
  ["fatal: Unable to create '/w/.git/shallow.lock': File exists.\n\nAnother git", 'another git is at work'],
  [
    "error: cannot lock ref 'refs/remotes/origin/main': is at 12ab but expected 34cd",
    'another git is at work',
  ],
  ['error: could not lock config file .git/config: File exists', 'another git is at work'],
  [
    'error: could not lock config file .git/config: Read-only file system',
    'the repository cannot be written',
  ],
  ["fatal: Unable to create '/w/.git/shallow.lock': Permission denied", 'the repository cannot be written'],
  ['error: insufficient permission for adding an object to', 'the repository cannot be written'],
  ['fatal: failed to write new configuration file /w/.git/config.lock', 'the repository cannot be written'],
  [`fatal: unable to read ${'1'.repeat(40)}`, 'an object of the repository is missing or damaged'],
  ['git@github.com: Permission denied (publickey).', 'the remote refused the credentials'],
  ["remote: error: cannot lock ref 'refs/tags/v1': File exists\n ! [remote rejected]", 'git fetch failed'],
])('%j is reported as: %s', (stderr, told) => {
  expect(failure('fetch', { exitCode: 128, stderr }).message).toMatch(new RegExp(`^${told}`));
});

test('a lock of another git is waited for', async () => {
  const repository = createRepository();
  repository.commit({ a: '1' });
  const main = repository.commit({ a: '2' });
  repository.git('switch', '--quiet', '--create', 'feature', 'HEAD~1');
  const clone = repository.publish().clone('--depth=1', '--branch=feature');
  const lock = join(clone.root, '.git', 'shallow.lock');
  writeFileSync(lock, '');
  const log = rememberingLog();
  // Gone when the first try has reported it.
  const info = (line: string) => {
    log.info(line);
    if (line.includes('shallow.lock')) rmSync(lock);
  };
  expect(await (await open(clone, { log: { ...log, info } })).resolve('main')).toBe(main);
  expect(log.lines.filter((line) => line.includes('shallow.lock'))).not.toEqual([]);
});
