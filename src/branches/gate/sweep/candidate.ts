/** One branch that is due: what its pull request says, the next step, and the last look before a deletion. */
import { isEntitled, sameLogin } from '../../../policy/index.ts';
import {
  deletedText,
  deletionTime,
  keepers,
  nextStep,
  reminderText,
  sweepKey,
  type Candidate,
} from '../../index.ts';
import type { SweepApi, SweepPorts, SweepRequest } from './request.ts';

export interface Handled {
  readonly candidate: Candidate;
  readonly did: 'reminded' | 'deleted' | 'stayed';
  readonly reason: string;
}

/** What this run may still do. */
export interface Room {
  readonly remind: boolean;
  readonly delete: boolean;
}

/** Takes the next step; `undefined` where this run may take no more of that kind. */
export async function handle(
  candidate: Candidate,
  request: SweepRequest,
  ports: SweepPorts,
  room: Room,
): Promise<Handled | undefined> {
  const { github, now } = ports;
  const { number } = candidate.pull;
  // Whatever its age: the lists that were read have only the latest.
  const [into] = await github.pulls.list({ state: 'all', base: candidate.branch, max: 1 });
  if (into !== undefined) return { candidate, did: 'stayed', reason: `the base of #${into.number}` };
  const comments = await github.comments.list(number);
  const remindedAt = await reminder(comments, candidate.sha, github);
  const keptBy = await keeper(comments, candidate.pull.author, github);
  const details = {
    ...(remindedAt === undefined ? {} : { remindedAt }),
    ...(keptBy === undefined ? {} : { keptBy }),
  };
  const { step, reason } = nextStep(candidate, details, request.settings, now());
  if (keptBy !== undefined && !request.dryRun) await github.labels.add(number, [request.settings.keepLabel]);
  if (step === 'stay') return { candidate, did: 'stayed', reason };
  if (!room[step]) return undefined;
  return step === 'remind'
    ? remind(candidate, request, ports, reason)
    : remove(candidate, request, ports, reason);
}

type Comments = Awaited<ReturnType<SweepApi['comments']['list']>>;

/**
 * When this very tip was announced. A comment of an app counts (a job's token writes as one), and of who may push, for they could delete
 * the branch anyway; a stranger's does not, or anybody could hasten a deletion. An edit only delays it.
 */
async function reminder(comments: Comments, sha: string, github: SweepApi): Promise<string | undefined> {
  const marker = `<!-- model-gates:${sweepKey(sha)} -->`;
  const marked = comments.filter(({ body }) => body.startsWith(marker));
  const byApp = marked.find(({ bot }) => bot);
  if (byApp !== undefined) return byApp.updatedAt;
  for (const { by, updatedAt } of marked.slice(0, mostAsked)) if (await mayPush(by, github)) return updatedAt;
  return undefined;
}

async function mayPush(login: string, { people }: SweepApi): Promise<boolean> {
  const permission = await people.permission(login);
  return isEntitled({ users: [], teams: [], permission: 'write' }, { login, permission, teams: [] });
}

/** People asked about at most: each costs a request. */
const mostAsked = 5;

/** The author may keep the branch, and whoever may push here. Whose permission cannot be read keeps it too: nothing is lost by that. */
async function keeper(comments: Comments, author: string, { people }: SweepApi): Promise<string | undefined> {
  const asked = keepers(comments, author);
  for (const login of asked.slice(0, mostAsked)) {
    if (sameLogin(login, author)) return login;
    const permission = await people.permission(login).catch(() => 'write' as const);
    if (isEntitled({ users: [], teams: [], permission: 'write' }, { login, permission, teams: [] }))
      return login;
  }
  // Whoever is not asked about may be the one who may: strangers cannot crowd out a /keep that counts.
  return asked[mostAsked];
}

async function remind(
  candidate: Candidate,
  { settings, dryRun }: SweepRequest,
  { github, now, log }: SweepPorts,
  reason: string,
): Promise<Handled> {
  const { sha, endsAt, pull, branch } = candidate;
  if (!dryRun) {
    const goesAt = deletionTime(endsAt, new Date(now()).toISOString(), settings.remindDays);
    await github.comments.upsert(pull.number, sweepKey(sha), reminderText(candidate, settings, goesAt));
  }
  log.info(`${branch} (#${pull.number}): ${dryRun ? 'would be announced' : 'announced'}`);
  return { candidate, did: 'reminded', reason };
}

/** Looks once more, then deletes only while the tip is the one that was announced. */
async function remove(
  candidate: Candidate,
  { dryRun }: SweepRequest,
  ports: SweepPorts,
  reason: string,
): Promise<Handled> {
  const { github, log, now } = ports;
  const { branch, sha, pull } = candidate;
  const stayed = (why: string): Handled => ({ candidate, did: 'stayed', reason: why });
  const problem = await lastLook(candidate, github);
  if (problem !== undefined) return stayed(problem);
  if (!dryRun) {
    if (!(await ports.remove(branch, sha))) return stayed('it changed a moment ago');
    // What is gone is gone: a comment that cannot be changed only lacks its last sentence.
    await github.comments
      .upsert(pull.number, sweepKey(sha), deletedText(candidate, now()))
      .catch((error: unknown) =>
        log.warning(`The comment on #${pull.number} was not changed: ${String(error)}`),
      );
  }
  log.info(`${branch} (#${pull.number}): ${dryRun ? 'would be deleted' : 'deleted'}, its tip is ${sha}`);
  return { candidate, did: 'deleted', reason };
}

/** Pull requests opened since the lists were read, and pushes that left the tip where it was: a branch restored on purpose. */
async function lastLook(
  { branch, pull }: Candidate,
  { pulls, branches }: SweepApi,
): Promise<string | undefined> {
  const now = await pulls.list({ state: 'all', head: branch, max: 100 });
  const open = now.find(({ state }) => state === 'open');
  if (open !== undefined) return `#${open.number} is open`;
  const since = Date.parse(pull.closedAt);
  const later = now.find(({ closedAt = '' }) => Date.parse(closedAt) > since);
  if (later !== undefined) return `#${later.number} was closed later`;
  const touched = (await branches.activity(branch, ['push', 'force_push', 'branch_creation'])).find(
    ({ at }) => Date.parse(at) > since,
  );
  return touched === undefined
    ? undefined
    : `pushed or restored by ${touched.by} after the close (${touched.at})`;
}
