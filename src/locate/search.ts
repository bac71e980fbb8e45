/** From the evaluations of a range to what is known of each merge in it. */
import type { SideTotal } from '../regression/index.ts';
import { blindSteps } from './blind.ts';
import { effectAt } from './effect.ts';
import type { ChangeFacts } from './facts.ts';
import type { Evaluated, Measured, Merge } from './merges.ts';
import { evidenceOf, type Change, type StepEvidence } from './model/evidence.ts';
import { totalsEvidence } from './model/totals.ts';
import { pooled, type Pool } from './pool.ts';
import { posteriorOf, smallestSet, type Candidate, type Posterior } from './posterior.ts';

export interface SearchInput {
  /** Oldest first; the first one is the state before all that may have done it. */
  readonly merges: readonly Merge[];
  /** In the order of the merges; of one merge there may be several. */
  readonly evaluations: readonly Evaluated<Measured & Pick<Partial<SideTotal>, 'standardError'>>[];
}

export interface Search {
  readonly pool: Pool;
  readonly candidates: readonly Candidate[];
  readonly evidence: StepEvidence;
  /** By totals alone: no sample is known. */
  readonly isTotals: boolean;
  /** Samples are known, but the model of them does not fit: their totals decide. */
  readonly isMisfit?: boolean;
  /** Steps of which no sample says anything: other samples on each side. */
  readonly blind: readonly number[];
  /** Of the clearest fall. */
  readonly posterior: Posterior;
  readonly changes: readonly ChangeFacts[];
  /** Of one more fall, beside those that were found. */
  readonly further?: Posterior;
}

/** Needs two evaluations, at least, that share samples. */
export function search({ merges, evaluations }: SearchInput): Search {
  const pool = pooled(evaluations);
  const candidates = candidatesOf(merges, evaluations);
  if (evaluations.every(({ results }) => results.samples.length === 0))
    return ofTotals(candidates, statedTotals(evaluations), pool);
  const evidence = evidenceOf(
    pool,
    (step) => (evaluations[step]?.at ?? 0) - (evaluations[step - 1]?.at ?? 0),
  );
  if (!evidence.fits)
    return {
      ...ofTotals(candidates, pooledTotals(pool), pool, evidence),
      isTotals: true,
      isMisfit: true,
      blind: blindSteps(pool),
    };
  const facts = (change: Change): ChangeFacts => changeFacts(change, { merges, candidates, pool, evidence });
  return {
    pool,
    candidates,
    evidence,
    isTotals: false,
    blind: blindSteps(pool),
    posterior: posteriorOf(candidates, evidence.down),
    changes: evidence.changes.map(facts),
    ...(evidence.further !== undefined && { further: posteriorOf(candidates, evidence.further) }),
  };
}

function ofTotals(
  candidates: Candidate[],
  { values, error }: Totals,
  pool: Pool,
  { churn, together }: Pick<StepEvidence, 'churn' | 'together'> = { churn: 0, together: 1 },
): Search {
  const down = totalsEvidence(values, error);
  return {
    pool,
    candidates,
    evidence: { down, changes: [], fits: true, churn, together, fitted: undefined },
    isTotals: true,
    blind: [],
    posterior: posteriorOf(candidates, down),
    changes: [],
  };
}

/** One value for each evaluation, more is better. */
interface Totals {
  readonly values: readonly number[];
  /** Standard error of one. */
  readonly error?: number;
}

function statedTotals(evaluations: SearchInput['evaluations']): Totals {
  const values = evaluations.map(({ results }) => (results.higherIsBetter ? 1 : -1) * results.value);
  const errors = evaluations.flatMap(({ results }) => results.standardError ?? []);
  if (errors.length === 0) return { values };
  return { values, error: Math.sqrt(errors.reduce((sum, one) => sum + one ** 2, 0) / errors.length) };
}

/** How far each evaluation is above what its samples have on average: comparable where samples are missing. */
function pooledTotals({ ids, values }: Pool): Totals {
  const usual = ids.map((_, sample) => meanOf(values.map((row) => row[sample] ?? NaN)));
  return { values: values.map((row) => meanOf(row.map((value, sample) => value - (usual[sample] ?? NaN)))) };
}

function meanOf(values: Iterable<number>): number {
  let [sum, n] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    n++;
  }
  return sum / Math.max(n, 1);
}

/** Every merge after the first evaluation up to the last: those between two evaluations share their evidence. */
function candidatesOf(merges: readonly Merge[], evaluations: readonly Evaluated<unknown>[]): Candidate[] {
  return evaluations.slice(1).flatMap(({ at: last }, index) => {
    const first = (evaluations[index]?.at ?? 0) + 1;
    return merges
      .slice(first, last + 1)
      .map(({ weight }, offset) => ({ at: first + offset, step: index + 1, weight }));
  });
}

interface Surroundings {
  readonly merges: readonly Merge[];
  readonly candidates: readonly Candidate[];
  readonly pool: Pool;
  readonly evidence: StepEvidence;
}

function changeFacts(change: Change, { merges, candidates, pool, evidence }: Surroundings): ChangeFacts {
  const { given } = posteriorOf(candidates, change.log);
  const set = smallestSet(given);
  const mergeAt = (index: number | undefined): Merge | undefined => merges[candidates[index ?? -1]?.at ?? -1];
  const [first] = set;
  const likeliest = mergeAt(first);
  const others = evidence.changes.flatMap(({ step }) => (step === change.step ? [] : [step]));
  const effect = effectAt(change.step, pool, others, evidence.together);
  return {
    direction: change.direction === 'down' ? 'fell' : 'rose',
    sha: likeliest?.sha ?? '',
    pr: likeliest?.pr ?? null,
    probability: given[first ?? -1] ?? 0,
    set: set.map((index) => mergeAt(index)?.sha ?? ''),
    ...(effect !== undefined && { effect }),
    ...turnedAt(change.step, pool),
  };
}

/** Most ids of samples that are named. */
const mostIds = 50;

/** Samples that turned at a step, and for at least half of the later evaluations. */
function turnedAt(step: number, { ids, values }: Pool): Pick<ChangeFacts, 'worse' | 'better' | 'turned'> {
  const [before, later] = [values[step - 1], values.slice(step)];
  const stayed = (sample: number, sign: number): boolean => {
    const from = before?.[sample] ?? NaN;
    const after = later.map((row) => row[sample] ?? NaN).filter((value) => !Number.isNaN(value));
    const turned = after.filter((value) => (value - from) * sign > 0);
    return after.length > 0 && ((after[0] ?? 0) - from) * sign > 0 && 2 * turned.length >= after.length;
  };
  const turned = (sign: number): string[] => ids.filter((_, sample) => stayed(sample, sign));
  const [worse, better] = [turned(-1), turned(1)];
  return {
    worse: worse.slice(0, mostIds),
    better: better.slice(0, mostIds),
    turned: { worse: worse.length, better: better.length },
  };
}
