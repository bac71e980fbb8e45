import type { Unused } from '../decision/measurement.ts';
import { shown } from '../shown.ts';

const mostNamed = 5;

/** `Not used: commit 1a2b3c4d of 2026-11-29 (it was evaluated with another set-up).`; empty where all are. */
export function unusedList(unused: readonly Unused[]): string[] {
  if (unused.length === 0) return [];
  const named = unused.slice(0, mostNamed).map(({ name, reason }) => `${shown(name)} (${reason})`);
  const more = unused.length > mostNamed ? `; and ${unused.length - mostNamed} more` : '';
  return [`Not used: ${named.join('; ')}${more}.`];
}
