import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { UserError } from '../../kernel/user-error.ts';
import { gitEnvironment, type Environment } from '../process/environment.ts';

/** An object as it is stored. */
export interface StoredObject {
  readonly oid: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/**
 * Reads objects of a local store through one `git cat-file` that keeps running: a chain of records is a dozen small reads,
 * and starting git for each would cost more than all of them. Nothing is fetched.
 */
export interface ObjectReader {
  /** By id, or `<commit>:<path>`, in their order; `undefined` for what is not here. */
  read(names: readonly string[]): Promise<readonly (StoredObject | undefined)[]>;
  close(): void;
}

interface Waiting {
  readonly resolve: (object: StoredObject | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** The process starts with the first question, and again after it has died. */
export function objectReader(cwd: string, env: Environment): ObjectReader {
  let session: Session | undefined;
  const current = () => {
    if (session?.over() !== false) session = startSession(cwd, env);
    return session;
  };
  return {
    read: async (names) => (names.length === 0 ? [] : current().ask(names)),
    close: () => session?.end(),
  };
}

interface Session {
  ask(names: readonly string[]): Promise<readonly (StoredObject | undefined)[]>;
  over(): boolean;
  end(): void;
}

function startSession(cwd: string, env: Environment): Session {
  const child = spawn('git', ['cat-file', '--batch'], { cwd, env: gitEnvironment(env), stdio: 'pipe' });
  const queue: Waiting[] = [];
  const answers = answerParser((object) => queue.shift()?.resolve(object));
  let failed: UserError | undefined;
  const fail = (reason: string) => {
    failed ??= new UserError(`git cat-file ended before its answer was whole: ${reason}`, {
      help: 'Run it again.',
    });
    for (const waiting of queue.splice(0)) waiting.reject(failed);
  };
  listen(child, answers, fail);
  return {
    ask: (names) => {
      const asked = names.map(
        () =>
          new Promise<StoredObject | undefined>((resolve, reject) => {
            queue.push({ resolve, reject });
          }),
      );
      if (failed !== undefined) fail('it is not running');
      else child.stdin.write(names.map((name) => `${name.replaceAll('\n', ' ')}\n`).join(''));
      return Promise.all(asked);
    },
    over: () => failed !== undefined,
    end: () => child.stdin.end(),
  };
}

function listen(
  child: ChildProcessWithoutNullStreams,
  answers: (chunk: Buffer) => void,
  fail: (reason: string) => void,
): void {
  let stderr = '';
  child.stdout.on('data', answers);
  child.stderr.on('data', (chunk: Buffer) => {
    stderr = `${stderr}${chunk.toString('utf8')}`.slice(-500);
  });
  child.stdin.on('error', (error) => fail(error.message));
  child.on('error', (error) => fail(error.message));
  child.on('close', (code) => fail(stderr.trim() === '' ? `exit code ${code ?? 'none'}` : stderr.trim()));
}

/** `<oid> <type> <size>\n<content>\n`, or `<name> missing\n`, in pieces of any length. */
function answerParser(tell: (object: StoredObject | undefined) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let length = 0;
  let needed = 0;
  return (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
    // A large object comes in many pieces: they are joined once, when all of them are here.
    if (length < needed) return;
    let rest = chunks.length === 1 ? chunk : Buffer.concat(chunks);
    needed = 0;
    while (rest.length > 0) {
      const end = rest.indexOf(10);
      if (end < 0) break;
      const header = rest.toString('utf8', 0, end);
      const [, oid, type = '', size = ''] = /^([0-9a-f]{40,64}) ([a-z]+) (\d+)$/.exec(header) ?? [];
      const stop = oid === undefined ? end + 1 : end + 2 + Number(size);
      if (stop > rest.length) {
        needed = stop;
        break;
      }
      tell(
        oid === undefined ? undefined : { oid, type, bytes: Buffer.from(rest.subarray(end + 1, stop - 1)) },
      );
      rest = rest.subarray(stop);
    }
    chunks = [rest];
    length = rest.length;
  };
}
