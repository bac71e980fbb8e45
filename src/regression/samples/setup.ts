/** Whether both sides were evaluated in the same way. */
import { compareText } from '../../kernel/compare.ts';
import { count } from '../../kernel/text.ts';
import type { Finding } from '../../report/model.ts';
import { regressionRules } from '../rules.ts';
import { shown } from '../shown.ts';
import type { Pair } from './pair.ts';
import type { ResultSet } from './sample.ts';
import { digestOf } from './long-text.ts';
import { partOf, type SetupPart } from './setup-parts.ts';
import { setupLine, whereStated, type StatedSetup } from './setup-stated.ts';

interface Difference {
  readonly part: SetupPart;
  readonly text: string;
  /** What states it, where the change does so itself. */
  readonly line: string;
}

/** Differences that nobody declared are errors, those that the change is about are shown. */
export function setupFindings(
  baseline: ResultSet,
  candidate: ResultSet,
  pairs: readonly Pair[],
  {
    changed,
    stated = [],
  }: { readonly changed: readonly SetupPart[]; readonly stated?: readonly StatedSetup[] },
): Finding[] {
  const differences = [...different(baseline, candidate), ...prompts(pairs)];
  const isDeclared = ({ part }: { readonly part: SetupPart }): boolean => changed.includes(part);
  const wanted = differences.filter(isDeclared);
  const others = differences.filter((difference) => !isDeclared(difference));
  const own = others.filter(({ line }) => whereStated(line, stated) !== undefined);
  const unwanted = others.filter((difference) => !own.includes(difference));
  const [file] = candidate.files;
  const place = file === undefined ? {} : { file };
  const parts = [...new Set(unwanted.map(({ part }) => part))];
  const silent = oneSided(baseline, candidate).filter((one) => !isDeclared(one));
  return [
    ...(unwanted.length === 0
      ? []
      : [
          regressionRules['different-setup'].finding({
            message: `The two evaluations are set up differently, so that their difference is not that of the models alone: ${listOf(unwanted)}.`,
            ...place,
            help: `Evaluate both sides with the same set-up. Where this is what the change is about, state exactly that in trailers of a commit message (${trailersFor(unwanted)}), or set regression.changed: [${parts.join(', ')}] in the policy, or \`changed\` of the action or --changed of the command line.`,
          }),
        ]),
    ...(wanted.length === 0
      ? []
      : [
          regressionRules['declared-setup'].finding({
            message: `The set-up of the evaluation was changed on purpose: ${listOf(wanted)}.`,
            ...place,
            help: 'Nothing to do. Remove the part from regression.changed once the baseline has it too.',
          }),
        ]),
    ...own.map(({ text, line }) =>
      regressionRules['declared-setup'].finding({
        severity: 'warning',
        message: `The change itself states (${whereStated(line, stated) ?? ''}) that the set-up of the evaluation is another: ${text}. The difference is that of both.`,
        ...place,
        help: 'Let somebody who knows the evaluation agree.',
      }),
    ),
    ...silentFindings(silent, place),
  ];
}

function trailersFor(differences: readonly Difference[]): string {
  const lines = differences.slice(0, mostListed).map(({ line }) => `\`Evaluation-Change: ${line}\``);
  return `${lines.join(', ')}${differences.length > mostListed ? ' …' : ''}`;
}

interface OneSided {
  readonly part: SetupPart;
  readonly text: string;
  readonly side: 'baseline' | 'candidate';
}

/** What one side alone states: whether the other was evaluated in the same way, nobody can tell. */
function oneSided(baseline: ResultSet, candidate: ResultSet): OneSided[] {
  if (baseline.files.length === 0 || candidate.files.length === 0) return [];
  const only = (side: OneSided['side'], own: ResultSet, other: ResultSet): OneSided[] => {
    const tasks = new Set([...other.setup.keys()].map(subjectOf));
    return [...own.setup].flatMap(([key, value]) =>
      other.setup.has(key) || (subjectOf(key) !== undefined && !tasks.has(subjectOf(key)))
        ? []
        : [{ side, part: partOf(key), text: `${shown(key)} (${shown(value.slice(0, longestShown))})` }],
    );
  };
  return [...only('baseline', baseline, candidate), ...only('candidate', candidate, baseline)];
}

/** `mmlu` of `versions of mmlu`: a task that the other side has not is another finding's affair. */
function subjectOf(key: string): string | undefined {
  return / of (?!the model$)(.+)$/.exec(key)?.[1];
}

/** A change that no longer states what trunk states could hide a difference; what it states for the first time is reported. */
function silentFindings(silent: readonly OneSided[], place: { readonly file?: string }): Finding[] {
  return (['baseline', 'candidate'] as const).flatMap((side) => {
    const own = silent.filter((one) => one.side === side);
    const other = side === 'baseline' ? 'candidate' : 'baseline';
    return own.length === 0
      ? []
      : [
          regressionRules['one-sided-setup'].finding({
            severity: side === 'baseline' ? 'warning' : 'notice',
            message: `Only the ${side} states ${listOf(own)}; whether the ${other} was evaluated in the same way cannot be compared.`,
            ...place,
            help: `Let the evaluation state it on both sides, or evaluate the ${side === 'baseline' ? 'change' : 'baseline'} again with what states it.`,
          }),
        ];
  });
}

const mostListed = 5;

function listOf(differences: readonly { readonly text: string }[]): string {
  const more = differences.length - mostListed;
  const list = differences.slice(0, mostListed).map(({ text }) => text);
  return `${list.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

/** What both files state, with another value. */
function different(baseline: ResultSet, candidate: ResultSet): Difference[] {
  return [...candidate.setup].flatMap(([key, value]) => {
    const before = baseline.setup.get(key);
    if (before === undefined || before === value) return [];
    const [was, is] = apart(before, value).map(shown);
    return {
      part: partOf(key),
      text: `${shown(key)} was ${was} and is ${is}`,
      line: setupLine(key, before, value),
    };
  });
}

/** The first setting that two results of one commit state differently, in words. */
export function statedDifferently(baseline: ResultSet, candidate: ResultSet): string | undefined {
  return different(baseline, candidate)[0]?.text;
}

/** Of long texts the part from which on they differ. */
function apart(before: string, after: string): [string, string] {
  if (Math.max(before.length, after.length) <= longestShown) return [before, after];
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  const from = Math.max(0, at - 20);
  const cut = (text: string): string => `${from > 0 ? '…' : ''}${text.slice(from, from + longestShown)}`;
  return [cut(before), cut(after)];
}

const longestShown = 80;

/** The same question in another prompt. */
function prompts(pairs: readonly Pair[]): Difference[] {
  const others = pairs.filter(
    ({ baseline, candidate }) =>
      baseline.prompt !== undefined && candidate.prompt !== undefined && baseline.prompt !== candidate.prompt,
  );
  if (others.length === 0) return [];
  const all = (side: 'baseline' | 'candidate'): string =>
    digestOf(
      others
        .map((pair) => pair[side].prompt ?? '')
        .toSorted(compareText)
        .join(' '),
    );
  return [
    {
      part: 'prompt',
      text: `the prompts of ${others.length} of ${count(pairs.length, 'sample')} are others`,
      line: setupLine('prompts', `#${all('baseline')}`, `#${all('candidate')}`),
    },
  ];
}
