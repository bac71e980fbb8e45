import { runGate, type GateDefinition, type Given } from '../../check/definitions.ts';
import { makePlan, runPlanned } from '../../policy/gate/planned.ts';
import type { Policy } from '../../policy/index.ts';
import type { Ports } from '../../ports/index.ts';
import { policyChangeFindings } from '../../policy/gate/policy.ts';
import { withFindings } from '../../report/make.ts';
import type { Report } from '../../report/model.ts';
import { changeChannels, headFiles } from '../publish/channels.ts';
import type { RunnerEnvironment } from '../environment.ts';
import type { ActionMain } from '../run-action.ts';
import { readGateInputs } from '../change/inputs.ts';
import { openChange } from '../change/open-change.ts';
import { pullRequestSource } from '../change/pull-request-source.ts';

interface Options<Facts extends object> {
  readonly suggests?: boolean;
  /** What other gates know of what this one found. */
  explain?(report: Report<Facts>, given: Given, policy: Policy, ports: Ports): Promise<Report<Facts>>;
}

/** The main of an action that runs one gate on a change, under the same plan as the merge gate. */
export function gateAction<Settings, Facts extends object>(
  gate: GateDefinition<Settings, Facts>,
  outputs: (
    report: Report<Partial<Facts>>,
    environment: RunnerEnvironment,
  ) => Record<string, string> | Promise<Record<string, string>>,
  { suggests = false, explain }: Options<Facts> = {},
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
    const given = { values: own, over: 'defaults', event: environment.event } as const;
    const run = async () => {
      const judged = await runGate(gate, given, policy.policy, ports);
      return explain === undefined ? judged : explain(judged, given, policy.policy, ports);
    };
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
