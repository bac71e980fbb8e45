/** Merges that were named as those at which a metric fell, in its trend. */
import type { LineageRecord } from '../lineage/index.ts';
import { recordsMaking } from './making.ts';
import type { Culprit, Trend } from './model.ts';

/** `records`: oldest first; of two of one merge the later counts. Those that say no metric are of all. */
export function withCulprits(trends: readonly Trend[], records: readonly LineageRecord[]): Trend[] {
  const named = recordsMaking(records, 'verdict').flatMap((record) => namedIn(record));
  return trends.map((trend) => ({
    ...trend,
    values: trend.values.map((one) => {
      const last = named.findLast(
        ({ sha, metric }) => sha === one.sha && (metric ?? trend.metric) === trend.metric,
      );
      return last === undefined ? one : { ...one, culprit: last.culprit };
    }),
  }));
}

interface Named {
  readonly sha: string;
  readonly metric: string | undefined;
  readonly culprit: Culprit;
}

function namedIn({ inputs, outputs, at, parameters }: LineageRecord): Named[] {
  const sha = inputs.find(({ kind }) => kind === 'commit')?.id ?? '';
  if (!outputs.some(({ kind, id }) => kind === 'verdict' && id === `located-${sha}`)) return [];
  const metric = parameters?.['locate_metric'];
  const told = Number(parameters?.['locate_probability'] ?? NaN);
  const probability = told >= 0 && told <= 1 ? { probability: told } : {};
  // `latency:lower` is the metric latency.
  const name = typeof metric === 'string' ? metric.replace(/:(?:lower|higher)$/, '') : undefined;
  return [{ sha, metric: name, culprit: { at, ...probability } }];
}
