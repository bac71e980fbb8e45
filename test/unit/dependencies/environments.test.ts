/** Locks that keep environments and platforms apart. */
import { describe, expect, it } from 'vitest';

import { type Files, judge, movesIn } from './support/world.ts';

type Places = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** A pixi.lock of `name version` by environment and platform; each platform has wheels of its own. */
function pixi(places: Places): Files {
  const urlOf = (item: string, platform: string): string =>
    `https://files.example/${item.replace(' ', '-')}-cp312-cp312-${platform.replaceAll('-', '_')}.whl`;
  const packages = new Map<string, string>();
  const blocks = Object.entries(places).map(([environment, platforms]) => {
    const lists = Object.entries(platforms).map(([platform, items]) => {
      const urls = items.map((item) => {
        const [name = '', version = ''] = item.split(' ');
        packages.set(
          urlOf(item, platform),
          `  name: ${name}\n  version: ${version}\n  sha256: ${'a'.repeat(64)}\n`,
        );
        return `      - pypi: ${urlOf(item, platform)}\n`;
      });
      return `      ${platform}:\n${urls.join('')}`;
    });
    return `  ${environment}:\n    packages:\n${lists.join('')}`;
  });
  const all = [...packages].map(([url, detail]) => `- pypi: ${url}\n${detail}`);
  return { 'pixi.lock': `version: 6\nenvironments:\n${blocks.join('')}packages:\n${all.join('')}` };
}

/** A conda-lock.yml of `name version` by platform. */
function conda(places: Readonly<Record<string, readonly string[]>>): Files {
  const items = Object.entries(places).flatMap(([platform, packages]) =>
    packages.map((item) => {
      const [name = '', version = ''] = item.split(' ');
      return `- name: ${name}\n  version: ${version}\n  manager: conda\n  platform: ${platform}\n  url: https://channel.example/main/${platform}/${name}-${version}-h1_0.conda\n  hash:\n    md5: ${'b'.repeat(32)}\n`;
    }),
  );
  return {
    'conda-lock.yml': `version: 1\nmetadata:\n  sources: [environment.yml]\npackage:\n${items.join('')}`,
  };
}

/** A Pipfile.lock of `name version` by category. */
function pipfile(places: Readonly<Record<string, readonly string[]>>): Files {
  const groups = Object.entries(places).map(([category, packages]) => [
    category,
    Object.fromEntries(packages.map((item) => [item.split(' ')[0], { version: `==${item.split(' ')[1]}` }])),
  ]);
  return { 'Pipfile.lock': JSON.stringify({ _meta: { 'pipfile-spec': 6 }, ...Object.fromEntries(groups) }) };
}

const linux = { 'linux-64': ['torch 2.9.1', 'numpy 2.2.6'] };

interface Case {
  readonly what: string;
  readonly before: Files;
  readonly after: Files;
  readonly moves: readonly string[];
  readonly verdict: 'pass' | 'fail';
}

const cases: readonly Case[] = [
  {
    what: 'a new environment with a version of its own',
    before: pixi({ train: linux }),
    after: pixi({ train: linux, serve: { 'linux-64': ['torch 2.10.0', 'numpy 2.2.6'] } }),
    moves: ['torch  -> 2.10.0 added pass', 'numpy  -> 2.2.6 added pass'],
    verdict: 'pass',
  },
  {
    what: 'a new platform with wheels of its own',
    before: pixi({ train: linux }),
    after: pixi({ train: { ...linux, 'linux-aarch64': ['torch 2.9.1', 'numpy 2.2.6'] } }),
    moves: ['torch  -> 2.9.1 added pass', 'numpy  -> 2.2.6 added pass'],
    verdict: 'pass',
  },
  {
    what: 'a new environment, and a move in the old one',
    before: pixi({ train: linux }),
    after: pixi({ train: { 'linux-64': ['torch 2.10.0', 'numpy 2.2.6'] }, serve: linux }),
    moves: [
      'torch 2.9.1 -> 2.10.0 unexplained fail',
      'torch  -> 2.9.1 added pass',
      'numpy  -> 2.2.6 added pass',
    ],
    verdict: 'fail',
  },
  {
    what: 'an environment under another name is the one that it was',
    before: pixi({ train: linux }),
    after: pixi({ fit: { 'linux-64': ['torch 2.10.0', 'numpy 2.2.6'] } }),
    moves: ['torch 2.9.1 -> 2.10.0 unexplained fail'],
    verdict: 'fail',
  },
  {
    what: 'a move on another platform than the target',
    before: pixi({ train: { ...linux, 'osx-arm64': ['torch 2.9.1'] } }),
    after: pixi({ train: { ...linux, 'osx-arm64': ['torch 2.10.0'] } }),
    moves: ['torch 2.9.1 -> 2.9.1|2.10.0 fork-added warn'],
    verdict: 'pass',
  },
  {
    what: 'on another processor',
    before: conda({ 'linux-64': ['pytorch 2.4.0'], 'linux-aarch64': ['pytorch 2.4.0'] }),
    after: conda({ 'linux-64': ['pytorch 2.4.0'], 'linux-aarch64': ['pytorch 2.5.0'] }),
    moves: ['pytorch 2.4.0 -> 2.4.0|2.5.0 unexplained warn'],
    verdict: 'pass',
  },
  {
    what: 'where the lock has no other platform, that one counts',
    before: conda({ 'osx-arm64': ['pytorch 2.4.0'] }),
    after: conda({ 'osx-arm64': ['pytorch 2.5.0'] }),
    moves: ['pytorch 2.4.0 -> 2.5.0 unexplained fail'],
    verdict: 'fail',
  },
  {
    what: 'a new platform of conda-lock',
    before: conda({ 'linux-64': ['pytorch 2.4.0'] }),
    after: conda({ 'linux-64': ['pytorch 2.4.0'], 'osx-arm64': ['pytorch 2.4.0'] }),
    moves: ['pytorch  -> 2.4.0 added pass'],
    verdict: 'pass',
  },
  {
    what: 'a new category of Pipfile.lock',
    before: pipfile({ default: ['torch 2.9.1'] }),
    after: pipfile({ default: ['torch 2.9.1'], docs: ['torch 2.10.0'] }),
    moves: ['torch  -> 2.10.0 added pass'],
    verdict: 'pass',
  },
  {
    what: 'one environment gets the version that is asked for, which another one had',
    before: {
      ...pixi({ train: { 'linux-64': ['pillow 12.1.1'] }, serve: { 'linux-64': ['pillow 12.2.0'] } }),
      'pixi.toml': '[pypi-dependencies]\npillow = ">=12.1.1"\n',
    },
    after: {
      ...pixi({ train: { 'linux-64': ['pillow 12.2.0'] }, serve: { 'linux-64': ['pillow 12.2.0'] } }),
      'pixi.toml': '[pypi-dependencies]\npillow = ">=12.2.0"\n',
    },
    moves: ['pillow 12.1.1|12.2.0 -> 12.2.0 requested pass'],
    verdict: 'pass',
  },
  {
    what: 'a category that has it now too: a warning, for nothing says why',
    before: pipfile({ default: ['torch 2.9.1'], develop: ['pytest 8.0'] }),
    after: pipfile({ default: ['torch 2.9.1'], develop: ['pytest 8.0', 'torch 2.9.1'] }),
    moves: ['torch  -> 2.9.1 added warn'],
    verdict: 'pass',
  },
  {
    what: 'it leaves the one environment that had it',
    before: pixi({ train: linux }),
    after: pixi({ train: { 'linux-64': ['numpy 2.2.6'] } }),
    moves: ['torch 2.9.1 ->  removed fail'],
    verdict: 'fail',
  },
  {
    what: 'an environment that goes takes its packages along',
    before: pixi({ train: linux, serve: { 'linux-64': ['torch 2.8.0', 'numpy 2.2.6', 'vllm 0.10.0'] } }),
    after: pixi({ train: linux }),
    moves: ['torch 2.8.0 ->  removed pass', 'numpy 2.2.6 ->  removed pass', 'vllm 0.10.0 ->  removed pass'],
    verdict: 'pass',
  },
  {
    what: 'and hides no move of those that stay',
    before: pixi({ train: linux, serve: linux }),
    after: pixi({ train: { 'linux-64': ['torch 2.10.0', 'numpy 2.2.6'] } }),
    moves: [
      'torch 2.9.1 -> 2.10.0 unexplained fail',
      'torch 2.9.1 ->  removed pass',
      'numpy 2.2.6 ->  removed pass',
    ],
    verdict: 'fail',
  },
  {
    what: 'the last environment of a platform is missed',
    before: conda({ 'linux-64': ['pytorch 2.4.0'], 'osx-arm64': ['pytorch 2.4.0'] }),
    after: conda({ 'osx-arm64': ['pytorch 2.4.0'] }),
    moves: ['pytorch 2.4.0 ->  removed fail'],
    verdict: 'fail',
  },
  {
    what: 'it leaves one of two environments, and nothing says why',
    before: pixi({ train: linux, serve: linux }),
    after: pixi({ train: { 'linux-64': ['numpy 2.2.6'] }, serve: linux }),
    moves: ['torch 2.9.1 ->  removed fail'],
    verdict: 'fail',
  },
  {
    what: 'it leaves the environment that what needed it left',
    before: needing({ train: ['trl 0.20.0 peft', 'peft 0.15.0'], serve: ['peft 0.15.0'] }),
    after: needing({ train: ['rich 1.0'], serve: ['peft 0.15.0'] }),
    moves: ['peft 0.15.0 ->  forced warn', 'trl 0.20.0 ->  removed fail', 'rich  -> 1.0 added '],
    verdict: 'fail',
  },
  {
    what: 'or in which only an extra names it still',
    before: needing({ train: ['rich 1.0 peft', 'peft 0.15.0'], serve: ['peft 0.15.0'] }),
    after: needing({ train: ["rich 1.0 peft;extra=='all'"], serve: ['peft 0.15.0'] }),
    moves: ['peft 0.15.0 ->  forced warn'],
    verdict: 'pass',
  },
  {
    what: 'what one environment now asks for, another one had before',
    before: {
      ...needing({
        train: ['torch 2.8.0 triton==3.4.0', 'triton 3.4.0'],
        serve: ['torch 2.7.1 triton==3.3.1', 'triton 3.3.1'],
      }),
      'pixi.toml': '[pypi-dependencies]\ntorch = ">=2.7"\n',
    },
    after: {
      ...needing({
        train: ['torch 2.7.1 triton==3.3.1', 'triton 3.3.1'],
        serve: ['torch 2.7.1 triton==3.3.1', 'triton 3.3.1'],
      }),
      'pixi.toml': '[pypi-dependencies]\ntorch = "==2.7.1"\n',
    },
    moves: ['torch 2.7.1|2.8.0 -> 2.7.1 requested pass', 'triton 3.3.1|3.4.0 -> 3.3.1 forced warn'],
    verdict: 'pass',
  },
  {
    what: 'it leaves an environment in which it is still needed',
    before: needing({ train: ['rich 1.0 peft', 'peft 0.15.0'], serve: ['peft 0.15.0'] }),
    after: needing({ train: ['rich 1.0 peft'], serve: ['peft 0.15.0'] }),
    moves: ['peft 0.15.0 ->  removed fail'],
    verdict: 'fail',
  },
];

/** A pixi.lock of `name version need …` by environment, for one platform. */
function needing(places: Readonly<Record<string, readonly string[]>>): Files {
  const urlOf = (name = '', version = '', environment = ''): string =>
    `https://files.example/${environment}/${name}-${version}-py3-none-any.whl`;
  const items = Object.entries(places).flatMap(([environment, packages]) =>
    packages.map((item) => ({ environment, parts: item.split(' ') })),
  );
  const blocks = Object.keys(places).map((environment) => {
    const own = items.filter((item) => item.environment === environment);
    const urls = own.map(
      ({ parts: [name, version] }) => `      - pypi: ${urlOf(name, version, environment)}\n`,
    );
    return `  ${environment}:\n    packages:\n      linux-64:\n${urls.join('')}`;
  });
  const all = items.map(({ environment, parts: [name, version, ...needs] }) => {
    const lines =
      needs.length === 0 ? '' : `  requires_dist:\n${needs.map((need) => `  - ${need}\n`).join('')}`;
    return `- pypi: ${urlOf(name, version, environment)}\n  name: ${name}\n  version: ${version}\n  sha256: ${'a'.repeat(64)}\n${lines}`;
  });
  return { 'pixi.lock': `version: 6\nenvironments:\n${blocks.join('')}packages:\n${all.join('')}` };
}

describe('environments and platforms', () => {
  it.each(cases)('$what', async ({ before, after, moves, verdict }) => {
    const report = await judge(before, after);
    const shown = movesIn(report).map(
      ({ name, before: old, after: now, class: kind, consequence = '' }) =>
        `${name} ${old.join('|')} -> ${now.join('|')} ${kind} ${consequence}`,
    );
    expect([report.verdict, shown.toSorted()]).toEqual([verdict, moves.toSorted()]);
  });

  it.each(['libtorch', 'py-opencv', 'libcudnn', 'cuda-version', 'huggingface_hub'])(
    'conda’s %s is watched and named as conda does',
    async (name) => {
      const files = (version: string): Files => conda({ 'linux-64': [`${name} ${version}`] });
      const { verdict, findings } = await judge(files('1.0'), files('2.0'));
      expect([verdict, findings[0]?.message.split(' ')[0]]).toEqual(['fail', name]);
    },
  );

  it('of a move on one platform the versions there are named, and all, as a line must state them', async () => {
    const files = (version: string): Files =>
      conda({ 'linux-64': ['pytorch 2.5.1'], 'linux-aarch64': [`pytorch ${version}`] });
    const { findings } = await judge(files('2.5.1'), files('2.6.0'));
    expect(findings[0]?.message).toMatch(
      /in linux-aarch64: 2\.5\.1 -> 2\.6\.0 \(in all environments: 2\.5\.1 -> 2\.5\.1 \| 2\.6\.0\)/,
    );
    expect(findings[0]?.help).toContain('pytorch 2.5.1 -> 2.5.1|2.6.0');
  });

  it('one cause is reported once over all environments', async () => {
    const both = (version: string): Files =>
      pixi({ train: { 'linux-64': [`torch ${version}`] }, serve: { 'linux-64': [`torch ${version}`] } });
    const { findings } = await judge(both('2.9.1'), both('2.10.0'));
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^torch moved in serve\/linux-64, train\/linux-64: 2\.9\.1 -> 2\.10\.0/),
    ]);
  });
});
