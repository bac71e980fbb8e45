import type { SamplingFacts } from '../regression/index.ts';
import type { OwedEvaluation } from '../report/owed-evaluation.ts';
import type { GateName } from './gate-names.ts';
import type { Mode } from './mode.ts';
import type { PlannedGate } from './plan.ts';
import type { ShardMatrix } from './shards.ts';

/** What plan-gates decided. */
export interface PlanFacts {
  readonly mode: Mode;
  readonly plan: readonly PlannedGate[];
  readonly due: Readonly<Partial<Record<GateName, boolean>>>;
  readonly evaluation: Evaluation;
  readonly shards: ShardMatrix;
  readonly owed: readonly OwedEvaluation[];
  /** How the samples of this round are drawn, where the policy asks for the history of trunk. */
  readonly sampling?: SamplingFacts;
  /** `null` where no evaluation is due, or nobody knows how long it takes. */
  readonly expected: ExpectedFacts | null;
}

/** How much of the evaluation a workflow is to make. */
export type Evaluation = 'full' | 'light' | 'none';

/** When the evaluation has an answer: the whole of it in minutes, on so many runners, against the goal. */
export interface ExpectedFacts {
  readonly evaluationMinutes: number;
  readonly runners: number;
  readonly minutes: number;
  readonly goalMinutes: number;
  readonly withinGoal: boolean;
}
