import type { ConfigFacts } from '../config/index.ts';
import type { DependencyFacts } from '../dependencies/index.ts';
import type { InputFacts } from '../inputs/index.ts';
import type { GateName, PlanFacts } from '../policy/index.ts';
import type { RegressionFacts } from '../regression/index.ts';
import type { Feedback } from '../report/feedback.ts';
import type { Report, Verdict } from '../report/model.ts';

/** What the merge gate knows beside its gates' own reports. */
export interface CheckFacts extends Pick<PlanFacts, 'mode' | 'plan'> {
  readonly verdicts: Readonly<Partial<Record<GateName, Verdict>>>;
  readonly feedback: Feedback;
  /** Runs that this change opened in the experiment tracker, because it only tunes. */
  readonly experiments?: readonly OpenedExperiment[];
}

export interface OpenedExperiment {
  readonly name: string;
  /** MLflow's id of the run. */
  readonly id: string;
  /** Its page. */
  readonly url: string;
}

interface FactsOf {
  readonly 'validate-model-config': ConfigFacts;
  readonly 'detect-dep-drift': DependencyFacts;
  readonly 'detect-input-drift': InputFacts;
  readonly 'regression-gate': RegressionFacts;
}

/** Whether this is the report of that gate, whose facts are then known; all are absent where it did not run. */
export function isReportOf<Name extends GateName>(
  report: Report,
  gate: Name,
): report is Report<Partial<FactsOf[Name]>> {
  return report.gate === gate;
}
