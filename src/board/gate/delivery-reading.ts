/** Pull requests, runs and jobs that are not known yet, newest first, each within its requests. */
import type { Kept } from '../delivery/cache.ts';
import type { DeliveryData, DeliveryMark, PartRow, RunRow } from '../delivery/model.ts';
import { isUserError, UserError } from '../../kernel/user-error.ts';
import { grouped } from '../../kernel/text.ts';
import type { DeliverySource, ListedWorkflowRun, RunSearch, WorkflowJob } from '../../ports/delivery.ts';

/** Requests of one run, but for one more for each run that was repeated. */
export const mostRequests = 300;

/** Runs whose jobs are looked at. */
const mostJobs = 20;

/** A run that has not ended after three days is not waited for. */
const longestRun = 3 * 86_400_000;

/** Items of a page, and of all pages of one search of runs. */
const pageSize = 100;
const mostFound = 1000;

type RunEvent = RunRow['event'];

export interface NewDelivery {
  readonly data: DeliveryData;
  readonly mark: DeliveryMark;
  /** The oldest run that was read of each event. */
  readonly reached: Readonly<Partial<Record<RunEvent, string>>>;
  /** Why not all of it could be read. */
  readonly broke?: UserError;
}

interface Asked {
  readonly trunk: string;
  /** ISO 8601. */
  readonly since: string;
}

interface Ports {
  readonly source: DeliverySource;
  now(): number;
}

/** What has been read so far: what fails later leaves it whole. */
interface Draft {
  readonly pulls: Map<number, DeliveryData['pulls'][number]>;
  readonly runs: Map<number, RunRow>;
  parts: readonly PartRow[];
  mark: DeliveryMark;
  readonly reached: Partial<Record<RunEvent, string>>;
  /** Requests that may still be sent. */
  left: number;
}

/** Never rejects for what GitHub refuses: that is `broke`. */
export async function readNew({ data, mark }: Kept, asked: Asked, ports: Ports): Promise<NewDelivery> {
  const draft: Draft = {
    pulls: new Map(data.pulls.map((pull) => [pull.number, pull])),
    runs: new Map(data.runs.map((run) => [run.id, run])),
    parts: data.parts,
    mark: mark ?? asked,
    reached: {},
    left: 0,
  };
  const broke = await readAll(draft, asked.trunk, ports).catch((error: unknown) => {
    if (isUserError(error)) return error;
    throw error;
  });
  const all = { pulls: [...draft.pulls.values()], runs: [...draft.runs.values()], parts: draft.parts };
  return { data: all, mark: draft.mark, reached: draft.reached, ...(broke !== undefined && { broke }) };
}

async function readAll(draft: Draft, trunk: string, ports: Ports): Promise<undefined> {
  const allowed = Math.floor((await ports.source.left()) / 2);
  draft.left = Math.min(mostRequests - mostJobs - 1, allowed);
  const forAttempts = allowed - draft.left;
  await readPulls(draft, trunk, ports);
  await readRuns(draft, { event: 'push', branch: trunk }, ports);
  await readRuns(draft, { event: 'pull_request' }, ports);
  draft.left = forAttempts;
  await readAttempts(draft, ports);
  draft.left = Math.min(mostJobs, draft.left);
  await readJobs(draft, ports);
}

function spend(draft: Draft): void {
  if (draft.left > 0) {
    draft.left -= 1;
    return;
  }
  throw new UserError(`${grouped(mostRequests)} requests, or half of what this hour allows, are spent`, {
    help: 'The next run goes on; a shorter window (`--since`) needs fewer.',
  });
}

async function readPulls(draft: Draft, trunk: string, { source }: Ports): Promise<void> {
  const until = draft.mark.pulls ?? draft.mark.since;
  let newest = until;
  for (let page = 1; ; page += 1) {
    spend(draft);
    const found = await source.pulls(trunk, page);
    for (const { number, author, createdAt: openedAt, mergedAt, mergeCommit, updatedAt } of found) {
      if (updatedAt > newest) newest = updatedAt;
      if (mergedAt === undefined || mergedAt < draft.mark.since) continue;
      draft.pulls.set(number, {
        number,
        author,
        openedAt,
        mergedAt,
        ...(mergeCommit !== undefined && { mergeCommit }),
      });
    }
    if (found.length < pageSize || (found.at(-1)?.updatedAt ?? '') < until) break;
  }
  draft.mark = { ...draft.mark, pulls: newest };
}

async function readRuns(
  draft: Draft,
  asked: Pick<RunSearch, 'event' | 'branch'>,
  ports: Ports,
): Promise<void> {
  const { event } = asked;
  const [from, now] = [draft.mark[event] ?? draft.mark.since, ports.now()];
  let [newest, open] = [from, ''];
  for await (const run of search(draft, { ...asked, from, to: new Date(now).toISOString() }, ports)) {
    const { createdAt, conclusion } = run;
    draft.runs.set(run.id, rowOf(run, event, draft.runs.get(run.id)));
    draft.reached[event] = createdAt;
    if (createdAt > newest) newest = createdAt;
    const isOpen = conclusion === undefined && Date.parse(createdAt) > now - longestRun;
    if (isOpen && (open === '' || createdAt < open)) open = createdAt;
  }
  // From the oldest that still runs: its end is asked for next time.
  draft.mark = { ...draft.mark, [event]: open === '' ? newest : open };
}

/** The newest first. GitHub shows a thousand of one search: a longer one is asked in parts. */
async function* search(draft: Draft, asked: RunSearch, ports: Ports): AsyncGenerator<ListedWorkflowRun> {
  spend(draft);
  const first = await ports.source.runs(asked, 1);
  const [from, to] = [Date.parse(asked.from), Date.parse(asked.to)];
  if (first.total > mostFound && to - from > 2000) {
    const parts = Math.ceil(first.total / (0.8 * mostFound));
    const edge = (at: number) =>
      new Date(from + Math.floor(((to - from) * at) / parts / 1000) * 1000).toISOString();
    for (let at = parts; at > 0; at -= 1)
      yield* search(draft, { ...asked, from: edge(at - 1), to: at === parts ? asked.to : edge(at) }, ports);
    return;
  }
  yield* first.runs;
  for (let page = 2; (page - 1) * pageSize < first.total; page += 1) {
    spend(draft);
    yield* (await ports.source.runs(asked, page)).runs;
  }
}

function rowOf(run: ListedWorkflowRun, event: RunEvent, before: RunRow | undefined): RunRow {
  const { id, sha, workflow, createdAt, updatedAt, attempt, conclusion } = run;
  const ended = conclusion === undefined ? {} : { endedAt: updatedAt, conclusion };
  // Read before it was repeated, its first attempt is known already.
  const first = before?.first ?? (before?.attempt === 1 && attempt > 1 ? before.conclusion : undefined);
  return { id, event, sha, workflow, createdAt, attempt, ...ended, ...(first !== undefined && { first }) };
}

async function readAttempts(draft: Draft, { source }: Ports): Promise<void> {
  for (const run of draft.runs.values()) {
    if (run.event !== 'push' || run.attempt === 1 || run.first !== undefined) continue;
    spend(draft);
    const first = await source.attempt(run.id, 1);
    draft.runs.set(run.id, { ...run, first: first?.conclusion ?? null });
  }
}

/** Of the newest runs that somebody waited for. */
async function readJobs(draft: Draft, { source }: Ports): Promise<void> {
  const ended = [...draft.runs.values()].filter(
    ({ event, attempt, conclusion = 'cancelled' }) =>
      event === 'pull_request' && attempt === 1 && conclusion !== 'cancelled',
  );
  const newest = ended
    .toSorted((a, b) => b.id - a.id)
    .slice(0, mostJobs)
    .map(({ id }) => id);
  const known = new Set(draft.parts.map(({ run }) => run));
  draft.parts = draft.parts.filter(({ run }) => newest.includes(run));
  for (const id of newest) {
    if (known.has(id)) continue;
    spend(draft);
    const parts = (await source.jobs(id)).flatMap((job) => partsOf(id, job));
    // A run without any was asked all the same.
    draft.parts = [...draft.parts, ...(parts.length === 0 ? [{ run: id, name: '', ms: 0 }] : parts)];
  }
}

function partsOf(run: number, { name, createdAt, startedAt, steps }: WorkflowJob): PartRow[] {
  const took = (from: string, to: string) => Date.parse(to) - Date.parse(from);
  return [
    { run, name: `${name}: queue`, ms: took(createdAt, startedAt) },
    ...steps.map((step) => ({
      run,
      name: `${name}: ${step.name}`,
      ms: took(step.startedAt, step.completedAt),
    })),
  ].filter(({ ms }) => ms >= 0);
}
