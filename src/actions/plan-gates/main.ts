import { makePlan } from '../../gates/planned.ts';
import { planReport } from '../../gates/plan.ts';
import { policyChangeFindings } from '../../gates/policy.ts';
import { regressionDefaults } from '../../regression/settings.ts';
import type { Report } from '../../report/model.ts';
import { changeChannels } from '../../runtime/channels.ts';
import type { ActionContext, ActionResult } from '../../runtime/run-action.ts';
import { readChangeInputs } from '../change-inputs.ts';
import { factText } from '../fact-text.ts';
import { openChange } from '../open-change.ts';
import { pullRequestSource } from '../pull-request-source.ts';
import { planFields } from './inputs.ts';

export async function main(context: ActionContext): Promise<ActionResult> {
  const { environment } = context;
  const { common, own } = readChangeInputs(context, planFields);
  const { ports, policy } = await openChange(environment, common);
  const { event } = environment;
  const source = pullRequestSource(environment, common.token);
  const plan = await makePlan(event, policy.policy, source, ports);
  const changes = await policyChangeFindings(ports.change.head, ports.change.files, common.policy);
  const minutes = own['evaluation-minutes'];
  const report = planReport({
    plan,
    eventName: event.name,
    policyFindings: [...policy.findings, ...changes],
    shards: own.shards ?? 1,
    seed: policy.policy.regression.seed ?? regressionDefaults.seed,
    ...(minutes === undefined ? {} : { evaluationMinutes: minutes }),
  });
  return { report, outputs: outputsOf(report), channels: changeChannels(environment, common, ports.change) };
}

function outputsOf({ facts }: Report): Record<string, string> {
  return {
    'validate-model-config': factText(facts, 'due', 'validate-model-config'),
    'detect-dep-drift': factText(facts, 'due', 'detect-dep-drift'),
    'regression-gate': factText(facts, 'due', 'regression-gate'),
    mode: factText(facts, 'mode'),
    evaluation: factText(facts, 'evaluation'),
    shards: factText(facts, 'shards'),
    plan: factText(facts, 'plan'),
  };
}
