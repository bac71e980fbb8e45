/** What the CLI keeps of its compiled bundles on a laptop: it makes the next call faster, and is never needed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hermeticEnvironment, temporaryFolder } from '../support/repository.ts';

const cli = path.resolve(import.meta.dirname, '../../dist/cli/index.js');

function version(home: string, more: Readonly<Record<string, string>> = {}): string {
  const { NODE_DISABLE_COMPILE_CACHE: _, CI: _ci, ...env } = hermeticEnvironment({ HOME: home });
  const named = { ...env, XDG_CACHE_HOME: path.join(home, 'cache'), ...more };
  return spawnSync(process.execPath, [cli, '--version'], { encoding: 'utf8', env: named }).stdout;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
}

test('lies in the cache of the user; a damaged one costs time only', () => {
  const home = temporaryFolder();
  const first = version(home);
  const kept = filesIn(path.join(home, 'cache/model-gates/compiled'));
  expect(kept.length).toBeGreaterThan(0);
  for (const file of kept) writeFileSync(file, 'damaged');
  expect(version(home)).toBe(first);
  expect(first).toMatch(/^model-gates \d/);
});

test('is left out in a job', () => {
  const home = temporaryFolder();
  expect(version(home, { CI: 'true' })).toMatch(/^model-gates \d/);
  expect(existsSync(path.join(home, 'cache'))).toBe(false);
});
