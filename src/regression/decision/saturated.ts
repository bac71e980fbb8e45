import { regressionRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import type { MetricResult } from './measurement.ts';
import type { ResultSet } from '../samples/sample.ts';

/** Below this many samples, equal scores can be chance. */
const fewest = 10;

/** The same outcome on every sample, and nothing else, is a broken metric far more often than a perfect or a useless model. */
export function allEqual(values: Float64Array): boolean {
  return values.length >= fewest && values.every((value) => value === values[0]);
}

export function saturated(result: MetricResult, candidate: ResultSet): Finding[] {
  if (result.constant === undefined) return [];
  const { side, value } = result.constant;
  return [
    regressionRules['all-equal'].finding({
      message: `Every one of the ${result.n} samples of the ${side} has the same ${result.title}: ${value}. Such a metric cannot show a regression.`,
      ...(candidate.files[0] !== undefined && { file: candidate.files[0] }),
      help: 'Look whether the answers are parsed and scored at all; if the metric really is saturated, use a harder evaluation.',
    }),
  ];
}
