import { describe, expect, it } from 'vitest';

import type { DependencySettings } from '../../../src/dependencies/index.ts';
import { builtInPairs } from '../../../src/dependencies/pairs/table.ts';
import { parseSpecifiers } from '../../../src/pep440/specifier.ts';
import { pyproject, uvLock } from './support/locks.ts';
import { judge } from './support/world.ts';

/** Every package of `after` is pinned by the manifest: all moves are asked for. */
async function broken(
  before: readonly string[],
  after: readonly string[],
  settings: Partial<DependencySettings> = {},
): Promise<readonly string[]> {
  const pins = (lock: readonly string[]): string => pyproject(lock.map((item) => item.replace(' ', '==')));
  const report = await judge(
    { 'pyproject.toml': pins(before), 'uv.lock': uvLock(...before) },
    { 'pyproject.toml': pins(after), 'uv.lock': uvLock(...after) },
    { settings },
  );
  return report.findings
    .filter(({ rule }) => rule === 'deps/broken-pair')
    .map(({ severity, message }) => `${severity}: ${message}`);
}

describe('a broken pair fails although every move was asked for', () => {
  const cases: readonly (readonly [before: readonly string[], after: readonly string[], message: string])[] =
    [
      [
        ['torch 2.9.1', 'torchvision 0.24.1'],
        ['torch 2.10.0', 'torchvision 0.24.1'],
        'error: These do not work together: torch 2.10.0 goes with torchvision ==0.25.0, but the lock contains torchvision 0.24.1.',
      ],
      [
        ['torch 2.6.0', 'triton 3.2.0'],
        ['torch 2.7.0', 'triton 3.2.0'],
        'warning: These do not work together: torch 2.7.0 goes with triton ==3.3.0, but the lock contains triton 3.2.0.',
      ],
      [
        ['transformers 4.55.0', 'tokenizers 0.21.4'],
        ['transformers 4.56.0', 'tokenizers 0.21.4'],
        'error: These do not work together: transformers 4.56.0 goes with tokenizers >=0.22,<=0.23, but the lock contains tokenizers 0.21.4.',
      ],
      [
        ['torch 2.8.0', 'xformers 0.0.32'],
        ['torch 2.9.0', 'xformers 0.0.32'],
        'error: These do not work together: xformers 0.0.32 goes with torch ==2.8.0, but the lock contains torch 2.9.0.',
      ],
      [
        ['numpy 1.26.4', 'torch 2.2.2'],
        ['numpy 2.0.1', 'torch 2.2.2'],
        'error: These do not work together: torch 2.2.2 goes with numpy <2, but the lock contains numpy 2.0.1.',
      ],
      [
        ['flash-attn 2.8.3+cu12torch2.9', 'torch 2.9.0'],
        ['flash-attn 2.8.3+cu12torch2.9', 'torch 2.10.0'],
        'error: These do not work together: flash-attn 2.8.3+cu12torch2.9 was built for torch 2.9, but the lock contains torch 2.10.0.',
      ],
      [
        ['torch 2.10.0+cu128', 'torchaudio 2.10.0+cu128'],
        ['torch 2.10.0+cu130', 'torchaudio 2.10.0+cu128'],
        'error: These do not work together: torch 2.10.0+cu130 is built for CUDA 13, but torchaudio 2.10.0+cu128 for CUDA 12.',
      ],
    ];
  it.each(cases)('%j -> %j', async (before, after, message) => {
    expect(await broken(before, after)).toEqual([message]);
  });
});

describe('a pair is left alone', () => {
  const cases: readonly (readonly [what: string, before: readonly string[], after: readonly string[]])[] = [
    ['when both moved', ['torch 2.9.1', 'torchvision 0.24.1'], ['torch 2.10.0', 'torchvision 0.25.0']],
    [
      'when it has local tags',
      ['torch 2.9.1+cu128', 'torchvision 0.24.1+cu128'],
      ['torch 2.10.0+cu128', 'torchvision 0.25.0+cu128'],
    ],
    [
      'when it was broken before and did not move',
      ['rich 13', 'torch 2.10.0', 'torchvision 0.24.1'],
      ['rich 14', 'torch 2.10.0', 'torchvision 0.24.1'],
    ],
    [
      'when a variant fits',
      ['torch 2.9.1', 'torchvision 0.24.1'],
      ['torch 2.10.0', 'torchvision 0.24.1', 'torchvision 0.25.0'],
    ],
    [
      'for nightly builds',
      ['torch 2.10.0', 'torchvision 0.25.0'],
      ['torch 2.10.0', 'torchvision 0.26.0.dev20260101'],
    ],
    [
      'for releases that no row knows',
      ['torch 2.9.1', 'torchvision 0.24.1'],
      ['torch 3.9.0', 'torchvision 0.24.1'],
    ],
    [
      'for flash-attn of the right torch',
      ['flash-attn 2.8.3+cu12torch2.9', 'torch 2.9.0'],
      ['flash-attn 2.8.3+cu12torch2.9cxx11abiTRUE', 'torch 2.9.1'],
    ],
  ];
  it.each(cases)('%s', async (_, before, after) => {
    expect(await broken(before, after)).toEqual([]);
  });
});

describe('the policy', () => {
  const before = ['torch 2.9.1', 'torchvision 0.24.1'];
  const after = ['torch 2.10.0', 'torchvision 0.24.1'];
  it('may leave a pair out', async () => {
    expect(await broken(before, after, { ignorePairs: ['torch-torchvision'] })).toEqual([]);
  });

  it('may set a pair anew, and add its own', async () => {
    const pairs = [
      {
        pair: 'torch-torchvision',
        package: 'torch',
        versions: '>=2.10',
        needs: { torchvision: '>=0.24' },
        source: 'our own build',
      },
      {
        pair: 'ours',
        package: 'torch',
        versions: '>=2.10',
        needs: { Our_Kernels: '==3.*' },
        source: 'kernels/README',
      },
    ];
    expect(await broken([...before, 'our-kernels 2.0'], [...after, 'our-kernels 2.0'], { pairs })).toEqual([
      'error: These do not work together: torch 2.10.0 goes with our-kernels ==3.*, but the lock contains our-kernels 2.0.',
    ]);
  });
});

it('every built-in row can be read and has a source', () => {
  const unreadable = builtInPairs.filter((row) =>
    [row.versions, ...Object.values(row.needs)].some((range) => parseSpecifiers(range) === undefined),
  );
  expect(unreadable).toEqual([]);
  expect(builtInPairs.filter(({ source }) => source === '')).toEqual([]);
});

it('warns of another CUDA major', async () => {
  const files = (wheel: string): Record<string, string> => ({
    'pyproject.toml': pyproject(['torch']),
    'uv.lock': uvLock('torch 2.10.0', wheel),
  });
  const report = await judge(files('nvidia-cudnn-cu12 9.10.2'), files('nvidia-cudnn-cu13 9.13.0'));
  expect(
    report.findings.filter(({ rule }) => rule === 'deps/cuda-major').map(({ message }) => message),
  ).toEqual([
    'CUDA 12 becomes CUDA 13 in this lock: drivers, base images and compiled extensions must follow.',
  ]);
});
