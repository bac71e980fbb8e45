/** Where packages come from, in manifests and settings that no lock decides. */
import { describe, expect, it } from 'vitest';

import { type Files, judge } from './support/world.ts';
import { pyproject, uvLock } from './support/locks.ts';

/** The findings of a change, as `file:line rule message`. */
async function found(before: Files, after: Files): Promise<readonly string[]> {
  const { findings } = await judge(before, after);
  return findings.map(({ rule, file, line, message }) => `${file ?? ''}:${line ?? ''} ${rule} ${message}`);
}

const own = 'https://own.example/cu128';
const other = 'https://index.example/cu128';

const uvIndex = (url: string, more = 'explicit = true\n', name = 'pt'): string =>
  `[[tool.uv.index]]\nname = "${name}"\nurl = "${url}"\n${more}`;
const from = (name: string): string => `[tool.uv.sources]\ntorch = { index = "${name}" }\n`;
const uv = (rest: string): string => pyproject(['torch>=2'], rest);

const poetry = (url: string, priority: string, source = ', source = "pt"'): string =>
  `[tool.poetry.dependencies]\ntorch = { version = ">=2"${source} }\n\n[[tool.poetry.source]]\nname = "pt"\nurl = "${url}"\n${priority}`;
const explicit = 'priority = "explicit"\n';

const pdm = (url: string, more = ''): string =>
  pyproject(['torch>=2'], `[[tool.pdm.source]]\nname = "pt"\nurl = "${url}"\n${more}`);

const pixi = (more: string, torch = '"==2.9.1"'): string =>
  `[workspace]\nchannels = ["main"]\n[pypi-dependencies]\ntorch = ${torch}\n${more}`;

const pipfile = (index: string): string => `[packages]\ntorch = {version = "*", index = "${index}"}\n`;

type Case = readonly [file: string, what: string, before: string, after: string, wanted: readonly RegExp[]];

const cases: readonly Case[] = [
  [
    'pyproject.toml',
    'an explicit index of uv at another address',
    uv(uvIndex(own) + from('pt')),
    uv(uvIndex(other) + from('pt')),
    [
      /^pyproject\.toml:9 deps\/index-changed The index pt of .* is another one: \S+index\.example\S+, no longer \S+own\.example\S+ From there comes torch\./,
    ],
  ],
  [
    'uv.toml',
    'an explicit index that another file names',
    uvIndex(own).replace('tool.uv.index', 'index'),
    uvIndex(other).replace('tool.uv.index', 'index'),
    [/^uv\.toml:3 deps\/index-changed The index pt .* From there comes what names it\./],
  ],
  [
    'pyproject.toml',
    'a package of uv that comes from an explicit index now',
    uv(uvIndex(own)),
    uv(uvIndex(own) + from('pt')),
    [/index-changed torch is installed from another index from now on: \S+own\.example\/cu128 /],
  ],
  [
    'pyproject.toml',
    'a package of uv that comes from another index now',
    uv(uvIndex(own) + uvIndex(other, 'explicit = true\n', 'pu') + from('pt')),
    uv(uvIndex(own) + uvIndex(other, 'explicit = true\n', 'pu') + from('pu')),
    [/index-changed torch is installed from another index from now on: \S+index\.example\/cu128 /],
  ],
  [
    'pyproject.toml',
    'a package of uv that comes from its index no longer: its range is what it was',
    uv(uvIndex(own) + from('pt')),
    uv(''),
    [/index-changed torch is no longer installed from \S+own\.example\/cu128 /],
  ],
  [
    'pyproject.toml',
    'one of two indexes of a package that goes',
    uv(
      `${uvIndex(own)}${uvIndex(other, 'explicit = true\n', 'pu')}[tool.uv.sources]\ntorch = [{ index = "pt", marker = "sys_platform == 'linux'" }, { index = "pu", marker = "sys_platform == 'darwin'" }]\n`,
    ),
    uv(
      `${uvIndex(own)}${uvIndex(other, 'explicit = true\n', 'pu')}[tool.uv.sources]\ntorch = [{ index = "pu", marker = "sys_platform == 'darwin'" }]\n`,
    ),
    [/index-changed torch is no longer installed from \S+own\.example\/cu128 /],
  ],
  [
    'pyproject.toml',
    'an index of uv under another name',
    uv(uvIndex(own) + from('pt')),
    uv(uvIndex(own, 'explicit = true\n', 'pu') + from('pu')),
    [],
  ],
  [
    'pyproject.toml',
    'an index of uv that takes the place of the default one',
    uv(uvIndex(own, '')),
    uv(uvIndex(own, 'default = true\n')),
    [/:9 deps\/index-changed .*uv index default \S+own\.example\/cu128 is new/],
  ],
  ['pyproject.toml', 'an explicit index that nothing names', uv(''), uv(uvIndex(own)), []],
  [
    'pyproject.toml',
    'an explicit source of Poetry at another address',
    poetry(own, explicit),
    poetry(other, explicit),
    [/index-changed The index pt .* From there comes torch\./],
  ],
  [
    'pyproject.toml',
    'a source of Poetry at another address: reported once',
    poetry(own, ''),
    poetry(other, ''),
    [/index-changed pyproject\.toml asks other indexes/],
  ],
  [
    'pyproject.toml',
    'a source of Poetry with another priority',
    poetry(own, 'priority = "supplemental"\n', ''),
    poetry(own, 'priority = "primary"\n', ''),
    [/index-changed .*poetry source \S+own\.example\/cu128 is new, poetry source supplemental \S+ is gone/],
  ],
  [
    'pyproject.toml',
    'a package of Poetry that comes from its source no longer',
    poetry(own, explicit),
    poetry(own, explicit, ''),
    [/index-changed torch is no longer installed from/],
  ],
  [
    'pyproject.toml',
    'a source of PDM that is not verified',
    pdm(own),
    pdm(own, 'verify_ssl = false\n'),
    [/:9 deps\/index-changed Everything is fetched .* own\.example is not verified/],
  ],
  [
    'pyproject.toml',
    'a source of PDM that serves more than before',
    pdm(own, 'include_packages = ["torch"]\n'),
    pdm(own),
    [/index-changed .*source include_packages=torch \S+own\.example\/cu128 is gone/],
  ],
  [
    'pixi.toml',
    'an index of one package of pixi',
    pixi('', `{ version = "==2.9.1", index = "${own}" }`),
    pixi('', `{ version = "==2.9.1", index = "${other}" }`),
    [/index-changed torch is installed from another index from now on: \S+index\.example/],
  ],
  [
    'pixi.toml',
    'an index of a feature of pixi',
    pixi(''),
    pixi(`[feature.gpu.pypi-options]\nextra-index-urls = ["${own}"]\n`),
    [/index-changed .*source \S+own\.example\/cu128 is new/],
  ],
  [
    'pixi.toml',
    'indexes of pixi that are asked at once',
    pixi(''),
    pixi('[pypi-options]\nindex-strategy = "unsafe-best-match"\n'),
    [/index-changed Everything is resolved over all indexes at once/],
  ],
  [
    'Pipfile',
    'an index of one package of Pipenv',
    pipfile('pt'),
    pipfile('pypi'),
    [/index-changed torch is installed from another index from now on: pypi/],
  ],
];

describe('without a lock', () => {
  it.each(cases)('%s: %s', async (file, _, before, after, wanted) => {
    const told = await found({ [file]: before }, { [file]: after });
    expect(told).toEqual(wanted.map((one) => expect.stringMatching(one)));
  });
});

describe('settings of all installs', () => {
  const conf = { 'pip.conf': `[global]\nextra-index-url =\n    ${own}\n    ${other}\n` };
  const requirements = { 'requirements.txt': 'torch==2.9.1\n' };
  const both = { ...requirements, ...conf };

  it('count where the file is new', async () => {
    expect(await found(requirements, both)).toEqual([
      expect.stringMatching(
        /^pip\.conf:3 deps\/index-changed .*own\.example\/cu128, .*index\.example\/cu128 are new/,
      ),
    ]);
    const settings = { 'uv.toml': `index-strategy = "unsafe-best-match"\nno-deps = true\n` };
    expect(await found(requirements, { ...requirements, ...settings })).toEqual([
      expect.stringMatching(/^uv\.toml:1 deps\/index-changed /),
      expect.stringMatching(/^uv\.toml:2 deps\/no-deps /),
    ]);
  });

  it('count where the file is gone, which has no line then', async () => {
    expect(await found(both, requirements)).toEqual([
      expect.stringMatching(/^: deps\/index-changed pip\.conf .* are gone/),
    ]);
  });
});

describe('beside a lock', () => {
  const lock = (registry: string): string => uvLock({ name: 'torch', version: '2.9.1', registry });

  it('what a package comes from is said once, of the index', async () => {
    const told = await found(
      { 'pyproject.toml': uv(uvIndex(own) + from('pt')), 'uv.lock': lock(own) },
      { 'pyproject.toml': uv(uvIndex(other) + from('pt')), 'uv.lock': lock(other) },
    );
    expect(told).toEqual([expect.stringMatching(/index-changed The index pt /)]);
  });
});

describe('a list that a person writes', () => {
  it('asks for the folder that it names', async () => {
    const told = await found(
      { 'requirements.txt': 'torch==2.9.1\n' },
      { 'requirements.txt': '--no-index\n--find-links ./wheels\ntorch==2.9.1\n' },
    );
    expect(told).toEqual([expect.stringMatching(/:2 deps\/index-changed .*links \.\/wheels is new/)]);
  });
});
