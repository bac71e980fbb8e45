/** Steps of which the samples say nothing: none was evaluated both before and after. */
import type { Outcomes } from './model/outcomes.ts';

/** By index of the evaluation that ends each; none where there is no sample at all. */
export function blindSteps({ values }: Outcomes): number[] {
  const seen = Array.from({ length: values[0]?.length ?? 0 }, (_, sample) => ({
    first: values.findIndex((row) => isKnown(row[sample])),
    last: values.findLastIndex((row) => isKnown(row[sample])),
  }));
  if (seen.length === 0) return [];
  // One more sample is seen on both sides from its first evaluation on, one less from its last.
  const change = new Int32Array(values.length + 1);
  for (const { first, last } of seen) {
    change[first + 1] = (change[first + 1] ?? 0) + 1;
    change[last + 1] = (change[last + 1] ?? 0) - 1;
  }
  let across = 0;
  return [...values.keys()].filter((step) => {
    across += change[step] ?? 0;
    return step > 0 && across === 0;
  });
}

function isKnown(value: number | undefined): boolean {
  return value !== undefined && !Number.isNaN(value);
}
