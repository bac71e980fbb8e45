/** Lets the command evaluate samples on one side. */
import type { Finding } from '../../report/model.ts';
import type { Ports, Scratch } from '../../ports/index.ts';
import { openReader, type Collector } from '../index.ts';
import { runEvaluation } from './run-evaluation.ts';

/** One of the two that are evaluated. */
export interface Side {
  readonly name: 'candidate' | 'baseline';
  readonly collector: Collector;
  readonly cwd?: string;
  /** Made for what trunk has measured and not answered: its rows stand in for those. */
  readonly again?: true;
}

export interface RoundPlan {
  readonly round: number;
  readonly ids: readonly string[];
  /** Those of this round and all before. */
  readonly asked: ReadonlySet<string>;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  /** Set where some are evaluated again: what the names of the files end in. */
  readonly attempt?: string;
}

/** Evaluates samples on one side and reads what the command wrote. */
export async function runSide(
  command: string,
  { name, collector, cwd }: Side,
  { round, ids, deadline, attempt = '' }: RoundPlan,
  ports: Ports,
  scratch: Scratch,
): Promise<Finding | undefined> {
  const out = `${name}-${round + 1}${attempt}.json`;
  const idFile = `ids-${round + 1}${attempt === '' ? '' : `-${name}${attempt}`}.txt`;
  const timeoutMs = Math.max(1, deadline - ports.now());
  const result = await runEvaluation(
    { command, ids, idFile, out, timeoutMs, ...(cwd !== undefined && { cwd }) },
    ports,
    scratch,
  );
  if (!(result instanceof Uint8Array)) return result;
  await readOutput(out, result, collector);
  return undefined;
}

/** Reads what an evaluation wrote, whatever it was asked to write. `out`: the name of the file, which ends in json. */
export async function readOutput(out: string, bytes: Uint8Array, collector: Collector): Promise<void> {
  const reader = openReader(isTable(bytes) ? out.replace(/json$/, 'csv') : out, collector);
  reader.push(bytes);
  await reader.end();
}

/** JSON begins with a bracket, after a byte order mark perhaps. */
function isTable(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  return start !== '' && !/^[[{]/.test(start);
}
