/** What the regression gate is told, and how its entries are read: light, for what only asks. */
export { entryOf, globsOf, isLatestRelease, isPinned, type Entry } from './pinned.ts';

export const decisionModes = ['paired', 'strict', 'non-inferiority'] as const;
export type DecisionMode = (typeof decisionModes)[number];

/** `policy.regression`: what regression-gate compares and how it decides. */
export interface RegressionSettings {
  /** Globs of the candidate's result files, in the workspace; shards are merged. Empty: nothing to judge. */
  readonly candidate: readonly string[];
  /** Globs of the baseline's files at the merge base, or `ref:glob`; empty: the candidate's own globs. */
  readonly baseline: readonly string[];
  /** `latest-release`, a path, or `ref:path`, of the pinned anchor against which slow erosion is measured. */
  readonly anchor?: string;
  /** Metric names; empty: what the results carry. */
  readonly metrics: readonly string[];
  readonly mode: DecisionMode;
  /** Largest drop that is tolerated, in points (1 point = 0.01 of a share) or percent of the baseline. */
  readonly tolerance: number;
  /** A drop this large must be excluded for a pass, in the same unit. */
  readonly margin: number;
  readonly unit: 'points' | 'percent';
  /** One-sided significance level. */
  readonly alpha: number;
  /** `auto`: fail when the observed drop exceeds the tolerance, else warn. */
  readonly onInconclusive: 'auto' | 'fail' | 'warn' | 'pass';
  readonly seed: number;
  /**
   * Numbers of samples at which the gate may look, rising: `[500, 1000, 1500, 2000]`. While undecided at one of them it asks
   * for the next, and O'Brien–Fleming boundaries keep the error at `alpha` over all looks. Absent: one look at what is there.
   */
  readonly looks?: readonly number[];
  /**
   * A command that evaluates the candidate, such as `python eval.py --ids {ids} --out {out}`: `{ids}` is a file with one sample
   * id a line, `{out}` the file to write results to. Run without a shell, from the policy or the workflow only, round by round
   * until the gate can decide. Absent: the results are already there.
   */
  readonly evaluate?: string;
  /** A file at the merge base with one sample id a line: what `evaluate` may evaluate where the baseline has no results yet. */
  readonly pool?: string;
  /** The change is in trunk already: what is judged is a merge. Told by the event, by nobody else. */
  readonly merged?: boolean;
  /** Minutes after which no further round of `evaluate` begins. */
  readonly timeBudget?: number;
}

export const regressionDefaults: RegressionSettings = {
  candidate: [],
  baseline: [],
  metrics: [],
  mode: 'paired',
  tolerance: 0.5,
  margin: 2,
  unit: 'points',
  alpha: 0.05,
  onInconclusive: 'auto',
  seed: 1,
};
