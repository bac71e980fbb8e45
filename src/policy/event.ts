import { isRecord } from '../kernel/record.ts';
import { recordOf } from '../kernel/kinds.ts';
import type { PullRequestFacts } from '../kernel/pull-request.ts';

/** What happened, as far as planning and comparing need it. */
export interface TrunkEvent {
  readonly kind: 'pull-request' | 'merge-group' | 'push' | 'local' | 'other';
  /** GitHub's event name, or `local`. */
  readonly name: string;
  /** Full SHA of the commit that is judged: for a pull request its head, never the merge commit. */
  readonly headSha?: string;
  /** Full SHA of the base branch's tip (pull request, merge group), or of the commit before a push. */
  readonly baseSha?: string;
  /** Branch names without `refs/heads/`. */
  readonly headRef?: string;
  readonly baseRef?: string;
  readonly defaultBranch?: string;
  /** When it happened, in milliseconds since the epoch; absent where the payload does not say. */
  readonly at?: number;
  readonly pullRequest?: PullRequestFacts;
}

/**
 * Number of the pull request that a merge group stands for, from the name that GitHub gives its branch
 * (`gh-readonly-queue/main/pr-89-<sha>`); `undefined` for every other event.
 */
export function queuedPullRequest({ kind, headRef = '' }: TrunkEvent): number | undefined {
  const number = /^gh-readonly-queue\/.+\/pr-(\d{1,15})-[0-9a-f]{40,64}$/.exec(headRef)?.[1];
  return kind === 'merge-group' && number !== undefined ? Number(number) : undefined;
}

/**
 * What GitHub runs on the tip of the default branch although it is about something else: a verdict on that tip would say nothing of it
 * (https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows).
 */
export function judgesNothing({ name }: TrunkEvent): boolean {
  return aboutSomethingElse.has(name);
}

const aboutSomethingElse: ReadonlySet<string> = new Set([
  'branch_protection_rule',
  'check_run',
  'check_suite',
  'delete',
  'discussion',
  'discussion_comment',
  'fork',
  'gollum',
  'image_version',
  'issue_comment',
  'issues',
  'label',
  'milestone',
  'project',
  'project_card',
  'project_column',
  'public',
  'pull_request_comment',
  'status',
  'watch',
  'workflow_run',
]);

export type EventResult =
  | { readonly ok: true; readonly event: TrunkEvent }
  | { readonly ok: false; readonly problem: string };

/**
 * The event from GitHub's name and webhook payload (https://docs.github.com/webhooks/webhook-events-and-payloads).
 * A payload that lacks what its event must have is a problem, never a default.
 */
export function readEvent(name: string, payload: unknown): EventResult {
  if (!isRecord(payload))
    return { ok: false, problem: `the payload of ${name} is ${kindOf(payload)}, expected an object` };
  const reader = readers.get(name) ?? readOther;
  const read = reader(payload);
  if (typeof read === 'string') return { ok: false, problem: `the payload of ${name} has no valid ${read}` };
  const defaultBranch = text(payload, 'repository', 'default_branch');
  return { ok: true, event: { name, ...read, ...(defaultBranch === undefined ? {} : { defaultBranch }) } };
}

type Read = Omit<TrunkEvent, 'name' | 'defaultBranch'>;
/** The event, or the path of the field that is missing or of the wrong type. */
type Reader = (payload: Record<string, unknown>) => Read | string;

const readers = new Map<string, Reader>([
  ['pull_request', readPullRequest],
  ['pull_request_target', readPullRequest],
  ['pull_request_review', readPullRequest],
  ['pull_request_review_comment', readPullRequest],
  ['merge_group', readMergeGroup],
  ['push', readPush],
]);

function readPullRequest(payload: Record<string, unknown>): Read | string {
  const pull = payload['pull_request'];
  if (!isRecord(pull)) return 'pull_request';
  const number = pull['number'];
  const headSha = sha(pull, 'head', 'sha');
  const baseSha = sha(pull, 'base', 'sha');
  const headRef = text(pull, 'head', 'ref');
  const baseRef = text(pull, 'base', 'ref');
  const author = text(pull, 'user', 'login') ?? 'ghost';
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) return 'pull_request.number';
  if (headSha === undefined) return 'pull_request.head.sha';
  if (baseSha === undefined) return 'pull_request.base.sha';
  if (headRef === undefined) return 'pull_request.head.ref';
  if (baseRef === undefined) return 'pull_request.base.ref';
  const pullRequest = {
    number,
    author,
    ...accountOf(pull['user']),
    draft: pull['draft'] === true,
    fork: isFork(pull),
    labels: labelNames(pull['labels']),
    ...mergeOf(pull),
  };
  return {
    kind: 'pull-request',
    headSha,
    baseSha,
    headRef,
    baseRef,
    pullRequest,
    ...timeOf(text(pull, 'updated_at')),
  };
}

function accountOf(user: unknown): Pick<PullRequestFacts, 'authorId' | 'bot'> {
  if (!isRecord(user)) return {};
  const { id, type } = user;
  return {
    ...(typeof id === 'number' ? { authorId: id } : {}),
    ...(type === 'Bot' ? { bot: true as const } : {}),
  };
}

/** While it is open, GitHub names there the commit of a merge that it tried. */
function mergeOf(pull: Record<string, unknown>): { mergeCommit?: string } {
  const mergeCommit = pull['merged'] === true ? sha(pull, 'merge_commit_sha') : undefined;
  return mergeCommit === undefined ? {} : { mergeCommit };
}

function readMergeGroup(payload: Record<string, unknown>): Read | string {
  const headSha = sha(payload, 'merge_group', 'head_sha');
  const baseSha = sha(payload, 'merge_group', 'base_sha');
  const baseRef = text(payload, 'merge_group', 'base_ref');
  const headRef = text(payload, 'merge_group', 'head_ref');
  if (headSha === undefined) return 'merge_group.head_sha';
  if (baseSha === undefined) return 'merge_group.base_sha';
  if (baseRef === undefined) return 'merge_group.base_ref';
  return {
    kind: 'merge-group',
    headSha,
    baseSha,
    baseRef: branchName(baseRef),
    ...(headRef ? { headRef: branchName(headRef) } : {}),
    ...timeOf(text(payload, 'merge_group', 'head_commit', 'timestamp')),
  };
}

function readPush(payload: Record<string, unknown>): Read | string {
  const headSha = sha(payload, 'after');
  const baseSha = sha(payload, 'before');
  const ref = text(payload, 'ref');
  if (headSha === undefined) return 'after';
  if (ref === undefined) return 'ref';
  const known = baseSha !== undefined && !/^0+$/.test(baseSha);
  return {
    kind: 'push',
    headSha,
    headRef: branchName(ref),
    baseRef: branchName(ref),
    ...(known ? { baseSha } : {}),
    ...timeOf(recordOf(payload['repository'])['pushed_at']),
  };
}

/** ISO 8601, or seconds since the epoch as on a push; a commit's own time says when it was written, and is not asked. */
function timeOf(value: unknown): Pick<TrunkEvent, 'at'> {
  const at = typeof value === 'number' ? value * 1000 : Date.parse(typeof value === 'string' ? value : '');
  return Number.isFinite(at) && at > 0 ? { at } : {};
}

function readOther(payload: Record<string, unknown>): Read {
  const ref = text(payload, 'ref');
  return { kind: 'other', ...(ref === undefined ? {} : { headRef: branchName(ref) }) };
}

/** A head whose repository was deleted has none: it is foreign as well. */
function isFork(pull: Record<string, unknown>): boolean {
  const head = text(pull, 'head', 'repo', 'full_name');
  return head === undefined || head !== text(pull, 'base', 'repo', 'full_name');
}

function labelNames(labels: unknown): string[] {
  if (!Array.isArray(labels)) return [];
  return labels.map((label: unknown) => text(label, 'name')).filter((name) => name !== undefined);
}

function branchName(ref: string): string {
  return ref.replace(/^refs\/heads\//, '');
}

/** SHA-1 or SHA-256 object name. */
function sha(value: unknown, ...path: string[]): string | undefined {
  const found = text(value, ...path);
  return found !== undefined && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(found) ? found : undefined;
}

function text(value: unknown, ...path: string[]): string | undefined {
  let found = value;
  for (const key of path) found = isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return typeof found === 'string' && found !== '' ? found : undefined;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
