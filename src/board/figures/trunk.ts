/** What git says of trunk, and GitHub of its pull requests: merges, those of machines and reverts apart, and how long each took. */
import { count } from '../../kernel/text.ts';
import { isRevert, pullRequestOf } from '../../kernel/reverts.ts';
import type { Author, TrunkLog, TrunkMerge } from '../../kernel/trunk-log.ts';
import { durations, rate, unknownFigure, within, type FigureName } from './figure.ts';
import type { Figure, FigureEvent, Window } from './model.ts';

/** A pull request that was merged. */
export interface MergedPull {
  readonly number: number;
  readonly author: string;
  /** ISO 8601. */
  readonly openedAt: string;
  readonly mergedAt: string;
  /** Full SHA. */
  readonly mergeCommit?: string | undefined;
}

export interface SortedMerge {
  readonly sha: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly kind: 'merge' | 'bot' | 'revert';
  /** When work on it began, in milliseconds; absent where nothing says. */
  readonly began?: number | undefined;
  /** Logins, names and addresses of those whose work it is, in small letters. */
  readonly people: readonly string[];
}

/** Newest first. `pulls`: absent where GitHub was not asked. */
function sortedMerges(log: TrunkLog, pulls: readonly MergedPull[] | undefined): SortedMerge[] {
  const bySha = new Map(pulls?.map((pull) => [pull.mergeCommit ?? '', pull]));
  const byNumber = new Map(pulls?.map((pull) => [String(pull.number), pull]));
  return log.merges.map((merge) => {
    const pull = bySha.get(merge.sha) ?? byNumber.get(pullRequestOf(subjectOf(merge)) ?? '');
    const at = Date.parse(merge.at);
    return {
      sha: merge.sha,
      at,
      kind: kindOf(merge, pull),
      began: beganAt(merge, pull, pulls !== undefined),
      people: peopleOf(merge, pull),
    };
  });
}

/** Of a merge those whose commits it brought, not who pressed the button. */
function peopleOf({ author, brought }: TrunkMerge, pull: MergedPull | undefined): string[] {
  const authors = brought.length === 0 ? [author] : brought.map((commit) => commit.author);
  const named = authors.flatMap(({ name, email }) => [name, email, loginIn(email)]);
  const all = [pull?.author, ...named].filter((text) => text !== undefined && text !== '');
  return [...new Set(all.map((text) => text?.toLowerCase() ?? ''))];
}

/** GitHub hides addresses behind `<number>+<login>@users.noreply.…`. */
function loginIn(email: string): string | undefined {
  return /^(?:\d+\+)?([^@]+)@users\.noreply\./i.exec(email)?.[1];
}

function subjectOf({ message }: TrunkMerge): string {
  return (message.split('\n', 1)[0] ?? '').trim();
}

function kindOf(merge: TrunkMerge, pull: MergedPull | undefined): SortedMerge['kind'] {
  if (isRevert(merge.message)) return 'revert';
  if (pull !== undefined) return isBotName(pull.author) ? 'bot' : 'merge';
  const authors = merge.brought.length === 0 ? [merge.author] : merge.brought.map(({ author }) => author);
  return authors.every(isBot) ? 'bot' : 'merge';
}

function isBot({ name, email }: Author): boolean {
  return isBotName(name) || /\[bot\]@|^(?:bot|renovate|dependabot)@/i.test(email);
}

function isBotName(name: string): boolean {
  return /\[bot\]$|^(?:dependabot|renovate(?:[- ]?bot)?|github-actions)$/i.test(name);
}

/** Of the pull request where GitHub was asked; else of the first commit that the merge brought, which a squash has lost. */
function beganAt(
  { brought }: TrunkMerge,
  pull: MergedPull | undefined,
  wasAsked: boolean,
): number | undefined {
  if (wasAsked) return pull === undefined ? undefined : Date.parse(pull.openedAt);
  const times = brought.map(({ authoredAt }) => Date.parse(authoredAt));
  return times.length === 0 ? undefined : times.reduce((least, at) => Math.min(least, at));
}

/** Or why they are not known: a history that begins within the window would make a busy team a slow one. */
export function mergesIn(
  log: TrunkLog | undefined,
  pulls: readonly MergedPull[] | undefined,
  { since }: Window,
): readonly SortedMerge[] | string {
  if (log === undefined) return 'there is no clone of the repository here';
  const oldest = Date.parse(log.merges.at(-1)?.at ?? '');
  if (log.isCut && !(oldest <= since))
    return `the history of this clone begins within the window: fetch all of it (\`fetch-depth: 0\`, \`git fetch --unshallow\`)`;
  return sortedMerges(log, pulls);
}

export interface TrunkQuestion {
  /** Or why they are not known. */
  readonly merges: readonly SortedMerge[] | string;
  readonly asksGitHub: boolean;
  readonly window: Window;
}

export function mergeFigures(question: TrunkQuestion): Figure[] {
  const { merges, window } = question;
  const [all, lead] = [mergesName, leadName(question.asksGitHub)];
  if (typeof merges === 'string')
    return [unknownFigure(all, 'a month', merges), unknownFigure(lead, 'hours', merges)];
  const own = merges.filter(({ kind }) => kind === 'merge');
  const events = own.map(({ at }): FigureEvent => ({ at, value: 1 }));
  // A history that is cut says nothing of what was before; a whole one began with its first commit.
  const recordedSince = merges.at(-1)?.at;
  const timed = own.flatMap(({ at, began }): FigureEvent[] =>
    began === undefined ? [] : [{ at, value: Math.max(0, at - began) / 3_600_000 }],
  );
  return [
    rate({ ...all, events, window, recordedSince, aside: apart(merges, window) }),
    durations({
      ...lead,
      events: timed,
      window,
      recordedSince,
      aside: untimed(own, window, question.asksGitHub),
    }),
  ];
}

const mergesName: FigureName = {
  name: 'merges',
  title: 'Merges to trunk',
  definition: 'Commits on the first-parent history of trunk, those of machines and reverts left out (git).',
};

function leadName(asksGitHub: boolean): FigureName {
  return {
    name: 'lead-time-to-merge',
    title: 'Lead time to merge',
    definition: asksGitHub
      ? 'From the opening of a pull request to its merge, those of machines and reverts left out (GitHub).'
      : 'From the first commit that a merge brought to the merge, those of machines and reverts left out (git).',
    lowerIsBetter: true,
  };
}

function apart(merges: readonly SortedMerge[], window: Window): string | undefined {
  const own = within(merges, window);
  const of = (kind: SortedMerge['kind']): number => own.filter((merge) => merge.kind === kind).length;
  const ahead = merges.filter(({ at }) => at >= window.until).length;
  const said = [
    of('bot') > 0 ? `${of('bot')} of machines` : '',
    of('revert') > 0 ? count(of('revert'), 'revert') : '',
    ahead > 0 ? `${ahead} with times that have not come yet are left out` : '',
  ].filter((text) => text !== '');
  return said.length === 0 ? undefined : said.join(', ');
}

function untimed(own: readonly SortedMerge[], window: Window, asksGitHub: boolean): string | undefined {
  const without = within(own, window).filter(({ began }) => began === undefined).length;
  if (without === 0) return undefined;
  return asksGitHub
    ? `${without} came without a pull request`
    : `${without} are squashed, rebased or pushed: their commits are lost, ask GitHub with a token`;
}
