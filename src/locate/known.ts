/** What a person looks at next: what is known of the likeliest merges, and what would make the answer surer. */
import { shown, shownList } from '../regression/index.ts';
import { count } from '../kernel/text.ts';
import type { Section } from '../report/model.ts';
import type { LocateFacts } from './facts.ts';
import type { Merge } from './merges.ts';
import { nameOf } from './names.ts';

/** Most merges of which everything is shown. */
const most = 3;

/** Below this probability a merge is not worth a look. */
const leastProbability = 0.05;

/** One list for each of the likeliest merges, where anything is known of it. */
export function knownOf(all: readonly Merge[], { merges, verdict }: LocateFacts): Section[] {
  const likely = merges.filter(({ probability }) => probability >= leastProbability);
  return likely.slice(0, verdict === 'located' ? 1 : most).flatMap(({ sha }) => {
    const merge = all.find((one) => one.sha === sha);
    const items = merge === undefined ? [] : [...changed(merge), ...concluded(merge)];
    return items.length === 0
      ? []
      : [{ kind: 'list', title: `What is known of ${nameOf(all, sha)}`, items } satisfies Section];
  });
}

function changed({ touched }: Merge): string[] {
  if (touched === undefined) return [];
  const { config, packages, inputs, others } = touched;
  const lines = [
    ['config', config],
    ['packages', packages],
    ['inputs', inputs],
  ] as const;
  const named = lines.flatMap(([what, paths]) =>
    paths.length === 0 ? [] : [`it changed ${what}: ${shownList(paths)}`],
  );
  const rest = named.length === 0 ? 'it changed' : 'and';
  return others === 0
    ? named
    : [...named, `${rest} ${count(others, named.length === 0 ? 'file' : 'other file')}`];
}

function concluded({ seen }: Merge): string[] {
  if (seen === undefined) return [];
  const verdicts = seen.verdicts.map(({ gate, verdict, title, exemptedBy }) => {
    const by = exemptedBy === undefined ? '' : `, lifted by ${shown(exemptedBy)}`;
    return `${shown(gate)} said ${verdict}${by}${title === undefined ? '' : `: ${shown(title)}`}`;
  });
  return seen.isHotfix ? [...verdicts, 'it was a hotfix, merged before its evaluation'] : verdicts;
}

/** Which evaluations would say most, of how many samples, and how long they take by what was recorded; empty where none would. */
export function surerText(all: readonly Merge[], { next, nextSamples }: LocateFacts): string {
  if (next.length === 0) return '';
  const names = next.map((sha) => nameOf(all, sha)).join(', ');
  const samples = nextSamples === undefined ? '' : `, of ${count(nextSamples.length, 'sample')} each`;
  const minutes = medianMinutes(all);
  const cost =
    minutes === undefined ? '' : `; a whole evaluation takes ${count(minutes, 'minute')} by the ledger`;
  return `Evaluating ${names} would make it surer${samples}${cost}.`;
}

function medianMinutes(all: readonly Merge[]): number | undefined {
  const minutes = all.flatMap(({ seen }) => seen?.minutes ?? []).toSorted((a, b) => a - b);
  return minutes[Math.floor(minutes.length / 2)];
}
