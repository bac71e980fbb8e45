/** What git knows of each merge, as weights. */
import { inForce } from '../../kernel/reverts.ts';
import {
  fewestCulprits,
  kindsOf,
  learnedWeights,
  touchedBy,
  weigh,
  type Merge,
  type Seen,
  type Weights,
} from '../index.ts';
import type { Surfaces } from '../priors.ts';
import type { FedMerges } from './fed.ts';

/** Most merges of which the changed files are asked for. */
const mostAsked = 300;

export interface WeighPorts {
  /** Paths that each commit changed against the one before it in the list, for all but the first. */
  changedAlong(shas: readonly string[]): Promise<readonly (readonly string[])[]>;
  /** By the ledger; absent where there is none. */
  fed?(shas: readonly string[]): Promise<FedMerges>;
  /** The same. */
  seen?(shas: readonly string[]): Promise<ReadonlyMap<string, Seen>>;
}

export interface Weighing {
  /** Whether every merge counts the same. */
  readonly isFlat?: boolean;
  /** Full SHAs before the range, oldest first: where the ledger names enough culprits among them, weights are learned from it. */
  readonly history?: readonly string[];
}

/** The merges with what is known of them and their weights, which are 1 where `isFlat`; the first, the state before all others, has none. Of a very long range only the newest are asked for. */
export async function weighMerges(
  merges: readonly Merge[],
  surfaces: Surfaces,
  ports: WeighPorts,
  { isFlat = false, history = [] }: Weighing = {},
): Promise<readonly Merge[]> {
  const { changedAlong, fed: fedBy, seen: seenBy } = ports;
  const by = isFlat ? undefined : await learnedFrom(history, surfaces, ports);
  const reverted = revertedIn(merges);
  const shas = merges.map(({ sha }) => sha);
  const [fed, seen] = [await fedBy?.(shas), await seenBy?.(shas)];
  const asked = shas.slice(-mostAsked - 1);
  const along = await changedAlong(asked);
  const changed = new Map(asked.slice(1).map((sha, at) => [sha, along[at]]));
  return merges.map((merge, at) => {
    const paths = changed.get(merge.sha);
    const known = {
      ...(paths === undefined ? {} : { paths }),
      fed: fed?.get(merge.sha),
      seen: seen?.get(merge.sha),
      isReverted: reverted.has(merge.sha),
    };
    const touched = paths === undefined ? undefined : touchedBy(paths, surfaces);
    const weight = isFlat || at === 0 ? {} : weigh(known, surfaces, by);
    return { ...merge, seen: known.seen, touched, ...weight };
  });
}

/** Of a history whose culprits the ledger names; git is only asked where they are enough. */
async function learnedFrom(
  history: readonly string[],
  surfaces: Surfaces,
  { changedAlong, seen: seenBy }: WeighPorts,
): Promise<Weights | undefined> {
  const shas = history.slice(-mostAsked);
  if (shas.length < 2) return undefined;
  const seen = (await seenBy?.(shas)) ?? new Map<string, Seen>();
  if ([...seen.values()].filter(({ named }) => named.length > 0).length < fewestCulprits) return undefined;
  const along = await changedAlong(shas);
  return learnedWeights(
    along.map((paths, at) => {
      const own = seen.get(shas[at + 1] ?? '');
      return { kinds: kindsOf({ paths, seen: own }, surfaces), isCulprit: (own?.named.length ?? 0) > 0 };
    }),
  );
}

/** Merges that a later one takes back; the revert itself is none. */
function revertedIn(merges: readonly Merge[]): ReadonlySet<string> {
  const commits = merges.toReversed().map(({ sha, message = '' }) => ({ sha, message }));
  const staying = new Set(inForce(commits).map(({ sha }) => sha));
  const isRevert = /^revert\b/i;
  return new Set(
    commits.filter(({ sha, message }) => !staying.has(sha) && !isRevert.test(message)).map(({ sha }) => sha),
  );
}
