/** Moves what serves to a version, one step of the ladder at most: only with its evidence, and only by git. */
import type { Report } from '../../report/model.ts';
import { uniqueBy } from '../../kernel/group.ts';
import { openReader } from '../../lineage/gate/reader.ts';
import type { LineageNode } from '../../lineage/index.ts';
import type { Target } from '../../policy/index.ts';
import { evidenceFor } from '../evidence/evidence.ts';
import type { Evidence } from '../evidence/model.ts';
import type { PromotionFacts } from '../facts.ts';
import { planEdits } from '../kinds/plan.ts';
import { millisecondsOf, nextStep, type Step } from '../ladder.ts';
import type { Judged } from '../settings.ts';
import { recordedCommitsOf, servingDraft, shareOf, type Landed } from '../standing.ts';
import type { Version } from '../version.ts';
import { announce } from './announce.ts';
import { portsFor } from './elsewhere.ts';
import { evidenceFindings, type Force } from './evidence-findings.ts';
import { isResolved, knownOf, readServing, resolveVersion } from './gather.ts';
import { land, type Change } from './land.ts';
import type { PromotionPorts } from './ports.ts';
import { movedTooOften, planFindings, promotionReport, waits, type Outcome } from './promotion-report.ts';
import { settle } from './settle.ts';
import { stateOf, withoutNotes, type TargetState } from './state.ts';

export interface PromotionRequest {
  readonly version: string;
  readonly target: Target;
  /** Percent; default: the next step of the ladder. */
  readonly weight?: number | undefined;
  readonly dryRun: boolean;
  /** Digest of the artifact as whoever deploys it has measured it. */
  readonly digest?: string | undefined;
  readonly judged?: Judged | undefined;
  readonly force?: Force | undefined;
}

/** Times that an edit is planned anew because somebody else's landed first. */
const mostTries = 40;

export async function promote(
  request: PromotionRequest,
  given: PromotionPorts,
): Promise<Report<PromotionFacts>> {
  const { target, version: name } = request;
  const ports = portsFor(target, given);
  const reader = await openReader(await ports.ledger.snapshot(), ports);
  const outcome: Outcome = { target, name };
  const resolved = await resolveVersion(name, target, reader, ports);
  if (!isResolved(resolved)) return promotionReport({ ...outcome, findings: [resolved] });
  const records = await readServing(target.service, reader);
  const state = await stateOf(target, records, ports);
  const evidence = evidenceFor(
    target,
    await knownOf(resolved, target, state.standing, reader, ports, request.digest),
  );
  const { findings, forced } = await evidenceFindings(evidence, request.force, target, ports);
  const judgedBy = {
    ...outcome,
    version: resolved.version,
    evidence,
    findings,
    forced,
    standing: state.standing,
    origin: resolved.traced.chain.find(({ kind }) => kind === 'commit')?.pr_number,
  };
  if (findings.some(({ severity }) => severity === 'error')) return promotionReport(judgedBy);
  const run: Run = {
    request,
    version: resolved.version,
    node: resolved.serving,
    evidence,
    forced,
    ports,
    outcome: judgedBy,
  };
  return move(run, state, () => stateOf(target, records, ports));
}

interface Run {
  readonly request: PromotionRequest;
  readonly version: Version;
  readonly node: LineageNode | undefined;
  readonly evidence: readonly Evidence[];
  readonly forced: Force | undefined;
  readonly ports: PromotionPorts;
  readonly outcome: Outcome;
}

/** Plans on the branch as it is, again whenever somebody else's edit has landed first. */
async function move(
  run: Run,
  first: TargetState,
  again: () => Promise<TargetState>,
): Promise<Report<PromotionFacts>> {
  const { ports } = run;
  let state = first;
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const report = await attempt(run, state);
    if (report !== undefined) return report;
    await ports.clock.pause(ports.clock.random() * 25 * Math.min(tries, 20));
    state = await again();
  }
  return promotionReport({
    ...run.outcome,
    findings: [...(run.outcome.findings ?? []), movedTooOften(state.branch, mostTries)],
  });
}

/** `undefined` where the branch has moved meanwhile. */
async function attempt(run: Run, state: TargetState): Promise<Report<PromotionFacts> | undefined> {
  const { request, version, ports } = run;
  const { target, dryRun } = request;
  const share = shareOf(version.artifact, state.standing);
  const step = stepOf(request, share, ports);
  const outcome = { ...run.outcome, standing: state.standing, weight: share?.weight };
  if (step.kind === 'wait' || step.kind === 'stop')
    return finished({ ...outcome, ...waits(step, run.outcome.findings) }, state, run);
  const weight = step.kind === 'step' ? step.weight : (share?.weight ?? 100);
  const plan = planEdits(target, state.files, version, weight);
  if (!plan.ok) return promotionReport({ ...outcome, findings: planFindings(plan.problems) });
  const planned = { ...outcome, weight, edits: plan.edits };
  const isThere = plan.texts.size === 0 && share?.weight === weight;
  if (isThere) {
    const { commit } = share;
    return finished({ ...planned, state: 'there', ...(commit === undefined ? {} : { commit }) }, state, run);
  }
  if (dryRun) return promotionReport({ ...planned, state: 'planned' });
  const landed = landedAs(run, state, weight, plan.edits);
  const landing = await land(changeOf(run, landed, plan.texts), target, state, ports);
  if (landing.kind === 'moved') return undefined;
  const done = { ...planned, commit: landing.commit };
  if (landing.kind === 'opened')
    return finished({ ...done, state: 'opened', pullRequest: landing.pull }, state, run);
  const note = { target: target.name, draft: servingDraft(landed), sha: landing.commit };
  return finished({ ...done, state: 'landed' }, { ...state, notes: [note, ...state.notes] }, run);
}

function stepOf(
  { target, weight: asked, judged }: PromotionRequest,
  share: ReturnType<typeof shareOf>,
  { clock }: PromotionPorts,
): Step {
  return nextStep({
    ladder: target.ladder,
    after: millisecondsOf(target.after),
    weight: share?.weight,
    since: share?.since,
    now: clock.now(),
    asked,
    judged,
  });
}

/** The report, once all that has landed is recorded and announced. A dry run writes neither. */
async function finished(
  outcome: Outcome,
  state: TargetState,
  { request, ports }: Run,
): Promise<Report<PromotionFacts>> {
  if (request.dryRun) return promotionReport(outcome);
  const { clock, by, ledger } = ports;
  const settled = await settle(state.notes, recordedCommitsOf(withoutNotes(state)), {
    ledger,
    by,
    now: clock.now,
  });
  const findings = [...(outcome.findings ?? []), ...settled.findings];
  const announced = await announce(outcome, request.target, ports);
  return promotionReport({ ...outcome, findings: [...findings, ...announced], recorded: settled.recorded });
}

function landedAs(run: Run, { standing, tip }: TargetState, weight: number, edits: Landed['edits']): Landed {
  const { request, version, node, ports, forced } = run;
  const share = shareOf(version.artifact, standing);
  const climbed = standing.canary?.run;
  const base = share?.base ?? climbed?.base ?? tip;
  // A roll-back puts back what any step has changed, not what the last one has.
  const places = uniqueBy([...edits, ...(climbed?.edits ?? [])], ({ file, document, path }) =>
    JSON.stringify([file, document, path]),
  );
  return {
    target: request.target,
    version,
    node,
    weight,
    base,
    edits: places,
    at: laterThan(standing, ports),
    by: ports.by,
    replaces: standing.current?.node.id,
    note: forced === undefined ? undefined : `forced by ${forced.by}: ${forced.reason}`,
  };
}

/** Later than all that was recorded before: the order of the branch is the order of the ledger, whatever the clocks say. */
export function laterThan({ history, canaries }: TargetState['standing'], { clock }: PromotionPorts): string {
  const last = Math.max(0, ...[...history, ...canaries].map(({ record }) => Date.parse(record.at)));
  const now = clock.now();
  // A record from the future stays ahead, but not by more than it is.
  return new Date(Math.max(now, last + 1)).toISOString();
}

function changeOf(
  { request: { target }, version, evidence, forced }: Run,
  landed: Landed,
  texts: ReadonlyMap<string, string>,
): Change {
  const share = landed.weight === 100 ? '' : ` (${landed.weight} %)`;
  const reason = forced === undefined ? [] : [`Forced by ${forced.by}: ${forced.reason}`];
  const found = evidence.map(
    ({ name, state, says }) => `${name}: ${state === 'there' ? says : `${state}: ${says}`}`,
  );
  return {
    title: `Promote ${target.service} to ${version.name}${share}`,
    body: [`Target: ${target.name}`, ...reason, ...found].map(oneLine).join('\n'),
    texts,
    note: { target: target.name, draft: servingDraft(landed) },
    slug: `promote/${target.name}/${slugOf(version.name)}-${landed.weight}`,
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, 500);
}

/** Letters, digits and dashes, for the name of a branch. */
export function slugOf(name: string): string {
  return (
    name
      .replaceAll(/[^A-Za-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 60) || 'version'
  );
}
