import type { LabelEvent, PersonComment } from '../kernel/pull-request.ts';
import type { Exemption } from '../report/model.ts';
import { count } from '../kernel/text.ts';
import { isOn, labelKey } from './label.ts';
import { lastReason, reasonCommand } from './reason.ts';
import type { ExemptionRule } from './settings.ts';

/** What GitHub says of a pull request now. The verdict follows from this state alone, whatever the order of events. */
export interface PullRequestState {
  readonly headSha: string;
  readonly author: string;
  readonly labels: readonly string[];
  readonly labelEvents: readonly LabelEvent[];
  readonly comments: readonly PersonComment[];
  /** When the head branch got this SHA; unknown for a fork, whose activity we may not read. */
  readonly pushedAt?: string;
  /** When it was last pointed at another base: what was granted before was granted for that one. */
  readonly baseChangedAt?: string;
}

export type ExemptionResult =
  | { readonly granted: true; readonly rule: ExemptionRule; readonly exemption: Exemption }
  | { readonly granted: false; readonly rule: ExemptionRule; readonly reason: string };

/** Whether a person is entitled by the policy; answered by GitHub. */
export type IsEntitled = (login: string) => boolean;

/**
 * Judges one rule of the policy whose label is on the pull request; `undefined` where it is not.
 * A label is not an authority by itself: who put it on last must be entitled, and have done so on this head.
 */
export function judgeExemption(
  rule: ExemptionRule,
  state: PullRequestState,
  isEntitled: IsEntitled,
  now: number,
): ExemptionResult | undefined {
  if (!isOn(rule, state.labels)) return undefined;
  const last = lastLabeled(rule, state.labelEvents);
  if (typeof last === 'string') return refused(rule, last);
  const event = last;
  const comment = lastReason(validComments(rule, event.by, state), rule.label);
  const again = putOnAgain(rule, event.by, comment);
  const problem =
    personProblem(rule, event, state, isEntitled) ??
    timeProblem(rule, event, state, { now, again }) ??
    reasonProblem(rule, comment, again);
  if (problem !== undefined) return refused(rule, problem);
  const reason = comment === undefined ? {} : { reason: comment };
  return {
    granted: true,
    rule,
    exemption: { by: event.by, at: event.at, sha: state.headSha, label: rule.label, ...reason },
  };
}

/** Who granted or would have granted it: those of whom GitHub must be asked. */
export function peopleToAsk(rules: readonly ExemptionRule[], state: PullRequestState): string[] {
  const names = rules
    .filter((rule) => isOn(rule, state.labels))
    .map((rule) => lastLabeled(rule, state.labelEvents))
    .flatMap((last) => (typeof last === 'string' ? [] : [last.by]));
  return [...new Set(names)];
}

/**
 * Who put the label on last, or why that is not known. GitHub's times are whole seconds: of several events in the last of them
 * nothing tells which was first, so all that put it on must be by the same person.
 */
function lastLabeled(rule: ExemptionRule, events: readonly LabelEvent[]): LabelEvent | string {
  const own = events.filter(({ label }) => labelKey(label) === labelKey(rule.label));
  const latest = Math.max(...own.map(({ at }) => Date.parse(at)));
  const [first, ...others] = own.filter(({ kind, at }) => kind === 'labeled' && Date.parse(at) === latest);
  if (first === undefined) return `the timeline does not tell who put the label on; ${putOnAgain(rule)}`;
  if (others.every(({ by }) => sameLogin(by, first.by))) return first;
  return `several people put the label on in the same second; ${putOnAgain(rule)}`;
}

function personProblem(
  rule: ExemptionRule,
  { by }: LabelEvent,
  { author }: PullRequestState,
  isEntitled: IsEntitled,
): string | undefined {
  if (sameLogin(by, author) && !rule.authorMay)
    return `${by} is the author, and this exemption needs somebody else`;
  return isEntitled(by) ? undefined : `${by} may not grant it by the policy of the base branch`;
}

function timeProblem(
  rule: ExemptionRule,
  { at }: LabelEvent,
  { pushedAt, baseChangedAt, headSha }: PullRequestState,
  { now, again }: { readonly now: number; readonly again: string },
): string | undefined {
  const since = Date.parse(at);
  if (baseChangedAt !== undefined && !(since > Date.parse(baseChangedAt)))
    return `the label is older than the change of the base branch (${baseChangedAt}); ${again}`;
  if (rule.hours !== undefined && now - since > rule.hours * 3_600_000)
    return `it ended ${count(rule.hours, 'hour')} after ${at}; ${again}`;
  if (rule.sticky) return undefined;
  if (pushedAt === undefined)
    return `nothing tells when ${headSha.slice(0, 8)} was pushed, so the label cannot be tied to it`;
  if (since > Date.parse(pushedAt)) return undefined;
  return `the label is older than the last push (${pushedAt}); for ${headSha.slice(0, 8)} ${again}`;
}

function reasonProblem(rule: ExemptionRule, reason: string | undefined, again: string): string | undefined {
  if (!rule.reasonRequired || reason !== undefined) return undefined;
  return `it needs a reason; ${again}. After the comment it also helps to run this job again`;
}

/** What makes it count, to be followed to the letter. A comment starts no run; putting the label on does. */
function putOnAgain(rule: ExemptionRule, by = 'who may grant it', reason?: string): string {
  const needed = rule.reasonRequired && reason === undefined;
  const comment = `write a new comment "${reasonCommand(rule.label)}" on a line of its own, then `;
  return `${by} must ${needed ? comment : ''}take the label off and put it on again`;
}

/** By the same person on this head. */
function validComments(rule: ExemptionRule, by: string, { comments, pushedAt }: PullRequestState) {
  return comments.filter(
    (comment) =>
      sameLogin(comment.by, by) &&
      (rule.sticky || pushedAt === undefined || Date.parse(comment.createdAt) > Date.parse(pushedAt)),
  );
}

function refused(rule: ExemptionRule, reason: string): ExemptionResult {
  return { granted: false, rule, reason };
}

/** Logins are the same whatever their case. */
export function sameLogin(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
