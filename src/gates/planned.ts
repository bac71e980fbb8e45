/** Plans the gates for an event, and runs each as planned: shared by the merge gate and the actions of single gates. */
import type { Finding, Report } from '../report/model.ts';
import { errorReport } from '../runtime/error-report.ts';
import {
  noAuthority,
  planGates,
  type Authority,
  type Plan,
  type PlannedGate,
  type Policy,
  type TrunkEvent,
} from '../trunk/index.ts';
import { readAuthority } from './authority.ts';
import { lifted } from './lifted.ts';
import type { Ports, PullRequestSource } from './ports.ts';

/** The plan by what people and checks have said; where that cannot be read nothing is lifted, and the report says so. */
export async function makePlan(
  event: TrunkEvent,
  policy: Policy,
  source: PullRequestSource | undefined,
  ports: Pick<Ports, 'now'>,
): Promise<Plan> {
  const { authority, findings } = await readAuthority(event, policy, source, ports.now()).then(
    (read): Read => ({ authority: read, findings: [] }),
    (error: unknown): Read => ({ authority: noAuthority, findings: [unread(error)] }),
  );
  const plan = planGates(event, policy, authority);
  return { ...plan, findings: [...plan.findings, ...findings] };
}

interface Read {
  readonly authority: Authority;
  readonly findings: readonly Finding[];
}

function unread(error: unknown): Finding {
  const [finding] = errorReport('model-gates', error).findings;
  return {
    rule: 'trunk/authority-unread',
    severity: 'warning',
    message: `Exemptions and approvals could not be read, so none holds: ${finding?.message ?? 'no reason was given'}`,
    help: finding?.help ?? 'Run the step again.',
  };
}

/** Runs a gate as planned. It never throws: a gate that breaks is a failing report. */
export async function runPlanned(
  planned: PlannedGate,
  run: () => Promise<Report>,
  ports: Pick<Ports, 'now' | 'log'>,
): Promise<Report> {
  if (!planned.run) return notRun(planned);
  const started = ports.now();
  ports.log.info(`${planned.gate}: running`);
  const report = await run().catch((error: unknown) => errorReport(planned.gate, error));
  const durationMs = ports.now() - started;
  ports.log.info(`${planned.gate}: ${report.verdict} in ${durationMs} ms: ${report.title}`);
  return lifted({ ...report, durationMs }, planned.exemption);
}

function notRun({ gate, reason, exemption }: PlannedGate): Report {
  const report = { schema: 1 as const, gate, title: `Not run: ${reason}`, findings: [], facts: {} };
  return exemption === undefined
    ? { ...report, verdict: 'skipped' }
    : { ...report, verdict: 'exempt', exemption };
}
