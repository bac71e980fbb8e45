/** Changes that are harmless for certain, made of evaluations that a team has: what differs between two, dealt out by coin. */
import {
  compareSets,
  regressionRules,
  type RegressionSettings,
  type ResultSet,
  type Sample,
} from '../../regression/index.ts';

/** In [0, 1). */
export type Chance = () => number;

/** Two evaluations of the same samples, of neighbouring merges. */
export interface Neighbours {
  readonly baseline: ResultSet;
  readonly candidate: ResultSet;
}

/** What the gate may say of a change; any other error means that the two cannot be compared. */
const outcomes: ReadonlySet<string> = new Set(
  (['drop', 'slice-drop', 'undecided', 'unanswered'] as const).map((name) => regressionRules[name].id),
);

/** Why the two cannot be compared, if so. */
export function incomparable(
  { baseline, candidate }: Neighbours,
  settings: RegressionSettings,
): string | undefined {
  if (baseline.samples.size === 0 || candidate.samples.size === 0)
    return 'one of them has no results of samples';
  return compareSets(baseline, candidate, settings).findings.find(
    ({ rule, severity }) => severity === 'error' && !outcomes.has(rule),
  )?.message;
}

/**
 * Whether the gate blocks a change that does nothing: each sample, or cluster of them, keeps both its answers, and a coin says which side
 * has which. So noise is what it was, and no difference is left (Fisher's sign-flip randomisation).
 */
export function blocksHarmless(pair: Neighbours, settings: RegressionSettings, chance: Chance): boolean {
  const { baseline, candidate } = dealt(pair, chance);
  const { verdict, findings } = compareSets(baseline, candidate, settings);
  // As the merge gate reads a report: an error stops also what could not be decided.
  return (
    verdict === 'fail' ||
    (verdict === 'inconclusive' && findings.some(({ severity }) => severity === 'error'))
  );
}

function dealt({ baseline, candidate }: Neighbours, chance: Chance): Neighbours {
  const [before, after] = [new Map<string, Sample>(), new Map<string, Sample>()];
  const coins = new Map<string, boolean>();
  for (const [id, own] of baseline.samples) {
    const other = candidate.samples.get(id);
    if (other === undefined) continue;
    const key = own.cluster ?? id;
    let turned = coins.get(key);
    if (turned === undefined) coins.set(key, (turned = chance() < 0.5));
    before.set(id, turned ? other : own);
    after.set(id, turned ? own : other);
  }
  return { baseline: { ...baseline, samples: before }, candidate: { ...candidate, samples: after } };
}
