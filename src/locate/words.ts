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
