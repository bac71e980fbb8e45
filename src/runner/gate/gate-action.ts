import { runGate, type GateDefinition } from '../../check/definitions.ts';
import { makePlan, runPlanned } from '../../policy/gate/planned.ts';
import { policyChangeFindings } from '../../policy/gate/policy.ts';
import { withFindings } from '../../report/make.ts';
import type { Report } from '../../report/model.ts';
import { changeChannels, headFiles } from '../publish/channels.ts';
import type { RunnerEnvironment } from '../environment.ts';
import type { ActionMain } from '../run-action.ts';
import { readGateInputs } from '../change/inputs.ts';
import { openChange } from '../change/open-change.ts';
import { pullRequestSource } from '../change/pull-request-source.ts';

/** The main of an action that runs one gate on a change, under the same plan as the merge gate. */
export function gateAction<Settings, Facts extends object>(
  gate: GateDefinition<Settings, Facts>,
  outputs: (
    report: Report<Partial<Facts>>,
    environment: RunnerEnvironment,
  ) => Record<string, string> | Promise<Record<string, string>>,
  { suggests = false }: { readonly suggests?: boolean } = {},
): ActionMain {
  return async (context) => {
    const { environment } = context;
    const { common, own } = readGateInputs(context, gate.table, suggests);
    const { ports, policy, eventFiles } = await openChange(environment, common);
    const plan = await makePlan(
      environment.event,
      policy.policy,
      pullRequestSource(environment, common.token),
      ports,
    );
    const planned = plan.gates.find(({ gate: name }) => name === gate.name);
    if (planned === undefined) throw new Error(`${gate.name} is not planned`);
    const run = () =>
      runGate(gate, { values: own, over: 'defaults', event: environment.event }, policy.policy, ports);
    const judged = await runPlanned(planned, plan.mode, run, ports);
    const changes = await policyChangeFindings(ports.change, eventFiles, common.policy, policy);
    const report = withFindings(judged, [...policy.findings, ...plan.findings, ...changes]);
    return {
      report,
      outputs: await outputs(judged, environment),
      channels: changeChannels(
        environment,
        { ...common, trunk: policy.policy.trunk },
        ports.change,
        await headFiles(ports.change, report),
      ),
    };
  };
}
