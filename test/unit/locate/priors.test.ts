import { describe, expect, it } from 'vitest';
import { weighMerges } from '../../../src/locate/gate/weigh.ts';
import type { Merge } from '../../../src/locate/index.ts';

const surfaces = { configs: ['configs/**'], harmless: ['docs/**', '**/*.md'] };

async function weighed(
  changes: readonly (readonly string[])[],
  messages: readonly string[] = [],
  fed?: 'same' | { readonly text: string },
) {
  const merges = [['base'], ...changes].map((_, at): Merge => {
    const message = messages[at - 1] ?? '';
    return { sha: `${at}`.repeat(40), message, weight: 1, reasons: [] };
  });
  const changedFiles = (_: string, head: string) =>
    Promise.resolve(
      (changes[merges.findIndex(({ sha }) => sha === head) - 1] ?? []).map((path) => ({ path })),
    );
  const known = fed === undefined ? {} : { fed: async () => new Map(merges.map(({ sha }) => [sha, fed])) };
  return (await weighMerges(merges, surfaces, { changedFiles, ...known })).slice(1);
}

describe('what a merge changed', () => {
  it.each([
    ['code', ['train.py'], 1],
    ['a config', ['configs/a.yaml', 'docs/a.md'], 3],
    ['a lock', ['uv.lock'], 3],
    ['requirements', ['docker/requirements-gpu.txt'], 3],
    ['a config and the preprocessing', ['configs/a.yaml', 'src/preprocess/image.py'], 6],
    ['documentation alone', ['docs/a.md', 'README.md'], 0.1],
    ['nothing', [], 1],
  ])('%s', async (_, paths, weight) => {
    const [merge] = await weighed([paths]);
    expect(merge?.weight).toBeCloseTo(weight);
    expect(merge?.reasons.length === 0).toBe(weight === 1);
  });

  it('and that it was taken back', async () => {
    const [taken, other, revert] = await weighed(
      [['a.py'], ['b.py'], ['a.py']],
      ['Change a', 'Change b', `Revert "Change a"\n\nThis reverts commit ${'1'.repeat(40)}.`],
    );
    expect([taken, other, revert].map((merge) => merge?.weight)).toEqual([4, 1, 1]);
    expect(taken?.reasons).toEqual(['a later merge takes it back']);
  });

  it.each([
    [
      'changed',
      { text: 'pixel_values (resampling)' },
      6,
      ['what the model is fed changed: pixel_values (resampling)'],
    ],
    ['is the same', 'same', 1, []],
    ['is not known', undefined, 2, ['preprocessing, prompts or data changed']],
  ] as const)('by what the model is fed: it %s', async (_, fed, weight, reasons) => {
    const [merge] = await weighed([['src/preprocess/image.py']], [], fed);
    expect([merge?.weight, merge?.reasons]).toEqual([weight, reasons]);
  });

  it('but not where it touched nothing on which that could depend', async () => {
    const [empty, docs] = await weighed([[], ['docs/a.md']], [], { text: 'pixel_values (resampling)' });
    expect([empty?.weight, docs?.weight]).toEqual([1, 0.1]);
  });
});
