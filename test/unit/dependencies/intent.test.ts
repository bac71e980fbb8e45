import { describe, expect, it } from 'vitest';

import { pyproject, uvLock } from './support/locks.ts';
import type { Extra } from './support/world.ts';
import { judge, movesIn } from './support/world.ts';

const manifest = pyproject(['torch>=2.6', 'numpy']);
const before = { 'pyproject.toml': manifest, 'uv.lock': uvLock('numpy 1.26.4', 'torch 2.9.1') };
const after = { 'pyproject.toml': manifest, 'uv.lock': uvLock('numpy 1.26.4', 'torch 2.10.0') };
const allowFile = '.github/dependency-moves.txt';

function commit(message: string): Extra {
  return { commits: [{ sha: '0123456789abcdef', author: 'somebody', message }] };
}

const allowed: readonly (readonly [what: string, allow: string, extra: Extra, where: string])[] = [
  ['a line of the allow file', '# ours\ntorch 2.9.1 -> 2.10.0\n', {}, `stated in ${allowFile}:2`],
  [
    'a line with a comment and an arrow',
    ' Torch  2.9.1 → 2.10.0  # for flex attention\r\n',
    {},
    `stated in ${allowFile}:1`,
  ],
  [
    'a commit trailer',
    '',
    commit('Move torch\n\nDependency-Change: torch 2.9.1 -> 2.10.0\n'),
    'stated in commit 01234567',
  ],
  [
    'a bot of the policy',
    '',
    { settings: { bots: ['Renovate[bot]'], author: 'renovate[bot]' } },
    'renovate[bot] only updates dependencies, says the policy',
  ],
  [
    'a branch of the policy',
    '',
    { settings: { botBranches: ['deps/**'], headBranch: 'deps/torch/2' } },
    'deps/torch/2 only updates dependencies, says the policy',
  ],
];

describe('a stated move is let through and shown', () => {
  it.each(allowed)('%s', async (_, allow, extra, reason) => {
    const files = allow === '' ? after : { ...after, [allowFile]: allow };
    const report = await judge(before, files, extra);
    expect(report.verdict).toBe('pass');
    expect(movesIn(report)).toMatchObject([{ name: 'torch', class: 'allowed', reason }]);
    expect(report.sections?.find(({ kind }) => kind === 'list')).toMatchObject({
      items: [`torch 2.9.1 -> 2.10.0 (${reason})`],
    });
  });

  it('also where it stood in the base', async () => {
    const allow = { [allowFile]: 'torch 2.9.1 -> 2.10.0\n' };
    const report = await judge({ ...before, ...allow }, after);
    expect(movesIn(report)).toMatchObject([
      { class: 'allowed', reason: `stated in ${allowFile} of the base:1` },
    ]);
  });
});

const refused: readonly (readonly [what: string, allow: string, extra: Extra])[] = [
  ['another version', 'torch 2.9.1 -> 2.11.0\n', {}],
  ['only the name', 'torch\n', {}],
  ['a wildcard', '* 2.9.1 -> 2.10.0\n', {}],
  ['the way back', 'torch 2.10.0 -> 2.9.1\n', {}],
  ['a trailer for another package', '', commit('Dependency-Change: numpy 2.9.1 -> 2.10.0')],
  ['a trailer in the middle of a sentence', '', commit('no Dependency-Change: torch 2.9.1 -> 2.10.0')],
  ['another author', '', { settings: { bots: ['renovate[bot]'], author: 'somebody' } }],
  ['a bot without a policy', '', { settings: { author: 'renovate[bot]' } }],
];

describe('nothing else lets a move through', () => {
  it.each(refused)('%s', async (_, allow, extra) => {
    const report = await judge(before, { ...after, [allowFile]: allow }, extra);
    expect(report.verdict).toBe('fail');
    expect(movesIn(report)).toMatchObject([{ name: 'torch', class: 'unexplained' }]);
  });
});

it('a line for the versions that went and came is enough where variants stay', async () => {
  const variants = (plain: string): Record<string, string> => ({
    'pyproject.toml': manifest,
    'uv.lock': uvLock(`torch ${plain}`, {
      name: 'torch',
      version: '2.9.0+cu128',
      registry: 'https://wheels.example/cu128',
    }),
  });
  const report = await judge(variants('2.9.0'), {
    ...variants('2.9.1'),
    [allowFile]: 'torch 2.9.0 -> 2.9.1\n',
  });
  expect(movesIn(report)).toMatchObject([{ class: 'allowed' }]);
});

it('the line that the help shows is the line that lets it through, for every class', async () => {
  const sides: readonly (readonly [Record<string, string>, Record<string, string>])[] = [
    [before, after],
    [{ 'uv.lock': uvLock('torch 2.9.0', 'torch 2.9.0+cpu') }, { 'uv.lock': uvLock('torch 2.9.0') }],
    [
      { 'uv.lock': uvLock('torch 2.9.0') },
      { 'uv.lock': uvLock({ name: 'torch', version: '2.9.0', registry: 'https://mirror.example/x' }) },
    ],
    [{ 'uv.lock': uvLock('torch 2.9.0', 'flash-attn 2.8.3') }, { 'uv.lock': uvLock('torch 2.9.0') }],
  ];
  for (const [old, now] of sides) {
    const blocked = await judge(old, now);
    const line = /write "([^"]+)"/.exec(blocked.findings[0]?.help ?? '')?.[1] ?? '';
    const report = await judge(old, { ...now, [allowFile]: `${line}\n` });
    expect([line, blocked.verdict, report.verdict]).toEqual([line, 'fail', 'pass']);
  }
});
