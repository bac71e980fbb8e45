import { bumps, type Bump } from './bump.ts';
import { preReleaseStyle } from './spelling.ts';
import { countedVersions } from './schemes.ts';
import { isRelease, lineOf, versionsOf, type Version } from './version.ts';

/** Which number comes next: the next patch of a line, or a bump of the highest release. */
export interface NextRequest {
  /** `v2.3`. */
  readonly line?: string;
  /** Default patch; without meaning where a line is given. */
  readonly bump?: Bump;
  /** `rc`, `alpha`: a pre-release of that number. */
  readonly preRelease?: string;
}

const linePattern = /^v?(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})(?:\.x)?$/;
const preReleasePattern = /^[a-z][0-9a-z-]{0,30}$/i;

export function isLine(text: string): boolean {
  return linePattern.test(text);
}

export function isPreReleaseName(text: string): boolean {
  return preReleasePattern.test(text);
}

export function isBump(text: string): text is Bump {
  return bumps.some((bump) => bump === text);
}

/** `v2.3` of `2.3`, `v2.3` or `v2.3.x`. */
export function normalLine(text: string): string {
  const [, major = '', minor = ''] = linePattern.exec(text) ?? [];
  return `v${major}.${minor}`;
}

/** The line that a branch `release/v2.3` keeps; `undefined` for any other branch. */
export function lineOfBranch(branch: string | undefined): string | undefined {
  const name = branch?.startsWith('release/') === true ? branch.slice('release/'.length) : '';
  return isLine(name) ? normalLine(name) : undefined;
}

/** What a push owes: on a release branch the next patch of its line, after the merge of a hotfix branch the next patch of all. */
export function dueNext(
  branch: string | undefined,
  mergedBranch: string | undefined,
): NextRequest | undefined {
  const line = lineOfBranch(branch);
  if (line !== undefined) return { line };
  return mergedBranch?.startsWith('hotfix/') === true ? { bump: 'patch' } : undefined;
}

/** The name of the next tag, prefix included, above all `tags`. */
export function nextTag(request: NextRequest, tags: readonly string[], prefix: string): string {
  const known = versionsOf(tags, prefix);
  // A line that is named counts its own, whatever its numbers are.
  const all = request.line === undefined ? countedVersions(known) : known;
  const core = nextCore(request, all.filter(isRelease));
  const text = `v${core.join('.')}`;
  const { preRelease: name } = request;
  if (name === undefined) return `${prefix}${text}`;
  const last = all.find(({ preRelease }) => preRelease[0] === name);
  const { before, between } = preReleaseStyle(last?.text ?? '');
  return `${prefix}${text}${before}${name}${between}${nextPreRelease(name, core, all)}`;
}

type Core = readonly [major: number, minor: number, patch: number];

function nextCore({ line, bump = 'patch' }: NextRequest, releases: readonly Version[]): Core {
  if (line !== undefined) return nextPatchOf(normalLine(line), releases);
  const [highest] = releases;
  const { major, minor, patch } = highest ?? { major: 0, minor: 0, patch: 0 };
  const next: Readonly<Record<Bump, Core>> = {
    patch: [major, minor, patch + 1],
    minor: [major, minor + 1, 0],
    major: [major + 1, 0, 0],
  };
  return next[bump];
}

function nextPatchOf(line: string, releases: readonly Version[]): Core {
  const [major = 0, minor = 0] = line.slice(1).split('.').map(Number);
  const highest = releases.find((version) => lineOf(version) === line);
  return [major, minor, highest === undefined ? 0 : highest.patch + 1];
}

/** `rc` alone counts as `rc.0`. */
function nextPreRelease(name: string, [major, minor, patch]: Core, all: readonly Version[]): number {
  const numbers = all
    .filter((version) => version.major === major && version.minor === minor && version.patch === patch)
    .filter(({ preRelease }) => preRelease[0] === name && preRelease.length <= 2)
    .map(({ preRelease }) => Number(preRelease[1] ?? 0))
    .filter(Number.isSafeInteger);
  return Math.max(0, ...numbers) + 1;
}

/** The tag at the commit that already answers the request: the same commit is not numbered twice. */
export function answered(
  request: NextRequest,
  tagsAtCommit: readonly string[],
  prefix: string,
): string | undefined {
  const fits = (version: Version) =>
    (request.line === undefined || lineOf(version) === normalLine(request.line)) &&
    (request.preRelease === undefined ? isRelease(version) : version.preRelease[0] === request.preRelease);
  return versionsOf(tagsAtCommit, prefix).find(fits)?.tag;
}
