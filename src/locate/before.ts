/** What an earlier search concluded, with evaluations that the ledger need not keep. */
import { count } from '../kernel/text.ts';
import type { LocateFacts, MergeFacts } from './facts.ts';
import type { Merge, Naming } from './merges.ts';

export interface Before {
  /** By that search; `merges`: every candidate of this one, the likeliest first. */
  readonly facts: Required<Pick<LocateFacts, 'verdict' | 'merges' | 'set' | 'noMerge' | 'named'>>;
  /** What follows the answer, where what is known without that search says one of `suspects` merges. */
  text(suspects: number): string;
}

interface Asked {
  readonly metric: string;
  readonly merges: readonly Merge[];
}

/**
 * The last search that named a merge of the set for this metric: as long as what is known now speaks for that merge too, it takes nothing back.
 * `set`, `candidates`: by what is known now. `undefined` where none was named, or where it was not recorded how likely each is.
 */
export function namedBefore(
  asked: Asked,
  set: readonly string[],
  candidates: readonly MergeFacts[],
): Before | undefined {
  const namings = set.flatMap((sha) => namingsOf(asked, sha).map((naming) => ({ sha, naming })));
  const last = namings.toSorted((a, b) => a.naming.at.localeCompare(b.naming.at)).at(-1);
  if (last === undefined) return undefined;
  const { sha, naming } = last;
  const merges = concluded(candidates, naming);
  const [first] = merges;
  if (first?.sha !== sha || first.probability === 0) return undefined;
  return {
    facts: { verdict: 'located', merges, set: [sha], noMerge: naming.noMerge, named: true },
    text: (suspects) =>
      `. So a search found on ${naming.at.slice(0, 10)}; the evaluations that are at hand say one of ${count(suspects, 'merge')}, it among them`,
  };
}

/** Whether the ledger names it already. */
export function isNamed(asked: Asked, sha = ''): boolean {
  return namingsOf(asked, sha).length > 0;
}

function namingsOf({ merges, metric }: Asked, sha: string): readonly Naming[] {
  const named = merges.find((one) => one.sha === sha)?.seen?.named ?? [];
  return named.filter((one) => one.metric === undefined || plain(one.metric) === plain(metric));
}

/** `latency:lower` is the metric latency. */
function plain(metric: string): string {
  return metric.replace(/:(?:lower|higher)$/, '');
}

/** What was recorded is rounded, and of the likeliest alone. */
function concluded(candidates: readonly MergeFacts[], { suspicion, noMerge }: Naming): MergeFacts[] {
  const all = candidates.reduce((sum, { sha }) => sum + (suspicion(sha) ?? 0), 0);
  return candidates
    .map((one) => ({ ...one, probability: ((suspicion(one.sha) ?? 0) * (1 - noMerge)) / (all || 1) }))
    .toSorted((a, b) => b.probability - a.probability);
}
