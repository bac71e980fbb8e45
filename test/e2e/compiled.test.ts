/** What the CLI keeps of its compiled bundles on a laptop: it makes the next call faster, and is never needed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hermeticEnvironment, temporaryFolder } from '../support/repository.ts';

const cli = path.resolve(import.meta.dirname, '../../dist/cli/index.js');

function run(home: string, more: Readonly<Record<string, string>> = {}, args = ['--version']): string {
  const { NODE_DISABLE_COMPILE_CACHE: _, CI: _ci, ...env } = hermeticEnvironment({ HOME: home });
  const named = { ...env, XDG_CACHE_HOME: path.join(home, 'cache'), ...more };
  return spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', env: named, cwd: home }).stdout;
}

function filesIn(home: string): string[] {
  const folder = path.join(home, 'cache/model-gates/compiled');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
}

const callsIn = (home: string): string[] =>
  filesIn(home).flatMap((file) => (path.basename(file) === 'calls.txt' ? readFileSync(file, 'utf8') : []));

test('lies in the cache of the user; a damaged one costs time only', () => {
  const home = temporaryFolder();
  const first = run(home);
  const kept = filesIn(home);
  expect(kept.length).toBeGreaterThan(1);
  for (const file of kept) writeFileSync(file, 'damaged');
  expect(run(home)).toBe(first);
  expect(first).toMatch(/^model-gates \d/);
});

test('answers the same as bundles that are compiled each time', () => {
  const home = temporaryFolder();
  writeFileSync(path.join(home, 'a.yaml'), 'lr: 1e-5\nlr: 2\n');
  const judge = (more = {}): string => run(home, more, ['config', '--json', 'a.yaml']);
  const answers = [judge({ CI: 'true' }), judge(), judge(), judge()];
  expect(answers[0]).toContain('config/duplicate-key');
  expect(new Set(answers).size).toBe(1);
  // Were a bundle compiled anew, it would count from 1.
  expect(callsIn(home)).toEqual(['3']);
});

test('nothing is kept of a verb that is not there', () => {
  const home = temporaryFolder();
  run(home, {}, ['chekc']);
  expect(existsSync(path.join(home, 'cache'))).toBe(false);
});

test('is left out in a job', () => {
  const home = temporaryFolder();
  expect(run(home, { CI: 'true' })).toMatch(/^model-gates \d/);
  expect(existsSync(path.join(home, 'cache'))).toBe(false);
});
