/** What is to be said of samples that have no outcome to compare. */
import { count } from '../../kernel/text.ts';
import type { Finding, Section } from '../../report/model.ts';
import type { StatusCounts, StatusTest } from '../decision/statuses.ts';
import type { OpenPair } from '../metrics/answered.ts';
import type { MetricResult, OpenOutcome } from '../decision/measurement.ts';
import { regressionRules } from '../rules.ts';
import { finding } from '../samples/integrity.ts';
import { nameOf, type Sample } from '../samples/sample.ts';
import { statuses, type Status } from '../samples/status.ts';
import { shownList } from '../shown.ts';
import { amount, change, plainNumber } from './wording.ts';

type SideName = 'baseline' | 'candidate';

type OpenSamples = Pick<OpenOutcome, 'pairs' | 'sentinel'>;

const sides: readonly SideName[] = ['candidate', 'baseline'];

/** What became of them, after a number. */
const fates: Record<Status, string> = {
  answered: 'were answered',
  error: 'ended in an error',
  timeout: 'timed out (an error of the call, not of the answer)',
  truncated: 'were cut off at the token limit (truncated)',
  unparsed:
    'could not be parsed or scored (no mark, or the −1 that some judges write in its place: an error of the parser or the judge, not of the answer)',
  filtered: 'were blocked by a content filter',
};

/** One finding for all of them: an error where they could turn the verdict, or where more of them are open than chance explains. */
export function unansweredFindings(
  results: readonly MetricResult[],
  test: StatusTest | undefined,
): Finding[] {
  const open = results.filter((result) => result.open !== undefined);
  const [telling] = [...open.filter((result) => result.open?.turns === true), ...open];
  if (telling?.open === undefined) return [];
  const { open: outcome } = telling;
  const fell = answeredFell(test);
  const stops = outcome.turns || ((fell || open.some(hasMoreMarks)) && !failsAnyway(open));
  const parts = sides.flatMap((side) => sideText(side, outcome, telling.n + outcome.pairs.length));
  const [first] = sides.flatMap((side) => openSamples(outcome, side));
  return [
    {
      ...finding(
        regressionRules.unanswered,
        `${parts.join(' ')} ${rangeText(telling, outcome)}${fell ? ` ${capitalised(change(test.answered))}.` : ''}`,
        first,
        stops
          ? rerunHelp(rerunOf(results, test))
          : 'Nothing to do for the verdict. Find out why these were not answered.',
      ),
      severity: stops ? 'error' : 'warning',
    },
  ];
}

function answeredFell(test: StatusTest | undefined): test is StatusTest {
  return test?.answered.verdict === 'fail';
}

/** As the share of answered samples is tested: more marks that are none on the candidate, beyond the tolerance and beyond chance. */
function hasMoreMarks({ n, open, tolerance, unit }: MetricResult): boolean {
  if (open?.sentinel === undefined) return false;
  const only = (side: SideName): number =>
    open.pairs.filter((pair) => pair[side] && !pair[side === 'baseline' ? 'candidate' : 'baseline']).length;
  const [more, fewer] = [only('candidate'), only('baseline')];
  const tolerated = unit === 'points' ? tolerance : 0.005;
  return fewer === 0 && more >= fewestMarks && more > tolerated * (n + open.pairs.length);
}

/** 2⁻⁵ is below 0.05: so many that are all on one side are not chance. */
const fewestMarks = 5;

/** A drop that is there at best needs no sample more. */
function failsAnyway(open: readonly MetricResult[]): boolean {
  return open.some(({ verdict }) => verdict === 'fail');
}

/** What to run, for each side that has any. */
function rerunHelp(ids: Record<SideName, readonly string[]>): string {
  return [
    'Evaluate exactly these samples again: facts.rerun of the report lists them.',
    ...sides.filter((side) => ids[side].length > 0).map((side) => rerunOn[side]),
    'Raise the limit of tokens where answers are cut off, the time limit where they time out. Rows that are answered then take the place of these.',
  ].join(' ');
}

/** A checkout of the merge base has what made trunk's answers; its results are read from trunk alone. */
const rerunOn: Record<SideName, string> = {
  candidate: 'Those of the candidate are in the file that the output rerun of the action names.',
  baseline:
    'Those of the baseline are in the file that the output rerun-baseline names: with regression.evaluate, and in model-pull-request.yml, they are asked again by itself; else, in a job of your own, `git worktree add ../trunk COMMIT` with the output rerun-baseline-commit (facts.rerun.commit), evaluate these ids there, write the rows to .model-gates/baseline/again.jsonl in the workspace (regression.baseline-again), and run the gate again.',
};

/** Why a metric says nothing where no sample was answered on both sides, and what to do. `title`: of the metric. */
export function noneAnsweredText(
  pairs: readonly OpenPair[],
  title: string | undefined,
  sentinel?: number,
): { readonly reason: string; readonly help: string } {
  const outcome = { pairs, ...(sentinel !== undefined && { sentinel }) };
  return {
    reason: [
      `None of the ${count(pairs.length, 'sample')} was answered on both sides, so ${title === undefined ? 'nothing was measured' : `${title} says nothing`}.`,
      ...sides.flatMap((side) => sideText(side, outcome, pairs.length)),
    ]
      .join(' ')
      .replace(/\.$/, ''),
    help: `Find out why: wrong keys, a server that is not there, an image that does not start. ${rerunHelp(idsOf([outcome]))}`,
  };
}

/** `20 of 500 samples of the candidate have no outcome: 18 timed out, 2 ended in an error (s1, s4 and 18 more).` */
function sideText(side: SideName, outcome: OpenSamples, all: number): string[] {
  const samples = openSamples(outcome, side);
  if (samples.length === 0) return [];
  const scored = samples.filter((sample) => isSentinel(sample, outcome));
  const others = samples.filter((sample) => !isSentinel(sample, outcome));
  const fateTexts = statuses.flatMap((status) => {
    const many = others.filter((sample) => (sample.status ?? 'answered') === status).length;
    return many === 0 ? [] : [`${many} ${fates[status]}`];
  });
  const sentinel =
    scored.length === 0
      ? []
      : [
          `${scored.length} have the score ${plainNumber(outcome.sentinel ?? NaN)}, which lies outside of the other scores and is not a mark`,
        ];
  const ids = shownList(samples.slice(0, 5).map(nameOf), samples.length);
  return [
    `${samples.length} of ${count(all, 'sample')} of the ${side} ${samples.length === 1 ? 'has' : 'have'} no outcome to compare: ${[...fateTexts, ...sentinel].join(', ')} (${ids}).`,
  ];
}

function isSentinel({ scores }: Sample, { sentinel }: OpenSamples): boolean {
  return sentinel !== undefined && [...scores.values()].includes(sentinel);
}

function openSamples({ pairs }: OpenSamples, side: SideName): Sample[] {
  return pairs.flatMap((open) => (open[side] ? [open.pair[side]] : []));
}

function rangeText(result: MetricResult, { best, worst, turns }: OpenOutcome): string {
  const [low, high] = [worst, best].map((one) => ({ ...result, delta: one.delta }));
  const range =
    low === undefined || high === undefined ? '' : `between ${signedAmount(low)} and ${signedAmount(high)}`;
  const consequence = turns ? 'that could turn the verdict' : 'the verdict is the same';
  return `Left out, ${change(result)}. Whatever they had been, the difference is ${range}: ${consequence}.`;
}

function signedAmount(result: MetricResult): string {
  return amount(result, result.delta);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Most ids that a report lists. */
const mostRerun = 50_000;

/** Ids to evaluate again, by side, at most 50,000 of each: those that could turn the verdict. `unmeasured`: of metrics that no sample has on both sides. */
export function rerunOf(
  results: readonly MetricResult[],
  test: StatusTest | undefined,
  unmeasured: readonly OpenPair[] = [],
): Record<SideName, string[]> {
  const all = results.filter((result) => result.open !== undefined);
  const stops = (answeredFell(test) || all.some(hasMoreMarks)) && !failsAnyway(all);
  const open = results.flatMap(({ open: outcome }) =>
    outcome !== undefined && (outcome.turns || stops) ? [outcome] : [],
  );
  return idsOf([...open, { pairs: unmeasured }]);
}

function idsOf(open: readonly OpenSamples[]): Record<SideName, string[]> {
  const of = (side: SideName): string[] =>
    [...new Set(open.flatMap((outcome) => openSamples(outcome, side).map(nameOf)))].slice(0, mostRerun);
  return { baseline: of('baseline'), candidate: of('candidate') };
}

/** What became of the samples on both sides; none where all were answered. */
export function statusSection(
  baseline: StatusCounts,
  candidate: StatusCounts,
  test: StatusTest | undefined,
): Section[] {
  if (test === undefined) return [];
  const right = (title: string) => ({ title, align: 'right' as const });
  return [
    {
      kind: 'table',
      title: 'What became of the samples',
      columns: [{ title: 'Status' }, right('Baseline'), right('Candidate'), { title: 'In the comparison' }],
      rows: statuses
        .filter((status) => (baseline[status] ?? 0) + (candidate[status] ?? 0) > 0)
        .map((status) => [
          status,
          String(baseline[status] ?? 0),
          String(candidate[status] ?? 0),
          roleOf(status, test),
        ]),
    },
  ];
}

function roleOf(status: Status, { moved }: StatusTest): string {
  if (status === 'answered') return 'as scored';
  if (status === 'error' || status === 'timeout') return 'left out, then at best and at worst';
  return moved.has(status)
    ? 'one side has more: left out, then at best and at worst'
    : 'as scored: no more on one side than chance explains';
}
