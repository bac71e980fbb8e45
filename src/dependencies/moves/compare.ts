/** Two states of one lock: what differs, as sets, so that nothing is lost where a name stands several times. */
import { sourceText } from '../source.ts';
import type { LockEntry } from '../model.ts';
import { versionKey } from '../../pep440/version.ts';

/** One package whose set of (version, source) differs in some environment. */
export interface Difference {
  readonly name: string;
  readonly before: readonly LockEntry[];
  readonly after: readonly LockEntry[];
  /** Entries that stand on one side only. */
  readonly gone: readonly LockEntry[];
  readonly come: readonly LockEntry[];
  /** Entries that are the same version from the same source with other content. */
  readonly rebuilt: readonly LockEntry[];
}

export function compareLocks(before: readonly LockEntry[], after: readonly LockEntry[]): Difference[] {
  const old = byName(before);
  const now = byName(after);
  const names = new Set([...old.keys(), ...now.keys()]);
  const differences = [...names].map((name) => differenceOf(name, old.get(name) ?? [], now.get(name) ?? []));
  return differences.filter((difference) => difference !== undefined);
}

export function byName(entries: readonly LockEntry[]): Map<string, LockEntry[]> {
  const map = new Map<string, LockEntry[]>();
  for (const entry of entries) {
    const list = map.get(entry.name);
    if (list === undefined) map.set(entry.name, [entry]);
    else list.push(entry);
  }
  return map;
}

function differenceOf(
  name: string,
  before: readonly LockEntry[],
  after: readonly LockEntry[],
): Difference | undefined {
  if ([...before, ...after].every(({ own }) => own)) return undefined;
  const old = new Map(before.map((entry) => [keyOf(entry), entry]));
  const now = new Map(after.map((entry) => [keyOf(entry), entry]));
  const gone = [...old].filter(([key]) => !now.has(key)).map(([, entry]) => entry);
  const come = [...now].filter(([key]) => !old.has(key)).map(([, entry]) => entry);
  const rebuilt = [...now].filter(([key, entry]) => isRebuilt(old.get(key), entry)).map(([, entry]) => entry);
  if (gone.length + come.length + rebuilt.length === 0) return undefined;
  return { name, before, after, gone, come, rebuilt };
}

function keyOf({ environment, version, source, own }: LockEntry): string {
  if (own) return `${environment}\0own`;
  return `${environment}\0${version === undefined ? '' : versionKey(version)}\0${sourceText(source)}`;
}

/** Added hashes are churn; the same file with another hash, or hashes none of which stayed, is other content. */
function isRebuilt(before: LockEntry | undefined, after: LockEntry): boolean {
  if (before === undefined || before.artifacts === after.artifacts) return false;
  const old = before.artifacts();
  if (old.length === 0) return false;
  const now = after.artifacts();
  const oldHashes = new Set(old);
  const changed = now.filter((artifact) => !oldHashes.has(artifact));
  if (changed.length === 0) return false;
  const oldFiles = new Set(old.map(fileAndAlgorithm));
  if (old[0]?.includes(' ') === true)
    return changed.some((artifact) => oldFiles.has(fileAndAlgorithm(artifact)));
  return changed.length === now.length && now.some((artifact) => oldFiles.has(fileAndAlgorithm(artifact)));
}

function fileAndAlgorithm(artifact: string): string {
  return artifact.split(':', 1)[0] ?? '';
}
