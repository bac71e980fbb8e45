import { groupBy } from '../../kernel/group.ts';
import type { Unused } from '../decision/measurement.ts';
import { shown } from '../shown.ts';

/** Of each reason. */
const mostNamed = 3;

/** `Not used: commit 1a2b3c4d of 2026-11-29, commit … and 2 more (it was evaluated with another set-up); …`: every reason once; empty where all are used. */
export function unusedList(unused: readonly Unused[]): string[] {
  if (unused.length === 0) return [];
  const groups = [...groupBy(unused, ({ reason }) => reason)].map(([reason, all]) => {
    const names = all.slice(0, mostNamed).map(({ name }) => shown(name));
    const more = all.length > mostNamed ? ` and ${all.length - mostNamed} more` : '';
    return `${names.join(', ')}${more} (${reason})`;
  });
  return [`Not used: ${groups.join('; ')}.`];
}
