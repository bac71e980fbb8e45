/** Commits that take each other back: a change and its revert ask for nothing together. */
import { trailersOf } from './trailers.ts';

interface Message {
  readonly sha: string;
  /** Whole message, subject first. */
  readonly message: string;
}

/** Whether a commit says that it takes another back, as git, GitHub or Conventional Commits write it. */
export function isRevert(message: string): boolean {
  const [subject = '', , body = ''] = message.split('\n', 3);
  return [subject, body].some((line) => line.startsWith('Revert "')) || revertedShas(message).length > 0;
}

/** Those that stay in force; `commits` newest first. A revert of a commit from before stays, as a change of its own. */
export function inForce<C extends Message>(commits: readonly C[]): C[] {
  const gone = new Set<C>();
  for (const [at, commit] of commits.entries()) {
    // A revert that was itself reverted takes nothing back.
    if (gone.has(commit)) continue;
    const older = () => commits.slice(at + 1).filter((one) => !gone.has(one));
    const taken = revertedBy(commit.message, older);
    taken.forEach((one) => gone.add(one));
    if (taken.length > 0) gone.add(commit);
  }
  return commits.filter((commit) => !gone.has(commit));
}

/** By the SHA that git writes, by the number that GitHub does, else by the subject that both quote. */
function revertedBy<C extends Message>(message: string, older: () => readonly C[]): C[] {
  const shas = revertedShas(message);
  if (shas.length > 0) return older().filter(({ sha }) => shas.some((one) => sha.startsWith(one)));
  const quoted = /^Revert "(.{1,400})"(?: \(#\d+\))?$/.exec(subjectOf(message))?.[1];
  const number = /^Reverts (?:[\w.-]+\/[\w.-]+)?#(\d{1,9})\s*$/m.exec(message)?.[1];
  if (quoted === undefined && number === undefined) return [];
  const found = older().find(
    (one) =>
      (number !== undefined && pullRequestOf(subjectOf(one.message)) === number) ||
      subjectOf(one.message) === quoted,
  );
  return found === undefined ? [] : [found];
}

/** `This reverts commit 1a2b3c4d…` as git writes it, `Refs: 1a2b3c4d, 5e6f7a8b` of Conventional Commits' `revert:`. */
function revertedShas(message: string): string[] {
  const written = [...message.matchAll(/^This reverts commit ([0-9a-f]{7,64})\b/gm)].map(
    ([, sha = '']) => sha,
  );
  if (written.length > 0 || !/^revert(?:\([^()]{1,100}\))?!?: /i.test(message)) return written;
  const refs = trailersOf(message).filter(({ key }) => key.toLowerCase() === 'refs');
  return refs.flatMap(({ value }) => value.match(/\b[0-9a-f]{7,64}\b/g) ?? []);
}

/** The number in GitHub's own words: `Merge pull request #89 from …`, and `Subject (#89)` of a squash. */
export function pullRequestOf(subject: string): string | undefined {
  return /\(#(\d{1,9})\)$/.exec(subject)?.[1] ?? /^Merge pull request #(\d{1,9})\b/.exec(subject)?.[1];
}

function subjectOf(message: string): string {
  return (message.split('\n', 1)[0] ?? '').trim();
}
