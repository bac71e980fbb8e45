/** Output of megabytes by a file: in a pipe every few kilobytes of it wake both sides, and are copied twice. */
import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Handle } from './child.ts';

export interface FileLaunch {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly maxOutput: number;
}

/** What the program printed; `undefined` where no file can be made or filled, or the program failed: then a pipe is tried, and says why. */
export async function throughFile(launch: FileLaunch, handle: Handle): Promise<Buffer | undefined> {
  const file = ownFile(launch.env);
  if (file === undefined) return undefined;
  try {
    return (await exitCodeOf(launch, file, handle)) === 0 ? contentOf(file, launch.maxOutput) : undefined;
  } finally {
    closeSync(file);
  }
}

let made = 0;

/** Without a name from the start: it is gone when this process is, whatever ends it. */
function ownFile(env: FileLaunch['env']): number | undefined {
  const path = join(env['RUNNER_TEMP'] || tmpdir(), `model-gates-${process.pid}-${(made += 1)}`);
  let file: number | undefined;
  try {
    file = openSync(path, 'wx+', 0o600);
    unlinkSync(path);
    return file;
  } catch {
    if (file !== undefined) closeSync(file);
    return undefined;
  }
}

async function exitCodeOf(
  { program, args, cwd, env }: FileLaunch,
  file: number,
  handle: Handle,
): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', file, 'ignore'], windowsHide: true });
    handle.child = child;
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
}

function contentOf(file: number, maxBytes: number): Buffer | undefined {
  const { size } = fstatSync(file);
  if (size > maxBytes) return undefined;
  const bytes = Buffer.allocUnsafeSlow(size);
  for (let at = 0; at < size;) {
    const read = readSync(file, bytes, at, size - at, at);
    if (read === 0) return undefined;
    at += read;
  }
  return bytes;
}
