/** From the first day that a policy has of somebody to the first merge with their work. */
import { describe, expect, test } from 'vitest';
import { boardDefaults, figuresOf, type Figure } from '../../../../src/board/index.ts';
import { boardPolicy } from '../../../../src/board/gate/settings.ts';
import { trendText, valueText } from '../../../../src/board/figures/texts.ts';
import type { Author, TrunkMerge } from '../../../../src/kernel/trunk-log.ts';
import { memoryTree } from '../../../support/trees.ts';
import { shaOf } from '../../../support/team-ledger.ts';

const day = 86_400_000;
const until = Date.parse('2026-11-22T12:00:00Z');
const window = { since: until - 90 * day, until };
const ada = { name: 'Ada L', email: '7+ada@users.noreply.github.com' };
const mei = { name: 'Mei', email: 'mei@example.org' };

function merge(at: string, author: Author, more: Partial<TrunkMerge> = {}): TrunkMerge {
  return { sha: shaOf(at), at: `${at}:00Z`, author, message: 'Change', brought: [], ...more };
}

interface Team {
  readonly roster: Readonly<Record<string, string>>;
  readonly merges: readonly TrunkMerge[];
  readonly isCut?: boolean;
}

function figure(
  { roster, merges, isCut = false }: Team,
  delivery?: Parameters<typeof figuresOf>[0]['delivery'],
): Figure {
  const trunk = { merges: merges.toSorted((a, b) => (a.at < b.at ? 1 : -1)), isCut };
  const all = figuresOf({ window, trunk, delivery, settings: { ...boardDefaults, roster } });
  const found = all.find(({ name }) => name === 'first-contribution');
  if (found === undefined) throw new Error('no such figure');
  return found;
}

const old = merge('2026-01-01T00:00', mei);

describe('the days to a first contribution', () => {
  test.each<[string, Team, Partial<Figure>]>([
    [
      'begin with the day that the policy has, and end with the first merge since',
      {
        roster: { ada: '2026-11-01', 'mei@example.org': '2026-11-10' },
        merges: [
          old,
          merge('2026-11-03T12:00', ada),
          merge('2026-11-05T00:00', ada),
          merge('2026-11-11T12:00', mei),
        ],
      },
      { value: 2, count: 2, aside: null },
    ],
    [
      'find a person by login, by name and by address, in any case',
      { roster: { 'ADA l': '2026-11-01' }, merges: [old, merge('2026-11-02T00:00', ada)] },
      { value: 1, count: 1 },
    ],
    [
      'are of those whose commits a merge brought, not of who merged them',
      {
        roster: { ada: '2026-11-01', mei: '2026-11-01' },
        merges: [
          old,
          merge('2026-11-02T00:00', mei, { brought: [{ author: ada, authoredAt: '2026-11-01T08:00:00Z' }] }),
        ],
      },
      { value: 1, count: 1, aside: '1 of 2 have not merged yet' },
    ],
    [
      'do not end with a revert',
      {
        roster: { ada: '2026-11-01' },
        merges: [old, merge('2026-11-02T00:00', ada, { message: 'Revert "Change"' })],
      },
      { value: null, unknown: '1 of 1 have not merged yet' },
    ],
    [
      'leave out who joined before the history that is here begins',
      {
        roster: { ada: '2026-11-01', mei: '2025-01-01' },
        merges: [old, merge('2026-11-02T00:00', ada)],
        isCut: true,
      },
      { value: 1, count: 1, aside: 'left out: 1 who joined before this history begins' },
    ],
    [
      'leave out who has not come yet',
      { roster: { ada: '2027-01-01' }, merges: [old] },
      { value: null, unknown: 'the policy does not say when people joined (`roster`)' },
    ],
    [
      'are unknown without a roster',
      { roster: {}, merges: [old, merge('2026-11-02T00:00', ada)] },
      { value: null, unknown: 'the policy does not say when people joined (`roster`)' },
    ],
    [
      'take no name for a property of an object',
      { roster: { constructor: '2026-11-01' }, merges: [old, merge('2026-11-02T00:00', ada)] },
      { value: null, unknown: '1 of 1 have not merged yet' },
    ],
  ])('%s', (_, team, expected) => {
    expect(figure(team)).toMatchObject(expected);
  });

  test('take the author of the pull request where GitHub knows it', () => {
    const sha = shaOf('2026-11-02T00:00');
    const pull = {
      number: 7,
      author: 'grace',
      openedAt: '2026-11-01T10:00:00Z',
      mergedAt: '2026-11-02T00:00:00Z',
      mergeCommit: sha,
    };
    const team = { roster: { Grace: '2026-11-01' }, merges: [old, merge('2026-11-02T00:00', mei)] };
    const delivery = { data: { pulls: [pull], runs: [], parts: [] }, hasPulls: true, runsSince: {} };
    expect(figure(team, delivery)).toMatchObject({ value: 1, count: 1 });
  });

  test('are compared with the window before from ten people on', () => {
    const people = (first: number, count: number, wait: number) =>
      Array.from({ length: count }, (_, at) => {
        const joined = until - (first + at) * day;
        const name = `n${first}-${at}`;
        const day0 = new Date(joined).toISOString().slice(0, 10);
        const merged = new Date(Date.parse(day0) + wait * day).toISOString().slice(0, 16);
        return { name, day0, merge: merge(merged, { name, email: '' }, { sha: shaOf(name) }) };
      });
    const all = [...people(20, 10, 2), ...people(110, 10, 4), ...people(181, 1, 0)];
    const shown = figure({
      roster: Object.fromEntries(all.map(({ name, day0 }) => [name, day0])),
      merges: [old, ...all.map((one) => one.merge)],
    });
    expect(shown).toMatchObject({ value: 2, count: 10, before: { value: 4, count: 10 }, trend: -2 });
    expect([valueText(shown), trendText(shown)]).toEqual([
      '2 days, nine of ten within 2 days',
      '−2 days, better',
    ]);
  });
});

test('a policy says the days as YAML has dates', async () => {
  const tree = memoryTree({
    '.github/model-gates.yml': 'roster:\n  ada: 2026-11-01\n  "mei@example.org": "2026-11-10"\n',
  });
  const { settings, findings } = await boardPolicy(tree, {});
  expect([settings.roster, findings]).toEqual([{ ada: '2026-11-01', 'mei@example.org': '2026-11-10' }, []]);
});

test('a day that is none is named with its line', async () => {
  const tree = memoryTree({ '.github/model-gates.yml': 'roster:\n  ada: last week\n' });
  const { findings } = await boardPolicy(tree, {});
  expect(findings[0]?.message).toMatch(/roster/);
});
