/** Numbers as a person reads them. */

/** `4.1 %`. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** Three or four digits that count: `0.0312`, `1,204`, `-3.41`; `unknown` where there is none. */
export function figure(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return 'unknown';
  const size = Math.abs(value);
  const digits = size === 0 ? 0 : Math.min(8, Math.max(0, 2 - Math.floor(Math.log10(size))));
  return value.toFixed(size >= 1000 ? 0 : digits).replace('-', '−');
}

/** With its sign. */
export function signedFigure(value: number | null): string {
  return value !== null && value > 0 ? `+${figure(value)}` : figure(value);
}

/** `+0.03 (interval +0.01 to +0.05)`. */
export function withInterval(
  delta: number | null,
  [low, high]: readonly [number | null, number | null],
): string {
  return `${signedFigure(delta)} (interval ${low === null ? 'without end' : signedFigure(low)} to ${high === null ? 'without end' : signedFigure(high)})`;
}

/** `p 0.0003`, `p below 0.0001`. */
export function chance(p: number): string {
  return p < 0.0001 ? 'p below 0.0001' : `p ${p.toPrecision(2)}`;
}
