/** Two states of one lock: what differs, as sets, so that nothing is lost where a name stands several times. */
import { type IdentityContext, identityChanges } from './identity.ts';
import { hostOf, sourceText } from '../source.ts';
import type { IdentityChange, LockEntry } from '../model.ts';
import { uniqueBy } from '../../kernel/group.ts';
import { versionKey } from '../../pep440/version.ts';

/** One package whose set of (version, source) differs in some environment. */
export interface Difference {
  readonly name: string;
  readonly before: readonly LockEntry[];
  readonly after: readonly LockEntry[];
  /** Entries that stand on one side only. */
  readonly gone: readonly LockEntry[];
  readonly come: readonly LockEntry[];
  /** Entries that are the same version from the same source with other files. */
  readonly rebuilt: readonly LockEntry[];
  /** What else than versions changed, asked for or not. */
  readonly identity: readonly IdentityChange[];
}

export const strictIdentity: IdentityContext = {
  isAllowedHost: () => false,
  isNarrowed: false,
  isElsewhere: () => false,
};

export function compareLocks(
  before: readonly LockEntry[],
  after: readonly LockEntry[],
  context: IdentityContext = strictIdentity,
): Difference[] {
  const old = byName(before);
  const now = byName(after);
  const names = new Set([...old.keys(), ...now.keys()]);
  const differences = [...names].map((name) =>
    differenceOf(name, old.get(name) ?? [], now.get(name) ?? [], context),
  );
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
  context: IdentityContext,
): Difference | undefined {
  if (isSameBlock(before, after) || [...before, ...after].every(({ own }) => own)) return undefined;
  const old = new Map(before.map((entry) => [keyOf(entry), entry]));
  const now = new Map(after.map((entry) => [keyOf(entry), entry]));
  const mirrored = mirrors(old, now, context);
  const gone = [...old].filter(([key]) => !now.has(key) && !mirrored.from.has(key)).map(([, one]) => one);
  const come = [...now].filter(([key]) => !old.has(key) && !mirrored.to.has(key)).map(([, one]) => one);
  const changesOf = (entry: LockEntry, beside: readonly LockEntry[]): readonly IdentityChange[] =>
    identityChanges(beside, entry, { ...context, hasOtherVariants: gone.length + come.length > 0 });
  const kept = [...now].flatMap(([key, entry]) => {
    const was = old.get(key) ?? mirrored.to.get(key);
    const changes = was === undefined || was.artifacts === entry.artifacts ? [] : changesOf(entry, [was]);
    return changes.length === 0 ? [] : [{ entry, changes }];
  });
  if (gone.length + come.length + kept.length === 0) return undefined;
  const moved = come.flatMap((entry) =>
    changesOf(
      entry,
      before.filter(({ environment }) => environment === entry.environment),
    ),
  );
  const changes = [...kept.flatMap((one) => one.changes), ...moved];
  const identity = uniqueBy(changes, ({ kind, what }) => `${kind} ${what}`);
  return { name, before, after, gone, come, rebuilt: kept.map(({ entry }) => entry), identity };
}

/** One entry that was read once for both states: nearly every package of nearly every change. */
export function isSameBlock(before: readonly LockEntry[], after: readonly LockEntry[]): boolean {
  const [old, now] = [before[0], after[0]];
  if (old === undefined || now === undefined || before.length + after.length !== 2) return false;
  return old.artifacts === now.artifacts && old.source === now.source && keyOf(old) === keyOf(now);
}

interface Mirrors {
  readonly from: ReadonlySet<string>;
  readonly to: ReadonlyMap<string, LockEntry>;
}

type Keyed = ReadonlyMap<string, LockEntry>;

/** The same version from an index that the policy allows in place of another one: its files tell whether it is the same. */
function mirrors(old: Keyed, now: Keyed, { isAllowedHost }: IdentityContext): Mirrors {
  const from = new Set<string>();
  const to = new Map<string, LockEntry>();
  for (const [key, entry] of now) {
    const host = hostOf(entry.source.address);
    if (old.has(key) || entry.source.kind !== 'registry' || host === undefined || !isAllowedHost(host))
      continue;
    const was = [...old].find(([other, one]) => !now.has(other) && isLike(one, entry));
    if (was === undefined) continue;
    from.add(was[0]);
    to.set(key, was[1]);
  }
  return { from, to };
}

function isLike(a: LockEntry, b: LockEntry): boolean {
  return a.environment === b.environment && a.version === b.version && a.source.kind === b.source.kind;
}

function keyOf({ environment, version, source, own }: LockEntry): string {
  if (own) return `${environment}\0own`;
  return `${environment}\0${version === undefined ? '' : versionKey(version)}\0${sourceText(source)}`;
}
