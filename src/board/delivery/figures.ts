/** Trunk success and the time to a verdict, of what GitHub says of runs. */
import { count } from '../../kernel/text.ts';
import { groupBy } from '../../kernel/group.ts';
import { durations, quantile, share, within, type FigureName } from '../figures/figure.ts';
import { fewestForTrend, type Figure, type FigureEvent, type Window } from '../figures/model.ts';
import type { FeedbackTime } from './feedback.ts';
import type { DeliveryData, RunRow } from './model.ts';

const hourMs = 3_600_000;

export const successByRuns: FigureName = {
  name: 'trunk-success',
  title: 'Trunk success',
  definition:
    'Pushes to trunk whose workflows all succeeded at their first attempt, of those that succeeded or failed; runs that were repeated count by that attempt (GitHub).',
};

/** `recordedSince`: milliseconds since the epoch from which on runs are known. */
export function trunkSuccessOf(runs: readonly RunRow[], window: Window, recordedSince: number): Figure {
  const pushes = [
    ...groupBy(
      runs.filter(({ event }) => event === 'push'),
      ({ sha }) => sha,
    ).values(),
  ];
  const all = pushes.map((own) => ({ at: beganAt(own), value: outcomeOf(own.map(firstConclusion)) }));
  const events = all.flatMap(({ at, value }): FigureEvent[] => (value === undefined ? [] : [{ at, value }]));
  const out = within(all, window).length - within(events, window).length;
  const repeated = within(
    runs
      .filter(({ event, attempt }) => event === 'push' && attempt > 1)
      .map((run) => ({ at: beganAt([run]) })),
    window,
  ).length;
  const aside = [
    ...(out === 0 ? [] : [`${out} cancelled, skipped or unfinished are left out`]),
    ...(repeated === 0 ? [] : [`${count(repeated, 'run')} repeated later`]),
  ].join(', ');
  return share({ ...successByRuns, events, window, recordedSince, aside: aside === '' ? undefined : aside });
}

function beganAt(runs: readonly RunRow[]): number {
  return Math.min(...runs.map(({ createdAt }) => Date.parse(createdAt)));
}

function firstConclusion({ attempt, first, conclusion }: RunRow): string | undefined {
  return attempt > 1 ? (first ?? undefined) : conclusion;
}

const failed = ['failure', 'timed_out', 'startup_failure'];
const silent = ['skipped', 'neutral'];

/** 1, 0, or neither: a cancelled or lost run says nothing, a skipped one was not needed. */
function outcomeOf(conclusions: readonly (string | undefined)[]): number | undefined {
  if (conclusions.some((one) => failed.includes(one ?? ''))) return 0;
  const said = conclusions.filter((one) => !silent.includes(one ?? ''));
  return said.length > 0 && said.every((one) => one === 'success') ? 1 : undefined;
}

export const waitingByRuns: FigureName = {
  name: 'waiting-for-gates',
  title: 'Time spent waiting for gates',
  definition:
    'From the first run that a push to a pull request started to the end of its last, queues included; those that were cancelled or repeated are left out (GitHub).',
  lowerIsBetter: true,
};

export function waitingOf(runs: readonly RunRow[], window: Window, recordedSince: number): Figure {
  const { events, left } = waits(runs);
  const out = within(left, window).length;
  const aside = out === 0 ? undefined : `${out} cancelled, repeated or unfinished are left out`;
  return durations({ ...waitingByRuns, events, window, recordedSince, aside });
}

/** One for each head of a pull request that was judged; and when those began that were not, or not once. */
function waits(runs: readonly RunRow[]) {
  const heads = groupBy(
    runs.filter(({ event }) => event === 'pull_request'),
    ({ sha }) => sha,
  );
  const events: FigureEvent[] = [];
  const left: { readonly at: number }[] = [];
  for (const own of heads.values()) {
    const at = beganAt(own);
    const ends = own.map(({ endedAt = '' }) => Date.parse(endedAt));
    const isOnce = own.every(({ attempt, conclusion }) => attempt === 1 && conclusion !== 'cancelled');
    // Clocks of two machines: an end before the beginning is none.
    const value = (Math.max(...ends) - at) / hourMs;
    if (isOnce && value >= 0) events.push({ at, value });
    else left.push({ at });
  }
  return { events, left };
}

/** Of the window; `undefined` where no run is known. */
export function feedbackTimeOf(
  { runs, parts }: DeliveryData,
  window: Window,
  goalMinutes: number,
): FeedbackTime | undefined {
  const events = within(waits(runs).events, window);
  if (events.length === 0) return undefined;
  const goalMs = goalMinutes * 60_000;
  return {
    p50: quantile(events, 0.5) * hourMs,
    p90: quantile(events, 0.9) * hourMs,
    count: events.length,
    goalMs,
    within: events.filter(({ value }) => value * hourMs <= goalMs).length / events.length,
    slowest: slowestOf(parts),
  };
}

/** Ten judged pushes at least, of which more than one in ten came too late. */
export function isLate({ p90, goalMs, count: events }: FeedbackTime): boolean {
  return events >= fewestForTrend && p90 > goalMs;
}

const mostParts = 5;

function slowestOf(parts: DeliveryData['parts']): FeedbackTime['slowest'] {
  return [...groupBy(parts, ({ name }) => name)]
    .map(([name, own]) => ({
      name,
      ms: quantile(
        own.map(({ ms }) => ({ at: 0, value: ms })),
        0.5,
      ),
      runs: own.length,
    }))
    .filter(({ ms }) => ms >= 1000)
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, mostParts);
}
