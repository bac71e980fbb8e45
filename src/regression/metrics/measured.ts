import { count } from '../../kernel/text.ts';
import type { Rule } from '../../report/rule.ts';
import { regressionRules } from '../rules.ts';
import { shown } from '../shown.ts';
import type { Pair } from '../samples/pair.ts';
import type { Sample } from '../samples/sample.ts';
import type { PairedStatistic } from './statistic.ts';

/** A metric measured on the pairs, or why it cannot be. */
export type Measured =
  | {
      readonly ok: true;
      readonly statistic: PairedStatistic;
      readonly definition: string;
      readonly outcomes?: Outcomes;
      /** What is counted, where it is not each pair: tasks with several answers. */
      readonly units?: readonly Pair[];
    }
  | {
      readonly ok: false;
      readonly rule: Rule;
      readonly reason: string;
      readonly help: string;
      readonly samples?: readonly Sample[];
      readonly count?: number;
    };

/** How good each sample is on both sides, for the list of samples that flipped. */
export interface Outcomes {
  readonly baseline: Float64Array;
  readonly candidate: Float64Array;
}

export const labelsName = 'target and prediction';

export function notNumbers(name: string, samples: readonly Sample[]): Measured {
  return {
    ok: false,
    rule: regressionRules['not-a-number'],
    reason: `${count(samples.length, 'sample has', 'samples have')} no ${name === labelsName ? name : `finite number as ${shown(name)}`}`,
    help: 'Find out why the evaluation gave no number there; a score that is missing must count as wrong (0), not be left out.',
    samples: samples.slice(0, 5),
    count: samples.length,
  };
}
