import { shown } from '../regression/index.ts';
import type { SearchInput } from './search.ts';

export interface Words {
  readonly metric: string;
  readonly fell: 'fell' | 'rose';
  readonly fall: 'fall' | 'rise';
}

/** Of a metric of which less is better, worse is more. `metric`: as asked for. */
export function wordsOf({ metric, evaluations }: SearchInput & { readonly metric: string }): Words {
  const isCost = evaluations[0]?.results.higherIsBetter === false;
  const name = shown(metric.replace(/:(?:lower|higher)\b/g, ''));
  return isCost ? { metric: name, fell: 'rose', fall: 'rise' } : { metric: name, fell: 'fell', fall: 'fall' };
}

/** A probability as a person reads it: what is not certain is not called so. */
export function percent(probability: number): string {
  const whole = Math.round(probability * 100);
  return whole === 100 && probability < 1
    ? 'over 99 %'
    : whole === 0 && probability > 0
      ? 'under 1 %'
      : `${whole} %`;
}

/** A ratio of evidence. */
export function factor(bayesFactor: number): string {
  return bayesFactor < 0.1 ? 'less than 0.1 times' : `${bayesFactor.toPrecision(2)} times`;
}

/** By how much a metric got worse, in its own unit. */
export function amountText(by: number): string {
  return String(Number(by.toPrecision(2)));
}
