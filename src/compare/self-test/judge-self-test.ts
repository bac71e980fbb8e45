/** How often the gate blocks harmless merges here, and what that costs a month. */
import { count } from '../../kernel/text.ts';
import type { RegressionSettings } from '../../regression/index.ts';
import type { Judgement, Section } from '../../report/model.ts';
import type { ComparedMetric, CompareFacts, SelfTestFacts } from '../facts.ts';
import { reportVerdicts } from '../decision/report-verdicts.ts';
import { figure, percent } from '../presentation/numbers.ts';
import { compareRules } from '../rules.ts';
import { noSampleRatio } from '../statistics/sample-ratio.ts';
import { blocksHarmless, incomparable, type Chance, type Neighbours } from './replay.ts';

export interface History {
  readonly pairs: readonly Neighbours[];
  /** Merges to trunk in a month; absent where times are not known. */
  readonly mergesAMonth?: number | undefined;
  /** Minutes that one evaluation takes on one runner. */
  readonly minutes?: number | undefined;
}

/** Replays in all: enough to tell 5 % from 8 %. */
const replays = 400;
const mostAPair = 100;

/** Without two evaluations that can be compared the verdict is `keep-going`, and why is said. */
export function judgeSelfTest(
  { pairs, mergesAMonth, minutes }: History,
  settings: RegressionSettings,
  chance: Chance,
): Judgement<CompareFacts> {
  const reasons = pairs.map((pair) => incomparable(pair, settings));
  const usable = pairs.filter((_, at) => reasons[at] === undefined);
  if (usable.length === 0) return nothing(reasons);
  const each = Math.min(mostAPair, Math.ceil(replays / usable.length));
  const rates = usable.map((pair) => {
    const blocked = Array.from({ length: each }, () => blocksHarmless(pair, settings, chance));
    return blocked.filter(Boolean).length / each;
  });
  const total = each * usable.length;
  const rate = rates.reduce((sum, one) => sum + one, 0) / usable.length;
  const ci = intervalOf(rate, rates, total);
  const blockedAMonth = mergesAMonth === undefined ? undefined : rate * mergesAMonth;
  const facts: SelfTestFacts = {
    evaluations: usable.length + 1,
    replays: total,
    blocked: Math.round(rate * total),
    rate,
    ci,
    mergesAMonth: mergesAMonth ?? null,
    blockedAMonth: blockedAMonth ?? null,
    minutesAMonth: blockedAMonth === undefined || minutes === undefined ? null : blockedAMonth * minutes,
    leftOut: reasons.filter((reason) => reason !== undefined).length,
  };
  return judged(facts, settings.alpha, reasons);
}

/**
 * 95 %, whichever is wider: as if the replays were independent (Agresti and Coull), or as the pairs differ among each other. Where nothing
 * was blocked the rule of three.
 */
function intervalOf(rate: number, rates: readonly number[], total: number): [number, number] {
  const centre = (rate * total + 2) / (total + 4);
  const spread = rates.reduce((sum, one) => sum + (one - rate) ** 2, 0) / Math.max(1, rates.length - 1);
  const error = Math.sqrt(Math.max((centre * (1 - centre)) / (total + 4), spread / rates.length));
  const [low, high] = [Math.max(0, rate - 1.96 * error), Math.min(1, rate + 1.96 * error)];
  return [low, Math.max(high, rate === 0 ? 3 / total : 0)];
}

function judged(
  selfTest: SelfTestFacts,
  alpha: number,
  reasons: readonly (string | undefined)[],
): Judgement<CompareFacts> {
  const { rate, ci, replays: total, blockedAMonth, minutesAMonth } = selfTest;
  const tooOften = ci[0] > alpha;
  const verdict = tooOften ? 'worse' : 'no-difference';
  const cost =
    blockedAMonth === null
      ? ''
      : `; about ${figure(blockedAMonth)} merges a month${minutesAMonth === null ? '' : `, ${count(Math.round(minutesAMonth), 'minute')} of evaluation`}`;
  const title = `The gate blocks ${percent(rate)} of harmless merges here (95 % interval ${percent(ci[0])} to ${percent(ci[1])}, ${count(total, 'replay')})${cost}`;
  const metric: ComparedMetric = {
    name: 'harmless merges blocked',
    role: 'goal',
    baseline: alpha,
    candidate: rate,
    delta: rate,
    ci,
    verdict,
    higherIsBetter: false,
    margin: null,
    n: total,
  };
  return {
    verdict: reportVerdicts[verdict],
    title,
    findings: [
      ...(tooOften
        ? [
            compareRules['blocks-harmless'].finding({
              message: `${title}; the policy means to block ${percent(alpha)}.`,
              help: 'Evaluate more samples (regression.looks, regression.pool), set on-inconclusive to warn, or widen tolerance.',
            }),
          ]
        : []),
      ...leftOut(reasons),
    ],
    facts: { verdict, void: [], sampleRatio: noSampleRatio, metrics: [metric], selfTest },
    sections: [section(selfTest)],
  };
}

function leftOut(reasons: readonly (string | undefined)[]) {
  const [first, ...more] = reasons.filter((reason) => reason !== undefined);
  if (first === undefined) return [];
  return [
    compareRules['left-out-history'].finding({
      message: `${count(more.length + 1, 'pair')} of neighbouring evaluations cannot be compared: ${first}`,
      help: 'Evaluate each merge on the same samples, and record the results of single samples.',
    }),
  ];
}

function nothing(reasons: readonly (string | undefined)[]): Judgement<CompareFacts> {
  const message = 'There are no two evaluations of trunk that can be compared';
  return {
    verdict: 'inconclusive',
    title: `${message}, so how often the gate blocks harmless merges here is not known`,
    findings: [
      compareRules['no-history'].finding({
        message: `${message}.`,
        help: 'Commit the results of each merge where regression.candidate matches them, or record them (model-merge.yml with `evaluate`).',
      }),
      ...leftOut(reasons),
    ],
    facts: { verdict: 'keep-going', void: [], sampleRatio: noSampleRatio, metrics: [] },
  };
}

function section(facts: SelfTestFacts): Section {
  const rows: [string, string][] = [
    ['Evaluations of trunk', String(facts.evaluations)],
    ['Harmless changes replayed', String(facts.replays)],
    [
      'Blocked',
      `${facts.blocked} (${percent(facts.rate)}, ${percent(facts.ci[0])} to ${percent(facts.ci[1])})`,
    ],
    ['Merges a month', facts.mergesAMonth === null ? 'unknown' : figure(facts.mergesAMonth)],
    ['Blocked a month for nothing', facts.blockedAMonth === null ? 'unknown' : figure(facts.blockedAMonth)],
    [
      'Minutes of evaluation a month',
      facts.minutesAMonth === null
        ? 'unknown: no evaluation_minutes are recorded'
        : figure(facts.minutesAMonth),
    ],
  ];
  return {
    kind: 'table',
    title: 'The gate on changes that do nothing',
    open: true,
    columns: [{ title: 'What' }, { title: 'How much', align: 'right' }],
    rows,
  };
}
