/** What is to be said of a claim beside its number. */
import { versionRules } from '../rules.ts';
import {
  calendarBeside,
  isRelease,
  lineOf,
  lineOfBranch,
  looksLikeVersion,
  parseVersion,
  patchedBy,
  versionsOf,
} from '../index.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { Finding } from '../../report/model.ts';
import type { Tag } from '../../ports/tags.ts';
import type { VersionPorts, VersionRequest } from './version-request.ts';

/** Tags that the next number may overlook, and dates that it does. */
export function overlooked(names: readonly string[], prefix: string): Finding[] {
  const versions = versionsOf(names, prefix);
  const dated = calendarBeside(versions);
  const known = new Set(versions.map(({ tag }) => tag));
  const lines = new Set(versions.map(lineOf));
  const unread = names.filter((name) => {
    const text = name.slice(prefix.length);
    // `v2.3` beside v2.3.1 moves with its line, and is not a version.
    const moves = /^v?\d+\.\d+$/.test(text) && lines.has(text.replace(/^v?/, 'v'));
    return name.startsWith(prefix) && looksLikeVersion(text) && !known.has(name) && !moves;
  });
  return [
    ...(unread.length === 0 ? [] : [unreadTags(unread)]),
    ...(dated.length === 0 ? [] : [calendarTags(dated.map(({ tag }) => tag))]),
  ];
}

function unreadTags(names: readonly string[]): Finding {
  return versionRules['unread-tags'].finding({
    message: `${listed(names)} ${names.length === 1 ? 'looks like a version and is' : 'look like versions and are'} read as none: the next number does not count ${names.length === 1 ? 'it' : 'them'}`,
    help: 'A version has three numbers: `v2.3.1`, `v2.4.0-rc.1`, `2.4.0rc1`, `2.3.1.post1`. Add a tag in such a form where one of these is a release.',
  });
}

function calendarTags(names: readonly string[]): Finding {
  return versionRules['calendar-tags'].finding({
    message: `${listed(names)} ${names.length === 1 ? 'is a date' : 'are dates'} beside versions by number, and not counted`,
    help: 'Give the dates a prefix of their own (`data/2026.11.0`), or count a line of them: `next: v2026.11`.',
  });
}

/** A patch is what it patches and a little more: the release before it in its line must be in its history. */
export async function containment(
  tag: string,
  tags: readonly Tag[],
  { sha, prefix }: VersionRequest,
  { contains }: VersionPorts,
): Promise<Finding[]> {
  const version = parseVersion(tag, prefix);
  if (version === undefined || !isRelease(version) || contains === undefined) return [];
  const names = tags.map(({ name }) => name);
  const before = patchedBy(version, names, prefix);
  const at = tags.find(({ name }) => name === before?.tag)?.sha;
  if (before === undefined || at === undefined || at === sha) return [];
  const found = await contains(sha, at).catch(asReason);
  if (found === true) return [];
  if (found !== false) return [uncertain(tag, before.tag, found)];
  const line = lineOf(version);
  return [
    versionRules['not-contained'].finding({
      message: `${tag} is a patch of ${before.tag}, and ${sha.slice(0, 8)} does not contain that release (${at.slice(0, 8)}): whoever takes the patch loses what only ${before.tag} has`,
      help: `Make the change on the branch that keeps ${line} (release/${line}), where the next tag of ${line} belongs; or merge ${before.tag} in first; or let this be the next minor: \`next: minor\`. Where ${before.tag} was rewritten on purpose, nothing is to be done.`,
    }),
  ];
}

function uncertain(tag: string, before: string, why: string): Finding {
  return versionRules['not-contained'].finding({
    message: `Whether ${tag} contains ${before}, the release that it patches, is not known: ${why}`,
    help: 'Check out with `fetch-depth: 0`, or give the step a token that reads the contents.',
  });
}

/** A tag on a commit that nobody else has is a version that nobody can build. */
export async function publication(
  { sha, branch }: VersionRequest,
  { published }: VersionPorts,
): Promise<Finding[]> {
  if ((await published?.(sha)) !== false) return [];
  return [
    versionRules.unpublished.finding({
      message: `No branch of the remote contains ${sha.slice(0, 8)}, which is to have a version: with the tag alone it would never be merged`,
      help: `Push the branch${branch === undefined ? '' : ` (\`git push -u origin ${branch}\`)`} and merge it; or \`git fetch\` first, if it was pushed from elsewhere.`,
    }),
  ];
}

/** A claim beyond the line that the branch keeps. */
export function outsideLine(tag: string, { branch, prefix }: VersionRequest): Finding[] {
  const line = lineOfBranch(branch);
  if (line === undefined || tag.slice(prefix.length).replace(/^v?/, 'v').startsWith(`${line}.`)) return [];
  const message = `${tag} is claimed on ${branch}, which keeps ${line}.x`;
  return [
    versionRules['outside-line'].finding({
      message,
      help: `Claim ${line}.x here, or use the branch that keeps this line.`,
    }),
  ];
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}

function asReason(error: unknown): string {
  if (!isUserError(error)) throw error;
  return error.message;
}
