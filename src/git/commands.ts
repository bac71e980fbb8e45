import { exec } from '@actions/exec';
import { which } from '@actions/io';
import type { CommandResult, Commands } from '../gates/ports.ts';
import { withHandle, type Handle } from './child.ts';

const maxOutput = 64 * 1024 * 1024;
const defaultTimeoutMs = 10 * 60_000;

/** Runs the programs that the workflow itself passes. Nothing is echoed: what they print may hold secrets. */
export const commands: Commands = {
  async run(program, args, options = {}): Promise<CommandResult | undefined> {
    const found = await which(program).catch(() => '');
    if (found === '') return undefined;
    const handle: Handle = {};
    const timer = setTimeout(() => handle.child?.kill(), options.timeoutMs ?? defaultTimeoutMs);
    const [stdout, stderr] = [collector(), collector()];
    try {
      const how = {
        silent: true,
        ignoreReturnCode: true,
        listeners: { stdout: stdout.add, stderr: stderr.add },
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
        ...(options.env === undefined ? {} : { env: { ...definedEnvironment(), ...options.env } }),
      };
      const exitCode = await withHandle(handle, () => exec(`"${found}"`, [...args], how));
      // A process that was killed has no exit code: exec hands null on.
      return { exitCode: exitCode ?? -1, stdout: stdout.text(), stderr: stderr.text() };
    } finally {
      clearTimeout(timer);
    }
  },
};

function collector() {
  const chunks: Buffer[] = [];
  let size = 0;
  const add = (chunk: Buffer) => {
    if (size < maxOutput) chunks.push(Buffer.from(chunk));
    size += chunk.length;
  };
  return { add, text: () => Buffer.concat(chunks).toString('utf8') };
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
