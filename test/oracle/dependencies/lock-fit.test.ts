/** Whether a lock fits its manifest, against the tools that wrote it. Needs uv on the path, and Python with Poetry, PDM and Pipenv. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { hashedTexts, readManifest } from '../../../src/dependencies/index.ts';
import { samples, seed } from '../../support/seed.ts';
import { temporaryFolder } from '../../support/repository.ts';
import { judge } from '../../unit/dependencies/support/world.ts';
import { askPython, canAsk } from './python.ts';

const uv = process.env['ORACLE_UV'] ?? 'uv';
const hasUv = spawnSync(uv, ['--version']).status === 0;
if (!hasUv) console.log('skipped: no uv here');

/** A wheel without code. */
function wheel(folder: string, name: string, version: string, needs: readonly string[] = []): void {
  const info = `${name}-${version}.dist-info`;
  const needLines = needs.map((need) => `Requires-Dist: ${need}\n`).join('');
  const files = {
    [`${info}/METADATA`]: strToU8(`Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n${needLines}`),
    [`${info}/WHEEL`]: strToU8(
      'Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    ),
    [`${info}/RECORD`]: strToU8(''),
  };
  writeFileSync(path.join(folder, `${name}-${version}-py3-none-any.whl`), zipSync(files));
}

interface Project {
  readonly dependencies: readonly string[];
  readonly python: string;
  readonly settings: string;
  readonly group: readonly string[];
  readonly comment: string;
}

function text({ dependencies, python, settings, group, comment }: Project): string {
  const list = (items: readonly string[]): string => `[${items.map((item) => `"${item}"`).join(', ')}]`;
  return `${comment}[project]\nname = "model"\nversion = "1.0"\nrequires-python = "${python}"\ndependencies = ${list(dependencies)}\n\n[dependency-groups]\ndev = ${list(group)}\n\n[tool.uv]\nno-index = true\nfind-links = ["wheels"]\n${settings}`;
}

const base: Project = {
  dependencies: ['alpha>=1', 'beta'],
  python: '>=3.11',
  settings: '',
  group: ['gamma'],
  comment: '',
};

const edited: fc.Arbitrary<Project> = fc.record({
  dependencies: fc.constantFrom(
    ['alpha>=1', 'beta'],
    ['beta', 'alpha>=1'],
    ['alpha >= 1', 'beta'],
    ['alpha>=1.5', 'beta'],
    ['alpha<2', 'beta'],
    ['alpha>=1', 'beta', 'gamma'],
    ['alpha>=1', 'beta', 'delta'],
    ['alpha>=1', "delta; sys_platform == 'win32'", 'beta'],
    ["alpha>=1 ; sys_platform == 'linux'", 'beta'],
    ['alpha[extra]>=1', 'beta'],
    ['alpha>=1'],
  ),
  python: fc.constantFrom('>=3.11', '>=3.11', '>=3.12', '>=3.11,<4'),
  settings: fc.constantFrom(
    '',
    '',
    'prerelease = "allow"\n',
    'resolution = "highest"\n',
    'resolution = "lowest"\n',
    'override-dependencies = ["alpha<2"]\n',
    'constraint-dependencies = ["alpha>=1"]\n',
  ),
  group: fc.constantFrom(['gamma'], ['gamma'], [], ['gamma>=1'], ['gamma', 'delta'], ['gamma', 'beta']),
  comment: fc.constantFrom('', '# A comment.\n'),
});

describe.skipIf(!hasUv)('uv lock --check', () => {
  it('agrees on edits of a manifest', { timeout: 300_000 }, async () => {
    const folder = temporaryFolder();
    const wheels = path.join(folder, 'wheels');
    mkdirSync(wheels);
    for (const version of ['1.0', '2.0']) wheel(wheels, 'alpha', version);
    wheel(wheels, 'beta', '1.0', ['alpha']);
    wheel(wheels, 'gamma', '1.0');
    wheel(wheels, 'delta', '1.0');
    const run = (...args: readonly string[]): number | null =>
      spawnSync(uv, [...args, '--offline', '--python', 'python3'], {
        cwd: folder,
        env: {
          ...process.env,
          UV_CACHE_DIR: path.join(folder, 'cache'),
          UV_PYTHON_DOWNLOADS: 'never',
          UV_NO_SYSTEM_CONFIG: '1',
        },
      }).status;
    const write = (project: Project): void =>
      writeFileSync(path.join(folder, 'pyproject.toml'), text(project));
    write(base);
    expect(run('lock')).toBe(0);
    const lock = readFileSync(path.join(folder, 'uv.lock'), 'utf8');
    const check = async (project: Project): Promise<void> => {
      write(project);
      writeFileSync(path.join(folder, 'uv.lock'), lock);
      const fits = run('lock', '--check') === 0;
      const report = await judge(
        { 'pyproject.toml': text(base), 'uv.lock': lock },
        { 'pyproject.toml': text(project), 'uv.lock': lock },
      );
      const found = report.findings.filter(({ rule }) => rule === 'deps/stale-lock');
      expect([text(project), found.length === 0]).toEqual([text(project), fits]);
    };
    await fc.assert(fc.asyncProperty(edited, check), { numRuns: samples(400, 40), examples: [[base]] });
  });
});

const value = fc.constantFrom<unknown>(
  '>=2.6',
  '*',
  '^1.2',
  { version: '2.9.1', extras: ['a', 'é'] },
  { git: 'https://git.example/x', ref: 'main' },
);
const packages = fc.dictionary(fc.constantFrom('torch', 'Pillow', 'flash_attn', 'numpy'), value, {
  maxKeys: 4,
});
const requirements = fc.array(fc.constantFrom('torch>=2.6', 'numpy<2', "peft; python_version < '3.12'"), {
  maxLength: 3,
});
const groups = fc.dictionary(fc.constantFrom('dev', 'Docs_A'), requirements, { maxKeys: 2 });

function table(header: string, entries: Readonly<Record<string, unknown>>): string {
  return `[${header}]\n${Object.entries(entries)
    .map(([key, item]) => `${key} = ${toml(item)}\n`)
    .join('')}\n`;
}

function toml(item: unknown): string {
  if (Array.isArray(item)) return `[${item.map(toml).join(', ')}]`;
  if (typeof item === 'string') return JSON.stringify(item);
  return `{ ${Object.entries(item ?? {})
    .map(([key, one]) => `${key} = ${toml(one)}`)
    .join(', ')} }`;
}

const pyprojects = fc
  .record({
    poetry: fc.option(packages),
    requirements: fc.option(requirements),
    extras: groups,
    groups,
    dev: groups,
  })
  .map(({ poetry, requirements: own, extras, groups: dependencyGroups, dev }) =>
    [
      own === null
        ? ''
        : table('project', { name: 'model', version: '1.0', 'requires-python': '>=3.11', dependencies: own }),
      own === null ? '' : table('project.optional-dependencies', extras),
      Object.keys(dependencyGroups).length === 0 ? '' : table('dependency-groups', dependencyGroups),
      poetry === null ? '' : table('tool.poetry.dependencies', { python: '>=3.11', ...poetry }),
      Object.keys(dev).length === 0 ? '' : table('tool.pdm.dev-dependencies', dev),
      table('tool.pdm.resolution.overrides', { numpy: '2.2.6' }),
    ].join(''),
  );
const pipfiles = fc
  .record({ packages, develop: packages, docs: packages })
  .map(({ packages: own, develop, docs }) =>
    [
      '[[source]]\nurl = "https://index.example/simple"\nverify_ssl = true\nname = "own"\n\n',
      table('packages', own),
      table('dev-packages', develop),
      Object.keys(docs).length === 0 ? '' : table('docs', docs),
      table('requires', { python_version: '3.11' }),
    ].join(''),
  );

const poetry = `
import json, sys, tomllib, pathlib
from poetry.packages.locker import Locker
print(json.dumps([Locker(pathlib.Path('poetry.lock'), tomllib.loads(t))._content_hash for t in json.load(sys.stdin)]))`;
const pdm = `
import json, sys, pathlib, tempfile
from pdm.project.project_file import PyProject
from pdm.termui import UI
out = []
for text in json.load(sys.stdin):
    path = pathlib.Path(tempfile.mkdtemp()) / 'pyproject.toml'
    path.write_text(text, encoding='utf-8')
    out.append(PyProject(path, ui=UI()).content_hash())
print(json.dumps(out))`;
const pipenv = `
import io, json, sys
from pipenv.vendor.plette import Pipfile
print(json.dumps([Pipfile.load(io.StringIO(t)).get_hash().value for t in json.load(sys.stdin)]))`;

const tools = [
  ['poetry.lock', 'pyproject.toml', 'poetry.packages.locker', poetry, pyprojects],
  // Without a project table PDM translates Poetry's first.
  ['pdm.lock', 'pyproject.toml', 'pdm.project', pdm, pyprojects.filter((one) => one.includes('[project]'))],
  ['Pipfile.lock', 'Pipfile', 'pipenv.vendor.plette', pipenv, pipfiles],
] as const;

describe.each(tools)('the hash in %s', (format, file, module, program, manifests) => {
  it.skipIf(!canAsk(module))('is the one that its tool makes', { timeout: 300_000 }, () => {
    const texts = fc.sample(manifests, { numRuns: samples(2000, 100), seed });
    const theirs = askPython(module, program, texts);
    const ours = texts.map((one) => {
      const data = readManifest(one, file)?.data ?? {};
      return hashedTexts(format, data).map((content) => createHash('sha256').update(content).digest('hex'));
    });
    expect(Array.isArray(theirs)).toBe(true);
    for (const [index, hash] of (Array.isArray(theirs) ? theirs : []).entries())
      expect([texts[index], ours[index]]).toEqual([texts[index], expect.arrayContaining([hash])]);
  });
});
