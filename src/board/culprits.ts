/** Merges that were named as those at which a metric fell, in its trend, and how likely each other one was. */
import type { LineageRecord } from '../lineage/index.ts';
import { recordsMaking } from './making.ts';
import type { Culprit, Trend } from './model.ts';
import { suspicionIn, type Suspicion } from './suspects.ts';

/** `records`: oldest first; of two of one merge the later counts. Those that say no metric are of all. */
export function withCulprits(trends: readonly Trend[], records: readonly LineageRecord[]): Trend[] {
  const named = recordsMaking(records, 'verdict').flatMap((record) => namedIn(record));
  return trends.map((trend) => {
    const own = named.filter(({ metric }) => (metric ?? trend.metric) === trend.metric);
    return {
      ...trend,
      values: trend.values.map((one) => {
        const last = own.findLast(({ sha }) => sha === one.sha);
        const suspicion = likeliest(own.flatMap(({ suspicion: of }) => of(one.sha) ?? []));
        return {
          ...one,
          ...(last !== undefined && { culprit: last.culprit }),
          ...(suspicion !== undefined && { suspicion }),
        };
      }),
    };
  });
}

function likeliest(shares: readonly number[]): number | undefined {
  return shares.length === 0 ? undefined : Math.max(...shares);
}

interface Named {
  readonly sha: string;
  readonly metric: string | undefined;
  readonly culprit: Culprit;
  readonly suspicion: Suspicion;
}

function namedIn(record: LineageRecord): Named[] {
  const { inputs, outputs, at, parameters } = record;
  const sha = inputs.find(({ kind }) => kind === 'commit')?.id ?? '';
  if (!outputs.some(({ kind, id }) => kind === 'verdict' && id === `located-${sha}`)) return [];
  const metric = parameters?.['locate_metric'];
  const told = Number(parameters?.['locate_probability'] ?? NaN);
  const probability = told >= 0 && told <= 1 ? { probability: told } : {};
  // `latency:lower` is the metric latency.
  const name = typeof metric === 'string' ? metric.replace(/:(?:lower|higher)$/, '') : undefined;
  return [{ sha, metric: name, culprit: { at, ...probability }, suspicion: suspicionIn(record) }];
}
