/** The merge gate: plans every gate for this event and runs them side by side into one report. */
import { worstVerdict, type Finding, type Report, type Verdict } from '../report/model.ts';
import { errorReport } from '../runtime/error-report.ts';
import { planGates, type GateName, type PlannedGate, type Policy, type TrunkEvent } from '../trunk/index.ts';
import { configGate, dependencyGate, regressionGate, runGate } from './definitions.ts';
import { policyChangeFindings, type LoadedPolicy } from './policy.ts';
import type { Ports } from './ports.ts';

export interface CheckRequest {
  readonly event: TrunkEvent;
  readonly policy: LoadedPolicy;
  readonly policyFile: string;
}

/** One report that holds the gates' own; a gate that breaks fails by itself and hides none of the others. */
export async function check(request: CheckRequest, ports: Ports): Promise<Report> {
  const started = ports.now();
  const plan = planGates(request.event, request.policy.policy);
  const [reports, changes] = await Promise.all([
    Promise.all(plan.map((planned) => runPlanned(planned, request.policy.policy, ports))),
    policyChangeFindings(ports.change.head, ports.change.files, request.policyFile),
  ]);
  const findings = [...request.policy.findings, ...changes];
  return summarise(reports, findings, ports.now() - started);
}

async function runPlanned(planned: PlannedGate, policy: Policy, ports: Ports): Promise<Report> {
  if (!planned.run) return skippedReport(planned);
  const started = ports.now();
  ports.log.info(`${planned.gate}: running`);
  const report = await runners[planned.gate](policy, ports).catch((error: unknown) =>
    errorReport(planned.gate, error),
  );
  const durationMs = ports.now() - started;
  ports.log.info(`${planned.gate}: ${report.verdict} in ${durationMs} ms: ${report.title}`);
  return { ...report, durationMs };
}

const nothingGiven = { values: {}, over: 'defaults' } as const;

const runners: Record<GateName, (policy: Policy, ports: Ports) => Promise<Report>> = {
  'validate-model-config': (policy, ports) => runGate(configGate, nothingGiven, policy, ports),
  'detect-dep-drift': (policy, ports) => runGate(dependencyGate, nothingGiven, policy, ports),
  'regression-gate': (policy, ports) => runGate(regressionGate, nothingGiven, policy, ports),
};

function skippedReport({ gate, reason }: PlannedGate): Report {
  return { schema: 1, gate, verdict: 'skipped', title: `Not run: ${reason}`, findings: [], facts: {} };
}

function summarise(reports: readonly Report[], findings: readonly Finding[], durationMs: number): Report {
  const own: Verdict[] = findings.some(({ severity }) => severity === 'error') ? ['fail'] : [];
  const verdict = worstVerdict([...own, ...reports.map((report) => report.verdict)]);
  return {
    schema: 1,
    gate: 'model-gates',
    verdict,
    title: titleOf(verdict, reports, own.length > 0),
    findings,
    facts: { verdicts: Object.fromEntries(reports.map((report) => [report.gate, report.verdict])) },
    reports,
    durationMs,
  };
}

function titleOf(verdict: Verdict, reports: readonly Report[], policyFails: boolean): string {
  const names = reports.filter((report) => report.verdict === verdict).map((report) => report.gate);
  if (policyFails) names.unshift('the policy');
  const ran = reports.filter((report) => report.verdict !== 'skipped').length;
  switch (verdict) {
    case 'fail':
      return `Blocked by ${joined(names)}`;
    case 'inconclusive':
      return `${joined(names)} could not decide`;
    case 'exempt':
      return `Passed with an exemption for ${joined(names)}`;
    case 'pass':
      return `Nothing stands against this merge: ${ran} of ${reports.length} gates had something to judge`;
    case 'skipped':
      return 'No gate had anything to judge in this change';
  }
}

function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
