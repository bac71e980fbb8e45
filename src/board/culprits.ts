/** Merges that were named as those at which a metric fell, in its trend, and how likely each other one was. */
import { locatedCommit, suspicionIn, type LineageRecord, type Suspicion } from '../lineage/index.ts';
import { recordsMaking } from './making.ts';
import type { Culprit, Trend } from './model.ts';

/** `records`: oldest first; of two of one merge the later counts. Those that say no metric are of all. */
export function withCulprits(trends: readonly Trend[], records: readonly LineageRecord[]): Trend[] {
  const named = recordsMaking(records, 'verdict').flatMap((record) => namedIn(record));
  return trends.map((trend) => {
    const own = named.filter(({ metric }) => (metric ?? trend.metric) === trend.metric);
    return {
      ...trend,
      culprits: within(trend, own).map(({ sha, pullRequest, culprit }) => ({ sha, pullRequest, ...culprit })),
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

/** A merge without a value is of the time that the trend shows where it was named since its first. */
function within({ values }: Trend, named: readonly Named[]): Named[] {
  const last = new Map(named.map((one) => [one.sha, one]));
  const [oldest] = values;
  return [...last.values()].filter(
    ({ sha, culprit }) =>
      (oldest !== undefined && culprit.at >= oldest.at) || values.some((one) => one.sha === sha),
  );
}

function likeliest(shares: readonly number[]): number | undefined {
  return shares.length === 0 ? undefined : Math.max(...shares);
}

interface Named {
  readonly sha: string;
  readonly pullRequest: number | undefined;
  readonly metric: string | undefined;
  readonly culprit: Culprit;
  readonly suspicion: Suspicion;
}

function namedIn(record: LineageRecord): Named[] {
  const { at, parameters, pr_number: pullRequest } = record;
  const sha = locatedCommit(record);
  if (sha === undefined) return [];
  const metric = parameters?.['locate_metric'];
  const told = Number(parameters?.['locate_probability'] ?? NaN);
  const probability = told >= 0 && told <= 1 ? { probability: told } : {};
  // `latency:lower` is the metric latency.
  const name = typeof metric === 'string' ? metric.replace(/:(?:lower|higher)$/, '') : undefined;
  return [
    { sha, pullRequest, metric: name, culprit: { at, ...probability }, suspicion: suspicionIn(record) },
  ];
}
