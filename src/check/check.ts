/** The merge gate: plans every gate for this event and runs them side by side into one report. */
import { worstVerdict, type Finding, type Report, type Verdict } from '../report/model.ts';
import { makeReport } from '../report/make.ts';
import { errorFinding } from '../report/error-report.ts';
import type { GateName, Mode, Plan, PlannedGate, Policy, TrunkEvent } from '../policy/index.ts';
import { configGate, dependencyGate, inputGate, regressionGate, runGate, type Given } from './definitions.ts';
import type { CheckFacts } from './facts.ts';
import type { Tracked, TrackedChange, TrackerContext } from './tracked.ts';
import { withBeside } from './explained-inputs.ts';
import { feedbackOf, feedbackSection, lateText, type Feedback } from '../report/feedback.ts';
import { trunkRules } from '../policy/rules.ts';
import { makePlan, runPlanned } from '../policy/gate/planned.ts';
import { policyChangeFindings, type LoadedPolicy } from '../policy/gate/policy.ts';
import type { ChangedFile, Ports, PullRequestSource } from '../ports/index.ts';

export interface CheckRequest {
  readonly event: TrunkEvent;
  readonly policy: LoadedPolicy;
  readonly policyFile: string;
  /** What the change itself brings, where it is compared with more; default: the files of the change. */
  readonly eventFiles?: readonly ChangedFile[];
  /** The run was started again: how long ago its event was says nothing. */
  readonly isRepeated?: boolean;
  /** Absent where no run may be opened in an experiment tracker, as on a laptop. */
  readonly tracker?: TrackerContext;
  /** Absent without a token or a pull request: then nothing can be exempt. */
  readonly pullRequest?: PullRequestSource;
}

const gateName = 'model-gates';

/** One report that contains the gates' own; a gate that breaks fails by itself and hides none of the others. */
export async function check(request: CheckRequest, ports: Ports): Promise<Report<CheckFacts>> {
  const started = ports.now();
  const { event, pullRequest, isRepeated = false, eventFiles = ports.change.files } = request;
  const { policy, findings } = request.policy;
  const given = { values: {}, over: 'defaults', event } as const;
  const planned = await makePlan(event, policy, pullRequest, ports);
  const run = (gate: PlannedGate): Promise<Report> =>
    runPlanned(gate, planned.mode, () => runners[gate.gate](given, policy, ports), ports);
  const change = { event, policy, files: eventFiles, tracker: request.tracker };
  const tracked = await trackedBy(planned, change, (gate) => run(gate), ports);
  const { plan, report: known } = tracked;
  const [judged, changes] = await Promise.all([
    Promise.all(plan.gates.map(async (gate) => (gate.gate === known?.gate ? known : run(gate)))),
    policyChangeFindings(ports.change, eventFiles, request.policyFile, request.policy).catch(
      (error: unknown): readonly Finding[] => [errorFinding(error)],
    ),
  ]);
  const reports = await withBeside(judged);
  const now = ports.now();
  const feedback = feedbackOf({
    durationMs: now - started,
    now,
    eventAt: isRepeated ? undefined : event.at,
    goalMinutes: policy.feedbackMinutes,
  });
  const all = [...findings, ...plan.findings, ...changes, ...tracked.findings];
  return summarise({ plan, tracked }, reports, all, feedback);
}

/** What opens runs in an experiment tracker is loaded only where the policy names one. */
async function trackedBy(
  plan: Plan,
  change: TrackedChange,
  judge: (planned: PlannedGate) => Promise<Report>,
  ports: Ports,
): Promise<Tracked> {
  if (change.policy.tracker === undefined) return { plan, experiments: [], findings: [] };
  return (await import('#lib/lineage')).withTracker(plan, change, judge, ports);
}

const runners: Record<GateName, (given: Given, policy: Policy, ports: Ports) => Promise<Report>> = {
  'validate-model-config': (given, policy, ports) => runGate(configGate, given, policy, ports),
  'detect-dep-drift': (given, policy, ports) => runGate(dependencyGate, given, policy, ports),
  'detect-input-drift': (given, policy, ports) => runGate(inputGate, given, policy, ports),
  'regression-gate': (given, policy, ports) => runGate(regressionGate, given, policy, ports),
};

function summarise(
  { plan, tracked }: { readonly plan: Plan; readonly tracked: Pick<Tracked, 'experiments'> },
  reports: readonly Report[],
  findings: readonly Finding[],
  feedback: Feedback,
): Report<CheckFacts> {
  const first = findings.find(({ severity }) => severity === 'error');
  const own: Verdict[] = first === undefined ? [] : ['fail'];
  const verdict = worstVerdict([...own, ...reports.map((report) => report.verdict)]);
  return makeReport({
    gate: gateName,
    verdict,
    title: titleOf(verdict, reports, first, plan.mode) + laterWords(plan, verdict),
    findings: [...findings, ...late(feedback, reports)],
    facts: {
      mode: plan.mode,
      plan: plan.gates,
      verdicts: Object.fromEntries(reports.map((report) => [report.gate, report.verdict])),
      feedback,
      ...(tracked.experiments.length === 0 ? {} : { experiments: tracked.experiments }),
    },
    sections: [feedbackSection(feedback, reports)],
    reports,
    durationMs: feedback.durationMs,
  });
}

/** Nothing of the change: it keeps no merge back. */
function late(feedback: Feedback, reports: readonly Report[]): Finding[] {
  const message = lateText(feedback, reports);
  return message === undefined
    ? []
    : [trunkRules['feedback-late'].finding({ message, help: trunkRules['feedback-late'].fix })];
}

/** A draft says what is still to come. */
function laterWords({ mode, gates }: Plan, verdict: Verdict): string {
  if (mode !== 'draft' || verdict === 'fail') return '';
  const later = gates.filter(({ decision }) => decision === 'later').map(({ gate }) => gate);
  const what = later.length === 0 ? 'it is decided' : `${joined(later)} runs`;
  return `; this is a draft, and ${what} when it is ready for review`;
}

function titleOf(verdict: Verdict, reports: readonly Report[], own: Finding | undefined, mode: Mode): string {
  const names = reports.filter((report) => report.verdict === verdict).map((report) => report.gate);
  if (own !== undefined)
    names.unshift(own.rule.startsWith('trunk/') ? 'what a hotfix still lacks' : 'the policy');
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
      return mode === 'draft'
        ? 'Nothing stands against it so far'
        : 'No gate had anything to judge in this change';
  }
}

function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
