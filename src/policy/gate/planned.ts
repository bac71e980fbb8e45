/** Plans the gates for an event, and runs each as planned: shared by the merge gate and the actions of single gates. */
import { trunkRules } from '../rules.ts';
import type { Finding, NoFacts, Report } from '../../report/model.ts';
import { makeReport } from '../../report/make.ts';
import { errorFinding, errorReport } from '../../report/error-report.ts';
import {
  noAuthority,
  planGates,
  type Authority,
  type Mode,
  type Plan,
  type PlannedGate,
  type Policy,
  type TrunkEvent,
} from '../index.ts';
import { asksPeople, readAuthority, type AuthorityPorts } from './authority.ts';
import { heldBack } from './held.ts';
import { lifted, withWayOut } from './lifted.ts';
import type { ChangedFile, Ports, PullRequestSource } from '../../ports/index.ts';

/** The plan by what people and checks have said; where that cannot be read nothing is lifted, and the report says so. */
export async function makePlan(
  event: TrunkEvent,
  policy: Policy,
  source: PullRequestSource | undefined,
  ports: Pick<Ports, 'now' | 'change' | 'owed'>,
): Promise<Plan> {
  const { subject, authority, findings } = await readSubject(event, policy, source, ports).catch(
    (error: unknown): Read => ({ subject: event, authority: noAuthority, findings: [unread(error)] }),
  );
  const plan = planGates(subject, policy, authority, changedPaths(ports.change.files));
  return { ...plan, findings: [...plan.findings, ...findings] };
}

interface Read {
  /** The event as the plan sees it: a merge group, or the push of a merge, stands for its pull request. */
  readonly subject: TrunkEvent;
  readonly authority: Authority;
  readonly findings: readonly Finding[];
}

async function readSubject(
  event: TrunkEvent,
  policy: Policy,
  source: PullRequestSource | undefined,
  ports: AuthorityPorts,
): Promise<Read> {
  const subject = await subjectOf(event, policy, source);
  return { subject, authority: await readAuthority(subject, policy, source, ports), findings: [] };
}

/** What was granted to the head of a pull request holds in its merge group and for its merge: those commits nobody has seen before. */
async function subjectOf(
  event: TrunkEvent,
  policy: Policy,
  source: PullRequestSource | undefined,
): Promise<TrunkEvent> {
  if (source === undefined || event.pullRequest !== undefined || !asksPeople(policy)) return event;
  const current = await source.current();
  if (current === undefined) return event;
  const { headSha, headRef, baseRef, facts } = current;
  // What is merged, or about to be, is a draft no more: a branch that was pushed onto trunk as it stood is judged like any other.
  return { ...event, headSha, headRef, baseRef, pullRequest: { ...facts, draft: false } };
}

function changedPaths(files: readonly ChangedFile[]): string[] {
  return files.flatMap(({ path, previousPath = path, submodule }) =>
    submodule === undefined ? [path, previousPath] : [path, `${path}/`, `${previousPath}/`],
  );
}

function unread(error: unknown): Finding {
  const { message, help } = errorFinding(error);
  return trunkRules['authority-unread'].finding({
    message: `Exemptions and approvals could not be read, so none holds: ${message}`,
    help,
  });
}

/** Runs a gate as planned in this mode. It never throws: a gate that breaks is a failing report. */
export async function runPlanned<Facts extends object>(
  planned: PlannedGate,
  mode: Mode,
  run: () => Promise<Report<Facts>>,
  ports: Pick<Ports, 'now' | 'log'>,
): Promise<Report<Partial<Facts>>> {
  if (!planned.run) return heldBack(notRun(planned), mode);
  const started = ports.now();
  ports.log.info(`${planned.gate}: running`);
  const report: Report<Partial<Facts>> = await run().catch((error: unknown) =>
    errorReport(planned.gate, error),
  );
  const durationMs = ports.now() - started;
  ports.log.info(`${planned.gate}: ${report.verdict} in ${durationMs} ms: ${report.title}`);
  return heldBack(lifted(withWayOut({ ...report, durationMs }, planned), planned), mode);
}

function notRun({ gate, reason, exemption }: PlannedGate): Report<NoFacts> {
  const parts = { gate, title: `Not run: ${reason}`, facts: {} };
  return exemption === undefined
    ? makeReport({ ...parts, verdict: 'skipped' })
    : makeReport({ ...parts, verdict: 'exempt', exemption });
}
