import { shown } from '../../regression/index.ts';
import type { Finding } from '../../report/model.ts';
import type { ComparedMetric, CompareFacts, CompareVerdict } from '../facts.ts';
import { figure, withInterval } from './numbers.ts';

/** The verdict and its reason in one sentence. */
export function outcomeTitle(facts: CompareFacts, broken: readonly Finding[]): string {
  if (facts.verdict === 'void') return voidTitle(broken);
  const [baseline, candidate] = ['baseline', 'candidate'].map((role) =>
    shown(facts.arms?.find((arm) => arm.role === role)?.name ?? role),
  );
  return `${candidate} against ${baseline}: ${words[facts.verdict]}${reason(facts)}`;
}

/** The same of two files of results. */
export function resultTitle(facts: CompareFacts, broken: readonly Finding[]): string {
  if (facts.verdict === 'void') return voidTitle(broken);
  const slice = facts.slices?.find(({ isWorse }) => isWorse);
  const inSlice =
    slice !== undefined && facts.metrics.every(({ verdict }) => verdict !== 'worse')
      ? `; ${shown(slice.name)} of ${shown(slice.slice)} ${withInterval(slice.delta, slice.ci)}`
      : reason(facts);
  return `The candidate against the baseline: ${words[facts.verdict]}${inSlice}`;
}

function voidTitle(broken: readonly Finding[]): string {
  return `Void: ${broken[0]?.message ?? ''}${broken.length > 1 ? ` (and ${broken.length - 1} more)` : ''}`;
}

const words: Readonly<Record<CompareVerdict, string>> = {
  better: 'better',
  worse: 'worse',
  'no-difference': 'no difference that matters',
  'keep-going': 'nothing is shown yet',
  void: 'void',
};

function reason({ verdict, metrics }: CompareFacts): string {
  const deciding = metrics.find((one) => one.role !== 'aside' && one.verdict === verdict) ?? metrics[0];
  return deciding === undefined ? '' : `; ${metricText(deciding)}`;
}

function metricText({ name, delta, ci, verdict, margin }: ComparedMetric): string {
  const within = verdict === 'no-difference' ? `, within ${figure(margin)}` : '';
  return `${shown(name)} ${withInterval(delta, ci)}${within}`;
}
