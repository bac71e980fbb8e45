import { AsyncLocalStorage } from 'node:async_hooks';
import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';

/** A handle on the process that `@actions/exec` starts, which itself offers none: needed to stop it. */
export interface Handle {
  child?: ChildProcess;
}

const current = new AsyncLocalStorage<Handle>();
let subscribed = false;

/** Runs `start` and lets `handle` know the process that is spawned in it. */
export function withHandle<T>(handle: Handle, start: () => Promise<T>): Promise<T> {
  if (!subscribed) subscribe('child_process', onSpawn);
  subscribed = true;
  return current.run(handle, start);
}

/** Ends the process, and lets go of its output: a grandchild may hold that open for longer. */
export function stop({ child }: Handle): void {
  child?.kill();
  child?.stdout?.destroy();
  child?.stderr?.destroy();
}

function onSpawn(message: unknown): void {
  const handle = current.getStore();
  if (handle === undefined || !isSpawn(message)) return;
  const child = message.process;
  handle.child = child;
  // A program that ends before it has read its input breaks the pipe: its exit code says why, the pipe need not throw.
  queueMicrotask(() => child.stdin?.on('error', () => undefined));
}

function isSpawn(message: unknown): message is { readonly process: ChildProcess } {
  return typeof message === 'object' && message !== null && 'process' in message;
}
