import { count } from '../kernel/text.ts';
import type { Section } from './model.ts';

export interface Feedback {
  /** Of this step alone. */
  readonly durationMs: number;
  /** From the event to this verdict: queues, earlier jobs and their evaluation included. Null where the event says no time, and of a repeated run. */
  readonly sinceEventMs: number | null;
  readonly goalMs: number;
  /** Of the whole; null where it is not known. */
  readonly withinGoal: boolean | null;
}

export interface Measured {
  readonly durationMs: number;
  /** When the verdict came, and when the event happened, in milliseconds since the epoch. */
  readonly now: number;
  readonly eventAt: number | undefined;
  readonly goalMinutes: number;
}

/** A step of some seconds says nothing of the hour before it: only the whole is held against the goal. */
export function feedbackOf({ durationMs, now, eventAt, goalMinutes }: Measured): Feedback {
  const goalMs = goalMinutes * 60_000;
  // Clocks of two machines: a verdict before its event is none.
  const sinceEventMs = eventAt === undefined || eventAt > now ? null : Math.max(now - eventAt, durationMs);
  return {
    durationMs,
    sinceEventMs,
    goalMs,
    withinGoal: sinceEventMs === null ? null : sinceEventMs <= goalMs,
  };
}

interface Timed {
  readonly gate: string;
  readonly durationMs?: number;
}

/** The same for a person, with the time of each gate that ran. */
export function feedbackSection(feedback: Feedback, gates: readonly Timed[]): Section {
  const each = gates.flatMap((one) =>
    one.durationMs === undefined ? [] : [`${one.gate} ${timeText(one.durationMs)}`],
  );
  const step = `This step took ${timeText(feedback.durationMs)}`;
  return {
    kind: 'list',
    title: 'Feedback time',
    items: [wholeText(feedback), each.length === 0 ? `${step}.` : `${step}: ${each.join(', ')}.`],
  };
}

function wholeText({ sinceEventMs, goalMs, withinGoal }: Feedback): string {
  const goal = `the goal of ${count(goalMs / 60_000, 'minute')}`;
  return sinceEventMs === null
    ? `How long it is since the event is not known here, so it is not compared with ${goal}.`
    : `${timeText(sinceEventMs)} from the event to this verdict, ${withinGoal === true ? 'within' : 'over'} ${goal}.`;
}

/** Where the time went of a verdict that came late; `undefined` where it did not. */
export function lateText(feedback: Feedback, gates: readonly Timed[]): string | undefined {
  const { sinceEventMs, durationMs, goalMs, withinGoal } = feedback;
  if (withinGoal !== false || sinceEventMs === null) return undefined;
  const parts = [
    { name: 'queues, earlier jobs and steps', durationMs: sinceEventMs - durationMs },
    ...gates.map(({ gate, durationMs: own = 0 }) => ({ name: gate, durationMs: own })),
  ].toSorted((a, b) => b.durationMs - a.durationMs);
  const slowest = parts
    .slice(0, 3)
    .filter((part) => part.durationMs >= 1000)
    .map((part) => `${part.name} ${timeText(part.durationMs)}`);
  return `The verdict came ${timeText(sinceEventMs)} after the event, and the goal is ${count(goalMs / 60_000, 'minute')}. Slowest: ${slowest.join(', ')}.`;
}

/** `45.0 s`, `6.1 minutes`. */
export function timeText(ms: number): string {
  return ms < 120_000 ? `${(ms / 1000).toFixed(1)} s` : `${(ms / 60_000).toFixed(1)} minutes`;
}
