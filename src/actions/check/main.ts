import {
  changeChannels,
  check,
  type CheckFacts,
  headFiles,
  isReportOf,
  openChange,
  outputTexts,
  pullRequestSource,
  trackerOf,
} from '#lib/change';
import type { Report } from '../../report/model.ts';
import type { ActionContext } from '../../runner/run-action.ts';
import type { ActionResult } from '../../runner/action-result.ts';
import { readInputs } from '../../kernel/settings.ts';
import { checkInputs } from './inputs.ts';

export async function main(context: ActionContext): Promise<ActionResult> {
  const inputs = readInputs(checkInputs, context.input);
  const { ports, policy, eventFiles } = await openChange(context.environment, inputs);
  const { environment } = context;
  const source = pullRequestSource(environment, inputs.token);
  const isRepeated = (environment.runAttempt ?? '1') !== '1';
  const { event } = environment;
  const tracker = trackerOf(environment, policy.policy);
  const request = {
    event,
    policy,
    policyFile: inputs.policy,
    eventFiles,
    isRepeated,
    ...(tracker === undefined ? {} : { tracker }),
  };
  const report = await check(source === undefined ? request : { ...request, pullRequest: source }, ports);
  return {
    report,
    outputs: outputsOf(report),
    channels: changeChannels(
      environment,
      { ...inputs, trunk: policy.policy.trunk },
      ports.change,
      await headFiles(ports.change, report),
    ),
  };
}

function outputsOf({ facts: { verdicts }, reports = [] }: Report<CheckFacts>): Record<string, string> {
  const config = reports.find((report) => isReportOf(report, 'validate-model-config'));
  return outputTexts({
    'validate-model-config': verdicts['validate-model-config'],
    'detect-dep-drift': verdicts['detect-dep-drift'],
    'detect-input-drift': verdicts['detect-input-drift'],
    'regression-gate': verdicts['regression-gate'],
    change: config?.facts.change,
    'inputs-due': reports.some(
      (report) => isReportOf(report, 'detect-input-drift') && report.facts.due === true,
    ),
  });
}
