import { portions } from '../../kernel/group.ts';
import { failure } from '../process/errors.ts';
import type { LedgerStore } from './store.ts';
import { overNetwork, tryOverNetwork } from '../refs/remote.ts';

export interface NewRef {
  readonly ref: string;
  readonly oid: string;
}

export interface PushedRef extends NewRef {
  /** By this push; else `oid` is what stood there before. */
  readonly created: boolean;
}

/** Tries while the server is busy with its refs. */
const maxTries = 8;

/** Characters of arguments in one push: Windows takes 32,767 in all. */
const maxArguments = process.platform === 'win32' ? 24_000 : 96_000;

/** Creates refs, each by itself, and never moves one. Throws a UserError where the remote refuses or is out of reach. */
export async function pushNew(store: LedgerStore, refs: readonly NewRef[]): Promise<PushedRef[]> {
  const results: PushedRef[] = [];
  for (const part of portions(refs, maxArguments, ({ ref, oid }) => 2 * ref.length + oid.length + 30))
    results.push(...(await pushPortion(store, part)));
  return results;
}

async function pushPortion(store: LedgerStore, refs: readonly NewRef[]): Promise<PushedRef[]> {
  const created = new Set<string>();
  for (let tries = 1; ; tries += 1) {
    const left = refs.filter(({ ref }) => !created.has(ref));
    const result = await tryOverNetwork(store.fetching, store.remote, creation(store, left));
    for (const line of result.stdout.toString('utf8').split('\n')) {
      const [state, names = ''] = line.split('\t');
      if (state === '*') created.add(names.slice(names.indexOf(':') + 1));
    }
    if (result.exitCode === 0) break;
    const there = await existing(store, left);
    const open = left.filter(({ ref }) => !created.has(ref) && !there.has(ref));
    if (open.length === 0) break;
    if (tries >= maxTries || !/reject|lock|stale|failed to update|hung up|early EOF/i.test(said(result)))
      throw failure('push', result);
    const { random, pause } = store.fetching.clock;
    await pause(random() * 50 * 2 ** tries);
  }
  if (created.size === refs.length) return refs.map((ref) => ({ ...ref, created: true }));
  const there = await existing(store, refs);
  return refs.map(({ ref, oid }) => ({ ref, oid: there.get(ref) ?? oid, created: created.has(ref) }));
}

function creation({ remote }: LedgerStore, refs: readonly NewRef[]): string[] {
  return [
    'push',
    '--porcelain',
    '--no-verify',
    // The lease is valid only while the remote has no such ref.
    ...refs.map(({ ref }) => `--force-with-lease=${ref}:`),
    '--',
    remote.name,
    ...refs.map(({ ref, oid }) => `${oid}:${ref}`),
  ];
}

function said({ stdout, stderr }: { readonly stdout: Buffer; readonly stderr: string }): string {
  return `${stdout.toString('utf8')}${stderr}`;
}

async function existing(
  { fetching, remote }: LedgerStore,
  refs: readonly NewRef[],
): Promise<Map<string, string>> {
  const names = refs.map(({ ref }) => ref);
  const output = await overNetwork(fetching, remote, ['ls-remote', '--refs', '--', remote.name, ...names]);
  const lines = output
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
  return new Map(
    lines.map((line) => [line.slice(line.indexOf('\t') + 1), line.slice(0, line.indexOf('\t'))]),
  );
}
