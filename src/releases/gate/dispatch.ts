/** Starts through GitHub: a workflow, or an event of a repository. What is started is seen before it is called so, and never started twice. */
import {
  asInputs,
  maybeStarted,
  startedWith,
  tooLargeEvent,
  tooManyInputs,
  type InputProblem,
  type PipelineRequest,
} from '../index.ts';
import type { DispatchPort, ListedRun, Run } from '../../ports/dispatches.ts';
import type { Clock } from '../../kernel/clock.ts';
import { isUserError } from '../../kernel/user-error.ts';
import { alreadyStarted, badInput, notRepeated, startedAs, unseen, urls } from './dispatch-outcomes.ts';
import { receiverProblems } from './receiver.ts';
import { refused, refusedBy, type Started } from './started.ts';

interface Common {
  /** `owner/name`. */
  readonly repository: string;
  /** Inputs of the receiver's own. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Longest time in which a run is looked for, in milliseconds. */
  readonly waitMs: number;
  /** Starts it also where a run of this request is there. */
  readonly again: boolean;
}

export interface WorkflowTarget extends Common {
  readonly kind: 'workflow';
  /** File name or id. */
  readonly workflow: string;
  readonly ref: string;
}

export interface EventTarget extends Common {
  readonly kind: 'repository-event';
  readonly eventType: string;
}

export interface DispatchPorts {
  readonly clock: Clock;
  dispatches(repository: string): Promise<DispatchPort>;
  /** When the first attempt of this job began (ISO 8601), where this one repeats it; else `undefined`. */
  repeats(): Promise<string | undefined>;
}

export async function startByGitHub(
  request: PipelineRequest,
  target: WorkflowTarget | EventTarget,
  ports: DispatchPorts,
): Promise<Started> {
  const dispatches = await ports.dispatches(target.repository);
  const problems = await problemsOf(request, target, dispatches);
  if (problems.length > 0) return refused(problems.map((one) => badInput(one, whereOf(target))));
  const look = () =>
    dispatches.runs(target.kind === 'workflow' ? { workflow: target.workflow } : 'repository events');
  const before = await look().catch(asReason);
  const there = target.again ? undefined : await startedBefore(request, before, ports);
  if (there !== undefined) return there;
  const sent = await send(request, target, dispatches).catch(unclearOr);
  if ('state' in sent) return sent;
  if (sent.runId !== undefined) return startedAs({ ...sent, runId: sent.runId });
  return seen(request, target, { before, look, clock: ports.clock, ...sent });
}

function whereOf(target: WorkflowTarget | EventTarget): string {
  const { repository } = target;
  return target.kind === 'workflow'
    ? `${target.workflow}@${target.ref} of ${repository}`
    : `${target.eventType} of ${repository}`;
}

function problemsOf(
  request: PipelineRequest,
  target: WorkflowTarget | EventTarget,
  dispatches: DispatchPort,
): InputProblem[] | Promise<InputProblem[]> {
  if (target.kind === 'repository-event') return tooLargeEvent(target.eventType, payloadOf(request, target));
  const inputs = inputsOf(request, target);
  const beyond = tooManyInputs(inputs);
  return beyond.length > 0 ? beyond : receiverProblems(target, inputs, dispatches);
}

function inputsOf(request: PipelineRequest, { inputs }: Common): Record<string, string> {
  const own = Object.entries(inputs).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return { ...Object.fromEntries(own), ...asInputs(request) };
}

/** GitHub takes ten properties at most: the request goes as one. */
function payloadOf(request: PipelineRequest, { inputs }: Common): Record<string, unknown> {
  return { ...inputs, request };
}

/** What an earlier attempt, or another run, started for this very request. */
async function startedBefore(
  { idempotency_key: key }: PipelineRequest,
  before: readonly ListedRun[] | string,
  { repeats }: DispatchPorts,
): Promise<Started | undefined> {
  const known = typeof before === 'string' ? [] : startedWith(key, before);
  if (known.length > 0) return alreadyStarted(known);
  const since = await repeats();
  if (since === undefined) return undefined;
  if (typeof before === 'string')
    return notRepeated(`whether an earlier attempt started it cannot be seen: ${before}`);
  const maybe = maybeStarted(since, before);
  return maybe.length === 0
    ? undefined
    : notRepeated(`an earlier attempt may have started ${urls(maybe)}, whose name has no key`);
}

interface Sent extends Partial<Run> {
  /** Why it is not known whether GitHub took it. */
  readonly unclear?: string;
}

async function send(
  request: PipelineRequest,
  target: WorkflowTarget | EventTarget,
  dispatches: DispatchPort,
): Promise<Sent> {
  if (target.kind === 'workflow')
    return dispatches.workflow(target.workflow, target.ref, inputsOf(request, target));
  await dispatches.repository(target.eventType, payloadOf(request, target));
  return {};
}

/** A gateway's error after the start is not a refusal: the run may be there. */
function unclearOr(error: unknown): Sent | Started {
  if (isUserError(error) && 'unclear' in error && error.unclear === true) return { unclear: error.message };
  return refusedBy(error);
}

interface Watch extends Sent {
  readonly before: readonly ListedRun[] | string;
  readonly look: () => Promise<readonly ListedRun[]>;
  readonly clock: Clock;
}

/** Looks for the run that came of it. */
async function seen(
  request: PipelineRequest,
  target: WorkflowTarget | EventTarget,
  watch: Watch,
): Promise<Started> {
  const { before, unclear } = watch;
  if (typeof before === 'string') return unseen(request, target.repository, before, unclear);
  const found = await newRuns(request, target.waitMs, { ...watch, before }).catch(asReason);
  if (typeof found === 'string') return unseen(request, target.repository, found, unclear);
  const [mine] = startedWith(request.idempotency_key, found);
  if (mine !== undefined) return startedAs(mine);
  const maybe = maybeStarted(new Date(0).toISOString(), found);
  const why = maybe.length === 0 ? whyNone(target) : `It may be ${urls(maybe)}, whose name has no key.`;
  return unseen(
    request,
    target.repository,
    `Within ${target.waitMs / 1000} s no run with the key came. ${why}`,
    unclear,
  );
}

/** Seconds between the looks: GitHub starts most runs within some. */
const pauses = [1, 2, 3, 4, 5];

/** The runs that came since, until one has the key or the time is over. */
async function newRuns(
  { idempotency_key: key }: PipelineRequest,
  waitMs: number,
  { before, look, clock }: Watch & { readonly before: readonly ListedRun[] },
): Promise<ListedRun[]> {
  const old = new Set(before.map(({ runId }) => runId));
  let found: ListedRun[] = [];
  for (let waited = 0, at = 0; waited < waitMs; at += 1) {
    const pause = Math.min((pauses[at] ?? 5) * 1000, waitMs - waited);
    await clock.pause(pause);
    waited += pause;
    found = (await look()).filter(({ runId }) => !old.has(runId));
    if (startedWith(key, found).length > 0) return found;
  }
  return found;
}

function whyNone(target: WorkflowTarget | EventTarget): string {
  if (target.kind === 'workflow') return 'Look on the page "Actions" of the receiver.';
  return `An event starts a run only where a workflow on the default branch of ${target.repository} has \`on: repository_dispatch\` with the type ${target.eventType}, and is enabled.`;
}

/** Without the permission to see runs it is sent all the same, and said to be unseen. */
function asReason(error: unknown): string {
  if (!isUserError(error)) throw error;
  return `${error.message}. ${error.help ?? ''}`.trim();
}
