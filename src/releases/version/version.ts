import { compareText } from '../../kernel/compare.ts';
import { parsedTag, type ParsedVersion } from './spelling.ts';

/**
 * A version tag: `v2.3.1`, `qwen3-vl/v2.4.0-rc.1` by Semantic Versioning 2.0.0, `v2.4.0rc1`, `0.6.3.post1` by PEP 440; the `v` may be missing.
 */
export interface Version extends ParsedVersion {
  /** The whole name of the tag. */
  readonly tag: string;
  /** The tag without the prefix. */
  readonly text: string;
}

/** Longer names are not versions. */
const maxLength = 200;

/** The version that a tag names; `undefined` for a tag without the prefix, or of any other form. */
export function parseVersion(tag: string, prefix: string): Version | undefined {
  if (!tag.startsWith(prefix) || tag.length > maxLength) return undefined;
  const text = tag.slice(prefix.length);
  const parsed = parsedTag(text);
  return parsed === undefined ? undefined : { tag, text, ...parsed };
}

/** Semantic Versioning's precedence; equal versions (`v1.0.0`, `1.0.0+b`) by name, so that the order is total. */
export function compareVersions(a: Version, b: Version): number {
  return precedence(a, b) || compareText(a.text, b.text);
}

/**
 * Below 0, 0 or above 0: Semantic Versioning's rule 11, but for a word with a number in one (`rc2`, `rc10`), which is read as
 * `rc.2`; `.post` and `.dev` as PEP 440 orders them.
 */
export function precedence(a: Version, b: Version): number {
  return (
    a.major - b.major ||
    a.minor - b.minor ||
    a.patch - b.patch ||
    Number(!isLoneDev(a)) - Number(!isLoneDev(b)) ||
    comparePreRelease(a.preRelease, b.preRelease) ||
    (a.post ?? -1) - (b.post ?? -1) ||
    compareDev(a.dev, b.dev)
  );
}

/** `1.0.0.dev3` is before every pre-release of 1.0.0. */
function isLoneDev({ preRelease, post, dev }: Version): boolean {
  return dev !== undefined && post === undefined && preRelease.length === 0;
}

function compareDev(a: number | undefined, b: number | undefined): number {
  return Number(a === undefined) - Number(b === undefined) || (a ?? 0) - (b ?? 0);
}

function comparePreRelease(a: readonly string[], b: readonly string[]): number {
  // A release comes after its pre-releases.
  if (a.length === 0 || b.length === 0) return Number(a.length === 0) - Number(b.length === 0);
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const order = compareIdentifier(a[index] ?? '', b[index] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

const digits = /^\d+$/;

/** Numbers by value and before words; words by code unit. Numbers have no leading zero, so the longer is the larger. */
function compareIdentifier(a: string, b: string): number {
  const numeric = [digits.test(a), digits.test(b)];
  if (numeric[0] === true && numeric[1] === true) return a.length - b.length || compareText(a, b);
  if (numeric[0] !== numeric[1]) return numeric[0] === true ? -1 : 1;
  return compareText(a, b);
}

/** The versions among the tags, highest first. */
export function versionsOf(tags: readonly string[], prefix: string): Version[] {
  return tags.flatMap((tag) => parseVersion(tag, prefix) ?? []).toSorted((a, b) => compareVersions(b, a));
}

/** `v2.3.1` and `2.3.1`, `v2.4.0-rc.1` and `2.4.0rc1`: names that every reader takes for one version. */
export function isSameVersion(a: Version, b: Version): boolean {
  return precedence(a, b) === 0 && a.build === b.build;
}

export function isRelease({ preRelease, dev }: Version): boolean {
  return preRelease.length === 0 && dev === undefined;
}

/** `v2.3` of v2.3.1. */
export function lineOf(version: Version): string {
  return `v${version.major}.${version.minor}`;
}
