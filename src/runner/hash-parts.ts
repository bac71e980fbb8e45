/** Digests of parts of files, as many at a time as the machine has processors. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FileHash } from '../kernel/model-files.ts';
import { UserError } from '../kernel/user-error.ts';
import { hashWorker } from './hash-worker.ts';

export interface FilePart {
  /** Absolute path. */
  readonly file: string;
  readonly start: number;
  /** Not part of it. */
  readonly end: number;
}

interface Message {
  readonly at?: number;
  readonly digest?: string;
  readonly problem?: string;
  readonly read?: number;
}

/** Threads are of no use beyond what a disk can read. */
const mostThreads = 8;

/** As Node names them. */
const builtIn = { sha256: 'sha256', blake2b: 'blake2b512' } as const;

/** What a thread makes a hash with: Node's name, or where the library is that it lacks. */
async function hasherFor(algorithm: FileHash): Promise<object> {
  if (algorithm !== 'blake3') return { algorithm: builtIn[algorithm] };
  const { address } = await import('#lib/blake3');
  return { address };
}

/**
 * In hexadecimal, in the order of the parts. `onBytes` gets the bytes that were read since the last call.
 * Throws a UserError for a file that cannot be read, or ends before its part does.
 */
export async function hashParts(
  parts: readonly FilePart[],
  algorithm: FileHash,
  onBytes: (bytes: number) => void,
): Promise<readonly string[]> {
  const digests: string[] = [];
  const hasher = await hasherFor(algorithm);
  let next = 0;
  const threads = Math.min(parts.length, availableParallelism(), mostThreads);
  const workers = Array.from({ length: threads }, () => new Worker(hashWorker, { eval: true }));
  const climb = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      const give = () => {
        const part = parts[next];
        if (part === undefined) return resolve();
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        worker.postMessage({ ...part, ...hasher, at: next });
        next += 1;
      };
      worker.on('error', reject);
      worker.on('message', ({ at, digest, problem, read }: Message) => {
        if (read !== undefined) onBytes(read);
        else if (at === undefined || digest === undefined) reject(unreadable(parts[at ?? -1], problem));
        else {
          digests[at] = digest;
          give();
        }
      });
      give();
    });
  try {
    await Promise.all(workers.map(climb));
    return digests;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function unreadable(part: FilePart | undefined, problem = 'unknown'): UserError {
  return new UserError(`${part?.file ?? 'a file'} cannot be read: ${problem}`, {
    help: 'Let nobody write to the model while it is verified.',
  });
}
