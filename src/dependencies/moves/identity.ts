/** By what else than its version a package is another than it was: source, hosts, hashes and build are one with it. */
import { hostChanges } from './hosts.ts';
import type { Artifact, IdentityChange, LockEntry } from '../model.ts';
import { hostOf, originOf, sourceText } from '../source.ts';
import { publicKey, versionKey } from '../../pep440/version.ts';

export interface IdentityContext {
  /** Hosts that the policy allows. */
  readonly isAllowedHost: (host: string) => boolean;
  /** What the lock is made for changed: files that went may be those of another Python or platform. */
  readonly isNarrowed: boolean;
  /** Whether a file is for another platform than the policy's target, by its name. */
  readonly isElsewhere: (file: string) => boolean;
  /** Variants of the package came or went beside the one that is compared. */
  readonly hasOtherVariants?: boolean;
}

/** What changed between the entries of one package in one environment and one entry that stands there now. */
export function identityChanges(
  before: readonly LockEntry[],
  entry: LockEntry,
  context: IdentityContext,
): readonly IdentityChange[] {
  const same = before.find((old) => isSame(old, entry) || isMirrored(old, entry, context));
  const changes =
    same === undefined ? movedChanges(before, entry, context) : fileChanges(same, entry, context);
  return changes.map((change) => ({ ...change, line: entry.line, column: entry.column }));
}

type Change = Omit<IdentityChange, 'line' | 'column'>;

function isSame(old: LockEntry, now: LockEntry): boolean {
  return sameVersion(old, now) && sourceText(old.source) === sourceText(now.source);
}

function isMirrored(old: LockEntry, now: LockEntry, { isAllowedHost }: IdentityContext): boolean {
  const host = hostOf(now.source.address);
  if (old.source.kind !== 'registry' || now.source.kind !== 'registry' || host === undefined) return false;
  return sameVersion(old, now) && isAllowedHost(host);
}

function sameVersion(a: LockEntry, b: LockEntry): boolean {
  if (a.version === b.version) return true;
  return (
    a.version !== undefined && b.version !== undefined && versionKey(a.version) === versionKey(b.version)
  );
}

/** Another version, or the same one from elsewhere: what it stands beside is all that there was. */
function movedChanges(
  before: readonly LockEntry[],
  entry: LockEntry,
  context: IdentityContext,
): readonly Change[] {
  if (before.length === 0) return [];
  const elsewhere = sourceChange(before, entry, context);
  if (elsewhere !== undefined) return [elsewhere];
  const old = before.flatMap(({ artifacts }) => artifacts());
  const now = entry.artifacts();
  return [...buildChange(before, entry), ...lostHashes(old, now), ...hostChanges(old, now, context)];
}

function sourceChange(
  before: readonly LockEntry[],
  { source }: LockEntry,
  { isAllowedHost }: IdentityContext,
): Change | undefined {
  const origin = originOf(source);
  const host = hostOf(source.address);
  if (source.kind === 'registry' && host !== undefined && isAllowedHost(host)) return undefined;
  const old = before.map((entry) => originOf(entry.source));
  if (old.includes(origin)) return undefined;
  const from = origin === '' ? 'the default index' : origin;
  const was = [...new Set(old)].map((one) => one || 'the default index').join(' and ');
  return {
    kind: 'source',
    grade: 'error',
    what: `comes from ${from}, no longer from ${was}`,
    names: [addressOf(origin)],
  };
}

/** What somebody must name: the address without its kind. */
export function addressOf(origin: string): string {
  return origin === '' ? 'the-default-index' : origin.slice(origin.indexOf(' ') + 1).replaceAll(/\s+/g, '_');
}

/** `cu128`, `cpu`, `rocm6.4` of a local version; the version itself may name it, so it is asked only where that moved. */
function buildChange(before: readonly LockEntry[], entry: LockEntry): readonly Change[] {
  const versions = before.flatMap(({ version }) => version ?? []);
  const { version } = entry;
  if (version === undefined || versions.length === 0) return [];
  const build = buildOf(version);
  if (versions.some((old) => buildOf(old) === build || publicKey(old) === publicKey(version))) return [];
  const was = [...new Set(versions.map(buildOf))].map((old) => old || 'none').join(' and ');
  const what = `has ${build || 'none'} as the build in its version, where it had ${was}`;
  return [{ kind: 'build', grade: 'error', what, names: [build] }];
}

function buildOf(version: string): string {
  return /\+(?:.*[.+])?(cpu|xpu|cu\d+|rocm[\d.]*)/i.exec(version)?.[1]?.toLowerCase() ?? '';
}

/** The same version from the same source. */
function fileChanges(before: LockEntry, entry: LockEntry, context: IdentityContext): readonly Change[] {
  if (before.artifacts === entry.artifacts) return [];
  const old = before.artifacts();
  const now = entry.artifacts();
  if (old.length === 0) return [];
  const changes = [...lostHashes(old, now), ...otherHashes(old, now), ...hostChanges(old, now, context)];
  // conda's build names the one file; other variants of the package may have taken files along.
  const isSettled = changes.length > 0 || entry.source.kind === 'conda' || context.hasOtherVariants === true;
  return isSettled ? changes : otherFiles(old, now, context);
}

/** Files that were checked, or would have been, and are so no longer. */
function lostHashes(old: readonly Artifact[], now: readonly Artifact[]): readonly Change[] {
  if (old.length === 0 || old.some(({ hash }) => hash === undefined)) return lostOfSome(old, now);
  const bare = now.filter(({ hash }) => hash === undefined);
  if (now.length > 0 && bare.length === 0) return [];
  return [unhashed(bare, now)];
}

/** Where some had no hash before, those that had one. */
function lostOfSome(old: readonly Artifact[], now: readonly Artifact[]): readonly Change[] {
  const hashed = new Set(old.filter(({ hash }) => hash !== undefined).map(({ file }) => file));
  const lost = now.filter(({ file, hash }) => hash === undefined && hashed.has(file));
  return lost.length === 0 ? [] : [unhashed(lost, now)];
}

function unhashed(bare: readonly Artifact[], now: readonly Artifact[]): Change {
  const [first] = bare;
  const what =
    first === undefined || bare.length === now.length
      ? 'has no hash any more, so that whatever is served under its name is installed'
      : `has no hash any more for ${first.file}${bare.length > 1 ? ` and ${bare.length - 1} more` : ''}`;
  const names = bare.map(({ file }) => `no-hash:${file}`);
  return { kind: 'unhashed', grade: 'error', what, names: names.length === 0 ? ['no-hash'] : names };
}

/** The same file with another hash; of hashes without file names, some that went while others came. */
function otherHashes(old: readonly Artifact[], now: readonly Artifact[]): readonly Change[] {
  const known = new Set(old.map(keyOf));
  const fresh = now.filter((artifact) => artifact.hash !== undefined && !known.has(keyOf(artifact)));
  const slots = new Set(old.map(slotOf));
  const clashing = fresh.filter((artifact) => slots.has(slotOf(artifact)));
  const [first] = clashing;
  if (first === undefined) return [];
  const kept = new Set(now.map(keyOf));
  const gone = old.filter((artifact) => slotOf(artifact) === slotOf(first) && !kept.has(keyOf(artifact)));
  if (gone.length === 0) return [];
  const file = first.file === '' ? 'one of its files' : first.file;
  const what = `is another file than it was: the hash of ${file} is now ${shortHash(first.hash)}`;
  return [{ kind: 'hash', grade: 'error', what, names: clashing.map(({ hash }) => shortHash(hash, '')) }];
}

/** Files that went while none came, or that were all replaced. One for another Python or platform may come and go. */
function otherFiles(
  old: readonly Artifact[],
  now: readonly Artifact[],
  { isNarrowed, isElsewhere }: IdentityContext,
): readonly Change[] {
  const [were, are] = [old, now].map((all) => new Set(all.map(({ file, hash = '' }) => file || hash)));
  const gone = [...(were ?? [])].filter((file) => are?.has(file) !== true);
  const [first] = gone;
  if (first === undefined || were === undefined || are === undefined) return [];
  const kept = were.size - gone.length;
  if (kept === 0 && are.size > 0)
    return [
      {
        kind: 'hash',
        grade: 'error',
        what: replaced,
        names: now.map(({ file, hash }) => shortHash(hash ?? file, '')),
      },
    ];
  if (isNarrowed || are.size > kept) return [];
  const which = `${shortHash(first)}${gone.length > 1 ? ` and ${gone.length - 1} more` : ''}`;
  const what = `has fewer hashes than before: ${which} of ${were.size} ${gone.length > 1 ? 'are' : 'is'} gone`;
  const grade = gone.every(isElsewhere) ? 'warning' : 'error';
  return [{ kind: 'fewer', grade, what, names: gone.map((file) => `without:${shortHash(file, '')}`) }];
}

const replaced = 'is another build: none of its files is one that it had';

function keyOf({ file, hash = '' }: Artifact): string {
  return `${file} ${hash}`;
}

/** What may have one hash only: a file and an algorithm. */
function slotOf({ file, hash = '' }: Artifact): string {
  return `${file} ${hash.split(':', 1)[0] ?? ''}`;
}

/** Of a hash so much that nobody makes another file for it. */
function shortHash(text: string | undefined, end = '…'): string {
  return (text ?? '').replace(/^(\w+:[0-9a-f]{16})[0-9a-f]+$/i, `$1${end}`);
}
