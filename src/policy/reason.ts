import type { PersonComment } from '../kernel/pull-request.ts';
import { compareText } from '../kernel/compare.ts';
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
  const command = `/exempt ${spaced(label)} because `;
  for (const line of proseLines(body)) {
    const text = spaced(line);
    const start = text.slice(0, command.length);
    if (start.slice(0, -9) !== command.slice(0, -9) || start.slice(-9).toLowerCase() !== ' because ')
      continue;
    const reason = text.slice(command.length, command.length + 500);
    if (reason.length >= 3) return reason;
  }
  return undefined;
}

function spaced(text: string): string {
  return text.trim().split(/\s+/).join(' ');
}
