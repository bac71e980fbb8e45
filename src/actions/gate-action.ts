import { runGate, type GateDefinition } from '../gates/definitions.ts';
import { policyChangeFindings } from '../gates/policy.ts';
import type { Report } from '../report/model.ts';
import type { Values } from '../runtime/fields.ts';
import { changeChannels } from '../runtime/publish.ts';
import type { ActionMain } from '../runtime/run-action.ts';
import { readChangeInputs } from './change-inputs.ts';
import { openChange } from './open-change.ts';

/** The main of an action that runs one gate on a change. */
export function gateAction<Settings>(
  gate: GateDefinition<Settings>,
  outputs: (report: Report) => Record<string, string>,
): ActionMain {
  return async (context) => {
    const inputs: { common: Parameters<typeof openChange>[1]; own: Values<typeof gate.fields> } =
      readChangeInputs(context, gate.fields);
    const { ports, policy } = await openChange(context.environment, inputs.common);
    const judged = await runGate(gate, { values: inputs.own, over: 'defaults' }, policy.policy, ports);
    const changes = await policyChangeFindings(ports.change.head, ports.change.files, inputs.common.policy);
    const report = withPolicyFindings(judged, [...policy.findings, ...changes]);
    return {
      report,
      outputs: outputs(judged),
      channels: changeChannels(context.environment, inputs.common, ports.change),
    };
  };
}

/** Errors of the policy fail the gate, whatever it found with the defaults that stand in. */
function withPolicyFindings(report: Report, findings: Report['findings']): Report {
  if (findings.length === 0) return report;
  const fails = findings.some(({ severity }) => severity === 'error');
  const broken = fails
    ? { verdict: 'fail' as const, title: 'The policy of the base commit is not valid' }
    : {};
  return { ...report, ...broken, findings: [...findings, ...report.findings] };
}
