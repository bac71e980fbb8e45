import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { Socket } from 'node:net';
import { UserError } from '../../kernel/user-error.ts';
import type { Logger } from '../../ports/index.ts';
import { gitEnvironment, type Environment } from '../process/environment.ts';
import { failure } from '../process/errors.ts';
import { answerParser, type Answer } from './answers.ts';

/** An object as it is stored. */
export interface StoredObject {
  readonly oid: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/**
 * Reads objects of a local store through one `git cat-file` that keeps running: a question costs a tenth of a millisecond, where starting
 * git for it costs three. Nothing is fetched, provided that the store knows no remote.
 */
export interface ObjectReader {
  /** By id, or `<commit>:<path>`, in their order; `undefined` for what is not here. */
  read(names: readonly string[]): Promise<readonly (StoredObject | undefined)[]>;
  /** The same, each with its number as it comes: a view, to be copied by who keeps it. */
  each(names: readonly string[], take: (at: number, object: StoredObject | undefined) => void): Promise<void>;
  /** The same for one, without its content where that is larger than `maxBytes`. */
  readUpTo(name: string, maxBytes: number): Promise<Answer | undefined>;
  close(): void;
}

/** Milliseconds in which nothing of an answer comes, after which git is given up: a disk that hangs, as one over the network may. */
const patienceMs = 2 * 60_000;

/** Milliseconds without a question after which git may go. */
const idleMs = 2000;

/** Questions from which on they go to a git of their own, which prints answers in large pieces: each by itself costs a call to the system on both sides. */
const many = 2000;

export interface ReaderOptions {
  readonly cwd: string;
  readonly env: Environment;
  /** Variables by which git finds the store, over those of `env`; asked when it is started. */
  readonly store?: () => Readonly<Record<string, string>>;
  readonly log: Logger;
  /** Milliseconds for which an answer may stand still. Default: two minutes. */
  readonly silentMs?: number;
}

/** For these git keeps more of what others are stored as differences from: of a million records it makes half as many twice. */
const forMany = ['-c', 'core.deltaBaseCacheLimit=256m', 'cat-file', '--batch', '--buffer'];

/** The process starts with the first question, and again after it has gone. It keeps no program from ending. */
export function objectReader({ cwd, env, store, log, silentMs = patienceMs }: ReaderOptions): ObjectReader {
  let session: Session | undefined;
  const start = (args: readonly string[] = ['cat-file', '--batch']) => {
    log.debug('git cat-file --batch answers from now on');
    return startSession(cwd, { ...gitEnvironment(env), ...store?.() }, silentMs, args);
  };
  const current = (): Session => {
    if (session?.over() !== false) session = start();
    return session;
  };
  // One promise for all: a hundred thousand of them cost as much as the answers.
  const each: ObjectReader['each'] = async (names, take) =>
    new Promise((resolve, reject) => {
      if (names.length === 0) return resolve();
      let taken = 0;
      // Answers come in the order of the questions: one that waits serves for all.
      const next = (answer: Answer | undefined) => {
        take(taken, isWhole(answer) ? answer : undefined);
        taken += 1;
        if (taken === names.length) resolve();
      };
      const waiting = { maxBytes: Infinity, resolve: next, reject };
      const own = names.length < many ? current() : start(forMany);
      for (const name of names) own.ask(name, waiting);
      if (own !== session) queueMicrotask(() => own.end());
    });
  return {
    each,
    read: async (names) => {
      const found: (StoredObject | undefined)[] = [];
      await each(names, (_, object) => void found.push(object && copied(object)));
      return found;
    },
    readUpTo: async (name, maxBytes) =>
      new Promise((resolve, reject) =>
        current().ask(name, {
          maxBytes,
          resolve: (answer) => resolve(isWhole(answer) ? copied(answer) : answer),
          reject,
        }),
      ),
    close: () => session?.end(),
  };
}

function isWhole(answer: Answer | undefined): answer is Answer & StoredObject {
  return answer?.bytes !== undefined;
}

function copied<T extends StoredObject>(object: T): T {
  return { ...object, bytes: Buffer.from(object.bytes) };
}

interface Waiting {
  readonly maxBytes: number;
  readonly resolve: (answer: Answer | undefined) => void;
  readonly reject: (error: unknown) => void;
}

interface Session {
  ask(name: string, waiting: Waiting): void;
  over(): boolean;
  end(): void;
}

function startSession(
  cwd: string,
  env: Record<string, string>,
  silentMs: number,
  args: readonly string[],
): Session {
  const child = spawn('git', args, { cwd, env, stdio: 'pipe' });
  const queue = fifo<Waiting>();
  let failed: UserError | undefined;
  const fail = (reason: UserError) => {
    failed ??= reason;
    for (let waiting = queue.take(); waiting !== undefined; waiting = queue.take()) waiting.reject(failed);
  };
  const idle = setTimeout(() => child.stdin.end(), idleMs).unref();
  const patience = setTimeout(() => {
    if (queue.size() === 0) return;
    fail(silent(silentMs));
    child.kill('SIGKILL');
  }, silentMs).unref();
  const answers = answerParser(
    () => queue.first()?.maxBytes ?? 0,
    (answer) => {
      queue.take()?.resolve(answer);
      if (queue.size() === 0) hold(child, false);
    },
  );
  const heard = (chunk: Buffer) => {
    patience.refresh();
    answers(chunk);
  };
  listen(child, heard, fail);
  hold(child, false);
  const send = batched((names) =>
    child.stdin.write(names.map((name) => `${name.replaceAll('\n', ' ')}\n`).join('')),
  );
  return {
    ask: (name, waiting) => {
      if (failed !== undefined) {
        waiting.reject(failed);
        return;
      }
      idle.refresh();
      if (queue.size() === 0) {
        hold(child, true);
        patience.refresh();
      }
      queue.add(waiting);
      send(name);
    },
    over: () => failed !== undefined || child.stdin.writableEnded,
    end: () => child.stdin.end(),
  };
}

/** First in, first out. Taking from the front of a plain array moves all of it, which at a hundred thousand questions takes minutes. */
function fifo<T>() {
  let items: T[] = [];
  let from = 0;
  return {
    size: () => items.length - from,
    first: () => items[from],
    add: (item: T) => void items.push(item),
    take: (): T | undefined => {
      const item = items[from];
      from += 1;
      if (from >= items.length) [items, from] = [[], 0];
      return item;
    },
  };
}

/** Questions of one turn of the event loop go in one write. */
function batched(write: (names: readonly string[]) => void): (name: string) => void {
  let waiting: string[] = [];
  return (name) => {
    if (waiting.push(name) > 1) return;
    queueMicrotask(() => {
      const names = waiting;
      waiting = [];
      write(names);
    });
  };
}

/** Whether this process waits for git: only while a question is open. */
function hold(child: ChildProcessWithoutNullStreams, wait: boolean): void {
  const streams = [child.stdin, child.stdout, child.stderr].filter((stream) => stream instanceof Socket);
  for (const one of [child, ...streams])
    if (wait) one.ref();
    else one.unref();
}

function listen(
  child: ChildProcessWithoutNullStreams,
  answers: (chunk: Buffer) => void,
  fail: (reason: UserError) => void,
): void {
  let stderr = '';
  child.stdout.on('data', answers);
  child.stderr.on('data', (chunk: Buffer) => {
    stderr = `${stderr}${chunk.toString('utf8')}`.slice(-500);
  });
  child.on('error', (error) => fail(cutOff(error.message)));
  // What it printed says more than the pipe that broke: the end comes with both.
  child.stdin.on('error', () => undefined);
  child.on('close', (code) => {
    const exitCode = code ?? -1;
    fail(stderr.trim() === '' ? cutOff(`exit code ${exitCode}`) : failure('cat-file', { exitCode, stderr }));
  });
}

function cutOff(reason: string): UserError {
  return new UserError(`git cat-file ended before its answer was whole: ${reason}`, {
    help: 'Run it again.',
  });
}

function silent(ms: number): UserError {
  return new UserError(`git cat-file did not answer for ${Math.round(ms / 1000)} s`, {
    help: 'See whether the disk that has the repository answers, and run it again.',
  });
}
