import type { RunFacts } from '../facts.ts';
import type { JudgedEntry } from '../runs/run.ts';

/** An entry as reports and lists give it. */
export function runFacts({ entry, program, configs = [], sources = [], reason }: JudgedEntry): RunFacts {
  return {
    entry: entry.entry,
    kind: entry.kind,
    files: [
      ...new Set([entry.file, ...sources, ...(program === undefined ? [] : [program.file]), ...configs]),
    ],
    judged: reason === undefined,
    ...(reason === undefined ? {} : { reason }),
  };
}
