/** Locks that mix conda and PyPI: a package follows what needs it from one to the other. */
import { describe, expect, it } from 'vitest';

import { type Files, judge, movesIn } from './support/world.ts';

interface Package {
  readonly url: string;
  readonly needs?: readonly string[];
  readonly hash?: boolean;
}

const channel = 'https://channel.example/main/linux-64';
const files = 'https://files.example/packages';

function fromConda(name: string, version: string, ...needs: readonly string[]): Package {
  return { url: `${channel}/${name}-${version}-h1_0.conda`, needs };
}

function fromPypi(name: string, version: string, ...needs: readonly string[]): Package {
  return { url: `${files}/${name}-${version}-py3-none-any.whl`, needs };
}

/** A pixi.lock of one environment beside another one, in which both kinds of packages are from the start. */
function pixi(packages: readonly Package[], manifest = '', beside: readonly Package[] = []): Files {
  const others = [fromConda('zlib', '1.3.1'), fromPypi('rich', '14.0.0'), ...beside];
  const kindOf = ({ url }: Package): string => (url.endsWith('.conda') ? 'conda' : 'pypi');
  const listed = (all: readonly Package[]): string =>
    all.map((one) => `      - ${kindOf(one)}: ${one.url}\n`).join('');
  const detail = (one: Package): string => {
    const [name = '', version = ''] = (one.url.split('/').at(-1) ?? '').split('-');
    const named = kindOf(one) === 'pypi' ? `  name: ${name}\n  version: ${version}\n` : '';
    const hash = one.hash === false ? '' : `  sha256: ${'a'.repeat(64)}\n`;
    const key = kindOf(one) === 'pypi' ? 'requires_dist' : 'depends';
    const needs = one.needs?.length ? `  ${key}:\n${one.needs.map((need) => `  - ${need}\n`).join('')}` : '';
    return `- ${kindOf(one)}: ${one.url}\n${named}${hash}${needs}`;
  };
  const environment = (name: string, all: readonly Package[]): string =>
    `  ${name}:\n    packages:\n      linux-64:\n${listed(all)}`;
  const lock = `version: 6\nenvironments:\n${environment('default', others)}${environment('train', packages)}packages:\n`;
  return {
    'pixi.lock': `${lock}${[...new Set([...others, ...packages].map(detail))].join('')}`,
    'pixi.toml': manifest,
  };
}

const condaTorch = '[feature.train.dependencies]\npytorch = "==2.9.1"\n';
const pypiTorch = '[feature.train.pypi-dependencies]\ntorch = "==2.9.1"\n';
const conda = [fromConda('pytorch', '2.9.1', 'triton 3.5.1'), fromConda('triton', '3.5.1')];
const pypi = [fromPypi('torch', '2.9.1', 'triton==3.5.1'), fromPypi('triton', '3.5.1')];

interface Case {
  readonly what: string;
  readonly before: Files;
  readonly after: Files;
  readonly triton: string;
  readonly verdict: 'pass' | 'fail';
}

const cases: readonly Case[] = [
  {
    what: 'from conda to PyPI with a torch that is asked for there',
    before: pixi(conda, condaTorch),
    after: pixi(pypi, pypiTorch),
    triton: 'forced warn torch',
    verdict: 'pass',
  },
  {
    what: 'and back',
    before: pixi(pypi, pypiTorch),
    after: pixi(conda, condaTorch),
    triton: 'forced warn pytorch',
    verdict: 'pass',
  },
  {
    what: 'in the one version that the new torch takes',
    before: pixi([fromConda('pytorch', '2.8.0', 'triton 3.4.0'), fromConda('triton', '3.4.0')], condaTorch),
    after: pixi(pypi, pypiTorch),
    triton: 'forced warn torch',
    verdict: 'pass',
  },
  {
    what: 'in another version, although the new torch takes the old one',
    before: pixi([fromConda('pytorch', '2.9.1', 'triton'), fromConda('triton', '3.5.0')], condaTorch),
    after: pixi([fromPypi('torch', '2.9.1', 'triton>=3'), fromPypi('triton', '3.5.1')], pypiTorch),
    triton: 'identity-change fail',
    verdict: 'fail',
  },
  {
    what: 'although what needs it stays where it was',
    before: pixi(conda, condaTorch),
    after: pixi([fromConda('pytorch', '2.9.1', 'triton 3.5.1'), fromPypi('triton', '3.5.1')], condaTorch),
    triton: 'identity-change fail',
    verdict: 'fail',
  },
  {
    what: 'although another package needs it from conda still',
    before: pixi([...conda, fromConda('xgrammar', '0.1.25', 'triton')], condaTorch),
    after: pixi([...pypi, fromConda('xgrammar', '0.1.25', 'triton')], pypiTorch),
    triton: 'identity-change fail',
    verdict: 'fail',
  },
  {
    what: 'to a host that neither the lock nor torch had',
    before: pixi(conda, condaTorch),
    after: pixi(
      [...pypi.slice(0, 1), { url: 'https://other.example/triton-3.5.1-py3-none-any.whl' }],
      pypiTorch,
    ),
    triton: 'identity-change fail',
    verdict: 'fail',
  },
  {
    what: 'as the one package that needed it from conda is gone',
    before: pixi(
      [
        fromConda('flash-attn', '2.8.3', 'triton'),
        fromConda('triton', '3.5.1'),
        fromPypi('vllm', '0.11.2', 'triton'),
      ],
      '[feature.train.dependencies]\nflash-attn = "*"\n',
    ),
    after: pixi([fromPypi('vllm', '0.11.2', 'triton'), fromPypi('triton', '3.5.1')], ''),
    triton: 'forced warn flash-attn',
    verdict: 'pass',
  },
  {
    what: 'in one environment, while it moves in the other, both with a torch that is asked for',
    before: pixi(conda, `${condaTorch}[feature.default.pypi-dependencies]\ntorch = "==2.8.0"\n`, [
      fromPypi('torch', '2.8.0', 'triton==3.4.0'),
      fromPypi('triton', '3.4.0'),
    ]),
    after: pixi(pypi, `${pypiTorch}[feature.default.pypi-dependencies]\ntorch = "==2.9.1"\n`, pypi),
    triton: 'forced warn torch',
    verdict: 'pass',
  },
  {
    what: 'in one environment, while it moves in the other, where nothing asks for that',
    before: pixi(conda, condaTorch, [fromPypi('triton', '3.4.0')]),
    after: pixi(pypi, pypiTorch, [fromPypi('triton', '3.5.1')]),
    triton: 'fork-collapsed fail',
    verdict: 'fail',
  },
  {
    what: 'with a newer torch that nobody asked for',
    before: pixi(conda, condaTorch),
    after: pixi(
      [fromPypi('torch', '2.10.0', 'triton==3.6.0'), fromPypi('triton', '3.6.0')],
      pypiTorch.replace('==2.9.1', '*'),
    ),
    triton: 'forced warn torch',
    verdict: 'fail',
  },
  {
    what: 'without a hash',
    before: pixi(conda, condaTorch),
    after: pixi([...pypi.slice(0, 1), { ...fromPypi('triton', '3.5.1'), hash: false }], pypiTorch),
    triton: 'identity-change fail',
    verdict: 'fail',
  },
];

const numpy = { conda: fromConda('numpy', '2.2.6'), pypi: fromPypi('numpy', '2.2.6') };
const elsewhere = { url: 'https://other.example/numpy-2.2.6-py3-none-any.whl' };

/** What a manifest names goes where the manifest says: to a place that the lock knows. */
const own = [
  ['dependencies', 'pypi-dependencies', numpy.conda, numpy.pypi, 'pass'],
  ['pypi-dependencies', 'dependencies', numpy.pypi, numpy.conda, 'pass'],
  ['dependencies', 'dependencies', numpy.conda, numpy.pypi, 'fail'],
  ['dependencies', 'pypi-dependencies', numpy.conda, elsewhere, 'fail'],
  ['dependencies', 'pypi-dependencies', numpy.conda, fromPypi('numpy', '2.3.0'), 'fail'],
] as const;

describe('a package that goes from conda to PyPI', () => {
  it.each(cases)('$what', async ({ before, after, triton, verdict }) => {
    const report = await judge(before, after);
    const move = movesIn(report).find(({ name }) => name === 'triton');
    const shown = `${move?.class ?? ''} ${move?.consequence ?? ''} ${move?.because ?? ''}`.trim();
    expect([report.verdict, shown]).toEqual([verdict, triton]);
  });

  it.each(own)('by its own requirement: %s to %s, %o to %o', async (from, to, before, after, verdict) => {
    const manifest = (table: string): string => `[feature.train.${table}]\nnumpy = ">=2"\n`;
    const report = await judge(pixi([before], manifest(from)), pixi([after], manifest(to)));
    expect([report.verdict, report.findings.length]).toEqual([verdict, verdict === 'pass' ? 0 : 1]);
  });
});
