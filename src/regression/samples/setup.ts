/** Whether both sides were evaluated in the same way. */
import { count } from '../../kernel/text.ts';
import type { Finding } from '../../report/model.ts';
import { regressionRules } from '../rules.ts';
import { shown } from '../shown.ts';
import type { Pair } from './pair.ts';
import type { ResultSet } from './sample.ts';
import { partOf, type SetupPart } from './setup-parts.ts';

interface Difference {
  readonly part: SetupPart;
  readonly text: string;
}

/** Differences that nobody declared are errors, those that the change is about are shown. */
export function setupFindings(
  baseline: ResultSet,
  candidate: ResultSet,
  pairs: readonly Pair[],
  declared: readonly SetupPart[],
): Finding[] {
  const differences = [...stated(baseline, candidate), ...prompts(pairs)];
  const isDeclared = ({ part }: Difference): boolean => declared.includes(part);
  const [wanted, unwanted] = [
    differences.filter(isDeclared),
    differences.filter((difference) => !isDeclared(difference)),
  ];
  const [file] = candidate.files;
  const place = file === undefined ? {} : { file };
  const parts = [...new Set(unwanted.map(({ part }) => part))];
  return [
    ...(unwanted.length === 0
      ? []
      : [
          regressionRules['different-setup'].finding({
            message: `The two evaluations are set up differently, so that their difference is not that of the models alone: ${listOf(unwanted)}.`,
            ...place,
            help: `Evaluate both sides with the same set-up. Where this is what the change is about, set regression.changed: [${parts.join(', ')}] in the policy, or \`changed\` of the action or --changed of the command line.`,
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
  ];
}

const mostListed = 5;

function listOf(differences: readonly Difference[]): string {
  const more = differences.length - mostListed;
  const list = differences.slice(0, mostListed).map(({ text }) => text);
  return `${list.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

/** What both files state, with another value. */
function stated(baseline: ResultSet, candidate: ResultSet): Difference[] {
  return [...candidate.setup].flatMap(([key, value]) => {
    const before = baseline.setup.get(key);
    if (before === undefined || before === value) return [];
    const [was, is] = apart(before, value).map(shown);
    return { part: partOf(key), text: `${shown(key)} was ${was} and is ${is}` };
  });
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
  let different = 0;
  for (const { baseline, candidate } of pairs)
    if (
      baseline.prompt !== undefined &&
      candidate.prompt !== undefined &&
      baseline.prompt !== candidate.prompt
    )
      different++;
  return different === 0
    ? []
    : [
        {
          part: 'prompt',
          text: `the prompts of ${different} of ${count(pairs.length, 'sample')} are others`,
        },
      ];
}
