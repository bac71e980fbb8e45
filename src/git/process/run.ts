import { redact } from '../../kernel/redact.ts';
import type { GitResult } from './result.ts';
import { exec } from '@actions/exec';
import { systemClock, type Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../ports/index.ts';
import { UserError } from '../../kernel/user-error.ts';
import { stop, withHandle, type Handle } from './child.ts';
import { collector } from './collector.ts';
import { gitEnvironment, type Environment } from './environment.ts';
import { failure } from './errors.ts';
import { findProgram } from './program.ts';
import { throughFile } from './through-file.ts';

export interface RunOptions {
  readonly input?: string | Uint8Array;
  /** Default two minutes. */
  readonly timeoutMs?: number;
  /** Bytes of output after which git is stopped; default 256 MiB. */
  readonly maxOutput?: number;
  /** Megabytes of output are expected. */
  readonly isLong?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs git in one folder. */
export interface Git {
  readonly cwd: string;
  readonly log: Logger;
  readonly clock: Clock;
  /** Whatever the exit code. Throws a UserError when git is missing, too slow, or prints without end. */
  attempt(args: readonly string[], options?: RunOptions): Promise<GitResult>;
  /** Throws a UserError with advice on any exit code but 0. */
  run(args: readonly string[], options?: RunOptions): Promise<Buffer>;
  /** `run`, as text without the last line break. */
  text(args: readonly string[], options?: RunOptions): Promise<string>;
}

export interface GitOptions {
  readonly cwd: string;
  readonly log: Logger;
  readonly env: Environment;
  /** Put in front of every command line: `-c name=value`. */
  readonly config?: readonly string[];
  /** Masked wherever they would be shown. */
  readonly secrets?: readonly string[];
  /** Default: the real one. */
  readonly clock?: Clock;
}

const settings = [
  'core.quotePath=false',
  'core.fsmonitor=false',
  'submodule.recurse=false',
  'protocol.version=2',
  'gc.auto=0',
  'maintenance.auto=false',
  'i18n.logOutputEncoding=UTF-8',
].flatMap((setting) => ['-c', setting]);

const minute = 60_000;
const mebibyte = 1024 * 1024;

export function createGit(options: GitOptions): Git {
  const env = gitEnvironment(options.env);
  const { secrets = [], clock = systemClock } = options;
  const attempt = async (args: readonly string[], how: RunOptions = {}) => {
    const started = clock.now();
    const result = await execute(
      [...settings, ...(options.config ?? []), ...args],
      options.cwd,
      { ...env, ...how.env },
      how,
    );
    const shown = redact(`git ${args.join(' ')}`, secrets).slice(0, 400);
    options.log.debug(`${shown} → ${result.exitCode} in ${Math.round(clock.now() - started)} ms`);
    return { ...result, stderr: redact(result.stderr, secrets) };
  };
  const run = async (args: readonly string[], how?: RunOptions) => {
    const result = await attempt(args, how);
    if (result.exitCode !== 0) throw failure(args[0] ?? '', result);
    return result.stdout;
  };
  const text = async (args: readonly string[], how?: RunOptions) =>
    (await run(args, how)).toString('utf8').replace(/\r?\n$/, '');
  return { cwd: options.cwd, log: options.log, clock, attempt, run, text };
}

async function execute(
  args: readonly string[],
  cwd: string,
  env: Record<string, string>,
  options: RunOptions,
): Promise<GitResult> {
  const handle: Handle = {};
  const limit = stopper(handle, options.timeoutMs ?? 2 * minute);
  const maxOutput = options.maxOutput ?? 256 * mebibyte;
  const stdout = collector(maxOutput, () => limit.now('output'));
  const stderr = collector(mebibyte, () => undefined);
  const listeners = { stdout: stdout.add, stderr: stderr.add };
  const input = Buffer.from(options.input ?? '');
  const how = { cwd, env, input, listeners, silent: true, ignoreReturnCode: true, delay: 5000 };
  try {
    const program = (await findProgram('git')) ?? 'git';
    const launch = { program, args, cwd, env, maxOutput };
    const long = options.isLong === true ? await throughFile(launch, handle) : undefined;
    if (long !== undefined) return { exitCode: 0, stdout: long, stderr: '' };
    if (limit.reason() !== undefined) throw stopped(args, limit.reason(), options);
    const exitCode = await withHandle(handle, () => exec(`"${program}"`, [...args], how));
    if (limit.reason() !== undefined) throw stopped(args, limit.reason(), options);
    // A process that died of a signal has no exit code: exec hands null on.
    return { exitCode: exitCode ?? -1, stdout: stdout.bytes(), stderr: stderr.bytes().toString('utf8') };
  } catch (error) {
    throw unstartable(error, cwd);
  } finally {
    limit.clear();
  }
}

type StopReason = 'time' | 'output';

function stopper(handle: Handle, timeoutMs: number) {
  let why: StopReason | undefined;
  const now = (reason: StopReason) => {
    why ??= reason;
    stop(handle);
  };
  const timer = setTimeout(() => now('time'), timeoutMs);
  return { now, reason: () => why, clear: () => clearTimeout(timer) };
}

function stopped(args: readonly string[], reason: StopReason | undefined, options: RunOptions): UserError {
  const verb = args.find((arg, index) => !arg.startsWith('-') && args[index - 1] !== '-c') ?? '';
  if (reason === 'output')
    return new UserError(
      `git ${verb} printed more than ${options.maxOutput ?? 256 * mebibyte} bytes and was stopped`,
    );
  const seconds = Math.round((options.timeoutMs ?? 2 * minute) / 1000);
  return new UserError(`git ${verb} did not finish within ${seconds} s and was stopped`, {
    help: 'Run it again; if it stays slow, check the network and the size of the repository.',
  });
}

function unstartable(error: unknown, cwd: string): unknown {
  const message = error instanceof Error ? error.message : String(error);
  if (message.includes('Unable to locate executable file'))
    return new UserError('git was not found on PATH', {
      help: 'Install git 2.31 or later, or use a container image that has it.',
      cause: error,
    });
  if (message.startsWith('There was an error when attempting to execute'))
    return new UserError(`git could not be started in ${cwd}`, {
      help: 'Name a folder that may be entered.',
      cause: error,
    });
  if (message.startsWith('The cwd:')) return new UserError(`there is no folder ${cwd}`, { cause: error });
  return error;
}
