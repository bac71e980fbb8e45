import { describe, expect, it } from 'vitest';
import { weighMerges } from '../../../src/locate/gate/weigh.ts';
import { learnedWeights, weights, type Past } from '../../../src/locate/priors.ts';
import { knownOf, surerText } from '../../../src/locate/known.ts';
import type { LocateFacts, Merge, Seen } from '../../../src/locate/index.ts';

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
  const changedAlong = (shas: readonly string[]) =>
    Promise.resolve(
      shas.slice(1).map((head) => changes[merges.findIndex(({ sha }) => sha === head) - 1] ?? []),
    );
  const known = fed === undefined ? {} : { fed: async () => new Map(merges.map(({ sha }) => [sha, fed])) };
  return (await weighMerges(merges, surfaces, { changedAlong, ...known })).slice(1);
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

describe('what the ledger knows of a merge', () => {
  const seen: Seen = {
    verdicts: [
      { gate: 'validate-model-config', verdict: 'pass', title: 'configs fit' },
      { gate: 'regression-gate', verdict: 'exempt', exemptedBy: 'ada' },
    ],
    isHotfix: true,
    named: [],
    minutes: [12, 14, 40],
  };
  const sha = '1'.repeat(40);
  const merges: Merge[] = [
    { sha: '0'.repeat(40), weight: 1, reasons: [] },
    { sha, weight: 1, reasons: [], title: 'Raise lr (#7)', pr: 7 },
  ];
  const known = (isFlat: boolean) =>
    weighMerges(
      merges,
      surfaces,
      {
        changedAlong: () => Promise.resolve([['configs/a.yaml', 'uv.lock', 'a.py']]),
        seen: () => Promise.resolve(new Map([[sha, seen]])),
      },
      { isFlat },
    );

  it('makes it likelier where a gate was lifted, and where it was a hotfix', async () => {
    const [first, one] = await known(false);
    expect([first?.weight, one?.weight]).toEqual([1, 36]);
    expect(one?.reasons).toContain('a gate was lifted for it');
  });

  it('is shown, with what else it changed and what would make the answer surer, also where all count the same', async () => {
    const all = await known(true);
    expect(all[1]).toMatchObject({ weight: 1, reasons: [] });
    const facts: LocateFacts = {
      verdict: 'set',
      metric: 'accuracy',
      merges: [{ sha, pr: 7, probability: 0.6 }],
      set: [sha],
      evaluations: 0,
      next: [sha],
      nextSamples: ['a', 'b'],
    };
    expect(knownOf(all, facts)).toMatchObject([
      {
        title: 'What is known of 11111111 (#7, Raise lr)',
        items: [
          'it changed config: configs/a.yaml',
          'it changed packages: uv.lock',
          'and 1 other file',
          'validate-model-config said pass: configs fit',
          'regression-gate said exempt, lifted by ada',
          'it was a hotfix, merged before its evaluation',
        ],
      },
    ]);
    expect(surerText(all, facts)).toBe(
      'Evaluating 11111111 (#7, Raise lr) would make it surer, of 2 samples each; a whole evaluation takes 14 minutes by the ledger.',
    );
  });
});

describe('weights that the ledger teaches', () => {
  const past = (config: readonly [number, number], others: readonly [number, number]): Past[] =>
    (
      [
        ['config', config],
        [undefined, others],
      ] as const
    ).flatMap(([kind, [culprits, all]]) =>
      Array.from({ length: all }, (_, at) => ({
        kinds: kind === undefined ? [] : [kind],
        isCulprit: at < culprits,
      })),
    );

  it('are those written where it names few culprits', () => {
    expect(learnedWeights(past([2, 10], [2, 90]))).toBeUndefined();
  });

  it.each([
    ['more', [40, 50], [10, 200], 8, 20],
    ['as many', [20, 100], [20, 100], 0.9, 1.5],
    ['fewer', [0, 100], [40, 100], 0.05, 0.3],
  ] as const)('follow it where merges of a kind were culprits %s often', (_, config, others, least, most) => {
    const learned = learnedWeights(past(config, others));
    expect(learned?.config.factor).toBeGreaterThan(least);
    expect(learned?.config.factor).toBeLessThanOrEqual(most);
    expect(learned?.config.reason).toContain('written: 3');
    // None of these was a hotfix.
    expect(learned?.hotfix).toEqual(weights.hotfix);
  });

  it('come from the history before the range', async () => {
    const history = Array.from({ length: 60 }, (_, at) => String(at).padStart(40, 'a'));
    const isCulprit = (at: number): boolean => at % 6 === 1;
    const seenOf = (at: number): Seen => ({
      verdicts: [],
      isHotfix: false,
      named: isCulprit(at)
        ? [{ at: '2026-01-02T03:04:05.000Z', metric: 'f1', suspicion: () => 1, noMerge: 0 }]
        : [],
      minutes: [],
    });
    const ports = {
      changedAlong: (shas: readonly string[]) =>
        Promise.resolve(
          shas.slice(1).map((head) => [isCulprit(history.indexOf(head)) ? 'uv.lock' : 'configs/a.yaml']),
        ),
      seen: (asked: readonly string[]) =>
        Promise.resolve(new Map(asked.map((sha) => [sha, seenOf(history.indexOf(sha))]))),
    };
    const merges: Merge[] = ['0', '1'].map((digit) => ({ sha: digit.repeat(40), weight: 1, reasons: [] }));
    const [, merge] = await weighMerges(merges, surfaces, ports, { history });
    expect(merge?.weight).toBeLessThan(1);
    expect(merge?.reasons[0]).toContain('learned from 10 culprits');
    const [, flat] = await weighMerges(merges, surfaces, ports, { history, isFlat: true });
    expect(flat).toMatchObject({ weight: 1, reasons: [] });
  });
});
