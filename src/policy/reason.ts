import type { PersonComment } from '../kernel/pull-request.ts';
import { compareText } from '../kernel/compare.ts';
import { labelKey } from './label.ts';
import { proseLines } from '../kernel/prose.ts';

/** What a comment must say, as messages show it. */
export function reasonCommand(label: string): string {
  return `/exempt ${label} because …`;
}

/** The reason of the last of these comments that gives one for the label. An edited comment may say what nobody signed for. */
export function lastReason(comments: readonly PersonComment[], label: string): string | undefined {
  return comments
    .filter(({ createdAt, updatedAt }) => createdAt === updatedAt)
    .toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || compareText(a.body, b.body))
    .map(({ body }) => reasonIn(body, label))
    .findLast((reason) => reason !== undefined);
}

/** `/exempt skip-full-eval because the cluster is down`, on a line of its own, in no code, quote or comment. */
function reasonIn(body: string, label: string): string | undefined {
  const command = labelKey(`/exempt ${spaced(label)} because `);
  for (const line of proseLines(body)) {
    const text = spaced(line);
    if (!labelKey(text).startsWith(command)) continue;
    const reason = text.slice(command.length, command.length + 500);
    if (saysSomething(reason)) return reason;
  }
  return undefined;
}

/** At least three characters, and something of a word that can be seen: what nobody can read does not count. */
function saysSomething(reason: string): boolean {
  const seen = reason.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '');
  return reason.length >= 3 && /[\p{L}\p{N}]/u.test(seen);
}

function spaced(text: string): string {
  return text.trim().split(/\s+/).join(' ');
}
