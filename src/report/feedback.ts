import type { Section } from './model.ts';

/** Within this time a pull request should hear of its faults (DORA: about ten minutes). */
export const feedbackGoalMs = 10 * 60_000;

export interface Feedback {
  readonly durationMs: number;
  readonly goalMs: number;
  readonly withinGoal: boolean;
}

/** A duration against the goal, as a fact. */
export function feedbackOf(durationMs: number): Feedback {
  return { durationMs, goalMs: feedbackGoalMs, withinGoal: durationMs <= feedbackGoalMs };
}

interface Timed {
  readonly gate: string;
  readonly durationMs?: number;
}

/** The same for a person, with the time of each gate that ran. */
export function feedbackSection(
  { durationMs, goalMs, withinGoal }: Feedback,
  gates: readonly Timed[],
): Section {
  const each = gates.flatMap((one) =>
    one.durationMs === undefined ? [] : [`${one.gate} ${seconds(one.durationMs)}`],
  );
  const all = `${seconds(durationMs)}, ${withinGoal ? 'within' : 'over'} the goal of ${goalMs / 60_000} minutes`;
  return {
    kind: 'list',
    title: 'Feedback time',
    items: [each.length === 0 ? all : `${all}: ${each.join(', ')}`],
  };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
