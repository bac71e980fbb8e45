/** From events to a figure with its window, trend and count. */
import { fewestForTrend, type Figure, type FigureEvent, type FigureUnit, type Window } from './model.ts';

/** Days of a window whose beginning nobody names. */
const defaultDays = 90;

export function windowOf(until: number, since = until - defaultDays * 86_400_000): Window {
  return { since, until };
}

const monthMs = 30.4375 * 86_400_000;

export interface FigureName {
  readonly name: string;
  readonly title: string;
  readonly definition: string;
  readonly lowerIsBetter?: boolean;
}

export interface Given extends FigureName {
  readonly events: readonly FigureEvent[];
  readonly window: Window;
  /** Since when such events would have been recorded, in milliseconds since the epoch; absent where that is not known. */
  readonly recordedSince?: number | undefined;
  readonly aside?: string | undefined;
  /** Why there can be none, if so. */
  readonly unknown?: string | undefined;
}

/** How many a month. None in a window that was recorded is 0; where nothing was recorded it is unknown. */
export function rate(given: Given): Figure {
  // Some days are not made into a month.
  const perMonth = (events: readonly FigureEvent[], { since, until }: Window): number =>
    (events.length * monthMs) / Math.max(monthMs, until - since);
  return figureOf(given, 'a month', perMonth, true);
}

/** Share of the events whose value is 1. */
export function share(given: Given): Figure {
  return figureOf(
    given,
    'share',
    (events) => events.reduce((sum, { value }) => sum + value, 0) / events.length,
  );
}

/** Median and 90th percentile, of hours where nothing else is said. */
export function durations(given: Given, unit: 'hours' | 'days' = 'hours'): Figure {
  const figure = figureOf(given, unit, (events) => quantile(events, 0.5));
  const own = within(given.events, given.window);
  return { ...figure, p90: figure.value === null ? null : quantile(own, 0.9) };
}

export function unknownFigure(name: FigureName, unit: FigureUnit, reason: string): Figure {
  const { title, definition, lowerIsBetter = false } = name;
  const nothing = { value: null, p90: null, count: 0, before: null, trend: null, aside: null };
  return { name: name.name, title, definition, unit, ...nothing, lowerIsBetter, unknown: reason };
}

function figureOf(
  given: Given,
  unit: FigureUnit,
  valueOf: (events: readonly FigureEvent[], window: Window) => number,
  isKnownEmpty = false,
): Figure {
  const {
    name,
    title,
    definition,
    lowerIsBetter = false,
    events,
    window,
    recordedSince,
    aside = null,
  } = given;
  if (given.unknown !== undefined) return unknownFigure(given, unit, given.unknown);
  const started = recordedSince ?? Infinity;
  const known = (part: Window): Window => ({
    ...part,
    since: Math.max(part.since, Math.min(started, part.until - 1)),
  });
  const own = within(events, window);
  if (own.length === 0 && (!isKnownEmpty || started >= window.until))
    return unknownFigure(given, unit, aside ?? `none is recorded since ${dayOf(window.since)}`);
  const earlier = { since: 2 * window.since - window.until, until: window.since };
  const past = within(events, earlier);
  // A window of which only a part was recorded is compared with nothing.
  const isWhole = started <= earlier.since;
  const value = valueOf(own, known(window));
  const before = past.length > 0 && isWhole ? { value: valueOf(past, earlier), count: past.length } : null;
  const isEnough = own.length >= fewestForTrend && (before?.count ?? 0) >= fewestForTrend;
  return {
    name,
    title,
    definition,
    unit,
    value,
    p90: null,
    count: own.length,
    before,
    trend: before !== null && isEnough ? value - before.value : null,
    lowerIsBetter,
    unknown: null,
    aside,
  };
}

export function within<T extends { readonly at: number }>(
  events: readonly T[],
  { since, until }: Window,
): T[] {
  return events.filter(({ at }) => at >= since && at < until);
}

/** By linear interpolation between order statistics (type 7, as numpy has it). */
export function quantile(events: readonly FigureEvent[], q: number): number {
  const sorted = events.map(({ value }) => value).toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const [low, high] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN];
  return low + (high - low) * (at - Math.floor(at));
}

export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
