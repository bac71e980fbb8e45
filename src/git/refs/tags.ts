import type { NewTag, Tag, TagCreation } from '../../ports/tags.ts';
import { UserError } from '../../kernel/user-error.ts';
import { failure, standsInTheWay } from '../process/errors.ts';
import { decodeName } from '../names.ts';
import { checkRefName } from './refs.ts';
import { overNetwork, tryOverNetwork, type Remote } from './remote.ts';
import type { Git } from '../process/run.ts';

const namespace = 'refs/tags/';

/** Tags of this clone whose name starts with the prefix, peeled to the end: a tag may name a tag. */
export async function localTags(git: Git, prefix: string): Promise<Tag[]> {
  const shown = await git.attempt(['show-ref', '--tags', '--dereference']);
  // It fails without a word where there is no tag.
  if (shown.exitCode !== 0 && shown.stderr.trim() !== '') throw failure('show-ref', shown);
  return peeled(decodeName(shown.stdout), / /, prefix);
}

/** Tags of the remote whose name starts with the prefix, peeled. Throws a UserError when the remote is out of reach. */
export async function remoteTags(git: Git, remote: Remote, prefix: string): Promise<Tag[]> {
  // The pattern spares the server from naming every tag; what it matches beyond the prefix is left out below.
  const pattern = /^[\w./-]*$/.test(prefix) ? [`${namespace}${prefix}*`] : [];
  const output = await overNetwork(git, remote, ['ls-remote', '--tags', '--', remote.name, ...pattern]);
  return peeled(decodeName(output), /\t/, prefix);
}

/** `SHA refs/tags/v1`, and for an annotated tag a second line `SHA refs/tags/v1^{}` with what it names. */
function peeled(lines: string, separator: RegExp, prefix: string): Tag[] {
  const tags = new Map<string, string>();
  for (const line of lines.split('\n')) {
    const [sha = '', ref = ''] = line.split(separator, 2);
    const name = ref.slice(namespace.length).replace(/\^\{\}$/, '');
    // The peeled line follows the tag's own.
    if (ref.startsWith(namespace) && name.startsWith(prefix)) tags.set(name, sha);
  }
  return [...tags].map(([name, sha]) => ({ name, sha }));
}

/** Makes the object of an annotated tag, with no ref to it: the same object for the same input. */
export async function tagObject(git: Git, { tag, sha, message, taggerDate }: NewTag): Promise<string> {
  const seconds = Math.floor(Date.parse(taggerDate) / 1000);
  if (!Number.isFinite(seconds))
    throw new UserError(`"${taggerDate}" is not a date`, { help: 'Give an ISO 8601 date.' });
  const tagger = `model-gates <model-gates@users.noreply.github.com> ${seconds} +0000`;
  const body = message.replaceAll('\0', '').trim();
  const object = `object ${sha}\ntype commit\ntag ${tag}\ntagger ${tagger}\n\n${body}\n`;
  return git.text(['mktag'], { input: object });
}

/** Tries while the server is busy with the same ref. */
const maxTries = 8;

/** Creates the tag on the remote, never moving one that is there. */
export async function pushTag(git: Git, remote: Remote, tag: NewTag): Promise<TagCreation> {
  const ref = `${namespace}${checkRefName(tag.tag, 'tag')}`;
  const object = await tagObject(git, tag);
  // The lease is valid only while the remote has no such ref.
  const push = [
    'push',
    '--porcelain',
    '--no-verify',
    `--force-with-lease=${ref}:`,
    '--',
    remote.name,
    `${object}:${ref}`,
  ];
  for (let tries = 1; ; tries += 1) {
    const pushed = await tryOverNetwork(git, remote, push);
    const said = `${pushed.stdout.toString('utf8')}${pushed.stderr}`;
    // `*` a new ref, `=` the very same object was there.
    if (pushed.exitCode === 0 && /^\*/m.test(said)) return { created: true };
    if (pushed.exitCode === 0 && /^=/m.test(said)) return { created: false, sha: tag.sha };
    if (isTaken(said)) return { created: false };
    // Refused for another reason: a race that left it to one of them, or left nothing; else asking fails as well, and says why.
    const existing = (await remoteTags(git, remote, tag.tag)).find(({ name }) => name === tag.tag);
    if (existing !== undefined) return { created: false, sha: existing.sha };
    if (tries >= maxTries || !isRace(said)) throw failure('push', pushed);
    await git.clock.pause(git.clock.random() * 50 * 2 ** tries);
  }
}

/** The lease was compared with what the remote has, or the remote says so itself: no need to ask it. */
function isTaken(said: string): boolean {
  return /\(stale info\)|reference already exists/i.test(said);
}

/** Others were writing the same ref; not: another ref stands in the way of its name for good. */
function isRace(said: string): boolean {
  return /cannot lock ref|failed to update ref|\.lock/i.test(said) && !standsInTheWay.test(said);
}
