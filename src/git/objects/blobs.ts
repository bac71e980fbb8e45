import { setImmediate } from 'node:timers/promises';
import { portions } from '../../kernel/group.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { Git } from '../process/run.ts';

/** Reads file contents by object id. Reads asked for at the same time share one git process. */
export interface Blobs {
  /** `size` alone where the content is larger than `maxBytes`. */
  read(oid: string, maxBytes: number): Promise<Blob>;
}

export interface Blob {
  readonly size: number;
  readonly bytes?: Uint8Array;
}

interface Request {
  readonly oid: string;
  readonly maxBytes: number;
  readonly resolve: (blob: Blob) => void;
  readonly reject: (error: unknown) => void;
}

/** Bytes of content that one process hands over; a larger batch is split. */
const batchBytes = 128 * 1024 * 1024;

export function blobsOf(git: Git): Blobs {
  let waiting: Request[] = [];
  let busy = false;
  const drain = async () => {
    busy = true;
    await setImmediate();
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await answer(git, batch).catch((error: unknown) => batch.forEach(({ reject }) => reject(error)));
    }
    busy = false;
  };
  const read = (oid: string, maxBytes: number) =>
    new Promise<Blob>((resolve, reject) => {
      waiting.push({ oid, maxBytes, resolve, reject });
      if (!busy) void drain();
    });
  return { read };
}

async function answer(git: Git, batch: readonly Request[]): Promise<void> {
  const sizes = await sizesOf(git, [...new Set(batch.map(({ oid }) => oid))]);
  const wanted = new Map<string, number>();
  for (const { oid, maxBytes } of batch) {
    const size = sizes.get(oid) ?? 0;
    if (size <= maxBytes) wanted.set(oid, size);
  }
  const contents = await contentsOf(git, wanted);
  for (const { oid, maxBytes, resolve } of batch) {
    const size = sizes.get(oid) ?? 0;
    const bytes = size <= maxBytes ? contents.get(oid) : undefined;
    resolve(bytes === undefined ? { size } : { size, bytes });
  }
}

async function sizesOf(git: Git, oids: readonly string[]): Promise<Map<string, number>> {
  const text = await git.text(['cat-file', '--batch-check=%(objectname) %(objectsize)'], {
    input: lines(oids),
  });
  const sizes = new Map<string, number>();
  for (const line of text.split('\n')) {
    const [oid = '', size = ''] = line.split(' ');
    if (!/^\d+$/.test(size))
      throw new UserError(`git has no content for ${oid}`, {
        help: 'Fetch the commit again, or run: git fsck',
      });
    sizes.set(oid, Number(size));
  }
  return sizes;
}

async function contentsOf(git: Git, wanted: ReadonlyMap<string, number>): Promise<Map<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>();
  for (const part of portions([...wanted], batchBytes, ([, size]) => size)) {
    const output = await git.run(['cat-file', '--batch=%(objectname) %(objectsize)'], {
      input: lines(part.map(([oid]) => oid)),
      maxOutput: 8 * batchBytes,
    });
    for (const [oid, bytes] of parseBatch(output)) contents.set(oid, bytes);
  }
  return contents;
}

/** `<oid> <size>\n<content>\n`, again and again. */
function* parseBatch(output: Buffer): Generator<[string, Uint8Array]> {
  for (let start = 0; start < output.length;) {
    const end = output.indexOf('\n', start);
    const [oid = '', size = ''] = output.toString('latin1', start, end).split(' ');
    const stop = end + 1 + Number(size);
    if (end < 0 || !(stop < output.length))
      throw new UserError('git cat-file ended before its answer was whole');
    yield [oid, new Uint8Array(output.subarray(end + 1, stop))];
    start = stop + 1;
  }
}

function lines(oids: readonly string[]): string {
  return oids.map((oid) => `${oid}\n`).join('');
}
