/** What the sweep writes into pull requests, and what it reads there. */
import { mdCode } from '../report/escape.ts';
import { sameLogin } from '../policy/index.ts';
import type { PersonComment } from '../kernel/pull-request.ts';
import type { Candidate } from './sweep.ts';
import type { SweepSettings } from '../policy/settings.ts';

/** Key of the comment on this very tip: another tip is announced anew. */
export function sweepKey(sha: string): string {
  return `sweep-branches-${sha}`;
}

/** The comment that announces the deletion; it names the tip, so that the branch can be restored. */
export function reminderText(
  { branch, sha, pull }: Candidate,
  { keepLabel, remindDays }: SweepSettings,
  goesAt: number,
): string {
  const day = new Date(goesAt).toISOString().slice(0, 16).replace('T', ' ');
  return [
    `${mention(pull.author)}this pull request was ${pull.merged ? 'merged' : 'closed'} ${pull.closedAt.slice(0, 10)}, and its branch ${mdCode(branch)} is still there. It will be deleted after ${day} UTC (${remindDays} days' notice).`,
    `To keep it, comment \`/keep\` or add the label ${mdCode(keepLabel)}.`,
    restoreText(branch, sha),
  ].join('\n\n');
}

/** What stands in the same comment once the branch is gone. */
export function deletedText({ branch, sha, pull }: Candidate, at: number): string {
  const when = `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return [
    `The branch ${mdCode(branch)} of this ${pull.merged ? 'merged' : 'closed'} pull request was deleted ${when}.`,
    restoreText(branch, sha),
  ].join('\n\n');
}

function restoreText(branch: string, sha: string): string {
  // Somebody else chose the name, and people paste commands into shells.
  const name = /^\w[\w./-]*$/.test(branch) ? branch : 'NAME';
  return `Its tip is ${mdCode(sha)}: ${mdCode(`model-gates sweep --restore ${name}`)} brings it back.`;
}

/** GitHub's logins need no escaping; what is none (a deleted account, an app) is not mentioned. */
function mention(author: string): string {
  return /^[A-Za-z\d](?:[A-Za-z\d]|-(?=[A-Za-z\d])){0,38}(?:_[A-Za-z\d]+)?$/.test(author) &&
    author !== 'ghost'
    ? `@${author}, `
    : '';
}

/** Who asked by `/keep`, on a line of its own, to keep the branch; the author first. Apps do not count. */
export function keepers(
  comments: readonly (PersonComment & { readonly bot: boolean })[],
  author: string,
): string[] {
  const asked = comments.filter(({ bot, body }) => !bot && /^[ \t]*\/keep[ \t]*\r?$/m.test(body));
  const names = [...new Set(asked.map(({ by }) => by))];
  return names.toSorted((a, b) => Number(sameLogin(b, author)) - Number(sameLogin(a, author)));
}
