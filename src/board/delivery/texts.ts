/** The time to a verdict as people read it. */
import { count } from '../../kernel/text.ts';
import { timeText } from '../../report/feedback.ts';
import type { Finding, Section } from '../../report/model.ts';
import { boardRules } from '../rules.ts';
import type { FeedbackTime } from './feedback.ts';
import { isLate } from './figures.ts';

export function feedbackSection(feedback: FeedbackTime | undefined): Section[] {
  if (feedback === undefined) return [];
  return [{ kind: 'list', title: 'From the event to the verdict', items: feedbackLines(feedback) }];
}

export function feedbackLines(feedback: FeedbackTime): string[] {
  const { p50, p90, count: judged, goalMs, within } = feedback;
  const slowest = slowestText(feedback);
  return [
    `Half of ${count(judged, 'push', 'pushes')} had their last verdict within ${timeText(p50)}, nine of ten within ${timeText(p90)}.`,
    `${(100 * within).toFixed(0)} % came within the goal of ${count(goalMs / 60_000, 'minute')}.`,
    ...(slowest === '' ? [] : [`Slowest in the newest runs: ${slowest}.`]),
  ];
}

function slowestText({ slowest }: FeedbackTime): string {
  return slowest.map(({ name, ms }) => `${name} ${timeText(ms)}`).join(', ');
}

/** Where the time went of verdicts that come too late too often. */
export function lateFeedback(feedback: FeedbackTime | undefined): Finding[] {
  if (feedback === undefined || !isLate(feedback)) return [];
  const slowest = slowestText(feedback);
  const { p90, goalMs } = feedback;
  const goal = `the goal is ${count(goalMs / 60_000, 'minute')}`;
  return [
    boardRules['feedback-late'].finding({
      message: `One push in ten waits more than ${timeText(p90)} for its verdict, and ${goal}${slowest === '' ? '' : `. Slowest: ${slowest}`}`,
      help: 'Shorten the slowest part: more runners for a queue; fewer samples first, or shards, for an evaluation.',
    }),
  ];
}
