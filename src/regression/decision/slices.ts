import { regressionRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import { assess, type AssessInput } from './assess.ts';
import { judgeFamily } from './family.ts';
import type { MetricResult } from './measurement.ts';
import type { Pair } from '../samples/pair.ts';
import type { RegressionSettings } from '../settings.ts';

const mostSlices = 200;

export interface SliceResults {
  readonly results: readonly MetricResult[];
  readonly findings: readonly Finding[];
}

/**
 * Every metric on every slice, one family under Holm. Slices are the baseline's: a change cannot move its samples between them.
 * In every mode a slice fails only for a drop that is shown: the bare threshold on ten slices blocks 96 % of harmless changes, and
 * that a slice is not worse its few samples can hardly ever show.
 */
export function assessSlices(inputs: readonly AssessInput[]): SliceResults {
  const [first] = inputs;
  if (first === undefined) return { results: [], findings: [] };
  const slices = [...bySlice(first.pairs)]
    .filter(
      ([slice, pairs]) => pairs.length > 1 && pairs.length < first.pairs.length && !isMetric(slice, inputs),
    )
    .toSorted((a, b) => b[1].length - a[1].length);
  const judged = slices.slice(0, mostSlices);
  const settings: RegressionSettings = { ...first.settings, mode: 'paired' };
  const assessed = judged.flatMap(([slice, pairs]) =>
    inputs.map((input) => assess({ ...input, settings, pairs, slice })),
  );
  const results = judgeFamily(
    assessed.flatMap((one) => (one.ok ? [one.result] : [])),
    settings,
  );
  return { results, findings: slices.length > mostSlices ? [tooMany(slices.length)] : [] };
}

/** A filter that a metric is judged under is not a slice beside it. */
function isMetric(slice: string, inputs: readonly AssessInput[]): boolean {
  const [kind, filter] = slice.split('=', 2);
  return kind === 'filter' && inputs.some(({ spec }) => spec.name.endsWith(`,${filter}`));
}

function bySlice(pairs: readonly Pair[]): Map<string, Pair[]> {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const { slices } = pair.baseline;
    if (slices.length === 0) continue;
    for (const slice of new Set(slices)) {
      const group = groups.get(slice);
      if (group === undefined) groups.set(slice, [pair]);
      else group.push(pair);
    }
  }
  return groups;
}

function tooMany(count: number): Finding {
  return regressionRules['too-many-slices'].finding({
    message: `The samples are in ${count} slices; the ${mostSlices} largest are judged.`,
    help: 'Slice by what has few values: task, language, length.',
  });
}
