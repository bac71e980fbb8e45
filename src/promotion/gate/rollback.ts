/** Puts back what stood in the manifests before the version that serves, and records why. */
import { openReader } from '../../lineage/gate/reader.ts';
import type { Finding, Report } from '../../report/model.ts';
import type { Target } from '../../policy/index.ts';
import { restoreValue } from '../edit/edit.ts';
import type { EditFact, PromotionFacts } from '../facts.ts';
import { planEdits, type Plan } from '../kinds/plan.ts';
import type { ManifestFile } from '../kinds/manifests.ts';
import { promotionRules } from '../rules.ts';
import {
  noteDraft,
  recordedCommitsOf,
  type Deployed,
  type PromotionRun,
  type Standing,
} from '../standing.ts';
import { announce } from './announce.ts';
import { portsFor } from './elsewhere.ts';
import { readServing } from './gather.ts';
import { land, type Change } from './land.ts';
import type { PromotionPorts } from './ports.ts';
import { laterThan, slugOf } from './promote.ts';
import { movedTooOften, planFindings, promotionReport, type Outcome } from './promotion-report.ts';
import { settle } from './settle.ts';
import { filesOf, stateOf, withoutNotes, type TargetState } from './state.ts';

export interface RollbackRequest {
  readonly target: Target;
  readonly reason: string;
  readonly dryRun: boolean;
}

const mostTries = 40;

/** How the note of a roll-back begins. */
const rolledBack = 'rolled back from';

export async function rollBack(
  request: RollbackRequest,
  given: PromotionPorts,
): Promise<Report<PromotionFacts>> {
  const { target } = request;
  const ports = portsFor(target, given);
  const reader = await openReader(await ports.ledger.snapshot(), ports);
  const records = await readServing(target.service, reader);
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const report = await attempt(request, await stateOf(target, records, ports), ports);
    if (report !== undefined) return report;
    await ports.clock.pause(ports.clock.random() * 25 * Math.min(tries, 20));
  }
  return promotionReport({
    target,
    name: target.name,
    findings: [movedTooOften(target.branch ?? ports.trunk, mostTries)],
  });
}

/** What is taken back, and what serves again. */
interface Turn {
  readonly from: Deployed;
  readonly to: Deployed;
}

function turnOf({ current, canary, history }: Standing): Turn | undefined {
  if (canary !== undefined) return current === undefined ? undefined : { from: canary, to: current };
  const replaced = current?.record.replaces;
  const to = history.findLast(({ node, record }) => node.id === replaced && record !== current?.record);
  return current === undefined || to === undefined ? undefined : { from: current, to };
}

/** `undefined` where the branch has moved meanwhile. */
async function attempt(
  { target, reason, dryRun }: RollbackRequest,
  state: TargetState,
  ports: PromotionPorts,
): Promise<Report<PromotionFacts> | undefined> {
  const done = doneBefore(state, ports);
  if (done !== undefined && !dryRun) return settled(done, state.notes, { target, state, ports });
  const turn = turnOf(state.standing);
  const outcome: Outcome = { target, name: turn?.to.node.id ?? target.name, standing: state.standing };
  if (turn === undefined)
    return promotionReport({ ...outcome, findings: [nothingBefore(target, state.standing)] });
  const plan = await restored(target, turn, state, ports);
  if (!plan.ok) return promotionReport({ ...outcome, findings: planFindings(plan.problems) });
  const planned: Outcome = { ...outcome, edits: plan.edits, weight: 100, artifact: turn.to.record.inputs[0] };
  if (dryRun) return promotionReport({ ...planned, state: 'planned' });
  const change = changeOf(target, turn, plan.edits, plan.texts, state, reason, ports);
  const landing = await land(change, target, state, ports);
  if (landing.kind === 'moved') return undefined;
  const landed: Outcome = { ...planned, commit: landing.commit, state: landing.kind };
  const notes =
    landing.kind === 'landed' ? [{ ...change.note, sha: landing.commit }, ...state.notes] : state.notes;
  const told: Outcome = landing.kind === 'opened' ? { ...landed, pullRequest: landing.pull } : landed;
  return settled(told, notes, { target, state, ports });
}

/**
 * A run that was killed before it had recorded its roll-back, or is repeated, goes on where it was: it does not take back what it has
 * put back.
 */
function doneBefore(
  { standing: { current, canary }, unrecorded }: TargetState,
  { runUrl }: PromotionPorts,
): Pick<Outcome, 'name' | 'commit' | 'state' | 'weight' | 'artifact'> | undefined {
  if (canary !== undefined || current?.run === undefined) return undefined;
  const { record, run, node } = current;
  if (record.note?.startsWith(rolledBack) !== true) return undefined;
  const isOwn = runUrl !== undefined && record.parameters?.['promotion.run'] === runUrl;
  if (!isOwn && !unrecorded.has(run.commit)) return undefined;
  return { name: node.id, commit: run.commit, state: 'there', weight: 100, artifact: record.inputs[0] };
}

/** The report, once all that has landed is recorded and announced. */
async function settled(
  outcome: Omit<Outcome, 'target'>,
  notes: TargetState['notes'],
  {
    target,
    state,
    ports,
  }: { readonly target: Target; readonly state: TargetState; readonly ports: PromotionPorts },
): Promise<Report<PromotionFacts>> {
  const { clock, by, ledger } = ports;
  const { findings, recorded } = await settle(notes, recordedCommitsOf(withoutNotes(state)), {
    ledger,
    by,
    now: clock.now,
  });
  const told: Outcome = { ...outcome, target, standing: state.standing };
  const announced = await announce(told, target, ports);
  return promotionReport({ ...told, findings: [...findings, ...announced], recorded });
}

function nothingBefore({ name, service }: Target, { current }: Standing): Finding {
  return promotionRules['nothing-to-roll-back'].finding({
    message:
      current === undefined
        ? `nothing is recorded as serving ${service}`
        : `nothing is recorded as serving ${service} before ${current.node.id}`,
    help: `Promote the version that is to serve: \`model-gates promote VERSION --to ${name}\`.`,
  });
}

/** The bytes of before, value by value, so that what others have edited since stays; by the version's values where nobody recorded them. */
async function restored(
  target: Target,
  { from, to }: Turn,
  state: TargetState,
  ports: PromotionPorts,
): Promise<Plan> {
  const { run } = from;
  if (run !== undefined && run.edits.length > 0)
    return fromBase(run, await baseFiles(target, run, ports), state.files);
  const [artifact] = to.record.inputs;
  if (artifact === undefined)
    return {
      ok: false,
      problems: [
        { message: `no record says what ${to.node.id} was`, help: 'Promote the version that is to serve.' },
      ],
    };
  return planEdits(target, state.files, { name: to.run?.version ?? to.node.id, artifact }, 100);
}

async function baseFiles(
  target: Target,
  { base }: PromotionRun,
  { manifests }: PromotionPorts,
): Promise<readonly ManifestFile[]> {
  return filesOf(target, await manifests.tree(base));
}

function fromBase(
  { edits }: PromotionRun,
  before: readonly ManifestFile[],
  now: readonly ManifestFile[],
): Plan {
  const old = new Map(before.map(({ file, text }) => [file, text]));
  const texts = new Map(now.map(({ file, text }) => [file, text]));
  const changed = new Set<string>();
  const done: EditFact[] = [];
  for (const { file, document, path } of edits) {
    const [current, base] = [texts.get(file), old.get(file)];
    if (current === undefined || base === undefined)
      return {
        ok: false,
        problems: [
          {
            file,
            message: `${file} is not among the manifests ${base === undefined ? 'of before' : 'any more'}`,
            help: 'Promote the version that is to serve.',
          },
        ],
      };
    const edited = restoreValue(current, base, { file, document, path });
    if (!edited.ok) return { ok: false, problems: [{ file, ...edited }] };
    texts.set(file, edited.text);
    if (edited.changed) changed.add(file);
    done.push({
      file,
      document,
      path,
      ...edited.place,
      before: edited.before,
      after: edited.after,
      changed: edited.changed,
    });
  }
  return { ok: true, edits: done, texts: new Map([...texts].filter(([file]) => changed.has(file))) };
}

function changeOf(
  target: Target,
  { from, to }: Turn,
  edits: readonly EditFact[],
  texts: ReadonlyMap<string, string>,
  { standing, tip }: TargetState,
  reason: string,
  ports: PromotionPorts,
): Change {
  const note = `${rolledBack} ${from.node.id} by ${ports.by}${reason === '' ? '' : `: ${reason}`}`.replaceAll(
    /\s+/g,
    ' ',
  );
  const draft = noteDraft({
    target,
    weight: 100,
    base: tip,
    edits,
    at: laterThan(standing, ports),
    by: ports.by,
    inputs: to.record.inputs,
    output: { kind: 'serving', id: to.node.id, service: target.service },
    name: to.run?.version ?? to.node.id,
    replaces: from.node.id,
    note,
    run: ports.runUrl,
  });
  return {
    title: `Roll ${target.service} back to ${to.node.id}`,
    body: `Target: ${target.name}\n${note}`,
    texts,
    note: { target: target.name, draft },
    slug: `promote/${target.name}/back-to-${slugOf(to.node.id)}-${tip.slice(0, 8)}`,
  };
}
