import { compareText } from '../../kernel/compare.ts';
import { questionOf, questionsOf } from '../samples/question.ts';
import type { ResultSet } from '../samples/sample.ts';
import type { RegressionSettings } from '../settings.ts';
import { seededRandom, shuffled } from '../statistics/random.ts';

/** Looks that a gate takes when it runs the evaluation itself and none are configured. */
export const defaultLooks: readonly number[] = [500, 1000, 1500, 2000];

/** The order in which samples are evaluated: random, but the same on both sides and on every runner for one seed. */
export function sampleOrder(ids: Iterable<string>, seed: number): string[] {
  return shuffled([...ids].toSorted(compareText), seededRandom(seed));
}

/** Sizes of the rounds: the configured looks up to the number of samples there are. */
export function roundSizes(looks: readonly number[], pool: number): number[] {
  const rising = [...new Set(looks)]
    .filter((size) => Number.isInteger(size) && size > 0)
    .toSorted((a, b) => a - b);
  const within = rising.filter((size) => size < pool);
  return within.length < rising.length && pool > 0 ? [...within, pool] : within;
}

/**
 * Ids of one round, of all in the order in which they are evaluated: those that the look at `samples` adds to the looks before it. Without `samples` the first
 * look; without looks all of the pool.
 */
export function idsOfRound(
  order: readonly string[],
  { looks }: Pick<RegressionSettings, 'looks'>,
  samples = 1,
): string[] {
  const sizes = looks === undefined ? [order.length] : roundSizes(looks, order.length);
  const at = sizes.findIndex((size) => size >= samples);
  return at < 0 ? [] : order.slice(sizes[at - 1] ?? 0, sizes[at]);
}

/** Of ids that are to be evaluated again, the questions that are asked anew: what no pool names is not asked. */
export function idsAgain(pool: readonly string[], ids: readonly string[]): string[] {
  const asked = questionsOf(ids);
  return pool.filter((id) => asked.has(id));
}

export interface Round {
  /** The part of the baseline that this round compares with. */
  readonly baseline: ResultSet;
  readonly settings: RegressionSettings;
}

/**
 * With planned looks the baseline may contain more samples than were evaluated so far: this round is the first look that the
 * candidate's samples fill, and takes exactly the first samples in the order, without one the seeded one. Leaving out others is noticed.
 */
export function roundOf(
  baseline: ResultSet,
  evaluated: number,
  settings: RegressionSettings,
  { poolSize, order }: { readonly poolSize?: number; readonly order?: readonly string[] } = {},
): Round {
  if (settings.looks === undefined) return { baseline, settings };
  const questions = questionsOf(baseline.samples.keys());
  const sizes = roundSizes(settings.looks, poolSize ?? questions.size);
  const at = sizes.findIndex((size) => size >= evaluated);
  const size = sizes[at];
  if (size === undefined || evaluated === 0) return { baseline, settings };
  const ordered = order ?? sampleOrder(questions, settings.seed);
  return { baseline: only(baseline, ordered.slice(0, size)), settings: { ...settings, looks: sizes } };
}

/** The same results with some of the samples: all answers to these questions. */
export function only(set: ResultSet, ids: readonly string[]): ResultSet {
  const chosen = new Set(ids);
  return {
    ...set,
    samples: new Map([...set.samples].filter(([id]) => chosen.has(id) || chosen.has(questionOf(id)))),
  };
}
