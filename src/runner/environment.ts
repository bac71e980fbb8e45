/** What the runner tells an action, read once. Names: https://docs.github.com/actions/reference/variables-reference. */
import { mkdtemp, readFile, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { readEvent, type TrunkEvent } from '../policy/index.ts';
import { UserError } from '../kernel/user-error.ts';
import { makeFolder } from './make-folder.ts';

export interface RunnerEnvironment {
  readonly event: TrunkEvent;
  readonly workspace: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** Folder for files of this job. */
  readonly temp: string | undefined;
  readonly runId: string | undefined;
  readonly sha: string | undefined;
  /** Login of who started the run. */
  readonly actor: string | undefined;
  /** Full name: `refs/heads/main`. */
  readonly ref: string | undefined;
  /** 1, and more where a run is repeated. */
  readonly runAttempt: string | undefined;
  readonly workflow: string | undefined;
}

type Variables = Readonly<Record<string, string | undefined>>;

const maxEventBytes = 32 * 1024 * 1024;

/** Throws a UserError where the variables or the event payload are not what a runner gives. */
export async function readEnvironment(variables: Variables): Promise<RunnerEnvironment> {
  const workspace = required(variables, 'GITHUB_WORKSPACE');
  return {
    event: onDefaultBranch(
      await readEventFile(required(variables, 'GITHUB_EVENT_NAME'), variables['GITHUB_EVENT_PATH']),
      variables['GITHUB_REF'],
    ),
    workspace,
    repository: required(variables, 'GITHUB_REPOSITORY'),
    apiUrl: variables['GITHUB_API_URL'] || 'https://api.github.com',
    serverUrl: variables['GITHUB_SERVER_URL'] || 'https://github.com',
    temp: await writableTemp(variables['RUNNER_TEMP']),
    runId: variables['GITHUB_RUN_ID'],
    sha: variables['GITHUB_SHA'],
    actor: variables['GITHUB_ACTOR'],
    ref: variables['GITHUB_REF'],
    runAttempt: variables['GITHUB_RUN_ATTEMPT'],
    workflow: variables['GITHUB_WORKFLOW'],
  };
}

/** Everything that a gate hands over goes through it: one that is no use is found before the work, not after it. */
async function writableTemp(folder: string | undefined): Promise<string | undefined> {
  if (folder === undefined || folder === '') return folder;
  try {
    await makeFolder(folder);
    await rmdir(await mkdtemp(path.join(folder, 'model-gates-')));
    return folder;
  } catch (cause) {
    throw new UserError(
      `RUNNER_TEMP (${folder}) cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`,
      {
        help: 'The runner makes this folder; leave the variable as it is, and mount the folder in a container.',
        cause,
      },
    );
  }
}

/** The payload of a schedule contains its cron expression and nothing of the repository; GitHub runs it on the default branch. */
function onDefaultBranch(event: TrunkEvent, ref: string | undefined): TrunkEvent {
  const branch = /^refs\/heads\/(.+)$/.exec(ref ?? '')?.[1];
  const known = event.name !== 'schedule' || event.defaultBranch !== undefined || branch === undefined;
  return known ? event : { ...event, defaultBranch: branch };
}

/** The event of a payload file: `GITHUB_EVENT_PATH`, or the file given to `model-gates plan --event`. */
export async function readEventFile(name: string, file: string | undefined): Promise<TrunkEvent> {
  const payload = file === undefined || file === '' ? {} : await readJson(file);
  const result = readEvent(name, payload);
  if (result.ok) return result.event;
  throw new UserError(`The event cannot be judged: ${result.problem}.`, {
    help: 'Run the gates on pull_request, merge_group, push, workflow_dispatch or schedule, with the payload as GitHub sends it.',
  });
}

async function readJson(file: string): Promise<unknown> {
  try {
    const bytes = await readFile(file);
    if (bytes.length > maxEventBytes) throw new Error(`${bytes.length} bytes are more than ${maxEventBytes}`);
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch (cause) {
    throw new UserError(
      `The event payload ${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      {
        help: 'The runner writes it; a step before this one must not change GITHUB_EVENT_PATH or the file.',
        cause,
      },
    );
  }
}

function required(variables: Variables, name: string): string {
  const value = variables[name];
  if (value !== undefined && value !== '') return value;
  throw new UserError(`${name} is not set.`, {
    help: 'An action runs in a GitHub Actions job. On a laptop use the CLI: model-gates --help.',
  });
}
