/**
 * Counts of training data: of each source, of what was dropped as a duplicate, of sequences by length. Drawn anew they differ by chance,
 * which the G-test knows: 2 Σ O ln(O/E) over both sides is chi-square (Sokal & Rohlf, Biometry).
 */
import { figure, type Cause } from '../causes/cause.ts';
import { chiSquareTail } from '../../kernel/gamma.ts';
import { shown } from '../../kernel/text.ts';
import type { ExactValue } from '../model.ts';
import type { ExactPair } from './pairs.ts';
import type { Tolerance } from './tolerance.ts';
import type { PairVerdict } from './verdict.ts';

/** Less likely than this is not chance. */
const level = 0.001;
/** Half the sum of what all shares differ by: of less nobody speaks, however many were counted. */
export const countsTolerance: Tolerance = { distance: 0.005, factor: 0, learned: false };
/** Bins that are expected to hold less on either side are put together. */
const leastExpected = 5;

export function isCounts({ before, after }: ExactPair): boolean {
  return before.dtype === 'counts' && after.dtype === 'counts';
}

export function judgeCounts({ before, after }: ExactPair): PairVerdict {
  const found = compareCounts(countsOf(before), countsOf(after));
  if (found.same) return { verdict: 'same', distance: 0 };
  const { distance, p } = found;
  const isChance = p >= level || distance <= countsTolerance.distance;
  return isChance
    ? {
        verdict: 'numeric noise',
        distance,
        why: `drawn anew: shares differ by ${percent(distance)}, p = ${figure(p)}`,
      }
    : { verdict: 'changed', distance };
}

/** The shares that changed most, and how sure that is. */
export function countsCause({ before, after }: ExactPair): Cause {
  const [a, b] = [countsOf(before), countsOf(after)];
  const { distance, p, totals } = compareCounts(a, b);
  const moved = [...new Set([...a.keys(), ...b.keys()])]
    .map((bin) => ({ bin, was: (a.get(bin) ?? 0) / totals[0], is: (b.get(bin) ?? 0) / totals[1] }))
    .toSorted((one, other) => Math.abs(other.is - other.was) - Math.abs(one.is - one.was))
    .slice(0, 3)
    .map(({ bin, was, is }) => `${shown(bin)} ${percent(was)} → ${percent(is)}`);
  const sure = `shares differ by ${percent(distance)}, p ${p < 1e-12 ? '< 1e-12' : `= ${figure(p)}`}, ${totals.join(' and ')} counted`;
  return { kind: 'distribution', text: `${longer(a, b)}${moved.join(', ')} (${sure})` };
}

interface CountsComparison {
  readonly same: boolean;
  /** Total variation distance: 0 for the same shares, 1 where nothing is shared. */
  readonly distance: number;
  readonly p: number;
  readonly totals: readonly [number, number];
}

function compareCounts(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): CountsComparison {
  const bins = [...new Set([...a.keys(), ...b.keys()])];
  const rows = bins.map((bin): [number, number] => [a.get(bin) ?? 0, b.get(bin) ?? 0]);
  const totals: [number, number] = [sum(rows.map(([one]) => one)), sum(rows.map(([, other]) => other))];
  const same = rows.every(([one, other]) => one === other);
  if (totals[0] === 0 || totals[1] === 0) return { same, distance: same ? 0 : 1, p: same ? 1 : 0, totals };
  const distance = sum(rows.map(([one, other]) => Math.abs(one / totals[0] - other / totals[1]))) / 2;
  return { same, distance, p: likelihoodOf(rows, totals), totals };
}

function likelihoodOf(
  rows: readonly (readonly [number, number])[],
  totals: readonly [number, number],
): number {
  const all = totals[0] + totals[1];
  const rarer = Math.min(...totals) / all;
  const isRare = ([one, other]: readonly [number, number]): boolean => (one + other) * rarer < leastExpected;
  const rare = rows.filter(isRare);
  const pooled: readonly [number, number] = [
    sum(rare.map(([one]) => one)),
    sum(rare.map(([, other]) => other)),
  ];
  const tested = [...rows.filter((row) => !isRare(row)), ...(rare.length > 0 ? [pooled] : [])];
  const g = sum(
    tested.flatMap((row) =>
      row.map((count, side) => {
        const expected = ((row[0] + row[1]) * (totals[side] ?? 0)) / all;
        return count === 0 ? 0 : 2 * count * Math.log(count / expected);
      }),
    ),
  );
  return chiSquareTail(g, tested.length - 1);
}

/** Where bins are lengths: by how much the mean moved. */
function longer(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): string {
  const [was, is] = [meanOf(a), meanOf(b)];
  return was === undefined || is === undefined ? '' : `mean ${figure(was)} → ${figure(is)}: `;
}

function meanOf(counts: ReadonlyMap<string, number>): number | undefined {
  const bins = [...counts].map(
    ([bin, count]) => [bin.trim() === '' ? Number.NaN : Number(bin), count] as const,
  );
  const total = sum(bins.map(([, count]) => count));
  const mean = sum(bins.map(([bin, count]) => bin * count)) / total;
  return Number.isFinite(mean) ? mean : undefined;
}

/** Bin and count in turn, as they are kept. */
function countsOf({ values }: ExactValue): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < values.length; at += 2) {
    const bin = String(values[at]);
    counts.set(bin, (counts.get(bin) ?? 0) + Number(values[at + 1]));
  }
  return counts;
}

function percent(share: number): string {
  return `${figure(Number((share * 100).toPrecision(3)))} %`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
