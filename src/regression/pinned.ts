/** An entry of `baseline` or `anchor`: files of the merge base, or of the state of trunk that a ref names. */
export interface Entry {
  readonly ref?: string;
  /** A glob; '' where only a release is named. */
  readonly path: string;
}

/** As git reads `REV:path`: what stands before the first colon is a ref, where it can be one; `./a:b` is a path. */
export function entryOf(entry: string): Entry {
  if (isLatestRelease(entry)) return { ref: entry, path: '' };
  const [, ref, path] = /^([^\s:*?[\]{}()!\\.~^/-][^\s:*?[\]{}()!\\~^]*):(.+)$/s.exec(entry) ?? [];
  return ref === undefined || path === undefined ? { path: entry } : { ref, path };
}

/** `latest-release`, or `qwen3-vl/latest-release` with the prefix of the tags. */
export function isLatestRelease(ref: string): boolean {
  return /^(?:.*\/)?latest-release$/.test(ref);
}

/** Whether a list of paths names a ref, so that it is not the merge base that is read. */
export function isPinned(entries: readonly string[]): boolean {
  return entries.some((entry) => entryOf(entry).ref !== undefined);
}

interface Globs {
  readonly baseline: readonly string[];
  readonly candidate: readonly string[];
}

/** Globs of the baseline, without the ref before them; the candidate's own where it has none. */
export function globsOf({ baseline, candidate }: Globs): readonly string[] {
  const paths = baseline.map((entry) => entryOf(entry).path).filter((path) => path !== '');
  return paths.length > 0 ? paths : candidate;
}
