import { compareVersions, parseVersion } from '../../pep440/version.ts';

/** What is known of one package. */
export interface Framework {
  /** The last patch of each minor version, oldest first. */
  readonly versions: readonly string[];
  /** Class or file of options → its options, as `optionsOf` reads them. */
  readonly groups: Readonly<Record<string, string>>;
  /** Choices that options share, with spaces in between. */
  readonly choices: readonly string[];
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
  /** A branch or a commit of the framework's repository, whose version is unknown: the newest stands for it. */
  readonly commit?: string;
  /** The repository makes the package itself, and nothing decides on a version: its newest release stands for what is there. */
  readonly isOwn?: true;
}

export type Pins = ReadonlyMap<string, Pin>;

/** The version that some file decides on. */
export function decided(pins: Pins, name: string): Pin | undefined {
  const pin = pins.get(name);
  return pin?.isOwn === true ? undefined : pin;
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
