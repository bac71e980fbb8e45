import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../support/contract/sources.ts';
import { createRepository, hermeticEnvironment, temporaryFolder } from '../../support/repository.ts';

/** Path of the real pre-commit. */
const program = process.env['PRE_COMMIT'] ?? '';
if (program === '') console.log('skipped: PRE_COMMIT names no pre-commit');

/** What pre-commit clones: our hooks, what they start, and dist/. */
function hooks(): string {
  const repository = createRepository();
  for (const file of ['dist', 'package.json', 'scripts/pre-commit-hook.js'])
    cpSync(path.join(root, file), path.join(repository.root, file), { recursive: true });
  chmodSync(path.join(repository.root, 'scripts/pre-commit-hook.js'), 0o755);
  repository.commit({ '.pre-commit-hooks.yaml': readFileSync(path.join(root, '.pre-commit-hooks.yaml')) });
  repository.git('tag', 'v1');
  return repository.root;
}

const registry = 'parameters: { lr: { type: float, max: 0.1 } }\n';
const manifest =
  '[project]\nname = "m"\nversion = "1"\nrequires-python = ">=3.12"\ndependencies = ["torch"]\n';
const lock = (version: string) => `version = 1
requires-python = ">=3.12"
[[package]]
name = "m"
version = "1"
source = { virtual = "." }
dependencies = [{ name = "torch" }]
[package.metadata]
requires-dist = [{ name = "torch" }]
[[package]]
name = "torch"
version = "${version}"
source = { registry = "https://index.example/simple" }
`;

describe.skipIf(program === '')('pre-commit', () => {
  const repository = createRepository();
  repository.commit({
    '.pre-commit-config.yaml': `repos:
  - repo: ${JSON.stringify(program === '' ? '' : hooks())}
    rev: v1
    hooks: [{ id: model-gates-config }, { id: model-gates-dependencies }]
`,
    '.github/model-registry.yml': registry,
    'configs/a.yaml': 'lr: 1.0e-4\n',
    'pyproject.toml': manifest,
    'uv.lock': lock('2.9.1'),
  });
  repository.branch('feature');
  const home = temporaryFolder();
  mkdirSync(home, { recursive: true });

  function committing(files: Readonly<Record<string, string>>): { code: number | null; stdout: string } {
    repository.git('checkout', '--quiet', '--force', 'HEAD');
    for (const [file, text] of Object.entries(files)) writeFileSync(path.join(repository.root, file), text);
    repository.git('add', '--all');
    const { status, stdout } = spawnSync(program, ['run'], {
      cwd: repository.root,
      encoding: 'utf8',
      env: hermeticEnvironment({ PRE_COMMIT_HOME: home, NO_COLOR: '1' }),
    });
    repository.git('reset', '--quiet', '--hard');
    return { code: status, stdout };
  }

  it.each([
    ['a config in order', { 'configs/a.yaml': 'lr: 1.0e-3\n' }, 0, /model configs\.+Passed/],
    [
      'a learning rate that is text',
      { 'configs/a.yaml': 'lr: 1e-3\n' },
      1,
      /config\/number-as-text[^]*1\.0e-3/,
    ],
    ['an unrequested move', { 'uv.lock': lock('2.10.0') }, 1, /dependency drift\.+Failed[^]*torch/],
    [
      'a declared one',
      { 'uv.lock': lock('2.10.0'), '.github/dependency-moves.txt': 'torch 2.9.1 -> 2.10.0\n' },
      0,
      /dependency drift\.+Passed/,
    ],
    [
      'what no hook is about',
      { 'README.md': 'lr: 1e-3\n' },
      0,
      /model configs\.+\(no files to check\)Skipped/,
    ],
  ])('%s', (_, files, code, shown) => {
    const run = committing(files);
    expect(run).toMatchObject({ code, stdout: expect.stringMatching(shown) as string });
  });
});
