import { editDistance } from '../../kernel/near.ts';
import { UserError } from '../../kernel/user-error.ts';
import { visibleName } from '../names.ts';

const fullSha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

export function isFullSha(text: string): boolean {
  return fullSha.test(text);
}

/** The SHA itself; throws a UserError for anything else, an option or an abbreviation. */
export function checkSha(sha: string): string {
  if (isFullSha(sha)) return sha;
  throw new UserError(`"${visibleName(sha)}" is not a full SHA`, { help: 'Give all 40 hexadecimal digits.' });
}

/** Characters that git forbids in a ref name (git-check-ref-format), and what reads as another kind of revision. */
const forbidden = /[\p{Cc}\s~^:?*[\\]|\.\.|@\{|\/\/|^[-./]|\/\.|\.lock(?:\/|$)|[./]$/u;

/** True for a name that git accepts for a branch or a tag, and never takes for an option or an expression. */
export function isRefName(name: string): boolean {
  return name !== '' && name !== '@' && name.length <= 1000 && !forbidden.test(name);
}

/** The name itself; throws a UserError where git would refuse it or take it for something else. */
export function checkRefName(name: string, what: string): string {
  if (isRefName(name)) return name;
  throw new UserError(`"${visibleName(name)}" is not a valid ${what} name`, {
    help: 'Use letters, digits, dots, dashes and slashes, not starting with a dash.',
  });
}

/** Whether it names a commit: a branch, tag or SHA, perhaps with `~3` or `^2` behind it; nothing else that git would evaluate. */
export function isRevision(revision: string): boolean {
  const name = revision.replace(/(?:[~^]\d{0,6}){1,20}$/, '');
  return name === 'HEAD' || name === '@' || isRefName(name);
}

/** A commit from outside: the revision itself, or a UserError. */
export function checkRevision(revision: string): string {
  if (isRevision(revision)) return revision;
  throw new UserError(`"${visibleName(revision)}" does not name a commit`, {
    help: 'Give a branch, a tag or a SHA, such as main, v2.3.1, HEAD~2 or 1a2b3c4d.',
  });
}

/** The candidate that differs least from the name: by a slip or two, or within a third of its length. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const limit = name.length < 4 ? 1 : Math.max(2, Math.floor(name.length / 3));
  const ranked = candidates
    .filter((candidate) => Math.abs(candidate.length - name.length) <= limit && candidate.length <= 200)
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
    .toSorted((a, b) => a.distance - b.distance);
  return ranked[0] !== undefined && ranked[0].distance <= limit ? ranked[0].candidate : undefined;
}
