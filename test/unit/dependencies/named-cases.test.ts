/** Four accidents of real repositories, in small: each must be blocked with a message that a stranger understands. */
import { describe, expect, it } from 'vitest';

import { poetryLock, pyproject, uvLock } from './support/locks.ts';
import { judge, shown } from './support/world.ts';

describe('a feature commit that locked again with --upgrade', () => {
  const manifest = pyproject(['torch>=2.6', 'numpy>=1.26', 'transformers==4.57.1']);
  const before = {
    'pyproject.toml': manifest,
    'uv.lock': uvLock('numpy 1.26.4', 'torch 2.9.0+cu129', 'transformers 4.57.1'),
  };
  const after = {
    'pyproject.toml': manifest,
    'uv.lock': uvLock('numpy 2.2.6', 'torch 2.10.0+cu129', 'transformers 4.57.1'),
  };

  it('is blocked at the entries that moved', async () => {
    const report = await judge(before, after);
    expect(report.verdict).toBe('fail');
    expect(report.title).toBe('torch and numpy changed unexpectedly (uv.lock)');
    expect(report.findings).toEqual([
      {
        rule: 'deps/unexplained',
        severity: 'error',
        message:
          'numpy moved: 1.26.4 -> 2.2.6. Its requirement did not change (pyproject.toml:6 "numpy>=1.26"), and still allows 1.26.4. It goes from major version 1 to 2: compiled packages must be built for it.',
        file: 'uv.lock',
        line: 7,
        column: 11,
        help: `If nobody meant it: \`uv lock --upgrade-package 'numpy==1.26.4'\`. If it is meant: add the line "numpy 1.26.4 -> 2.2.6" to .github/dependency-moves.txt, or "Dependency-Change: numpy 1.26.4 -> 2.2.6" to the last paragraph of a commit message.`,
        fix: { file: '.github/dependency-moves.txt', text: 'numpy 1.26.4 -> 2.2.6\n', states: true },
      },
      {
        rule: 'deps/unexplained',
        severity: 'error',
        message:
          'torch moved: 2.9.0+cu129 -> 2.10.0+cu129. Its requirement did not change (pyproject.toml:5 "torch>=2.6"), and still allows 2.9.0+cu129.',
        file: 'uv.lock',
        line: 12,
        column: 11,
        help: `If nobody meant it: \`uv lock --upgrade-package 'torch==2.9.0+cu129'\`. If it is meant: add the line "torch 2.9.0+cu129 -> 2.10.0+cu129" to .github/dependency-moves.txt, or "Dependency-Change: torch 2.9.0+cu129 -> 2.10.0+cu129" to the last paragraph of a commit message.`,
        fix: {
          file: '.github/dependency-moves.txt',
          text: 'torch 2.9.0+cu129 -> 2.10.0+cu129\n',
          states: true,
        },
      },
    ]);
    const lines = ['torch 2.9.0+cu129 -> 2.10.0+cu129', 'numpy 1.26.4 -> 2.2.6'];
    expect(report.facts).toMatchObject({ watchedMoves: lines, unexplained: lines });
    expect(report.sections?.find(({ title }) => title.startsWith('If they are meant'))).toEqual({
      kind: 'list',
      title: 'If they are meant: lines for .github/dependency-moves.txt',
      items: lines,
      open: true,
    });
  });
});

describe('configs for a new model, and numpy forks', () => {
  it('is blocked, with both variants shown', async () => {
    const manifest = pyproject(['torch>=2.6', 'numpy']);
    const report = await judge(
      { 'pyproject.toml': manifest, 'uv.lock': uvLock('numpy 1.26.4', 'torch 2.9.0') },
      {
        'pyproject.toml': manifest,
        'uv.lock': uvLock(
          { name: 'numpy', version: '2.2.6', markers: ["python_full_version < '3.11'"] },
          { name: 'numpy', version: '2.3.4', markers: ["python_full_version >= '3.11'"] },
          'torch 2.9.0',
        ),
      },
    );
    expect(report.verdict).toBe('fail');
    expect(shown(report)).toEqual(['numpy 1.26.4 -> 2.2.6|2.3.4 fork-added']);
    expect(report.findings[0]?.message).toMatch(/^numpy has more variants: 1\.26\.4 -> 2\.2\.6 \| 2\.3\.4\./);
  });
});

describe('a merge commit that moved torch, its build and transformers', () => {
  const manifest = pyproject(['torch>=2.0', 'transformers>=4.34.1']);
  const before = {
    'pyproject.toml': manifest,
    'uv.lock': uvLock('tokenizers 0.15.0', 'torch 2.1.1+cpu', {
      name: 'transformers',
      version: '4.35.2',
      needs: ['tokenizers'],
    }),
  };
  const after = {
    'pyproject.toml': manifest,
    'uv.lock': uvLock('tokenizers 0.15.2', 'torch 2.1.2', {
      name: 'transformers',
      version: '4.36.2',
      needs: ['tokenizers'],
    }),
  };

  it('is blocked once for each cause', async () => {
    const report = await judge(before, after);
    expect(report.verdict).toBe('fail');
    const messages = report.findings.map(({ message }) => message);
    expect(messages).toEqual([
      'torch moved: 2.1.1+cpu -> 2.1.2. Its requirement did not change (pyproject.toml:5 "torch>=2.0"), and still allows 2.1.1+cpu. It also has none as the build in its version, where it had cpu.',
      'transformers moved: 4.35.2 -> 4.36.2. Its requirement did not change (pyproject.toml:6 "transformers>=4.34.1"), and still allows 4.35.2. With it came tokenizers 0.15.0 -> 0.15.2.',
    ]);
  });
});

describe('support for a model family, and torch comes along through a package', () => {
  it('is blocked although no manifest names torch', async () => {
    const manifest = pyproject(['accelerate>=1.0']);
    const needs = { torch: '>=2.0' };
    const report = await judge(
      {
        'pyproject.toml': manifest,
        'poetry.lock': poetryLock({ 'accelerate 1.1.0': needs, 'torch 2.4.1': {} }),
      },
      {
        'pyproject.toml': manifest,
        'poetry.lock': poetryLock({ 'accelerate 1.1.0': needs, 'torch 2.5.0': {} }),
      },
    );
    expect(report.verdict).toBe('fail');
    expect(report.findings[0]?.message).toBe(
      'torch moved: 2.4.1 -> 2.5.0. No requirement names it, and nothing in this change asks for it.',
    );
    expect(report.findings[0]).toMatchObject({ file: 'poetry.lock', line: 11, column: 11 });
  });
});
