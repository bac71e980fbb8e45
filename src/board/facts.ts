import type { CompareVerdict } from '../compare/index.ts';
import type { Standing } from '../lineage/index.ts';
import type { TargetDrift } from '../promotion/index.ts';
import type { FeedbackTime } from './delivery/feedback.ts';
import type { Figure } from './figures/model.ts';
import type { Candidate, Debt, Trend } from './model.ts';
import type { TrendTest } from './trend-test.ts';

/** What stands on the board. */
export interface BoardFacts {
  /** Path of the page, and its size in bytes. */
  readonly page: string;
  readonly bytes: number;
  /** How many records, findings of what could not be read, merges and versions. */
  readonly records: number;
  readonly unread: number;
  readonly merges: number;
  readonly versions: number;
  readonly serving: readonly ServingFacts[];
  /** Whether the manifests of each target of the policy say what serves by the ledger. */
  readonly targets: readonly Pick<TargetDrift, 'target' | 'service' | 'serving' | 'state'>[];
  /** Weights that do not serve yet, compared with what does. */
  readonly candidates: readonly (Pick<Candidate, 'id' | 'service' | 'against'> & {
    /** Null where the comparison could not be made. */
    readonly verdict: CompareVerdict | null;
    readonly page: string | null;
  })[];
  /** A team's pace in the last 90 days, as `model-gates figures` has it. */
  readonly figures: readonly Figure[];
  /** From the event to the verdict in those days; null where no run is known. */
  readonly feedback: FeedbackTime | null;
  readonly owed: readonly (Pick<Debt, 'gate' | 'sha' | 'kind' | 'due' | 'state'> & {
    readonly pr_number: number | null;
  })[];
  readonly metrics: readonly (Pick<Trend, 'metric' | 'drift' | 'state'> & {
    /** The newest, in its own unit. */
    readonly value: number | null;
    /** The same against what serves; null where nothing that serves was evaluated, or the value is its own. */
    readonly serving: Trend['serving'] | null;
    /** Name of what it is held against. */
    readonly anchor: string;
    /** Whether the last 30 values go one way; null for fewer than ten. */
    readonly trend: TrendTest | null;
    /** Full SHAs of merges that locating named. */
    readonly culprits: readonly string[];
  })[];
}

export interface ServingFacts {
  readonly service: string;
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  /** Whether GitHub confirms by whom, when and in which run it was recorded. */
  readonly standing: Standing;
  readonly commit: string | null;
  readonly pr_number: number | null;
  /** No link of its chain is missing. */
  readonly complete: boolean;
}
