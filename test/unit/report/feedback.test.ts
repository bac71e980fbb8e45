import { describe, expect, it, test } from 'vitest';
import { feedbackOf, feedbackSection, lateText, type Measured } from '../../../src/report/feedback.ts';

const minute = 60_000;
const now = Date.parse('2026-11-22T12:00:00Z');
const at = (minutes: number | undefined, durationMs = 500, goalMinutes = 10): Measured => ({
  durationMs,
  now,
  eventAt: minutes === undefined ? undefined : now - minutes * minute,
  goalMinutes,
});

describe('what is held against the goal', () => {
  test.each<[what: string, measured: Measured, sinceEventMs: number | null, withinGoal: boolean | null]>([
    ['an evaluation of 45 s before a step of half a second', at(0.8), 48_000, true],
    ['an evaluation of half an hour before it', at(31), 31 * minute, false],
    ['another goal', at(31, 500, 45), 31 * minute, true],
    ['an event that says no time', at(undefined), null, null],
    ['an event whose clock is ahead', at(-3), null, null],
    ['a step that took longer than its event is old by another clock', at(0.01, 5000), 5000, true],
  ])('%s', (_what, measured, sinceEventMs, withinGoal) => {
    expect(feedbackOf(measured)).toMatchObject({ durationMs: measured.durationMs, sinceEventMs, withinGoal });
  });
});

describe('what a person reads', () => {
  const gates = [
    { gate: 'regression-gate', durationMs: 90_000 },
    { gate: 'detect-dep-drift', durationMs: 20 },
  ];

  it('has the whole first, then this step', () => {
    expect(feedbackSection(feedbackOf(at(31)), gates)).toMatchObject({
      items: [
        '31.0 minutes from the event to this verdict, over the goal of 10 minutes.',
        'This step took 0.5 s: regression-gate 90.0 s, detect-dep-drift 0.0 s.',
      ],
    });
  });

  it('says where nothing is known', () => {
    expect(feedbackSection(feedbackOf(at(undefined)), [])).toMatchObject({
      items: [expect.stringContaining('not known'), 'This step took 0.5 s.'],
    });
  });

  it('names where the time went, where it was too long', () => {
    expect(lateText(feedbackOf(at(31, 91_000)), gates)).toBe(
      'The verdict came 31.0 minutes after the event, and the goal is 10 minutes. Slowest: queues, earlier jobs and steps 29.5 minutes, regression-gate 90.0 s.',
    );
    expect(lateText(feedbackOf(at(2)), gates)).toBeUndefined();
  });
});
