/** Which files are read as soon as they are open, and which ones somebody looks at more closely first. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOpened } from '../../../src/git/trees/opened-file.ts';

function folder(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'opened-')));
  mkdirSync(join(root, 'real/.git'), { recursive: true });
  writeFileSync(join(root, 'real/a b.yaml'), 'lr: 0.1\n');
  writeFileSync(join(root, 'real/empty'), '');
  writeFileSync(join(root, 'real/.git/config'), '[core]\n');
  symlinkSync('real', join(root, 'linked'));
  symlinkSync('real/empty', join(root, 'link'));
  symlinkSync('/etc', join(root, 'outside'));
  return root;
}

const onLinux = process.platform === 'linux';

test.runIf(onLinux).each([
  ['real/a b.yaml', 'lr: 0.1\n'],
  ['real/empty', ''],
  ['linked/a b.yaml', undefined],
  ['link', undefined],
  ['outside/hostname', undefined],
  ['real', undefined],
  ['real/.git/config', undefined],
  ['real/.GIT/config', undefined],
  ['real//empty', undefined],
  ['real/../real/empty', undefined],
  ['nothing', undefined],
])('%s', (path, content) => {
  const bytes = readOpened(folder(), path, 8);
  expect(bytes && Buffer.from(bytes).toString()).toBe(content);
});

test.runIf(onLinux)('no pipe is waited for, and no larger file is read', () => {
  const root = folder();
  execFileSync('mkfifo', [join(root, 'pipe')]);
  expect(readOpened(root, 'pipe', 8)).toBeUndefined();
  expect(readOpened(root, 'real/a b.yaml', 7)).toBeUndefined();
});
