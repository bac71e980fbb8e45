import { normalCdf } from '../statistics/normal.ts';
import type { DecisionMode } from '../settings.ts';

export type Decision = 'pass' | 'fail' | 'inconclusive';

/** What a decision rests on. `effect` is candidate − baseline turned so that negative is worse; all in the metric's own unit. */
export interface Evidence {
  readonly effect: number;
  /** Stabilised standard error; NaN where nothing is known of the spread. */
  readonly error: number;
  /** Critical value of the one-sided test at this look. */
  readonly z: number;
  readonly tolerance: number;
  readonly margin: number;
  /** Whether the drop is significant, multiplicity counted; from `z` when absent. */
  readonly significant?: boolean;
  /** The candidate is right on every sample. */
  readonly saturated?: boolean;
  /** The value of every sample of both sides, which is not the best there is. */
  readonly floor?: number;
}

const rules: Record<DecisionMode, (evidence: Evidence) => Decision> = {
  paired,
  strict,
  'non-inferiority': nonInferiority,
};

/** One metric's decision. */
export function decide(mode: DecisionMode, evidence: Evidence): Decision {
  if (evidence.floor !== undefined) return 'inconclusive';
  return evidence.saturated === true && evidence.effect >= 0 ? 'pass' : rules[mode](evidence);
}

/**
 * Rule R*: fails a drop that is both significant and beyond the tolerance; passes what is shown to be within the margin;
 * says so when there are not enough samples to decide.
 */
function paired(evidence: Evidence): Decision {
  const { effect, error, z, tolerance, margin } = evidence;
  if (!Number.isFinite(error)) return 'inconclusive';
  const significant = evidence.significant ?? effect + z * error < 0;
  if (significant && effect < -tolerance) return 'fail';
  return effect - z * error > -margin ? 'pass' : 'inconclusive';
}

/** The bare threshold. */
function strict({ effect, tolerance }: Evidence): Decision {
  // A drop of exactly the tolerance is tolerated, whatever the last bit of the subtraction says.
  return effect < -tolerance - 1e-12 ? 'fail' : 'pass';
}

/** Blocks unless the drop is shown to be smaller than the margin. */
function nonInferiority({ effect, error, z, margin }: Evidence): Decision {
  if (!Number.isFinite(error)) return 'inconclusive';
  return effect - z * error > -margin ? 'pass' : 'fail';
}

/** How often the bare threshold blocks a change that does no harm: Φ(−tolerance / SE). */
export function falseBlockRate(error: number, tolerance: number): number {
  return error > 0 ? normalCdf(-tolerance / error) : 0;
}

/**
 * How often `on-inconclusive: auto` blocks a change that does no harm, at this spread: its drop is beyond the tolerance by chance, and not so
 * small that one of the margin is excluded. A drop that is shown is among them.
 */
export function autoBlockRate({
  error,
  z,
  tolerance,
  margin,
}: Pick<Evidence, 'error' | 'z' | 'tolerance' | 'margin'>): number {
  return error > 0 ? normalCdf(Math.min(-tolerance, z * error - margin) / error) : 0;
}
