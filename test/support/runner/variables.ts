import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RunOptions } from '../runner.ts';

const repositoryWithout = 'acme/qwen3-vl';
const nobodyListens = 'http://127.0.0.1:9';
const noCommit = '0'.repeat(40);
/** Their payload names no commit: GitHub runs them on the tip of a branch, which is what a checkout gets. */
const onTip: ReadonlySet<string> = new Set(['schedule', 'workflow_dispatch']);

/** What no program on this system runs without; nothing else comes from the host. */
export function hostEnvironment(): Record<string, string> {
  const names = [
    'PATH',
    'Path',
    'PATHEXT',
    'HOME',
    'USERPROFILE',
    'SystemRoot',
    'COMSPEC',
    'TEMP',
    'TMP',
    'TMPDIR',
    'LANG',
  ];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

/** The runner's own variables (docs.github.com, "Variables reference"), by the event. */
export function runnerVariables({
  event,
  workspace,
  apiUrl = nobodyListens,
  temp,
}: RunOptions & { temp: string }): Record<string, string> {
  const payload = typeof event.payload === 'string' ? {} : event.payload;
  const repository = text(payload, 'repository', 'full_name') || repositoryWithout;
  const actor = text(payload, 'sender', 'login') || 'ada';
  const { ref, headRef, baseRef, ...refs } = refsOf(event.name, payload);
  const sha = onTip.has(event.name) ? (headIn(workspace) ?? refs.sha) : refs.sha;
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTOR: actor,
    GITHUB_TRIGGERING_ACTOR: actor,
    GITHUB_API_URL: apiUrl,
    GITHUB_GRAPHQL_URL: `${apiUrl}/graphql`,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_BASE_REF: baseRef,
    GITHUB_HEAD_REF: headRef,
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
    GITHUB_REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_SHA: sha,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_REPOSITORY: repository,
    GITHUB_REPOSITORY_OWNER: repository.split('/')[0] ?? '',
    GITHUB_JOB: 'gate',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1658821493',
    GITHUB_RUN_NUMBER: '7',
    GITHUB_WORKFLOW: 'pull request',
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'loopback',
    RUNNER_OS: systems[process.platform] ?? 'Linux',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: path.join(temp, 'tools'),
  };
}

const systems: Readonly<Record<string, string>> = { win32: 'Windows', darwin: 'macOS' };

/** What is checked out there, read without a process; `undefined` where that is not a commit. */
function headIn(workspace: string): string | undefined {
  const read = (name: string): string | undefined => {
    const file = path.join(workspace, '.git', name);
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  };
  const head = read('HEAD') ?? '';
  return /^[0-9a-f]{40,64}$/.test(head) ? head : read(head.replace(/^ref: /, ''));
}

interface Refs {
  readonly sha: string;
  readonly ref: string;
  readonly headRef: string;
  readonly baseRef: string;
}

function refsOf(name: string, payload: unknown): Refs {
  if (name.startsWith('pull_request')) return pullRefs(name, payload);
  if (name === 'merge_group')
    return plain(text(payload, 'merge_group', 'head_sha'), text(payload, 'merge_group', 'head_ref'));
  const branch = text(payload, 'repository', 'default_branch') || 'main';
  return plain(text(payload, 'after'), text(payload, 'ref') || `refs/heads/${branch}`);
}

function plain(sha: string, ref: string): Refs {
  return { sha: sha || noCommit, ref, headRef: '', baseRef: '' };
}

/** The commit of a pull_request event is the merge commit, never the head. */
function pullRefs(name: string, payload: unknown): Refs {
  const baseRef = text(payload, 'pull_request', 'base', 'ref');
  const headRef = text(payload, 'pull_request', 'head', 'ref');
  if (name === 'pull_request_target')
    return {
      ...plain(text(payload, 'pull_request', 'base', 'sha'), `refs/heads/${baseRef}`),
      headRef,
      baseRef,
    };
  const merge =
    text(payload, 'pull_request', 'merge_commit_sha') || text(payload, 'pull_request', 'head', 'sha');
  return { ...plain(merge, `refs/pull/${text(payload, 'number')}/merge`), headRef, baseRef };
}

/** A text or number at a path; '' where there is none. */
function text(value: unknown, ...keys: string[]): string {
  let at: unknown = value;
  for (const key of keys) at = new Map(Object.entries(at ?? {})).get(key);
  return typeof at === 'string' || typeof at === 'number' ? String(at) : '';
}
