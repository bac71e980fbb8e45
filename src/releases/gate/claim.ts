/** Claims a tag on the repository that everyone shares: created once, never moved. */
import { versionRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import { UserError } from '../../kernel/user-error.ts';
import { answered, isSameVersion, nextTag, parseVersion, tagMessage, type NextRequest } from '../index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Tag } from '../../ports/tags.ts';
import type { VersionPorts, VersionRequest } from './version-request.ts';

/** Numbers tried for one commit; each is lost only to another who won it. */
const maxTries = 100;

export interface Claimed {
  readonly tag: string;
  readonly created: boolean;
  /** Of all tags that were seen. */
  readonly names: readonly string[];
}

export type Claim = Claimed | { readonly finding: Finding };

/** Exactly this tag: an error where it, or another spelling of it, is at another commit. */
export async function claimExact(
  tag: string,
  tags: readonly Tag[],
  request: VersionRequest,
  ports: VersionPorts,
): Promise<Claim> {
  const { sha, prefix } = request;
  const names = namesOf(tags);
  const namesake = tags.find((one) => one.sha !== sha && isNamesake(one.name, tag, prefix));
  if (namesake !== undefined) return elsewhere(tag, namesake, request);
  if (at(tags, request).includes(tag)) return { tag, created: false, names };
  const made = await create(tag, request, ports);
  if (made.created) return { tag, created: true, names };
  const there = made.sha ?? (await ports.tags.list(prefix)).find(({ name }) => name === tag)?.sha;
  if (there === undefined)
    throw new UserError(`the tag ${tag} was there and is gone again`, { help: 'Run the job again.' });
  return there === sha ? { tag, created: false, names } : elsewhere(tag, { name: tag, sha: there }, request);
}

function isNamesake(name: string, tag: string, prefix: string): boolean {
  const [one, other] = [parseVersion(name, prefix), parseVersion(tag, prefix)];
  return one !== undefined && other !== undefined && isSameVersion(one, other);
}

function elsewhere(tag: string, { name, sha }: Tag, request: VersionRequest): Claim {
  const same = name === tag ? '' : `, and ${tag} is the same version`;
  return {
    finding: versionRules['tag-exists-elsewhere'].finding({
      message: `${name} is already at ${short(sha)}${same}, so ${short(request.sha)} cannot have it; a tag is never moved`,
      help: 'Claim another version, or let the next number be found with `next`.',
    }),
  };
}

/** Takes the next number; where another was faster, looks again. */
export async function claimNext(
  next: NextRequest,
  first: readonly Tag[],
  request: VersionRequest,
  ports: VersionPorts,
): Promise<Claim> {
  const taken: string[] = [];
  let tags = first;
  for (let tries = 1; tries <= maxTries; tries += 1) {
    const started = ports.clock.now();
    // A list may lag behind: what was seen taken is not tried again.
    const names = [...namesOf(tags), ...taken];
    const before = answered(next, at(tags, request), request.prefix);
    if (before !== undefined) return { tag: before, created: false, names };
    const tag = nextTag(next, names, request.prefix);
    const made = await create(tag, request, ports);
    if (made.created || made.sha === request.sha) return { tag, created: made.created, names };
    ports.log.info(`${tag} went to another commit: trying the next number`);
    taken.push(tag);
    await ports.clock.pause(spread(tries, ports.clock.now() - started, ports.clock));
    tags = await ports.tags.list(request.prefix);
  }
  const message = `no free number for ${short(request.sha)} after ${maxTries} tries: others took each of them first`;
  return { finding: versionRules.contended.finding({ message, help: 'Run the job again.' }) };
}

export function namesOf(tags: readonly Tag[]): string[] {
  return tags.map(({ name }) => name);
}

/** Names of the tags at the commit of the request. */
export function at(tags: readonly Tag[], { sha }: VersionRequest): string[] {
  return namesOf(tags.filter((tag) => tag.sha === sha));
}

/** Many claim at once where one lost: spreads their next tries over the time of twice as many tries with each loss. */
function spread(tries: number, costMs: number, { random }: Clock): number {
  return random() * Math.min(2 ** tries, 24) * Math.max(0, costMs);
}

function create(tag: string, { sha, committedAt, verdicts = [] }: VersionRequest, { tags }: VersionPorts) {
  return tags.create({ tag, sha, taggerDate: committedAt, message: tagMessage(tag, verdicts) });
}

function short(sha: string): string {
  return sha.slice(0, 8);
}
