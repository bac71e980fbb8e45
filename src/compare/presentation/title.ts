import { shown } from '../../regression/index.ts';
import type { Finding } from '../../report/model.ts';
import type { ComparedMetric, CompareFacts, CompareVerdict } from '../facts.ts';
import { figure, withInterval } from './numbers.ts';

/** The verdict and its reason in one sentence. */
export function outcomeTitle(facts: CompareFacts, broken: readonly Finding[]): string {
  const [first] = broken;
  if (facts.verdict === 'void')
    return `Void: ${first?.message ?? ''}${broken.length > 1 ? ` (and ${broken.length - 1} more)` : ''}`;
  const [baseline, candidate] = ['baseline', 'candidate'].map((role) =>
    shown(facts.arms?.find((arm) => arm.role === role)?.name ?? role),
  );
  return `${candidate} against ${baseline}: ${words[facts.verdict]}${reason(facts)}`;
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
