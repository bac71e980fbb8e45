/**
 * Versions as PEP 440 orders them (https://packaging.python.org/en/latest/specifications/version-specifiers/). Not left to
 * `@renovatebot/pep440`: it takes the builds `+1e5` and `+100000` for one, and its `<` and `>` refuse versions that belong.
 */
export interface Version {
  readonly epoch: bigint;
  /** Release numbers as written: `2.10.0` is [2, 10, 0]. */
  readonly release: readonly bigint[];
  readonly pre: readonly ['a' | 'b' | 'rc', bigint] | undefined;
  readonly post: bigint | undefined;
  readonly dev: bigint | undefined;
  readonly local: readonly Part[];
}

type Part = bigint | string;

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
    epoch: BigInt(epoch ?? 0),
    release: (release ?? '').split('.').map(BigInt),
    pre: pre === undefined ? undefined : [pre, BigInt(preNumber ?? 0)],
    post:
      postNumber === undefined && postName === undefined ? undefined : BigInt(postNumber ?? postNumber2 ?? 0),
    dev: devName === undefined ? undefined : BigInt(devNumber ?? 0),
    local: (local?.split(/[-_.]/) ?? []).map((part) => (/^\d+$/.test(part) ? BigInt(part) : part)),
  };
}

/** Negative, zero or positive, as PEP 440 orders the two. */
export function compareVersions(a: Version, b: Version): number {
  const other = orderOf(b);
  for (const [index, parts] of orderOf(a).entries()) {
    const order = compareParts(parts, other[index] ?? []);
    if (order !== 0) return order;
  }
  return 0;
}

/** What decides, first to last. A lone `.dev` sorts before any pre-release, a release without one after them all. */
function orderOf({ epoch, release, pre, post, dev, local }: Version): readonly (readonly Part[])[] {
  return [
    [epoch],
    withoutTrailingZeros(release),
    pre ?? [post === undefined && dev !== undefined ? '' : 'release'],
    post === undefined ? [] : [post],
    dev === undefined ? ['release'] : ['dev', dev],
    local,
  ];
}

/** Numbers sort after text, and the longer of two lists with the same start after the shorter. */
function compareParts(a: readonly Part[], b: readonly Part[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (typeof part !== typeof other) return typeof part === 'bigint' ? 1 : -1;
    if (part !== other) return part < other ? -1 : 1;
  }
  return a.length - b.length;
}

/** PEP 440's normal form, as written by python-packaging's `str(Version(text))`. */
export function versionText(version: Version): string {
  const { local } = version;
  return publicText(version) + (local.length === 0 ? '' : `+${local.join('.')}`);
}

/** The normal form without the local tag. */
export function publicText({ epoch, release, pre, post, dev }: Version): string {
  return [
    epoch === 0n ? '' : `${epoch}!`,
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

export function withoutTrailingZeros(release: readonly bigint[]): readonly bigint[] {
  return release.slice(0, Math.max(1, release.findLastIndex((part) => part !== 0n) + 1));
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
