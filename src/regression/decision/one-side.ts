/** One side measured by itself: what the gate would compare. */
import { defaultMetrics, mostMetrics } from '../metrics/defaults.ts';
import { applicablePairs, measure } from '../metrics/measure.ts';
import { parseMetric } from '../metrics/spec.ts';
import type { ResultSet } from '../samples/sample.ts';
import { isFailed } from '../samples/status.ts';

const mostTotals = 50;

/** Names that a lineage record takes: one line of visible characters. */
const plainName = /^(?! )[^\p{C}\p{Zl}\p{Zp}]{1,200}(?<! )$/u;

/** The metrics that are asked for, and those the gate chooses by itself, of the samples whose call did not fail; totals where there are no samples. */
export function valuesOf(
  { samples, aggregates, marks }: ResultSet,
  metrics: readonly string[],
): Record<string, number> {
  const pairs = [...samples.values()]
    .filter(({ status }) => !isFailed(status))
    .map((sample) => ({ baseline: sample, candidate: sample }));
  const asked = metrics.map(parseMetric).filter((spec) => typeof spec !== 'string');
  const measured = [...defaultMetrics(pairs, marks).slice(0, mostMetrics), ...asked].flatMap(
    (spec): [string, number][] => {
      const found = pairs.length === 0 ? undefined : measure(spec, applicablePairs(spec, pairs));
      return found?.ok === true && found.statistic.defined ? [[spec.name, found.statistic.candidate]] : [];
    },
  );
  const totals = [...aggregates.values()]
    .slice(0, mostTotals)
    .map(({ name, value }): [string, number] => [name, value]);
  const values = samples.size === 0 ? totals : measured;
  return Object.fromEntries(values.filter(([name, value]) => Number.isFinite(value) && plainName.test(name)));
}
