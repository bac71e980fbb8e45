/** The answer: what was found, as a person and a machine read it. */
import { questionsOf, shown } from '../regression/index.ts';
import { count } from '../kernel/text.ts';
import type { Finding, Verdict } from '../report/model.ts';
import { isSettled, wantedNext } from './next.ts';
import { alsoText, effectsOf, furtherOf, otherFalls } from './others.ts';
import { isNamed, namedBefore } from './before.ts';
import type { ChangeFacts, LocateFacts, Located, LocateVerdict } from './facts.ts';
import { surerText } from './known.ts';
import { limitsOf } from './limits.ts';
import { merges as mergesFacts, nameOf } from './names.ts';
import { leastBayesFactor } from './model/evidence.ts';
import { smallestSet } from './posterior.ts';
import { locateRules } from './rules.ts';
import { search, type Search, type SearchInput } from './search.ts';
import { sectionsOf } from './sections.ts';
import { setUpChanges } from './set-up.ts';
import { verdictOf } from './verdict.ts';
import { factor, percent, wordsOf } from './words.ts';

export interface LocateInput extends SearchInput {
  /** As asked for. */
  readonly metric: string;
  /** Evaluations that this search has run. */
  readonly run?: number;
  /** Full SHAs of merges that it could not evaluate. */
  readonly skipped?: readonly string[];
  /** Of what was read. */
  readonly findings: readonly Finding[];
}

/** The merge that made the metric fall, with how sure that is. Where nothing can be compared, what is missing. */
export function locate(input: LocateInput): Located {
  const { evaluations, merges } = input;
  const places = new Set(evaluations.map(({ at }) => at));
  if (places.size < 2) return tooFew(input, places.size);
  const found = search(input);
  if (found.pool.ids.length === 0 && !found.isTotals) return apart(input);
  const own = verdictOf(found, evaluations.length);
  const set = shasOf(smallestSet(found.posterior.given), input, found);
  const candidates = mergesFacts(merges, found);
  const before = own === 'set' ? namedBefore(input, set, candidates) : undefined;
  const next =
    before !== undefined || isSettled(found) ? [] : wantedNext(found, evaluations, skippedPlaces(input));
  const samples = [...questionsOf(next.flatMap(({ ids }) => ids))];
  const facts: LocateFacts = {
    verdict: own,
    metric: input.metric,
    merges: candidates,
    set,
    evaluations: input.run ?? 0,
    next: next.flatMap(({ at }) => merges[at]?.sha ?? []),
    ...(samples.length > 0 && samples.length < questionsOf(found.pool.ids).size && { nextSamples: samples }),
    ...(input.skipped !== undefined && input.skipped.length > 0 && { skipped: input.skipped }),
    ...(own === 'located' && { named: isNamed(input, set[0]) }),
    noMerge: found.posterior.none,
    bayesFactor: found.posterior.bayesFactor,
    recorded: evaluations.length,
    samples: found.pool.ids.length,
    range: { good: shaAt(input, 0), bad: shaAt(input, -1) },
    values: valuesOf(found, evaluations),
    churn: found.evidence.churn,
    changes: found.changes,
    ...furtherOf(input, found),
    ...effectsOf(found),
    ...before?.facts,
  };
  return told(input, found, facts, before?.text(set.length));
}

function skippedPlaces({ merges, skipped = [] }: LocateInput): ReadonlySet<number> {
  return new Set([...merges.keys()].filter((at) => skipped.includes(merges[at]?.sha ?? '')));
}

const verdicts: Readonly<Record<LocateVerdict, Verdict>> = {
  located: 'fail',
  set: 'fail',
  none: 'pass',
  'cannot-tell': 'inconclusive',
};

/** `why`: where an earlier search says so, and not this one. */
function told(input: LocateInput, found: Search, facts: LocateFacts, why = ''): Located {
  const main = mainFinding(input, found, facts, why);
  return {
    verdict: verdicts[facts.verdict],
    title: main.message,
    findings: [
      main,
      ...otherFalls(input, facts),
      ...laterRises(input, found.changes),
      ...setUpChanges(input.merges, input.evaluations),
      ...limitsOf(input, found, facts),
      ...input.findings,
    ],
    facts,
    sections: sectionsOf(input, facts),
  };
}

function mainFinding(input: LocateInput, found: Search, facts: LocateFacts, why: string): Finding {
  const first = facts.merges[0];
  const name = first === undefined ? 'no merge' : nameOf(input.merges, first.sha);
  const chance = percent(first?.probability ?? 0);
  const { metric, fell, fall } = wordsOf(input);
  const evaluate = nextText(input, facts);
  if (facts.verdict === 'located')
    return locateRules.culprit.finding({
      message: `${metric} ${fell} at ${name}: ${chance} of the probability, ${percent(facts.noMerge ?? 1)} that it is noise${turnedText(found.changes, first?.sha)}${alsoText(input, facts)}${why}.`,
      help: `Look at what it changed; take it back with \`git revert ${revertOf(input, first?.sha)}\`.${evaluate}`,
    });
  if (facts.verdict === 'set')
    return locateRules.suspects.finding({
      message: `${metric} ${fell} at one of ${count(facts.set.length, 'merge')}, most likely at ${name} (${chance})${alsoText(input, facts)}.`,
      help:
        evaluate.trim() || 'Evaluate further samples at these merges: all of them were evaluated already.',
    });
  if (facts.verdict === 'none')
    return locateRules['no-fall'].finding({
      message: `Nothing speaks for a ${fall} of ${metric} over ${count(found.candidates.length, 'merge')}: it varies as it does without a change. Likeliest all the same: ${name} (${chance}).`,
    });
  return locateRules['cannot-tell'].finding({
    message: `Whether ${metric} ${fell} cannot be determined: a ${fall} is ${factor(found.posterior.bayesFactor)} as likely as noise, and a claim needs ${leastBayesFactor}. Likeliest: ${name} (${chance}).`,
    help:
      evaluate.trim() ||
      (new Set(input.evaluations.map(({ at }) => at)).size > found.candidates.length
        ? 'Every merge of the range was evaluated: only more samples of each would tell, the same ones each time.'
        : 'Evaluate more samples, or more merges of this range, on the same samples each time.'),
  });
}

function nextText({ merges }: LocateInput, facts: LocateFacts): string {
  const surer = surerText(merges, facts);
  return surer === '' ? '' : ` ${surer}`;
}

function turnedText(changes: readonly ChangeFacts[], sha: string | undefined): string {
  const change = changes.find((one) => one.sha === sha && one.direction === 'fell');
  if (change === undefined || change.turned.worse === 0) return '';
  const { worse, better } = change.turned;
  return `; ${count(worse, 'sample')} turned worse there and stayed so${better === 0 ? '' : `, ${better} better`}`;
}

function revertOf({ merges }: LocateInput, sha = ''): string {
  const isMerge = merges.some((merge) => merge.sha === sha && merge.isMerge === true);
  return `${isMerge ? '-m 1 ' : ''}${sha.slice(0, 12)}`;
}

/** What made up for a fall. */
function laterRises(input: LocateInput, changes: readonly ChangeFacts[]): Finding[] {
  const firstFall = changes.findIndex(({ direction }) => direction === 'fell');
  const rises = changes.filter(
    ({ direction }, at) => direction === 'rose' && firstFall >= 0 && at > firstFall,
  );
  return rises.map(({ sha, probability }) =>
    locateRules['fell-later-rose'].finding({
      message: `${wordsOf(input).metric} ${wordsOf(input).fell === 'fell' ? 'rose' : 'fell'} again at ${nameOf(input.merges, sha)} (${percent(probability)}).`,
    }),
  );
}

function tooFew(input: LocateInput, places: number): Located {
  const message =
    places === 0
      ? `No commit of the range has results that carry ${shown(input.metric)}.`
      : `Only one commit of the range has results that carry ${shown(input.metric)}: a fall needs a before and an after.`;
  const finding = locateRules['no-results'].finding({
    message,
    help: 'Record the results of each merge from now on: `evaluate` in model-merge.yml, or a file for each commit whose name has its SHA.',
  });
  return withoutAnswer(input, finding);
}

function apart(input: LocateInput): Located {
  const finding = locateRules['no-shared-samples'].finding({
    message: `The ${count(input.evaluations.length, 'evaluation')} share no sample with each other: none can be compared.`,
    help: 'Evaluate the same samples at every merge from now on (regression.pool), under the same ids and with the same content.',
  });
  return withoutAnswer(input, finding);
}

function withoutAnswer({ metric, merges, findings, run }: LocateInput, finding: Finding): Located {
  return {
    verdict: 'inconclusive',
    title: finding.message,
    findings: [finding, ...findings],
    facts: {
      verdict: 'cannot-tell',
      metric,
      merges: [],
      set: [],
      evaluations: run ?? 0,
      next: merges.length < 2 ? [] : [merges[0], merges.at(-1)].flatMap((merge) => merge?.sha ?? []),
    },
  };
}

function shasOf(set: readonly number[], { merges }: LocateInput, { candidates }: Search): string[] {
  return set.flatMap((index) => merges[candidates[index]?.at ?? -1]?.sha ?? []);
}

function shaAt({ merges, evaluations }: LocateInput, at: number): string {
  return merges[evaluations.at(at)?.at ?? 0]?.sha ?? '';
}

/** The metric of the first and the last evaluation, over what both have, in its own unit. */
function valuesOf(
  { pool, isTotals }: Search,
  evaluations: LocateInput['evaluations'],
): { good: number; bad: number } {
  if (isTotals)
    return { good: evaluations[0]?.results.value ?? NaN, bad: evaluations.at(-1)?.results.value ?? NaN };
  const [first, last] = [pool.values[0], pool.values.at(-1)];
  const sign = evaluations[0]?.results.higherIsBetter === false ? -1 : 1;
  let [good, bad, n] = [0, 0, 0];
  for (const [at, value] of (first ?? []).entries()) {
    const later = last?.[at] ?? NaN;
    if (Number.isNaN(value) || Number.isNaN(later)) continue;
    good += value;
    bad += later;
    n++;
  }
  return { good: (sign * good) / n, bad: (sign * bad) / n };
}
