/** What an earlier search named stays the answer, as long as what is known now speaks for it too. */
import { describe, expect, it } from 'vitest';
import type { LocateFacts, Merge, Naming } from '../../../src/locate/index.ts';
import type { Report } from '../../../src/report/model.ts';
import { locateIn, rowsText, shasOf } from '../../support/locate/trunk.ts';
import { worldOf } from '../../support/locate/worlds.ts';

const { rows, culprit } = worldOf({
  seed: 11,
  merges: 24,
  samples: 400,
  churn: 0.05,
  kind: 'concentrated',
  drop: 0.08,
});
const shas = shasOf(rows.length);
const named = shas[culprit] ?? '';
const other = shas[culprit - 20] ?? shas[1] ?? '';
/** Every eighth merge alone: one of eight did it. */
const files = Object.fromEntries(
  rows.flatMap((row, at) => (at % 8 === 0 ? [[`${shas[at]}.jsonl`, rowsText(row)]] : [])),
);

function naming(more: Partial<Naming> = {}, sha = named): Naming {
  const suspicion = (of: string): number | undefined =>
    of === sha ? 0.9 : of === shas[culprit - 1] ? 0.08 : undefined;
  return { at: '2026-01-02T03:04:05.000Z', metric: 'score', suspicion, noMerge: 0.02, ...more };
}

function locatedAfter(...known: readonly (readonly [string, Naming])[]): Promise<Report<LocateFacts>> {
  const seen = (sha: string) => ({
    verdicts: [],
    isHotfix: false,
    minutes: [],
    named: known.flatMap(([of, one]) => (of === sha ? [one] : [])),
  });
  const weigh = (merges: readonly Merge[]) =>
    Promise.resolve(merges.map((merge) => ({ ...merge, seen: seen(merge.sha) })));
  return locateIn(files, shas, {}, '{sha}.jsonl', { weigh });
}

describe('a merge that a search named', () => {
  it('is the answer, with what that search concluded', async () => {
    const { facts, findings, verdict } = await locatedAfter([named, naming()]);
    expect(verdict).toBe('fail');
    expect(facts).toMatchObject({ verdict: 'located', set: [named], named: true, next: [], noMerge: 0.02 });
    expect(facts.merges[0]?.sha).toBe(named);
    expect(facts.merges[0]?.probability).toBeCloseTo((0.9 * 0.98) / 0.98, 9);
    const sum = facts.merges.reduce((total, { probability }) => total + probability, facts.noMerge ?? 0);
    expect(sum).toBeCloseTo(1, 9);
    expect(findings[0]?.message).toContain(
      'So a search found on 2026-01-02; the evaluations that are at hand say one of 8 merges, it among them.',
    );
    expect(findings[0]?.help).toContain(`git revert ${named.slice(0, 12)}`);
  });

  it.each([
    ['for another metric', [named, naming({ metric: 'bleu' })]],
    ['and that is not among those of now', [other, naming({}, other)]],
    ['without what that search concluded', [named, naming({ suspicion: () => undefined })]],
    ['while that search thought another likelier', [named, naming({}, shas[culprit - 1])]],
  ] as const)('is not, %s', async (_, known) => {
    const { facts } = await locatedAfter(known);
    expect(facts.verdict).toBe('set');
    expect(facts.set).toHaveLength(8);
    expect(facts).not.toHaveProperty('named');
  });

  it.each([
    ['with a direction', { metric: 'score:higher' }],
    ['for no metric that is known', { metric: undefined }],
  ])('counts %s', async (_, { metric }) => {
    const { metric: _own, ...rest } = naming();
    const { facts } = await locatedAfter([named, metric === undefined ? rest : { ...rest, metric }]);
    expect(facts).toMatchObject({ verdict: 'located', named: true });
  });
});
