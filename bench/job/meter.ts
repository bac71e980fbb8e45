/** One program, as a runner starts it: what it and its children cost, and what it asked of git and the API. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Command {
  /** Arguments to node. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface Cost {
  /** Milliseconds of processor time, children included, and from start to end. */
  readonly cpu: number;
  readonly wall: number;
  /** MiB of memory at its peak, of the Node process alone. */
  readonly rss: number;
  readonly exitCode: number;
}

const root = path.resolve(import.meta.dirname, '../..');
const probe = path.join(root, 'bench/probe.cjs');
const own = path.join(root, 'node_modules/node/bin/node');
const node = existsSync(own) ? own : process.execPath;

/** bash counts the processor time of all that it has waited for, to the millisecond. */
const counted = '"$@" >/dev/null 2>&1; status=$?; times >&4; exit $status';

export async function measureCommand({ args, cwd, env }: Command): Promise<Cost> {
  const started = performance.now();
  const words = ['-c', counted, 'job', node, '--require', probe, ...args];
  const child = spawn('bash', words, { cwd, env, stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const told = ['', ''];
  for (const at of [0, 1]) child.stdio[at + 3]?.on('data', (bytes: Buffer) => (told[at] += String(bytes)));
  const exitCode = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)));
  const wall = performance.now() - started;
  const { rss } = JSON.parse(told[0] || '{"rss":0}') as { rss: number };
  return { cpu: milliseconds(told[1]?.split('\n')[1] ?? ''), wall, rss, exitCode };
}

/** `0m0.215s 0m0.041s` */
function milliseconds(line: string): number {
  const parts = [...line.matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
    0,
  );
}

export interface Asked {
  /** The arguments of each git process that was started. */
  readonly git: readonly string[];
  readonly fetches: number;
}

/** Runs it once more with a git in front of the real one that writes down what it is asked. */
export async function askedOfGit(command: Command): Promise<Asked> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-git-'));
  const list = path.join(folder, 'asked');
  const file = path.join(folder, 'git');
  writeFileSync(list, '');
  writeFileSync(file, `#!/bin/sh\nPATH="\${PATH#*:}"\nprintf '%s\\n' "$*" >>'${list}'\nexec git "$@"\n`);
  chmodSync(file, 0o755);
  await measureCommand({
    ...command,
    env: { ...command.env, PATH: `${folder}:${command.env['PATH'] ?? ''}` },
  });
  const git = readFileSync(list, 'utf8').split('\n').filter(Boolean).map(withoutSettings);
  rmSync(folder, { recursive: true });
  return { git, fetches: git.filter((line) => line.startsWith('fetch ')).length };
}

function withoutSettings(line: string): string {
  return line.replace(/^(?:-c \S+ )+/, '');
}
