/** From a person's first day to their first merge, for those of whom the policy says when that day was. */
import { durations, unknownFigure, type FigureName } from './figure.ts';
import type { Figure, FigureEvent, Window } from './model.ts';
import type { SortedMerge } from './trunk.ts';

const contributionName: FigureName = {
  name: 'first-contribution',
  title: 'Time to a first contribution',
  definition:
    'From the first day that the policy has of a person (`roster`) to the first merge with their work since then, reverts left out (policy, git and GitHub).',
  lowerIsBetter: true,
};

const dayMs = 86_400_000;

interface Question {
  /** First day (`2026-09-01`, as UTC has it) by login, name or address, in any case. */
  readonly roster: Readonly<Record<string, string>>;
  /** Or why they are not known. */
  readonly merges: readonly SortedMerge[] | string;
  /** Whether older merges are not known. */
  readonly isCut: boolean;
  readonly window: Window;
}

interface Newcomer {
  readonly joined: number;
  /** Of the first merge since; absent where there is none yet. */
  readonly merged?: number | undefined;
}

/** Unknown without a roster: from which day on a newcomer is one, nothing else says. */
export function firstContribution({ roster, merges, isCut, window }: Question): Figure {
  const days = Object.entries(roster).map(([name, day]) => ({ name, joined: Date.parse(day) }));
  const present = days.filter(({ joined }) => joined < window.until);
  if (present.length === 0)
    return unknownFigure(contributionName, 'days', 'the policy does not say when people joined (`roster`)');
  if (typeof merges === 'string') return unknownFigure(contributionName, 'days', merges);
  // Who joined before the first merge that is known may have merged before it.
  const begins = isCut ? (merges.at(-1)?.at ?? Infinity) : -Infinity;
  const counted = present.filter(({ joined }) => joined >= begins);
  const newcomers = newcomersIn(counted, merges);
  const events = newcomers.flatMap(({ joined, merged }): FigureEvent[] =>
    merged === undefined ? [] : [{ at: merged, value: (merged - joined) / dayMs }],
  );
  const waiting = newcomers.filter(({ merged }) => merged === undefined).length;
  const aside = [
    ...(waiting === 0 ? [] : [`${waiting} of ${newcomers.length} have not merged yet`]),
    ...(counted.length === present.length
      ? []
      : [`left out: ${present.length - counted.length} who joined before this history begins`]),
  ].join(', ');
  const recordedSince = counted.reduce((least, { joined }) => Math.min(least, joined), Infinity);
  const given = { events, window, recordedSince, aside: aside === '' ? undefined : aside };
  return durations({ ...contributionName, ...given }, 'days');
}

function newcomersIn(
  people: readonly { readonly name: string; readonly joined: number }[],
  newestFirst: readonly SortedMerge[],
): Newcomer[] {
  const byName = new Map<string, number[]>();
  for (const { kind, at, people: own } of newestFirst)
    if (kind === 'merge') for (const name of own) byName.set(name, [...(byName.get(name) ?? []), at]);
  return people.map(({ name, joined }) => {
    const since = (byName.get(name.toLowerCase()) ?? []).filter((at) => at >= joined);
    return { joined, merged: since.length === 0 ? undefined : Math.min(...since) };
  });
}
