/**
 * Versions as PEP 440 orders them (https://packaging.python.org/en/latest/specifications/version-specifiers/).
 * Numbers are kept as digits without leading zeros: a local tag such as `1e5` is text, and no size loses precision.
 */
export interface Version {
  readonly epoch: string;
  /** Release numbers as written, without leading zeros: `2.10.0` is ['2', '10', '0']. */
  readonly release: readonly string[];
  readonly pre: readonly ['a' | 'b' | 'rc', string] | undefined;
  readonly post: string | undefined;
  readonly dev: string | undefined;
  readonly local: readonly string[];
}

const pattern =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/;

const preNames: Readonly<Record<string, 'a' | 'b' | 'rc'>> = {
  alpha: 'a',
  a: 'a',
  beta: 'b',
  b: 'b',
  preview: 'rc',
  pre: 'rc',
  c: 'rc',
  rc: 'rc',
};

/** No real version comes near: what is longer is hostile and not parsed. */
const longest = 512;

/** `undefined` for what PEP 440 does not allow. */
export function parseVersion(text: string): Version | undefined {
  const trimmed = text.trim().toLowerCase();
  const match = trimmed.length > longest ? null : pattern.exec(trimmed);
  if (match === null) return undefined;
  const [, epoch, release, preName, preNumber, postNumber, postName, postNumber2, devName, devNumber, local] =
    match;
  const pre = preName === undefined ? undefined : preNames[preName];
  return {
    epoch: digits(epoch),
    release: (release ?? '').split('.').map(digits),
    pre: pre === undefined ? undefined : [pre, digits(preNumber)],
    post: postNumber ?? (postName === undefined ? undefined : digits(postNumber2)),
    dev: devName === undefined ? undefined : digits(devNumber),
    local:
      local === undefined ? [] : local.split(/[-_.]/).map((part) => (isNumber(part) ? digits(part) : part)),
  };
}

function digits(text: string | undefined): string {
  return (text ?? '').replace(/^0+(?=\d)/, '') || '0';
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}

/** Negative, zero or positive, as PEP 440 orders the two. */
export function compareVersions(a: Version, b: Version): number {
  return comparePublic(a, b) || compareLists(a.local, b.local, compareLocalPart);
}

function comparePublic(a: Version, b: Version): number {
  return (
    compareNumbers(a.epoch, b.epoch) ||
    compareReleases(a.release, b.release) ||
    comparePhase(prePhase(a), prePhase(b)) ||
    comparePhase(postPhase(a), postPhase(b)) ||
    comparePhase(devPhase(a), devPhase(b))
  );
}

type Phase = readonly [rank: number, number: string];

/** A lone `.dev` sorts before any pre-release, a release without pre after them all. */
function prePhase({ pre, post, dev }: Version): Phase {
  if (pre !== undefined) return [['a', 'b', 'rc'].indexOf(pre[0]), pre[1]];
  return post === undefined && dev !== undefined ? [-1, '0'] : [3, '0'];
}

function postPhase({ post }: Version): Phase {
  return post === undefined ? [-1, '0'] : [0, post];
}

function devPhase({ dev }: Version): Phase {
  return dev === undefined ? [1, '0'] : [0, dev];
}

function comparePhase(a: Phase, b: Phase): number {
  return a[0] - b[0] || compareNumbers(a[1], b[1]);
}

/** Digit strings without leading zeros. */
export function compareNumbers(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : Number(a > b);
}

function compareReleases(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const order = compareNumbers(a[index] ?? '0', b[index] ?? '0');
    if (order !== 0) return order;
  }
  return 0;
}

function compareLists(
  a: readonly string[],
  b: readonly string[],
  compare: (a: string, b: string) => number,
): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = compare(part, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Numbers sort after text in a local tag. */
function compareLocalPart(a: string, b: string): number {
  if (isNumber(a) !== isNumber(b)) return isNumber(a) ? 1 : -1;
  if (isNumber(a)) return compareNumbers(a, b);
  return a < b ? -1 : Number(a > b);
}

/** PEP 440's normal form, as written by python-packaging's `str(Version(text))`. */
export function versionText(version: Version): string {
  const { local } = version;
  return publicText(version) + (local.length === 0 ? '' : `+${local.join('.')}`);
}

/** The normal form without the local tag. */
export function publicText({ epoch, release, pre, post, dev }: Version): string {
  return [
    epoch === '0' ? '' : `${epoch}!`,
    release.join('.'),
    pre === undefined ? '' : pre.join(''),
    post === undefined ? '' : `.post${post}`,
    dev === undefined ? '' : `.dev${dev}`,
  ].join('');
}

/** One text for every spelling of the same version: trailing zeros of the release dropped; other text as it stands. */
export function versionKey(text: string): string {
  const version = parseVersion(text);
  return version === undefined
    ? text
    : versionText({ ...version, release: withoutTrailingZeros(version.release) });
}

export function withoutTrailingZeros(release: readonly string[]): readonly string[] {
  let { length } = release;
  while (length > 1 && release[length - 1] === '0') length--;
  return release.slice(0, length);
}

/** `versionKey` without the local tag. */
export function publicKey(text: string): string {
  return versionKey(text).split('+', 1)[0] ?? text;
}

/** Whether the version is what the pin asks for: one without a local tag takes whichever build its index offers. */
export function meetsPin(version: string, pin: string): boolean {
  return (
    versionKey(version) === versionKey(pin) || (!pin.includes('+') && publicKey(version) === publicKey(pin))
  );
}
