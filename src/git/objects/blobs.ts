import { setImmediate } from 'node:timers/promises';
import { isUserError, UserError } from '../../kernel/user-error.ts';
import type { Answer } from './answers.ts';
import type { ObjectReader } from './object-reader.ts';

/** Reads file contents by object id. What a partial clone has left out is fetched, all that is asked for at the same time at once. */
export interface Blobs {
  /** `size` alone where the content is larger than `maxBytes`. */
  read(oid: string, maxBytes: number): Promise<Blob>;
}

export interface Blob {
  readonly size: number;
  readonly bytes?: Uint8Array;
}

/** `fetch` brings objects by id, and throws a UserError where it cannot. */
export function blobsOf(objects: ObjectReader, fetch: (oids: readonly string[]) => Promise<void>): Blobs {
  let open = 0;
  let missing = new Set<string>();
  let fetching: Promise<void> | undefined;
  let whenAnswered: (() => void) | undefined;
  // The last answer that comes back decides: until then another object may be missing as well.
  const fetchMissing = async () => {
    if (open > 0)
      await new Promise<void>((resolve) => {
        whenAnswered = resolve;
      });
    await setImmediate();
    const oids = [...missing];
    missing = new Set();
    fetching = undefined;
    await fetch(oids);
  };
  const ask = async (oid: string, maxBytes: number): Promise<Answer | undefined> => {
    open += 1;
    try {
      return await objects.readUpTo(oid, maxBytes);
    } finally {
      open -= 1;
      if (open === 0) whenAnswered?.();
    }
  };
  const fetched = async (oid: string, maxBytes: number) => {
    missing.add(oid);
    try {
      await (fetching ??= fetchMissing());
    } catch (error) {
      if (isUserError(error)) throw noContent(oid, error);
      throw error;
    }
    return ask(oid, maxBytes);
  };
  return {
    read: async (oid, maxBytes) => {
      const answer = (await ask(oid, maxBytes)) ?? (await fetched(oid, maxBytes));
      if (answer === undefined) throw noContent(oid);
      const { size, bytes } = answer;
      return bytes === undefined ? { size } : { size, bytes };
    },
  };
}

function noContent(oid: string, cause?: UserError): UserError {
  const reason = cause === undefined ? '' : `: ${cause.message}`;
  const damaged = 'Run `git fsck`: where the object is damaged here, clone the repository again.';
  return new UserError(`git has no content for ${oid}${reason}`, {
    help: cause?.help === undefined ? damaged : `${damaged} Where it was left out: ${cause.help}`,
    ...(cause === undefined ? {} : { cause }),
  });
}
