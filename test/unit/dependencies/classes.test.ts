import { describe, expect, it } from 'vitest';

import { type Package, poetryLock, pyproject, uvLock } from './support/locks.ts';
import { type Files, judge, movesIn, shown } from './support/world.ts';

type Lock = readonly (string | Package)[];

interface Case {
  readonly what: string;
  readonly before: readonly [manifest: readonly string[], lock: Lock, rest?: string];
  readonly after: readonly [manifest: readonly string[], lock: Lock, rest?: string];
  readonly moves: readonly string[];
  readonly verdict: 'pass' | 'fail';
}

const cu128 = { name: 'torch', version: '2.9.0+cu128', registry: 'https://wheels.example/cu128' };
const cpu = { name: 'torch', version: '2.9.0+cpu', registry: 'https://wheels.example/cpu' };
const sources = (name: string): string =>
  `[tool.uv.sources]\ntorch = { index = "${name}" }\n\n[[tool.uv.index]]\nname = "${name}"\nurl = "https://wheels.example/${name}"\nexplicit = true\n`;
const onLinux = ["sys_platform == 'linux'"];
const onMac = ["sys_platform == 'darwin'"];

const cases: readonly Case[] = [
  {
    what: 'the requirement excludes the old version',
    before: [['torch>=2.6,<2.10'], ['torch 2.9.1']],
    after: [['torch>=2.10,<2.11'], ['torch 2.10.0']],
    moves: ['torch 2.9.1 -> 2.10.0 requested'],
    verdict: 'pass',
  },
  {
    what: 'the requirement excludes nothing but the old version',
    before: [['torch>=2.6,<=2.9.1'], ['torch 2.9.1']],
    after: [['torch>=2.6,!=2.9.1'], ['torch 2.10.0']],
    moves: ['torch 2.9.1 -> 2.10.0 requested'],
    verdict: 'pass',
  },
  {
    what: 'an exact pin asks for a downgrade',
    before: [['torch==2.10.0'], ['torch 2.10.0']],
    after: [['torch==2.9.1'], ['torch 2.9.1']],
    moves: ['torch 2.10.0 -> 2.9.1 requested'],
    verdict: 'pass',
  },
  {
    what: 'the requirement changed, the old version still satisfies it',
    before: [['torch>=2.6'], ['torch 2.9.1']],
    after: [['torch>=2.8'], ['torch 2.10.0']],
    moves: ['torch 2.9.1 -> 2.10.0 over-move'],
    verdict: 'fail',
  },
  {
    what: 'another requirement changed',
    before: [
      ['torch>=2.6', 'rich'],
      ['rich 13.0', 'torch 2.9.1'],
    ],
    after: [
      ['torch>=2.6', 'rich>=14'],
      ['rich 14.0', 'torch 2.10.0'],
    ],
    moves: ['torch 2.9.1 -> 2.10.0 unexplained', 'rich 13.0 -> 14.0 requested'],
    verdict: 'fail',
  },
  {
    what: 'an older version that nobody asked for',
    before: [['torch>=2.6'], ['torch 2.10.0']],
    after: [['torch>=2.6'], ['torch 2.9.1']],
    moves: ['torch 2.10.0 -> 2.9.1 downgraded'],
    verdict: 'fail',
  },
  {
    what: 'the lock did not satisfy the requirement before',
    before: [['torch>=2.10'], ['torch 2.9.1']],
    after: [['torch>=2.10'], ['torch 2.10.0']],
    moves: ['torch 2.9.1 -> 2.10.0 forced'],
    verdict: 'pass',
  },
  {
    what: 'another build of the same version',
    before: [['torch>=2.6'], [cu128]],
    after: [['torch>=2.6'], [cpu]],
    moves: ['torch 2.9.0+cu128 -> 2.9.0+cpu identity-change'],
    verdict: 'fail',
  },
  {
    what: 'another build, asked for by a source',
    before: [['torch>=2.6'], [cu128], sources('cu128')],
    after: [['torch>=2.6'], [cpu], sources('cpu')],
    moves: ['torch 2.9.0+cu128 -> 2.9.0+cpu requested'],
    verdict: 'pass',
  },
  {
    what: 'the same version from another index',
    before: [['torch>=2.6'], ['torch 2.9.0']],
    after: [['torch>=2.6'], [{ name: 'torch', version: '2.9.0', registry: 'https://mirror.example/simple' }]],
    moves: ['torch 2.9.0 -> 2.9.0 identity-change'],
    verdict: 'fail',
  },
  {
    what: 'an index that it does not come from changed beside it',
    before: [['torch>=2.6'], ['torch 2.9.0'], '[[tool.uv.index]]\nurl = "https://one.example/simple"\n'],
    after: [
      ['torch>=2.6'],
      [{ name: 'torch', version: '2.9.0', registry: 'https://mirror.example/simple' }],
      '[[tool.uv.index]]\nurl = "https://two.example/simple"\n',
    ],
    moves: ['torch 2.9.0 -> 2.9.0 identity-change'],
    verdict: 'fail',
  },
  {
    what: 'the index of the whole project changed',
    before: [['torch>=2.6'], ['torch 2.9.0']],
    after: [
      ['torch>=2.6'],
      [{ name: 'torch', version: '2.9.0', registry: 'https://mirror.example/simple' }],
      '[[tool.uv.index]]\nurl = "https://mirror.example/simple/"\ndefault = true\n',
    ],
    moves: ['torch 2.9.0 -> 2.9.0 requested'],
    verdict: 'pass',
  },
  {
    what: 'the same file with another hash',
    before: [['torch>=2.6'], [{ name: 'torch', version: '2.9.0', hash: 'aaaa' }]],
    after: [['torch>=2.6'], [{ name: 'torch', version: '2.9.0', hash: 'bbbb' }]],
    moves: ['torch 2.9.0 -> 2.9.0 identity-change'],
    verdict: 'fail',
  },
  {
    what: 'a hash where none was: churn',
    before: [['torch>=2.6'], ['torch 2.9.0']],
    after: [['torch>=2.6'], [{ name: 'torch', version: '2.9.0', hash: 'bbbb' }]],
    moves: [],
    verdict: 'pass',
  },
  {
    what: 'markers rewritten: churn',
    before: [
      ['torch>=2.6'],
      [
        { ...cu128, markers: onLinux },
        { ...cpu, markers: onMac },
      ],
    ],
    after: [
      ['torch>=2.6'],
      [
        { ...cu128, markers: ["sys_platform != 'darwin'"] },
        { ...cpu, markers: onMac },
      ],
    ],
    moves: [],
    verdict: 'pass',
  },
  {
    what: 'the variant of one extra went, and the requirement of another excludes it',
    before: [
      ['torch==2.10.0', 'torch==2.9.0'],
      ['torch 2.9.0', 'torch 2.10.0'],
    ],
    after: [['torch==2.10.0', 'torch==2.9.0'], ['torch 2.10.0']],
    moves: ['torch 2.9.0|2.10.0 -> 2.10.0 fork-collapsed'],
    verdict: 'fail',
  },
  {
    what: 'a branch of a git dependency went on',
    before: [
      ['peft'],
      [{ name: 'peft', version: '0.18.0.dev0', git: 'https://git.example/peft?rev=main#aaaa' }],
    ],
    after: [
      ['peft'],
      [{ name: 'peft', version: '0.18.0.dev0', git: 'https://git.example/peft?rev=main#bbbb' }],
    ],
    moves: ['peft 0.18.0.dev0 -> 0.18.0.dev0 identity-change'],
    verdict: 'fail',
  },
  {
    what: 'a variant more on the platform of the model',
    before: [['torch>=2.6'], ['torch 2.9.0']],
    after: [['torch>=2.6'], ['torch 2.9.0', { ...cu128, markers: onLinux }]],
    moves: ['torch 2.9.0 -> 2.9.0|2.9.0+cu128 fork-added'],
    verdict: 'fail',
  },
  {
    what: 'a variant more for another platform',
    before: [['torch>=2.6'], ['torch 2.9.0']],
    after: [['torch>=2.6'], ['torch 2.9.0', { ...cpu, markers: onMac }]],
    moves: ['torch 2.9.0 -> 2.9.0|2.9.0+cpu fork-added'],
    verdict: 'pass',
  },
  {
    what: 'a variant less',
    before: [['torch>=2.6'], ['torch 2.9.0', cu128]],
    after: [['torch>=2.6'], ['torch 2.9.0']],
    moves: ['torch 2.9.0|2.9.0+cu128 -> 2.9.0 fork-collapsed'],
    verdict: 'fail',
  },
  {
    what: 'one of several variants moved',
    before: [['torch>=2.6'], ['torch 2.9.0', { ...cu128, markers: onLinux }]],
    after: [['torch>=2.6'], ['torch 2.9.1', { ...cu128, markers: onLinux }]],
    moves: ['torch 2.9.0|2.9.0+cu128 -> 2.9.0+cu128|2.9.1 unexplained'],
    verdict: 'fail',
  },
  {
    what: 'a requirement went, and its package with it',
    before: [
      ['torch', 'xformers'],
      ['torch 2.9.0', 'xformers 0.0.33'],
    ],
    after: [['torch'], ['torch 2.9.0']],
    moves: ['xformers 0.0.33 ->  requested'],
    verdict: 'pass',
  },
  {
    what: 'a package left that is still required',
    before: [
      ['torch', 'xformers'],
      ['torch 2.9.0', 'xformers 0.0.33'],
    ],
    after: [['torch', 'xformers'], ['torch 2.9.0']],
    moves: ['xformers 0.0.33 ->  removed'],
    verdict: 'fail',
  },
  {
    what: 'a new requirement brought its package',
    before: [['torch'], ['torch 2.9.0']],
    after: [
      ['torch', 'peft'],
      ['peft 0.18.0', 'torch 2.9.0'],
    ],
    moves: ['peft  -> 0.18.0 requested'],
    verdict: 'pass',
  },
  {
    what: 'a package came that no requirement names',
    before: [['torch'], ['torch 2.9.0']],
    after: [['torch'], ['torch 2.9.0', 'triton 3.5.0']],
    moves: ['triton  -> 3.5.0 added'],
    verdict: 'pass',
  },
  {
    what: 'an override asks for it',
    before: [['torch'], ['numpy 1.26.4', 'torch 2.9.0']],
    after: [
      ['torch'],
      ['numpy 2.2.6', 'torch 2.9.0'],
      '[tool.uv]\noverride-dependencies = ["numpy==2.2.6"]\n',
    ],
    moves: ['numpy 1.26.4 -> 2.2.6 requested'],
    verdict: 'pass',
  },
  {
    what: 'what torch pins comes with it',
    before: [['torch<2.10'], [{ name: 'torch', version: '2.9.1', needs: ['triton'] }, 'triton 3.5.1']],
    after: [['torch==2.10.0'], [{ name: 'torch', version: '2.10.0', needs: ['triton'] }, 'triton 3.6.0']],
    moves: ['triton 3.5.1 -> 3.6.0 forced', 'torch 2.9.1 -> 2.10.0 requested'],
    verdict: 'pass',
  },
  {
    what: 'a part that is released with the whole, and pinned to it by its metadata',
    before: [
      ['transformer-engine[pytorch]<=2.11'],
      ['transformer-engine 2.11.0', 'transformer-engine-torch 2.11.0'],
    ],
    after: [
      ['transformer-engine[pytorch]>=2.14'],
      ['transformer-engine 2.15.0', 'transformer-engine-torch 2.15.0'],
    ],
    moves: [
      'transformer-engine-torch 2.11.0 -> 2.15.0 forced',
      'transformer-engine 2.11.0 -> 2.15.0 requested',
    ],
    verdict: 'pass',
  },
  {
    what: 'a follower does not excuse its leader',
    before: [['torch'], ['torch 2.9.1', { name: 'torchvision', version: '0.24.1', needs: ['torch'] }]],
    after: [['torch'], ['torch 2.10.0', { name: 'torchvision', version: '0.25.0', needs: ['torch'] }]],
    moves: ['torch 2.9.1 -> 2.10.0 unexplained', 'torchvision 0.24.1 -> 0.25.0 forced'],
    verdict: 'fail',
  },
];

function files([manifest, lock, rest]: Case['before']): Files {
  return { 'pyproject.toml': pyproject(manifest, rest), 'uv.lock': uvLock(...lock) };
}

describe('classes of moves', () => {
  it.each(cases)('$what', async ({ before, after, moves, verdict }) => {
    const report = await judge(files(before), files(after));
    expect(shown(report)).toEqual(moves);
    expect(report.verdict).toBe(verdict);
  });
});

describe('a constraint of another package', () => {
  const lock = (transformers: string, range: string, tokenizers: string): string =>
    poetryLock({ [`tokenizers ${tokenizers}`]: {}, [`transformers ${transformers}`]: { tokenizers: range } });
  const old = lock('4.55.0', '>=0.21,<0.22', '0.21.4');
  const now = lock('4.56.0', '>=0.22,<0.24', '0.22.1');
  const manifest = (range: string): string =>
    `[tool.poetry.dependencies]\npython = "^3.11"\ntransformers = "${range}"\n`;

  it('explains the move of what it excludes, when it was asked for', async () => {
    const report = await judge(
      { 'pyproject.toml': manifest('^4.55'), 'poetry.lock': old },
      { 'pyproject.toml': manifest('^4.56'), 'poetry.lock': now },
    );
    expect(report.verdict).toBe('pass');
    expect(movesIn(report)[0]).toMatchObject({
      name: 'tokenizers',
      class: 'forced',
      because: 'transformers',
      direct: false,
    });
    expect(report.findings.map(({ severity, message }) => [severity, message])).toEqual([
      [
        'warning',
        'transformers 4.55.0 -> 4.56.0 took along tokenizers 0.21.4 -> 0.22.1 (transformers 4.56.0 needs tokenizers >=0.22,<0.24).',
      ],
    ]);
  });

  it('explains nothing when nobody asked for the other package either; it is reported once', async () => {
    const files = { 'pyproject.toml': manifest('^4.50') };
    const report = await judge({ ...files, 'poetry.lock': old }, { ...files, 'poetry.lock': now });
    expect(report.verdict).toBe('fail');
    expect(report.findings).toHaveLength(1);
    expect(report.findings[0]?.message).toContain('With it came tokenizers 0.21.4 -> 0.22.1.');
  });

  it('explains nothing when it allowed the old version all along', async () => {
    const files = { 'pyproject.toml': manifest('^4.50') };
    const report = await judge(
      { ...files, 'poetry.lock': old },
      { ...files, 'poetry.lock': lock('4.55.0', '>=0.21,<0.22', '0.21.5') },
    );
    expect(shown(report)).toEqual(['tokenizers 0.21.4 -> 0.21.5 unexplained']);
  });
});

it('another required Python is named as a cause, and excuses nothing', async () => {
  const files = (python: string, torch: string): Files => ({
    'pyproject.toml': `${pyproject(['torch>=2.6'])}requires-python = "${python}"\n`.replace(
      /(dependencies[^]*\]\n)(requires.*\n)/,
      '$2$1',
    ),
    'uv.lock': uvLock(torch),
  });
  const report = await judge(files('>=3.10', 'torch 2.9.1'), files('>=3.11', 'torch 2.10.0'));
  expect(report.findings.map(({ rule, line }) => [rule, line])).toEqual([
    ['deps/unexplained', 7],
    ['deps/requires-python', 4],
  ]);
});

it('finds the one move in a lock of many megabytes', async () => {
  const many = Array.from({ length: 20_000 }, (_, index): Package => ({
    name: `package-${index}`,
    version: '1.0',
    hash: 'a'.repeat(64),
    needs: ['torch'],
  }));
  const files = (torch: string): Files => ({
    'pyproject.toml': pyproject(['torch']),
    'uv.lock': uvLock(...many, torch),
  });
  const report = await judge(files('torch 2.9.1'), files('torch 2.10.0'));
  expect(shown(report)).toEqual(['torch 2.9.1 -> 2.10.0 unexplained']);
  expect(movesIn(report)[0]?.line).toBeGreaterThan(100_000);
});

it('a package that an override of uv leaves out was taken out on purpose', async () => {
  const manifest = (override: string): string =>
    pyproject(
      ['torch>=2.6', 'opencv-python'],
      `[tool.uv]\noverride-dependencies = ["opencv-python${override}"]\n`,
    );
  const change = async (override: string): Promise<readonly string[]> =>
    shown(
      await judge(
        { 'pyproject.toml': manifest('>=4'), 'uv.lock': uvLock('torch 2.9.1', 'opencv-python 4.10.0') },
        { 'pyproject.toml': manifest(override), 'uv.lock': uvLock('torch 2.9.1') },
      ),
    );
  expect(await change("; sys_platform == 'never'")).toEqual(['opencv-python 4.10.0 ->  requested']);
  expect(await change('>=4')).toEqual(['opencv-python 4.10.0 ->  removed']);
});
