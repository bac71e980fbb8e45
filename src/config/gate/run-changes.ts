import { type ValueChange, valueChanges } from '../change/classify.ts';
import { isTuningName } from '../registry/tuning.ts';
import type { JudgedEntry } from '../runs/run.ts';

/** The values that the runs of a script get and did not get before; entries are compared in their order. */
export function runChanges(before: readonly JudgedEntry[], now: readonly JudgedEntry[]): ValueChange[] {
  const changes = new Map<string, ValueChange>();
  const kindOf = (path: readonly (string | number)[]) =>
    isTuningName(String(path.at(-1))) ? ('tuning' as const) : ('structural' as const);
  const count = Math.max(before.length, now.length);
  for (let at = 0; at < count; at += 1) {
    const [old, head] = [before[at]?.runs[0]?.document.root, now[at]?.runs[0]?.document.root];
    for (const one of valueChanges(old, head, kindOf))
      changes.set(JSON.stringify([one.path, textOf(one.before), textOf(one.after)]), one);
  }
  return [...changes.values()];
}

function textOf(node: ValueChange['before']): string {
  return (
    JSON.stringify(node, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)) ?? ''
  );
}
