/**
 * Runs a built action as GitHub's runner does: its inputs, files and variables, a bare environment, Node 24, the workspace as
 * working directory; and reads what it says as the runner reads it. In the night each run is a process, as on a runner.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gitSettings } from './repository.ts';
import { readCommands, type WorkflowCommand } from './runner/commands.ts';
import { readFileCommands } from './runner/file-commands.ts';
import { hostEnvironment, runnerVariables } from './runner/variables.ts';
import { wholeNight } from './seed.ts';
import { runInProcess } from './runner/in-process.ts';
import { inputVariables, readAction } from './runner/action.ts';

export type { WorkflowCommand } from './runner/commands.ts';

export interface RunOptions {
  /** Folder with an action.yml, relative to this repository's root or absolute: `.`, `actions/emit-version-tag`, `emit-version-tag`. */
  readonly action: string;
  /** As under `with:`; one that action.yml does not have is an error here, where the runner only warns. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event: RunnerEvent;
  /** GITHUB_WORKSPACE and working directory. */
  readonly workspace: string;
  /** `github.token`; default none. */
  readonly token?: string;
  /** GITHUB_API_URL; by default an address where nobody listens. */
  readonly apiUrl?: string;
  /** Over all other variables. */
  readonly env?: Readonly<Record<string, string>>;
  /** `true`: in a process of its own, whatever that costs. */
  readonly spawn?: boolean;
  /** Default 600,000; a run that takes longer is killed and is an error. */
  readonly timeoutMs?: number;
}

export interface RunnerEvent {
  /** GITHUB_EVENT_NAME. */
  readonly name: string;
  /** Written to GITHUB_EVENT_PATH as JSON; a text is written as it stands, to try malformed ones. */
  readonly payload: unknown;
}

export interface ActionRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** In the order in which the runner reads them: standard output, then standard error. */
  readonly commands: readonly WorkflowCommand[];
  readonly outputs: Readonly<Record<string, string>>;
  /** The step summary, Markdown. */
  readonly summary: string;
  readonly state: Readonly<Record<string, string>>;
  /** Variables set for later steps. */
  readonly env: Readonly<Record<string, string>>;
  /** Folders put in front of PATH for later steps. */
  readonly paths: readonly string[];
  /** RUNNER_TEMP; it goes when this process ends. */
  readonly temp: string;
}

const root = path.resolve(import.meta.dirname, '../..');

/** Runs the action's `runs.main` once. Rejects for an action that is not there, unknown inputs, and a run out of time. */
export async function runAction(options: RunOptions): Promise<ActionRun> {
  const folder = temporaryFolder();
  const files = commandFiles(folder, options.event);
  const variables = runnerVariables({ ...options, temp: folder });
  const action = readAction(actionFolder(options.action));
  const env = {
    ...hostEnvironment(),
    GIT_CONFIG_GLOBAL: gitSettings,
    ...variables,
    ...inputVariables(action, options.inputs ?? {}, { ...variables, GITHUB_TOKEN: options.token ?? '' }),
    ...files,
    ...options.env,
  };
  const surroundings = { cwd: options.workspace, env };
  const result = await (inProcess(options, action.main)
    ? runInProcess(action.main, surroundings)
    : spawned(action.main, { ...surroundings, timeoutMs: options.timeoutMs ?? 600_000 }));
  const read = (name: keyof typeof files): string => readFileSync(files[name], 'utf8');
  return {
    ...result,
    commands: readCommands(`${result.stdout}\n${result.stderr}`),
    outputs: readFileCommands(read('GITHUB_OUTPUT')),
    summary: read('GITHUB_STEP_SUMMARY'),
    state: readFileCommands(read('GITHUB_STATE')),
    env: readFileCommands(read('GITHUB_ENV')),
    paths: read('GITHUB_PATH').split(/\r?\n/).filter(Boolean),
    temp: folder,
  };
}

/** Our own bundles, unless how the process ends is what is tested. */
function inProcess({ spawn: own = wholeNight, timeoutMs }: RunOptions, main: string): boolean {
  return !own && timeoutMs === undefined && main.startsWith(path.join(root, 'dist'));
}

const folders: string[] = [];

function temporaryFolder(): string {
  if (folders.length === 0) removeAtEnd();
  const folder = mkdtempSync(path.join(tmpdir(), 'runner-'));
  folders.push(folder);
  return folder;
}

/** A signal ends a process without `exit`: that is how vitest ends its workers. */
function removeAtEnd(): void {
  process.once('exit', removeFolders);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      removeFolders();
      process.kill(process.pid, signal);
    });
  }
}

function removeFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

function actionFolder(action: string): string {
  const places = [path.resolve(root, action), path.resolve(root, 'actions', action)];
  const found = places.find((place) => existsSync(path.join(place, 'action.yml')));
  if (found === undefined) throw new Error(`no action.yml in ${places.join(' nor ')}`);
  return found;
}

type CommandFiles = Record<
  | 'GITHUB_OUTPUT'
  | 'GITHUB_STEP_SUMMARY'
  | 'GITHUB_STATE'
  | 'GITHUB_ENV'
  | 'GITHUB_PATH'
  | 'GITHUB_EVENT_PATH',
  string
>;

function commandFiles(folder: string, { payload }: RunnerEvent): CommandFiles {
  const file = (name: string, content = ''): string => {
    const target = path.join(folder, name);
    writeFileSync(target, content);
    return target;
  };
  return {
    GITHUB_OUTPUT: file('set_output'),
    GITHUB_STEP_SUMMARY: file('step_summary'),
    GITHUB_STATE: file('save_state'),
    GITHUB_ENV: file('set_env'),
    GITHUB_PATH: file('add_path'),
    GITHUB_EVENT_PATH: file('event.json', typeof payload === 'string' ? payload : JSON.stringify(payload)),
  };
}

interface Spawning {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

function spawned(
  main: string,
  { cwd, env, timeoutMs }: Spawning,
): Promise<Pick<ActionRun, 'exitCode' | 'stdout' | 'stderr'>> {
  return new Promise((resolve, reject) => {
    const child = spawn(node24(), [main], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${main} took longer than ${timeoutMs} ms:\n${output.stdout}${output.stderr}`));
    }, timeoutMs);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ exitCode: code ?? 1, ...output });
    });
  });
}

/** The Node that npm installed beside us, as `using: node24` wants; else the one that runs this. */
function node24(): string {
  const own = path.join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(own) ? own : process.execPath;
}
