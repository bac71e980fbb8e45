import { type Finding, worstFirst } from '../../report/model.ts';
import { judgeAnchor, type Anchor, type AnchorJudgement } from './anchor.ts';
import type { Comparison } from '../facts.ts';
import { factsOf, metricFacts } from '../presentation/facts.ts';
import { readResults } from '../formats/index.ts';
import type { LedgerSource } from '../recorded/from-ledger.ts';
import { integrityFindings, openEndFindings, renumberedFindings } from '../samples/integrity.ts';
import { besideFindings, scoresUnjudged, totalsBeside } from './beside.ts';
import type { Sampling } from './sampling.ts';
import { comparableHistory, historyFacts, historyFindings, type History } from './history.ts';
import { judge } from './judge.ts';
import type { MetricResult } from './measurement.ts';
import { lookAt, type Look } from './looks.ts';
import { weighed } from './pool.ts';
import { isIncomparable, unattributed, verdictFor } from '../presentation/outcome.ts';
import type { MetricSpec } from '../metrics/spec.ts';
import { aligned } from '../samples/align.ts';
import { pairSamples, type Pair } from '../samples/pair.ts';
import { questionsOf } from '../samples/question.ts';
import { shown } from '../shown.ts';
import { roundOf } from './rounds.ts';
import type { ResultFile, ResultSet } from '../samples/sample.ts';
import { samplingFindings, samplingUse } from '../presentation/sampling.ts';
import { anchorSection, sectionsOf } from '../presentation/sections.ts';
import type { RegressionSettings } from '../settings.ts';
import { setupFindings } from '../samples/setup.ts';
import type { StatedSetup } from '../samples/setup-stated.ts';
import { scaleFindings } from './scale.ts';
import { statusSection } from '../presentation/unanswered.ts';
import { titleOf } from '../presentation/title.ts';
import { trendSection, type TrendPoint } from '../recorded/trend.ts';

/** Compares two sides given as files. */
export function compareResults(
  baseline: readonly ResultFile[],
  candidate: readonly ResultFile[],
  settings: RegressionSettings,
): Comparison {
  return compareSets(readResults(baseline), readResults(candidate), settings);
}

/** What beside both sides is known of the model's past. */
export interface Past {
  readonly anchor?: Anchor;
  /** Set where the baseline comes from the ledger. */
  readonly source?: LedgerSource;
  /** Oldest first. */
  readonly trend?: readonly TrendPoint[];
  /** Earlier evaluations of the trunk that is the baseline. */
  readonly history?: History;
  /** In which order the samples of the pool are evaluated, where that is not the seed's alone. */
  readonly sampling?: Sampling;
  /** Differences of the set-up that the change states itself. */
  readonly stated?: readonly StatedSetup[];
  /** Samples that may be evaluated in all, where the baseline grows with the rounds. */
  readonly poolSize?: number;
  /** What was wrong with the past itself. */
  readonly findings?: readonly Finding[];
}

const mostUnjudged = 100;

const noHistory: History = { evaluations: [] };

/** Compares two sides that were read. */
export function compareSets(
  before: ResultSet,
  after: ResultSet,
  settings: RegressionSettings,
  past: Past = {},
): Comparison {
  return compareWith(before, after, settings, past).comparison;
}

/** The same, with the results of all metrics. */
export function compareWith(
  before: ResultSet,
  after: ResultSet,
  settings: RegressionSettings,
  past: Past = {},
): { readonly comparison: Comparison; readonly results: readonly MetricResult[] } {
  const { baseline, candidate, renumbered } = aligned(before, after);
  const { sampling } = past;
  const { round, pairing, look, pool, design, drawn } = roundWith(baseline, candidate, settings, past);
  const { history = noHistory } = past;
  const { earlier, unused } = comparableHistory(history, round.baseline, after, pairing.pairs, settings);
  const judged = judge(round.baseline, candidate, pairing, round.settings, look, {
    earlier,
    pool,
    ...(design !== undefined && { design }),
  });
  const eroded = erosionOf(past.anchor, candidate, pairing.pairs, judged.specs, settings);
  const { stated = [] } = past;
  const declared = { changed: settings.changed, stated };
  const setup = [
    ...setupFindings(round.baseline, candidate, pairing.pairs, declared),
    ...judged.results.flatMap((result) => scaleFindings(result, declared)),
  ];
  const told = [...judged.findings, ...(eroded?.findings ?? [])];
  const isComparable = pairing.asked.length === 0 && ![...setup, ...told].some(isIncomparable);
  const unjudged = pairing.pairs.length === 0 ? [] : totalsBeside(baseline, candidate);
  const beside = [...unjudged, ...scoresUnjudged(judged.beside ?? [])];
  const passed = judged.results.every(({ verdict }) => verdict !== 'fail');
  const findings = worstFirst([
    ...baseline.findings,
    ...candidate.findings,
    ...integrityFindings(pairing),
    ...openEndFindings(baseline, candidate),
    ...renumberedFindings(renumbered, candidate),
    ...setup,
    ...(isComparable ? told : told.map(unattributed)),
    ...besideFindings(unjudged, [baseline, candidate], settings, look, passed),
    ...(past.findings ?? []),
    ...historyFindings(judged.results, history, unused),
    ...samplingFindings(judged.results, sampling, drawn),
  ]);
  const verdict = verdictFor(findings, judged.results, settings, look);
  const undecided =
    verdict === 'inconclusive' && judged.results.some((result) => result.verdict === 'inconclusive');
  const facts = factsOf({ ...judged, baseline: round.baseline, candidate, look, undecided });
  const comparison: Comparison = {
    verdict,
    title: titleOf(verdict, judged.results, findings, settings.mode),
    findings,
    facts: {
      mode: settings.mode,
      alpha: settings.alpha,
      ...facts,
      ...(beside.length > 0 && { unjudged: beside.slice(0, mostUnjudged) }),
      ...(past.source !== undefined && { ledger: past.source }),
      ...historyFacts(judged.results, history, unused),
      ...samplingUse(judged.results, sampling, drawn),
      ...(past.anchor !== undefined && {
        anchor: { name: shown(past.anchor.name), metrics: (eroded?.results ?? []).map(metricFacts) },
      }),
    },
    sections: [
      ...sectionsOf(judged.results, judged.slices, settings.mode, past.source),
      ...statusSection(facts.baseline.statuses, facts.candidate.statuses, judged.statuses),
      ...anchorSection(past.anchor?.name, eroded?.results ?? []),
      ...judged.results.slice(0, 1).flatMap((result) =>
        trendSection(
          past.trend ?? [],
          result,
          eroded?.results.find(({ name }) => name === result.name),
        ),
      ),
    ],
  };
  return { comparison, results: judged.results };
}

/** Against the anchor each pair stands for as many as it does against the baseline. */
function erosionOf(
  anchor: Anchor | undefined,
  candidate: ResultSet,
  pairs: readonly Pair[],
  specs: readonly MetricSpec[],
  settings: RegressionSettings,
): AnchorJudgement | undefined {
  if (anchor === undefined) return undefined;
  const weights = new Map(pairs.map(({ candidate: { id }, weight }) => [id, weight]));
  return judgeAnchor(anchor, candidate, specs, settings, (id) => weights.get(id));
}

/** The part of the baseline that this round compares with, paired, each pair with what it stands for. */
function roundWith(baseline: ResultSet, candidate: ResultSet, settings: RegressionSettings, past: Past) {
  const { sampling } = past;
  const evaluated = countOf(candidate.samples.keys(), settings);
  const round = roundOf(baseline, evaluated, settings, {
    ...past,
    ...(sampling !== undefined && { order: sampling.order }),
  });
  // Of a planned round the rest of the baseline is known; samples that are missing without one say nothing.
  const isRound = round.baseline.samples.size < baseline.samples.size;
  const pool = isRound ? [...baseline.samples.values()] : [];
  const design = isRound ? sampling?.design : undefined;
  const paired = pairSamples(round.baseline.samples, candidate.samples, settings.changed.includes('prompt'));
  const pairing = design === undefined ? paired : { ...paired, pairs: weighed(paired.pairs, pool, design) };
  const drawn = sampling === undefined ? 0 : questionsOf(round.baseline.samples.keys()).size;
  const look: Look = {
    ...lookAt(
      pairCount(pairing.pairs, settings),
      round.settings.looks,
      settings.alpha,
      sampling?.design?.information,
    ),
    ...(settings.looks !== undefined && {
      pool: past.poolSize ?? questionsOf(baseline.samples.keys()).size,
    }),
  };
  return { round, pairing, look, pool, design, drawn };
}

/** Looks are planned in questions, each of which may be answered several times; without looks nobody asks. */
function countOf(ids: Iterable<string>, { looks }: RegressionSettings): number {
  return looks === undefined ? 0 : questionsOf(ids).size;
}

function pairCount(pairs: readonly Pair[], settings: RegressionSettings): number {
  return settings.looks === undefined
    ? pairs.length
    : countOf(
        pairs.map(({ candidate }) => candidate.id),
        settings,
      );
}
