import {
  changeChannels,
  expectedMinutes,
  isDue,
  makePlan,
  trackerOf,
  matrixOf,
  openChange,
  outputTexts,
  planReport,
  type PlanRequest,
  policyChangeFindings,
  pullRequestSource,
  regressionDefaults,
} from '#lib/change';
import type { Ports } from '../../ports/index.ts';
import type { RegressionSettings } from '../../regression/settings.ts';
import type { Report } from '../../report/model.ts';
import type { Tracked, TrackedChange } from '../../check/tracked.ts';
import type { RunnerEnvironment } from '../../runner/environment.ts';
import type { ActionContext } from '../../runner/run-action.ts';
import type { ActionResult } from '../../runner/action-result.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { Plan, PlanFacts } from '../../policy/index.ts';
import { readInputs } from '../../kernel/settings.ts';
import { followUp } from './follow-up.ts';
import { missingFixes } from './missing-fixes.ts';
import { readIds, writeIds } from './ids.ts';
import { planInputs } from './inputs.ts';

export async function main(context: ActionContext): Promise<ActionResult> {
  const { environment } = context;
  const inputs = readInputs(planInputs, context.input);
  const { ports, policy, eventFiles } = await openChange(environment, inputs);
  const { event } = environment;
  const source = pullRequestSource(environment, inputs.token);
  const planned = await makePlan(event, policy.policy, source, ports);
  const change = { event, policy: policy.policy, files: eventFiles };
  const { plan, findings: ofTracker } = await tracked(planned, change, environment, ports);
  const changes = await policyChangeFindings(ports.change, eventFiles, inputs.policy, policy);
  const trunk = policy.policy.trunk ?? event.defaultBranch;
  const lines = () => missingFixes(environment, inputs, trunk, policy.policy);
  const followed = inputs.followUp
    ? await followUp(environment, { ...inputs, trunk, lines }, ports)
    : undefined;
  const minutes = await minutesFor(plan, inputs.evaluationMinutes, ports);
  const settings: RegressionSettings = {
    ...regressionDefaults,
    ...policy.policy.regression,
    ...(event.at !== undefined && { eventAt: event.at }),
  };
  const again = await readIds(inputs.rerun);
  const { ids, sampling } = await idsToEvaluate(plan, settings, ports, { samples: inputs.samples, again });
  const request: PlanRequest = {
    plan,
    eventName: event.name,
    goalMinutes: policy.policy.feedbackMinutes,
    policyFindings: [...policy.findings, ...changes, ...ofTracker, ...(followed?.findings ?? [])],
    shards: inputs.shards,
    seed: settings.seed,
    ids,
    ...(sampling === undefined ? {} : { sampling }),
    ...(minutes === undefined ? {} : { evaluationMinutes: minutes }),
    ...(followed === undefined ? {} : { owed: followed.owed }),
  };
  const report = planReport(request);
  const folder = await writeIds(ids, matrixOf(request), environment.temp);
  return {
    report,
    outputs: { ...outputsOf(report), owed: JSON.stringify(followed?.evaluate ?? []), ids: folder },
    channels: changeChannels(environment, { ...inputs, trunk: policy.policy.trunk }, ports.change),
  };
}

/** Where the policy names an experiment tracker, what only tunes needs no full evaluation. */
async function tracked(
  plan: Plan,
  change: Omit<TrackedChange, 'tracker'>,
  environment: RunnerEnvironment,
  ports: Ports,
): Promise<Pick<Tracked, 'plan' | 'findings'>> {
  const tracker = trackerOf(environment, change.policy);
  if (tracker === undefined) return { plan, findings: [] };
  return (await import('#lib/lineage')).planTuning(plan, { ...change, tracker }, ports);
}

/** Merges in whose records the time is looked for: a busy week of them. */
const mergesLookedAt = 150;

/** As given, or as the ledger knows it of evaluations before. Not to know it takes one runner and no less of the evaluation. */
async function minutesFor(
  plan: Plan,
  given: number | 'auto' | undefined,
  { evaluations, change, log }: Ports,
): Promise<number | undefined> {
  if (given !== 'auto') return given;
  if (!evaluates(plan) || evaluations === undefined || change.base.sha === undefined) return undefined;
  try {
    return expectedMinutes(await evaluations.minutes(change.base.sha, mergesLookedAt));
  } catch (error) {
    if (!isUserError(error)) throw error;
    log.warning(`The ledger does not tell how long an evaluation takes: ${error.message}`);
    return undefined;
  }
}

function evaluates({ gates }: Plan): boolean {
  return gates.some((planned) => planned.gate === 'regression-gate' && isDue(planned));
}

/** None where no evaluation is due, or nothing says which samples there are. */
async function idsToEvaluate(
  plan: Plan,
  settings: RegressionSettings,
  ports: Ports,
  round: { readonly samples: number | undefined; readonly again: readonly string[] },
): Promise<Pick<PlanRequest, 'sampling'> & { readonly ids: readonly string[] }> {
  return evaluates(plan)
    ? (await import('#lib/regression')).samplesOfRound(settings, ports, round)
    : { ids: [] };
}

function outputsOf({ facts }: Report<PlanFacts>): Record<string, string> {
  return outputTexts({
    'validate-model-config': facts.due['validate-model-config'],
    'detect-dep-drift': facts.due['detect-dep-drift'],
    'detect-input-drift': facts.due['detect-input-drift'],
    'regression-gate': facts.due['regression-gate'],
    mode: facts.mode,
    evaluation: facts.evaluation,
    shards: facts.shards,
    plan: facts.plan,
  });
}
