/**
 * Runs a bundle of dist/ inside of this process, as if in one of its own: all its modules anew, its own `process`, environment,
 * working directory, output, exit code and exit handlers. Only compiling is shared with the runs before: most of what a process costs.
 */
import programs, { type SpawnOptions } from 'node:child_process';
import channels from 'node:diagnostics_channel';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Console } from 'node:console';
import { Readable, Writable } from 'node:stream';
import { compileFunction } from 'node:vm';
import { launch } from '../launcher.ts';

export interface Surroundings {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly stdin?: string;
}

export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

type Require = (request: string) => unknown;
type Wrapper = (
  exports: unknown,
  require: Require,
  module: { exports: unknown },
  folder: string,
  process: unknown,
  console: Console,
) => void;

/** Runs an action's bundle to the end of its `runAction`, or the CLI until it sets its exit code. Rejects where the bundle throws. */
export async function runInProcess(main: string, surroundings: Surroundings): Promise<Ended> {
  const output = { stdout: '', stderr: '' };
  const own = ownProcess(main, surroundings, output);
  const console = new Console(own.stdout, own.stderr);
  const running: Promise<unknown>[] = [];
  const replaced = new Map<unknown, unknown>([
    [process, own],
    [channels, ownChannels(own)],
    [programs, ownPrograms(surroundings)],
  ]);
  const loaded = new Map<string, { exports: unknown }>();
  const load = (file: string): unknown => {
    const known = loaded.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} as unknown };
    loaded.set(file, module);
    const builtIn = createRequire(file);
    const requires = (request: string): unknown => {
      if (request.startsWith('.')) return watched(load(path.resolve(path.dirname(file), request)), running);
      const module = builtIn(request) as unknown;
      return replaced.get(module) ?? module;
    };
    compiled(file)(module.exports, requires, module, path.dirname(file), own, console);
    return module.exports;
  };
  load(main);
  await (running.length === 0 ? own.exited : Promise.all(running));
  own.emit('exit', own.exitCode ?? 0);
  return { exitCode: own.exitCode ?? 0, ...output };
}

/** A program starts where its parent is, with what its parent is given, by default. */
function ownPrograms({ cwd, env }: Surroundings): typeof programs {
  const spawn = (program: string, args: readonly string[], options: SpawnOptions = {}) =>
    launch(program, args, { ...options, cwd: options.cwd ?? cwd, env: options.env ?? env });
  return { ...programs, spawn: spawn as typeof programs.spawn };
}

/** What is listened to ends with the process. */
function ownChannels(own: OwnProcess): typeof channels {
  const subscribe: typeof channels.subscribe = (name, listener) => {
    channels.subscribe(name, listener);
    own.once('exit', () => channels.unsubscribe(name, listener));
  };
  return { ...channels, subscribe };
}

const wrappers = new Map<string, Wrapper>();

function compiled(file: string): Wrapper {
  const known = wrappers.get(file);
  if (known !== undefined) return known;
  const names = ['exports', 'require', 'module', '__dirname', 'process', 'console'];
  const made = compileFunction(readFileSync(file, 'utf8').replace(/^#!/, '//'), names, {
    filename: file,
  }) as Wrapper;
  wrappers.set(file, made);
  return made;
}

/** A library whose `runAction` lets it be known when the action is over. */
function watched(library: unknown, running: Promise<unknown>[]): unknown {
  if (typeof library !== 'object' || library === null || !('runAction' in library)) return library;
  const { runAction } = library;
  if (typeof runAction !== 'function') return library;
  const run = (...args: readonly unknown[]): unknown => {
    const result: unknown = Reflect.apply(runAction, undefined, args);
    running.push(Promise.resolve(result));
    return result;
  };
  return new Proxy(library, {
    get: (target, name): unknown => (name === 'runAction' ? run : Reflect.get(target, name)),
  });
}

interface OwnProcess extends EventEmitter {
  exitCode: number | undefined;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** The exit code was set. */
  readonly exited: Promise<void>;
}

function ownProcess(
  main: string,
  { cwd, env, args = [], stdin = '' }: Surroundings,
  output: { stdout: string; stderr: string },
): OwnProcess {
  const events = new EventEmitter();
  const streamTo = (name: keyof typeof output): Writable =>
    new Writable({
      decodeStrings: false,
      write: (chunk: string | Uint8Array, _, done) => {
        output[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
        done();
      },
    });
  const own = {
    env: { ...env },
    argv: [process.execPath, main, ...args],
    cwd: () => cwd,
    stdin: Readable.from(stdin === '' ? [] : [Buffer.from(stdin)]),
    stdout: streamTo('stdout'),
    stderr: streamTo('stderr'),
  };
  const emitter = Object.fromEntries(
    (['on', 'once', 'off', 'emit', 'removeListener', 'addListener', 'listeners'] as const).map((name) => [
      name,
      events[name].bind(events),
    ]),
  );
  const { promise: exited, resolve } = Promise.withResolvers<void>();
  let exitCode: number | undefined;
  const code: PropertyDescriptor = {
    get: () => exitCode,
    set: (value: number) => {
      exitCode = value;
      resolve();
    },
  };
  const properties = Object.entries({ ...own, ...emitter, exited }).map(
    ([name, value]): [string, PropertyDescriptor] => [name, { value, writable: true, enumerable: true }],
  );
  return Object.create(process, { ...Object.fromEntries(properties), exitCode: code }) as OwnProcess;
}
