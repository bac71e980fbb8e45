/** What is said of a comparison beside its numbers. */
import { count } from '../../kernel/text.ts';
import { shown, shownList } from '../../regression/index.ts';
import type { Finding } from '../../report/model.ts';
import type { Arms } from '../decision/metric.ts';
import type { ComparedMetric, CompareFacts } from '../facts.ts';
import type { ArmCounts, CollectedMetric } from '../outcomes/collected.ts';
import { compareRules } from '../rules.ts';
import type { CompareSettings } from '../settings.ts';
import { chance, figure, percent, withInterval } from './numbers.ts';

export function sampleRatioFinding(
  arms: readonly ArmCounts[],
  shares: readonly number[],
  p: number,
): Finding {
  const seen = arms.map(({ name, units }) => `${shown(name)} has ${count(units, 'unit')}`).join(', ');
  return compareRules['sample-ratio'].finding({
    message: `${seen}, where ${shares.map((share) => percent(share)).join(' to ')} was expected: ${chance(p)}.`,
    help: 'Find where units are lost (redirects, crashes, bots, filters after assignment) and start anew; where another split was meant, say it with --split.',
  });
}

/** Names that mean what a candidate is compared with. */
const baselineNames = /^(?:control|baseline|base|current|production|prod|old|champion|stable|incumbent)$/i;

export function candidateName(
  arms: readonly ArmCounts[],
  { candidate, baseline }: Arms,
  { candidateArm, baselineArm }: CompareSettings,
): Finding[] {
  const [name, other] = [arms[candidate]?.name ?? '', arms[baseline]?.name ?? ''];
  const isEarlier = byNumber.compare(other, name) > 0;
  if (candidateArm !== undefined || baselineArm !== undefined || !(baselineNames.test(name) || isEarlier))
    return [];
  return [
    compareRules['candidate-name'].finding({
      message: `The candidate is ${shown(name)}, the later name of both${isEarlier ? ` as text; counted, ${shown(other)} is later` : ''}.`,
      help: `Where ${shown(other)} is the one that is judged, say --candidate-arm ${shown(other)}.`,
    }),
  ];
}

/** `v9` before `v10`, which as text it is not. */
const byNumber = new Intl.Collator('en', { numeric: true });

/** Named metrics and guardrails that no row has. */
export function noMetric(
  metrics: readonly CollectedMetric[],
  { metric }: CompareSettings,
  guardrails: readonly string[],
): Finding[] {
  const known = metrics.map(({ name }) => name);
  const missing = [...metric, ...guardrails].filter((name) => !known.includes(name));
  const none = missing.length === 0 && metrics.every(({ aside }) => aside);
  if (missing.length === 0 && !none) return [];
  const there = known.length === 0 ? 'there is none' : `there are ${shownList(known, known.length, 10)}`;
  return [
    compareRules['no-goal'].finding({
      message: none
        ? `No outcome has a value; ${there}.`
        : `There is no metric ${shownList(missing)}; ${there}.`,
      help: 'Name one that is there with --metric, --outcome or --guardrail.',
    }),
  ];
}

export function decidedFindings({ verdict, metrics, wait }: CompareFacts): Finding[] {
  if (verdict === 'worse') return metrics.filter(isLoss).map(worse);
  if (verdict !== 'keep-going') return [];
  return [
    compareRules['keep-going'].finding({
      message: waitText(wait ?? null),
      help: 'Wait, and look again whenever you like: the interval stays valid. A wider --margin ends it sooner.',
    }),
  ];
}

/** Of results of samples. */
export function lossFindings({ verdict, metrics, slices = [] }: CompareFacts): Finding[] {
  if (verdict === 'keep-going')
    return [
      compareRules['keep-going'].finding({
        message: 'The samples show neither a difference nor its absence.',
        help: 'Evaluate more samples on both sides, or name what does not matter with --margin.',
      }),
    ];
  if (verdict !== 'worse') return [];
  const parts = slices
    .filter(({ isWorse }) => isWorse)
    .map(({ name, slice, delta, ci }) =>
      compareRules.worse.finding({
        message: `${shown(name)} of ${shown(slice)} changed by ${withInterval(delta, ci)}, counted over all ${slices.length} slices.`,
        help: 'Keep serving the baseline.',
      }),
    );
  return [...metrics.filter(isLoss).map(worse), ...parts];
}

function isLoss({ verdict, role }: ComparedMetric): boolean {
  return verdict === 'worse' && role !== 'aside';
}

function worse({ name, delta, ci, role, margin }: ComparedMetric): Finding {
  const beyond = role === 'guardrail' ? `, beyond the margin ${figure(margin)} of this guardrail` : '';
  return compareRules.worse.finding({
    message: `${shown(name)} changed by ${withInterval(delta, ci)}${beyond}.`,
    help: 'Keep serving the baseline.',
  });
}

/** `about 4,200 more units, 6 days at the pace so far`. */
export function waitText(wait: CompareFacts['wait']): string {
  if (wait === null || wait === undefined)
    return 'No end is in sight at the difference seen so far: name what does not matter with --margin, or stop.';
  const days = wait.days === null ? '' : `, ${count(wait.days, 'day')} at the pace so far`;
  return `About ${count(wait.units, 'more unit', 'more units')} are needed if the difference stays as it is${days}.`;
}
