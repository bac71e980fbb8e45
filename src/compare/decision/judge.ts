/** Outcomes of two arms in, a verdict out. */
import { UserError } from '../../kernel/user-error.ts';
import { shown } from '../../regression/index.ts';
import { worstFirst, type Finding, type Judgement } from '../../report/model.ts';
import { parseGuardrail, parseMargin, type Guardrail } from '../amounts.ts';
import type { CompareFacts, CompareVerdict, WaitFacts } from '../facts.ts';
import type { CollectedMetric, CollectedOutcomes } from '../outcomes/collected.ts';
import { candidateName, decidedFindings, noMetric, sampleRatioFinding } from '../presentation/findings.ts';
import { outcomeSections } from '../presentation/sections.ts';
import { outcomeTitle } from '../presentation/title.ts';
import type { CompareSettings } from '../settings.ts';
import { sampleRatio, sampleRatioAlpha } from '../statistics/sample-ratio.ts';
import { armsOf, splitOf } from './arms.ts';
import { combined } from './combine.ts';
import { answer, type Arms, type MetricAnswer } from './metric.ts';
import { reportVerdicts } from './report-verdicts.ts';
import {
  changedSplit,
  clockAhead,
  crossedUnits,
  missingDays,
  oneArm,
  unequalMissing,
  unreadableFindings,
} from './voids.ts';
import { waitFor } from './wait.ts';

/**
 * The verdict on outcomes that were collected; `now`: milliseconds since the epoch. First whether they may be judged at all: a wrong
 * ratio of units, a unit in both arms, a missing day make any verdict void. Throws a UserError for settings that do not fit the data.
 */
export function judgeOutcomes(
  outcomes: CollectedOutcomes,
  settings: CompareSettings,
  now: number,
): Judgement<CompareFacts> {
  const alone = [...unreadableFindings(outcomes), ...oneArm(outcomes), ...clockAhead(outcomes, now)];
  if (outcomes.arms.length < 2) return nothingToCompare(outcomes, alone);
  const arms = armsOf(outcomes.arms, settings);
  const shares = splitOf(outcomes.arms.length, settings);
  const p = sampleRatio(outcomes.looks, shares);
  const goals = goalsOf(outcomes.metrics, settings);
  const broken = [
    ...alone,
    ...(p <= sampleRatioAlpha ? [sampleRatioFinding(outcomes.arms, shares, p)] : []),
    ...crossedUnits(outcomes),
    ...missingDays(outcomes),
    ...changedSplit(outcomes),
    ...unequalMissing(outcomes, goals, [arms.baseline, arms.candidate]),
    ...noMetric(
      outcomes.metrics,
      settings,
      guardrailsOf(settings).map(({ name }) => name),
    ),
  ];
  const answers = answersOf(outcomes.metrics, arms, goals, settings);
  const verdict = broken.length > 0 ? 'void' : combined(answers);
  const wait = verdict === 'keep-going' ? waitOf(outcomes, answers, settings) : undefined;
  const facts = factsOf({ outcomes, arms, shares, answers, p, verdict, broken, wait, alpha: settings.alpha });
  return {
    verdict: reportVerdicts[verdict],
    title: outcomeTitle(facts, broken),
    findings: worstFirst([
      ...broken,
      ...candidateName(outcomes.arms, arms, settings),
      ...decidedFindings(facts),
    ]),
    facts,
    sections: outcomeSections(facts),
  };
}

function nothingToCompare(
  outcomes: CollectedOutcomes,
  findings: readonly Finding[],
): Judgement<CompareFacts> {
  const facts: CompareFacts = {
    verdict: 'void',
    void: findings.map(({ message }) => message),
    sampleRatio: { p: 1, alpha: sampleRatioAlpha },
    metrics: [],
    arms: outcomes.arms.map(({ name, units, rows }) => ({
      name,
      role: 'other',
      units,
      outcomes: rows,
      expected: 1,
      share: 1,
    })),
  };
  return { verdict: 'inconclusive', title: outcomeTitle(facts, findings), findings, facts };
}

/** Named, else all that are neither a guardrail nor a known aside. */
function goalsOf(metrics: readonly CollectedMetric[], settings: CompareSettings): string[] {
  if (settings.metric.length > 0) return [...settings.metric];
  const guarded = new Set(guardrailsOf(settings).map(({ name }) => name));
  return metrics.flatMap(({ name, aside }) => (aside || guarded.has(name) ? [] : [name]));
}

function guardrailsOf({ guardrail }: CompareSettings): Guardrail[] {
  return guardrail.map(parseGuardrail).filter((one) => one !== undefined);
}

/** The error is shared by the goals; each guardrail, which can only stop, has it whole. */
function answersOf(
  metrics: readonly CollectedMetric[],
  arms: Arms,
  goals: readonly string[],
  settings: CompareSettings,
): MetricAnswer[] {
  const { alpha, planned, lowerIsBetter } = settings;
  const margin = settings.margin === undefined ? undefined : parseMargin(settings.margin);
  const guardrails = new Map(guardrailsOf(settings).map((one) => [one.name, one]));
  const decided = metrics.filter(({ name }) => goals.includes(name)).length;
  return metrics
    .map((metric) => {
      const guardrail = guardrails.get(metric.name);
      if (guardrail !== undefined)
        return answer(metric, arms, { role: 'guardrail', ...guardrail }, { alpha, planned });
      const isGoal = goals.includes(metric.name);
      if (isGoal) checkMargin(metric, margin);
      return answer(
        metric,
        arms,
        isGoal
          ? { role: 'goal', lowerIsBetter, ...(margin !== undefined && { margin }) }
          : { role: 'aside', lowerIsBetter: metric.aside !== lowerIsBetter },
        { alpha: isGoal ? alpha / Math.max(1, decided) : alpha, planned },
      );
    })
    .toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
}

const roles: readonly string[] = ['goal', 'guardrail', 'aside'];

/** Points written where shares are meant would call everything equal. */
function checkMargin({ name, range }: CollectedMetric, margin: ReturnType<typeof parseMargin>): void {
  if (margin === undefined || !('amount' in margin) || margin.amount < 1 || range[0] < 0 || range[1] > 1)
    return;
  throw new UserError(
    `The margin ${margin.amount} is as wide as all of ${shown(name)}, which lies between 0 and 1.`,
    { help: `Write a share: --margin ${margin.amount / 100} for ${margin.amount} points.` },
  );
}

function waitOf(
  { days, looks }: CollectedOutcomes,
  answers: readonly MetricAnswer[],
  { alpha, planned }: CompareSettings,
): WaitFacts | null {
  const open = answers.filter(({ role, verdict }) => role !== 'aside' && verdict === 'keep-going');
  const units = (looks.at(-1) ?? []).reduce((sum, n) => sum + n, 0);
  const pace = { units, ...(days.length > 0 && { days: days.length }) };
  return open.length === 0 ? null : waitFor(open, pace, { alpha, planned });
}

interface Found {
  readonly outcomes: CollectedOutcomes;
  readonly arms: Arms;
  readonly shares: readonly number[];
  readonly answers: readonly MetricAnswer[];
  readonly p: number;
  readonly verdict: CompareVerdict;
  readonly broken: readonly Finding[];
  readonly wait: WaitFacts | null | undefined;
  readonly alpha: number;
}

function factsOf({ outcomes, arms, shares, answers, p, verdict, broken, wait, alpha }: Found): CompareFacts {
  const total = outcomes.arms.reduce((sum, { units }) => sum + units, 0);
  return {
    verdict,
    void: broken.map(({ message }) => message),
    sampleRatio: { p, alpha: sampleRatioAlpha },
    metrics: answers.map(({ half: _half, ...metric }) => metric),
    arms: outcomes.arms.map(({ name, units, rows }, at) => ({
      name,
      role: at === arms.candidate ? 'candidate' : at === arms.baseline ? 'baseline' : 'other',
      units,
      outcomes: rows,
      expected: shares[at] ?? 0,
      share: units / total,
    })),
    ...(wait !== undefined && { wait }),
    alpha,
  };
}
