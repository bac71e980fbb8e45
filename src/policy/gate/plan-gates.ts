/** The report of a plan: which gates an event needs and why, and how to spread the evaluation. */
import type { Finding, Report, Section } from '../../report/model.ts';
import { makeReport } from '../../report/make.ts';
import { trunkRules } from '../rules.ts';
import {
  isDue,
  overdueFindings,
  owedTable,
  shardMatrix,
  shardsFor,
  type Decision,
  type Evaluation,
  type ExpectedFacts,
  type Plan,
  type PlanFacts,
  type ShardMatrix,
} from '../index.ts';
import type { SamplingFacts } from '../../regression/index.ts';
import type { OwedEvaluation } from '../../report/owed-evaluation.ts';

export interface PlanRequest {
  readonly plan: Plan;
  /** GitHub's name of the event. */
  readonly eventName: string;
  /** Errors of the policy. */
  readonly policyFindings: readonly Finding[];
  /** Runners for the evaluation, at most 256; `auto`: as many as its time needs to stay within the goal. */
  readonly shards: number | 'auto';
  /** Which sample meets which runner. */
  readonly seed: number;
  /** Within which the answer should come. */
  readonly goalMinutes: number;
  /** How long the whole evaluation takes on one runner. */
  readonly evaluationMinutes?: number;
  /** What merged hotfixes owe, where that was asked for. */
  readonly owed?: readonly OwedEvaluation[];
  /** Ids of the samples that this round evaluates, where they are known. */
  readonly ids?: readonly string[];
  /** How they are drawn, where that is not by the seed alone; and in a sentence. */
  readonly sampling?: { readonly facts: SamplingFacts; readonly text: string };
}

/** It fails for a broken policy and for what a hotfix lacks; everything else it decides is a pass. */
export function planReport(request: PlanRequest): Report<PlanFacts> {
  const { plan, eventName, policyFindings } = request;
  const evaluation = evaluationOf(plan);
  const shards = shardCount(request);
  const owed = (request.owed ?? []).filter(({ state }) => state !== 'paid');
  const findings = [
    ...policyFindings,
    ...plan.findings,
    ...tooLong(request, evaluation, shards),
    ...overdueFindings(owed, 'error'),
  ];
  const due = plan.gates.filter(isDue).length;
  const failure = findings.find(({ severity }) => severity === 'error');
  return makeReport({
    gate: 'plan-gates',
    title: failure?.message ?? `${due} of ${plan.gates.length} gates are due for ${eventName} (${plan.mode})`,
    findings,
    facts: {
      mode: plan.mode,
      plan: plan.gates,
      due: Object.fromEntries(plan.gates.map((planned) => [planned.gate, isDue(planned)])),
      evaluation,
      shards: matrixOf(request),
      owed,
      ...(request.sampling !== undefined && { sampling: request.sampling.facts }),
      expected: expectedOf(request, evaluation, shards),
    },
    sections: [
      planTable(plan),
      ...expectedSection(request, evaluation, shards),
      ...samplingSection(request),
      ...(owed.length === 0 ? [] : [owedTable(owed)]),
    ],
  });
}

/** The plan for a person. */
export function planTable({ gates }: Plan): Section {
  return {
    kind: 'table',
    title: 'Plan',
    open: true,
    columns: [{ title: 'Gate', code: true }, { title: 'Plan' }, { title: 'Why' }],
    rows: gates.map(({ gate, decision, reason }) => [gate, decisionWords[decision], reason]),
  };
}

export const decisionWords: Readonly<Record<Decision, string>> = {
  run: 'run',
  light: 'light',
  exempt: 'exempt',
  later: 'later',
  'not-applicable': 'not applicable',
  off: 'off',
};

function evaluationOf({ gates }: Plan): Evaluation {
  const evaluation = gates.find(({ gate }) => gate === 'regression-gate');
  if (evaluation === undefined || !isDue(evaluation)) return 'none';
  return evaluation.decision === 'light' ? 'light' : 'full';
}

/** A row for each runner of the evaluation. */
export function matrixOf(request: PlanRequest): ShardMatrix {
  return shardMatrix(shardCount(request), request.seed, request.ids);
}

function shardCount({ shards, goalMinutes, evaluationMinutes = 0 }: PlanRequest): number {
  return shards === 'auto' ? shardsFor(evaluationMinutes, goalMinutes) : shards;
}

/** Minutes until the evaluation has an answer, against the goal; `null` where none is due or nobody knows how long it takes. */
function expectedOf(
  { evaluationMinutes, goalMinutes }: PlanRequest,
  evaluation: Evaluation,
  shards: number,
): ExpectedFacts | null {
  if (evaluationMinutes === undefined || evaluation === 'none') return null;
  const each = evaluationMinutes / shards;
  return { evaluationMinutes, runners: shards, minutes: each, goalMinutes, withinGoal: each <= goalMinutes };
}

function expectedSection(request: PlanRequest, evaluation: Evaluation, shards: number): Section[] {
  const expected = expectedOf(request, evaluation, shards);
  if (expected === null) return [];
  const runners = shards === 1 ? 'one runner' : `${shards} runners`;
  const all = evaluation === 'light' ? 'At most: it is made on fewer samples.' : '';
  const item = `The evaluation takes about ${minutes(expected.minutes)} on ${runners}, ${expected.withinGoal ? 'within' : 'over'} the goal of ${request.goalMinutes}. ${all}`;
  return [{ kind: 'list', title: 'Feedback time', items: [item.trim()] }];
}

function samplingSection({ sampling }: PlanRequest): Section[] {
  return sampling === undefined ? [] : [{ kind: 'list', title: 'Samples', items: [sampling.text] }];
}

function tooLong(request: PlanRequest, evaluation: Evaluation, shards: number): Finding[] {
  const { evaluationMinutes, goalMinutes } = request;
  if (evaluationMinutes === undefined || evaluation !== 'full') return [];
  const expected = evaluationMinutes / shards;
  if (expected <= goalMinutes) return [];
  const wanted = shardsFor(evaluationMinutes, goalMinutes);
  const each = shards === 1 ? 'on one runner' : `on each of ${shards} runners`;
  return [
    trunkRules['evaluation-too-long'].finding({
      message: `The evaluation takes about ${minutes(expected)} ${each}, and feedback should come within ${goalMinutes}.`,
      help:
        shards < wanted
          ? `Spread it over ${wanted} runners: \`shards: ${wanted}\`, or \`shards: auto\`.`
          : 'Evaluate fewer samples first, and more only while undecided: regression.looks in the policy.',
    }),
  ];
}

function minutes(value: number): string {
  return `${Number(value.toFixed(1))} minutes`;
}
