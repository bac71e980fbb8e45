import { compareText } from '../../kernel/compare.ts';

/** A version tag: `v2.3.1`, `qwen3-vl/v2.4.0-rc.1`, read by the rules of Semantic Versioning 2.0.0; the `v` may be missing. */
export interface Version {
  /** The whole name of the tag. */
  readonly tag: string;
  /** The tag without the prefix. */
  readonly text: string;
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** `['rc', '1']`; empty for a release. */
  readonly preRelease: readonly string[];
  /** What follows a `+`; empty without one. */
  readonly build: string;
}

/** Nine digits at most: far beyond any version, and exact as a number. */
const core = /^v?(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/;
const identifier = /^[0-9A-Za-z-]+$/;
const leadingZero = /^0\d+$/;

/** Longer names are no versions. */
const maxLength = 200;

/** The version that a tag names; `undefined` for a tag without the prefix, or of any other form. */
export function parseVersion(tag: string, prefix: string): Version | undefined {
  if (!tag.startsWith(prefix) || tag.length > maxLength) return undefined;
  const text = tag.slice(prefix.length);
  const [released = '', ...builds] = text.split('+');
  const dash = released.indexOf('-');
  const numbers = core.exec(dash < 0 ? released : released.slice(0, dash));
  const preRelease = dash < 0 ? [] : released.slice(dash + 1).split('.');
  const build = builds[0] ?? '';
  const wellFormed = preRelease.every((part) => identifier.test(part) && !leadingZero.test(part));
  if (numbers === null || !wellFormed || builds.length > 1) return undefined;
  if (builds.length === 1 && !build.split('.').every((part) => identifier.test(part))) return undefined;
  const [major = 0, minor = 0, patch = 0] = numbers.slice(1).map(Number);
  return { tag, text, major, minor, patch, preRelease, build };
}

/** Semantic Versioning's precedence; equal versions (`v1.0.0`, `1.0.0+b`) by name, so that the order is total. */
export function compareVersions(a: Version, b: Version): number {
  return precedence(a, b) || compareText(a.text, b.text);
}

/** Below 0, 0 or above 0, by Semantic Versioning's rule 11. */
export function precedence(a: Version, b: Version): number {
  return (
    a.major - b.major ||
    a.minor - b.minor ||
    a.patch - b.patch ||
    comparePreRelease(a.preRelease, b.preRelease)
  );
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

/** `v2.3.1` and `2.3.1`: two names that every reader takes for one version. */
export function isSameVersion(a: Version, b: Version): boolean {
  return a.text.replace(/^v/, '') === b.text.replace(/^v/, '');
}

export function isRelease(version: Version): boolean {
  return version.preRelease.length === 0;
}

/** `v2.3` of v2.3.1. */
export function lineOf(version: Version): string {
  return `v${version.major}.${version.minor}`;
}
