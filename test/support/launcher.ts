/**
 * Starts git from a small shell beside this process. A worker of Vitest has some hundred megabytes, and to fork it, and to write to its
 * memory afterwards, costs the kernel more than git itself does. What a program prints comes when it has ended.
 */
import programs, { type ChildProcess, type SpawnOptions } from 'node:child_process';
import channels from 'node:diagnostics_channel';
import { syncBuiltinESMExports } from 'node:module';
import { EventEmitter } from 'node:events';
import {
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Socket } from 'node:net';
import { PassThrough, Writable, type Readable } from 'node:stream';
import { atEnd } from './cleanup.ts';

/** The real one, for what needs a pipe that is read while the program runs. */
const { spawn: spawnHere, spawnSync: spawnSyncHere } = programs;

export interface Launch {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string | Uint8Array;
}

export interface Ended {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

/** Lets whatever this process loads start git so, by `spawn` of node:child_process; `false`: starts it itself again. */
export function launchEverywhere(really = true): void {
  programs.spawn = really ? (launch as typeof programs.spawn) : spawnHere;
  syncBuiltinESMExports();
}

/** Runs a program to its end; nothing else happens meanwhile. */
export function runSync(launch: Launch): Ended {
  if (!isPossible(launch.cwd)) return runSyncHere(launch);
  const { send, awaitAnswer } = shell();
  const files = filesOf(launch.input);
  send(`${commandOf(launch, files)}; echo $? >&3\n`);
  return ended(files, awaitAnswer());
}

function runSyncHere({ program, args, cwd, env, input }: Launch): Ended {
  const { status, stdout, stderr, error } = spawnSyncHere(program, args, {
    cwd,
    env,
    input,
    maxBuffer: 1 << 28,
  });
  if (error !== undefined) throw error;
  return { code: status ?? 1, stdout, stderr };
}

/** `spawn` of node:child_process, for programs whose whole input is known before they start. */
export function launch(program: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const cwd = options.cwd?.toString();
  const isSession = args.includes('--batch');
  const isPiped = options.stdio === undefined || options.stdio === 'pipe';
  if (path.basename(program) !== 'git' || isSession || !isPiped || !isPossible(cwd))
    return spawnHere(program, args, options);
  const child = new Launched({ program, args, cwd: cwd ?? process.cwd(), env: options.env ?? process.env });
  channels.channel('child_process').publish({ process: child });
  // Some programs are given nothing to read, not even an end.
  setImmediate(() => child.stdin.end());
  return child as unknown as ChildProcess;
}

class Launched extends EventEmitter {
  readonly stdin: Writable;
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
  pid: number | undefined;
  private signal: NodeJS.Signals | undefined;

  /** Starts when its input has ended. */
  constructor(what: Launch) {
    super();
    const input: Buffer[] = [];
    this.stdin = new Writable({
      write: (chunk: Buffer, _, done) => done(void input.push(chunk)),
      final: (done) => done(this.start({ ...what, input: Buffer.concat(input) })),
    });
  }

  private start(what: Launch): undefined {
    const files = filesOf(what.input);
    const { send, await: wait } = shell();
    const id = (jobs += 1);
    wait(id, {
      started: (pid) => {
        this.pid = pid;
        if (this.signal !== undefined) this.kill(this.signal);
      },
      ended: (code) => this.finish(ended(files, code)),
    });
    send(
      `{ ${commandOf(what, files)} & echo "started ${id} $!"; wait $!; echo "ended ${id} $?"; } 2>/dev/null &\n`,
    );
  }

  kill(signal: NodeJS.Signals = 'SIGTERM'): boolean {
    this.signal = signal;
    if (this.pid !== undefined) process.kill(this.pid, signal);
    return true;
  }

  private finish({ code, stdout, stderr }: Ended): void {
    const end = this.signal === undefined ? [code, null] : [null, this.signal];
    this.emit('exit', ...end);
    this.stdout.end(stdout);
    this.stderr.end(stderr);
    setImmediate(() => this.emit('close', ...end));
  }
}

interface Job {
  readonly started: (pid: number) => void;
  readonly ended: (code: number) => void;
}

interface Shell {
  readonly send: (command: string) => void;
  readonly awaitAnswer: () => number;
  readonly await: (id: number, job: Job) => void;
  readonly folder: string;
}

let running: Shell | undefined;
let jobs = 0;

/** One for each worker: it ends when this process does, and its pipe with it. */
function shell(): Shell {
  if (running !== undefined) return running;
  const folder = mkdtempSync(path.join(tmpdir(), 'model-gates-shell-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const [commands, answers] = [path.join(folder, 'commands'), path.join(folder, 'answers')];
  spawnSyncHere('mkfifo', [commands, answers]);
  const child = spawnHere('/bin/sh', ['-c', 'exec 3>answers; exec /bin/sh <commands'], {
    cwd: folder,
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const answer = openSync(answers, 'r+');
  const command = openSync(commands, 'w');
  child.unref();
  running = {
    send: (text) => writeWhole(command, text),
    awaitAnswer: () => readNumber(answer),
    await: jobsOf(child.stdout),
    folder,
  };
  return running;
}

/** Lets each job know of its end. Only while there is one, this process is kept from ending. */
function jobsOf(output: Readable): Shell['await'] {
  const pending = new Map<number, Job>();
  const socket = output instanceof Socket ? output.unref() : undefined;
  let rest = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) tell(line, pending);
    if (pending.size === 0) socket?.unref();
  });
  return (id, job) => {
    socket?.ref();
    pending.set(id, job);
  };
}

function tell(line: string, pending: Map<number, Job>): void {
  const [what, id, value] = line.split(' ');
  const job = pending.get(Number(id));
  if (what === 'started') return job?.started(Number(value));
  pending.delete(Number(id));
  job?.ended(Number(value));
}

function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}

function readNumber(file: number): number {
  const bytes = Buffer.alloc(64);
  let text = '';
  while (!text.endsWith('\n'))
    text += bytes.toString('latin1', 0, readSync(file, bytes, 0, bytes.length, null));
  return Number(text);
}

function isPossible(cwd: string | undefined): boolean {
  const isFolder = cwd === undefined || statSync(cwd, { throwIfNoEntry: false })?.isDirectory() === true;
  return process.platform !== 'win32' && isFolder;
}

interface Files {
  readonly input: string;
  readonly stdout: string;
  readonly stderr: string;
}

let launches = 0;

function filesOf(input: string | Uint8Array = ''): Files {
  const name = path.join(shell().folder, String((launches += 1)));
  if (input.length > 0) writeFileSync(`${name}.in`, input);
  return {
    input: input.length > 0 ? `${name}.in` : '/dev/null',
    stdout: `${name}.out`,
    stderr: `${name}.err`,
  };
}

function ended({ input, stdout, stderr }: Files, code: number): Ended {
  const result = { code, stdout: readFileSync(stdout), stderr: readFileSync(stderr) };
  for (const file of [stdout, stderr, ...(input === '/dev/null' ? [] : [input])]) rmSync(file);
  return result;
}

function commandOf({ program, args, cwd, env }: Launch, files: Files): string {
  const variables = Object.entries(env ?? process.env).filter(([name]) => /^[A-Za-z_]\w*$/.test(name));
  const exported = variables.map(([name, value]) => `${name}=${quoted(value ?? '')}`).join(' ');
  const start = [
    `cd ${quoted(cwd ?? process.cwd())}`,
    `export ${exported}`,
    `exec ${[program, ...args].map(quoted).join(' ')}`,
  ];
  return `( ${start.join(' && ')} ) <${quoted(files.input)} >${quoted(files.stdout)} 2>${quoted(files.stderr)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
