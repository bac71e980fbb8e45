import { compareVersions, parseVersion } from '../../pep440/version.ts';

/** Options of one class: those of all versions, and of others the first and the last version that has them, as places in `versions`. */
export interface OptionGroup {
  /** Names with spaces in between. */
  readonly always: string;
  readonly some: Readonly<Record<string, readonly number[]>>;
}

/** What is known of one package. */
export interface Framework {
  /** The last patch of each minor version, oldest first. */
  readonly versions: readonly string[];
  readonly groups: Readonly<Record<string, OptionGroup>>;
  /** Gone option → what it is called since. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Classes of layers that FSDP may wrap, with spaces in between. */
  readonly classes?: string;
}

/** Package → its facts, as scripts/frameworks/renew.py writes them. */
export type FrameworkFacts = Readonly<Record<string, Framework>>;

/** The version of a package that a repository decides on. */
export interface Pin {
  readonly version: string;
  /** Where; for a message. */
  readonly file: string;
  /** A lock or `==`: this very version runs. */
  readonly isExact: boolean;
}

export type Pins = ReadonlyMap<string, Pin>;

/** What is known of an option: in which versions it is. */
export type Presence = { readonly first: number; readonly last: number };

export function presenceOf(
  { versions }: Framework,
  { always, some }: OptionGroup,
  name: string,
): Presence | undefined {
  const span = Object.hasOwn(some, name) ? some[name] : undefined;
  if (span !== undefined) return { first: span[0] ?? 0, last: span[1] ?? versions.length - 1 };
  return namesIn(always).has(name) ? { first: 0, last: versions.length - 1 } : undefined;
}

const sets = new Map<string, ReadonlySet<string>>();

/** The words of a text; made once. */
export function namesIn(text: string): ReadonlySet<string> {
  const known = sets.get(text);
  if (known !== undefined) return known;
  const made = new Set(text.split(' '));
  sets.set(text, made);
  return made;
}

/** The place of the version of which most is known: the greatest that is not above it; the first where all are. */
export function placeOfVersion({ versions }: Framework, version: string): number {
  const wanted = parseVersion(version);
  if (wanted === undefined) return versions.length - 1;
  // a patch of the same minor version is that version
  const minor = { ...wanted, release: wanted.release.slice(0, 3) };
  const place = versions.findLastIndex((known, index) => {
    const one = parseVersion(known);
    if (one === undefined) return false;
    if (compareVersions(one, minor) <= 0) return true;
    const below = versions[index - 1];
    return sameMinor(known, version) && (below === undefined || !sameMinor(below, version));
  });
  return Math.max(0, place);
}

function sameMinor(a: string, b: string): boolean {
  return minorOf(a) === minorOf(b);
}

/** `4.46` of `4.46.3`. */
export function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}
