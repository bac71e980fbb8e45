import { shown } from '../regression/index.ts';
import type { MergeFacts } from './facts.ts';
import type { Merge } from './merges.ts';
import type { Search } from './search.ts';

/** `4f1c22d0 (#341, Raise the learning rate)`. */
export function nameOf(merges: readonly Merge[], sha: string): string {
  const merge = merges.find((one) => one.sha === sha);
  const words = [
    merge?.pr === undefined ? [] : [`#${merge.pr}`],
    merge?.title === undefined ? [] : [shown(withoutNumber(merge.title))],
  ];
  const known = words.flat().join(', ');
  return `${sha.slice(0, 8)}${known === '' ? '' : ` (${known})`}`;
}

/** GitHub writes the number of a squashed pull request behind its title. */
function withoutNumber(title: string): string {
  return title.replace(/ \(#\d+\)$/, '');
}

/** Every candidate with its probability, the likeliest first. */
export function merges(all: readonly Merge[], { candidates, posterior }: Search): MergeFacts[] {
  const some = 1 - posterior.none;
  return candidates
    .map(({ at }, index) => ({
      sha: all[at]?.sha ?? '',
      pr: all[at]?.pr ?? null,
      probability: some * (posterior.given[index] ?? 0),
    }))
    .toSorted((a, b) => b.probability - a.probability);
}
