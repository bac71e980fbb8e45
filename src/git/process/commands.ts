import path from 'node:path';

import { exec } from '@actions/exec';
import type { CommandResult, Commands } from '../../ports/index.ts';
import { stop, withHandle, type Handle } from './child.ts';
import { collector } from './collector.ts';
import { findProgram } from './program.ts';

const maxOutput = 64 * 1024 * 1024;
const defaultTimeoutMs = 10 * 60_000;

/** Runs the programs that the workflow itself passes. Nothing is echoed: what they print may hold secrets. */
export const commands: Commands = {
  async run(program, args, options = {}): Promise<CommandResult | undefined> {
    // A path is taken from the folder of the job.
    const found = await findProgram(/[\\/]/.test(program) ? path.resolve(program) : program);
    if (found === undefined) return undefined;
    const handle: Handle = {};
    const timer = setTimeout(() => stop(handle), options.timeoutMs ?? defaultTimeoutMs);
    const [stdout, stderr] = [collector(maxOutput, () => undefined), collector(maxOutput, () => undefined)];
    try {
      const how = {
        // Nothing to read: a program that asks a question gets no answer, and does not wait for one.
        input: Buffer.alloc(0),
        silent: true,
        ignoreReturnCode: true,
        listeners: { stdout: stdout.add, stderr: stderr.add },
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
        env: { ...commandEnvironment(process.env), ...options.env },
      };
      const exitCode = await withHandle(handle, () => exec(`"${found}"`, [...args], how));
      // A process that was killed has no exit code: exec hands null on.
      return {
        exitCode: exitCode ?? -1,
        stdout: stdout.bytes().toString('utf8'),
        stderr: stderr.bytes().toString('utf8'),
      };
    } finally {
      clearTimeout(timer);
    }
  },
};

/** What the runner hands this step alone: its inputs, of which one is the token, and by what it speaks for itself and to GitHub. */
const ofThisStep =
  /^(?:INPUT_.*|GITHUB_(?:OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)|ACTIONS_(?:RUNTIME|ID_TOKEN_REQUEST|RESULTS|CACHE)_.*)$/i;

/** The command may run code of the change that is judged: it has the job's environment, and nothing that is the gate's own. */
function commandEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !ofThisStep.test(entry[0]),
    ),
  );
}
