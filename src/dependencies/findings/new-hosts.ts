/** Packages that are new in a lock, from a host that served nothing before: there is no file of theirs to compare with. */
import { depsRules } from '../rules.ts';
import { groupBy } from '../../kernel/group.ts';
import type { Finding } from '../../report/model.ts';
import type { LockEntry, Move, Statement } from '../model.ts';
import { areSiblings } from '../moves/hosts.ts';
import { hostOf, originOf } from '../source.ts';
import { listed } from './wording.ts';

interface Lock {
  readonly before: readonly LockEntry[];
  readonly after: readonly LockEntry[];
  /** Of the manifests that govern it. */
  readonly statements: readonly Statement[];
}

/** One warning for each host that no other file of the same index came from, and that no manifest and no policy names. */
export function newHostFindings(
  file: string,
  { before, after, statements }: Lock,
  moves: readonly Move[],
  isAllowedHost: (host: string) => boolean,
): Finding[] {
  const fresh = new Set(moves.flatMap((move) => (isFresh(move) ? [move.name] : [])));
  if (fresh.size === 0) return [];
  const isKnown = hostsOf(before);
  const named = statements.flatMap(({ text }) => text.split(/\s+/).flatMap((word) => hostOf(word) ?? []));
  const strange = after
    .filter(({ name }) => fresh.has(name))
    .flatMap((entry) => hostsIn(entry).map((host) => ({ entry, host })))
    .filter(
      ({ host }) => !isAllowedHost(host) && !named.some((one) => one === host || areSiblings(one, host)),
    )
    .filter(({ entry, host }) => isKnown(entry, host) === false);
  return [...groupBy(strange, ({ host }) => host)].map(([host, all]) => {
    const [first] = all;
    const names = [...new Set(all.map(({ entry }) => entry.name))];
    const message = `${listed(names, 5)} ${names.length === 1 ? 'is' : 'are'} new in the lock, with files from ${host}: nothing else that the lock contains from the same index came from there.`;
    const help = `See that this is meant: \`hosts\` of the policy names hosts that may serve packages.`;
    const place = first === undefined ? {} : { line: first.entry.line, column: first.entry.column };
    return depsRules['identity-change'].finding({ severity: 'warning', message, file, ...place, help });
  });
}

/** What a person stated, or a bot may add, is shown already. */
function isFresh({ before, after, class: kind }: Move): boolean {
  return before.length === 0 && after.length > 0 && (kind === 'added' || kind === 'requested');
}

function hostsIn({ artifacts }: LockEntry): readonly string[] {
  return [...new Set(artifacts().flatMap(({ host }) => host ?? []))];
}

/** Whether the index of the entry served a file from the host; `undefined` where the lock shows no host of it. */
function hostsOf(before: readonly LockEntry[]): (entry: LockEntry, host: string) => boolean | undefined {
  const byOrigin = groupBy(before, ({ source }) => originOf(source));
  const some = new Map<string, ReadonlySet<string>>();
  const all = new Map<string, ReadonlySet<string>>();
  const within = (known: Map<string, ReadonlySet<string>>, origin: string, most: number) => {
    const found = known.get(origin) ?? new Set((byOrigin.get(origin) ?? []).slice(0, most).flatMap(hostsIn));
    known.set(origin, found);
    return found;
  };
  return ({ source }, host) => {
    const origin = originOf(source);
    // A few say it for nearly every package; the files of all are read where they do not.
    if (within(some, origin, 20).has(host)) return true;
    const hosts = within(all, origin, before.length);
    return hosts.size === 0 ? undefined : hosts.has(host) || [...hosts].some((one) => areSiblings(one, host));
  };
}
