/** Adjusted p-values: compare each with the level; entries keep their order. */

/** Holm (1979): controls the chance of any false alarm; for gating. */
export function holm(p: readonly number[]): number[] {
  let largest = 0;
  return adjust(
    p,
    rising(p),
    (value, rank) => (largest = Math.max(largest, Math.min(1, (p.length - rank) * value))),
  );
}

/** Benjamini & Hochberg (1995): controls the share of false alarms among the alarms; for reporting. */
export function benjaminiHochberg(p: readonly number[]): number[] {
  let smallest = 1;
  return adjust(
    p,
    rising(p).toReversed(),
    (value, rank) => (smallest = Math.min(smallest, (p.length * value) / (p.length - rank))),
  );
}

function rising(p: readonly number[]): number[] {
  return p.map((_, i) => i).toSorted((a, b) => (p[a] ?? 0) - (p[b] ?? 0));
}

function adjust(
  p: readonly number[],
  order: readonly number[],
  next: (value: number, rank: number) => number,
): number[] {
  const result: number[] = Array.from({ length: p.length }, () => 1);
  order.forEach((at, rank) => {
    result[at] = next(p[at] ?? 1, rank);
  });
  return result;
}
