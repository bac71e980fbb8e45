/** How a version is written in a tag: by Semantic Versioning, or by PEP 440. */

export interface ParsedVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** `['rc', '1']`, also of `rc1`; empty for a release. */
  readonly preRelease: readonly string[];
  /** `.post1`: the same release, published again. */
  readonly post?: number;
  /** `.dev3` of PEP 440: before what it leads to. */
  readonly dev?: number;
  /** What follows a `+`; empty without one. */
  readonly build: string;
}

/** Nine digits at most: far beyond any version, and exact as a number. */
const core = /^v?(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})(?!\d)/;
const identifier = /^[0-9A-Za-z-]+$/;
const leadingZero = /^0\d+$/;

/** What may follow the three numbers in PEP 440, where no dash begins it: `rc1`, `.post1`, `b2.dev3`; and `-post1`, which nobody means as a pre-release. */
const pep440 =
  /^(?:[._]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d{0,9}))?(?:[-_.]?(post|rev|r)[-_.]?(\d{0,9}))?(?:[-_.]?(dev)[-_.]?(\d{0,9}))?$/i;

/** What a text says as a version; `undefined` where it is none. */
export function parsedTag(text: string): ParsedVersion | undefined {
  const numbers = core.exec(text);
  const [released = '', build = '', ...more] = text.split('+');
  if (numbers === null || more.length > 0 || (text.includes('+') && !isDotted(build))) return undefined;
  const rest = released.slice(numbers[0].length);
  const ending = semanticEnding(rest) ?? pep440Ending(rest);
  if (ending === undefined) return undefined;
  const [major = 0, minor = 0, patch = 0] = numbers.slice(1).map(Number);
  return { major, minor, patch, ...ending, build };
}

type Ending = Pick<ParsedVersion, 'preRelease' | 'post' | 'dev'>;

function semanticEnding(rest: string): Ending | undefined {
  if (rest === '') return { preRelease: [] };
  if (!rest.startsWith('-') || /^-(?:post|rev)[-_.]?\d*$/i.test(rest)) return undefined;
  const parts = rest.slice(1).split('.');
  if (!parts.every((part) => identifier.test(part) && !leadingZero.test(part))) return undefined;
  return { preRelease: parts.flatMap(wordAndNumber) };
}

/** `rc10` comes after `rc2`: the word and its number apart. */
function wordAndNumber(part: string): string[] {
  const [, word, number] = /^([A-Za-z]+)(\d{1,9})$/.exec(part) ?? [];
  return word === undefined || number === undefined ? [part] : [word, String(Number(number))];
}

/** `alpha` and `rc` under the names that a dash would have them. */
function pep440Ending(rest: string): Ending | undefined {
  const [, word, number = '', post, postNumber = '', dev, devNumber = ''] = pep440.exec(rest) ?? [];
  if (word === undefined && post === undefined && dev === undefined) return undefined;
  return {
    preRelease: word === undefined ? [] : [word.toLowerCase(), String(Number(number))],
    ...(post === undefined ? {} : { post: Number(postNumber) }),
    ...(dev === undefined ? {} : { dev: Number(devNumber) }),
  };
}

function isDotted(build: string): boolean {
  return build.split('.').every((part) => identifier.test(part));
}

/** How the pre-releases of a name are written here: `-rc.1`, `-rc1`, `rc1`; by the text of one of them without its prefix. */
export function preReleaseStyle(text: string): { readonly before: string; readonly between: string } {
  const [, before, between] = /^v?\d+\.\d+\.\d+([-._]?)[A-Za-z]+([-._]?)\d+$/.exec(text) ?? [];
  return before === undefined || between === undefined ? { before: '-', between: '.' } : { before, between };
}

/** A name that looks like a version and reads as none: `v1.2.3.4`, `v2.4`, `2026.04.1`. A moving `v2` or `v2.3` is none. */
export function looksLikeVersion(text: string): boolean {
  return text.length <= 200 && /^[vV]?\d+\.\d+/.test(text);
}
