/** Numbers as people read them, the same on every machine. */

/** A value of a metric with its unit: `87.40 points`, `304.7`. */
export function metricText(value: number, shown: { readonly points: boolean }, signed = false): string {
  return `${numberText(value, shown, signed)}${shown.points ? ' points' : ''}`;
}

/** A share in hundredths (87.40), else five digits that count. `signed`: with its sign, for a difference. */
export function numberText(value: number, { points }: { readonly points: boolean }, signed = false): string {
  const text = points ? (value * 100).toFixed(2) : plain(value);
  const zero = Number(text) === 0;
  const sign = signed && value > 0 && !zero ? '+' : '';
  return `${sign}${(zero ? text.replace('-', '') : text).replace('-', '−')}`;
}

function plain(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.001 || size >= 1e7)) return value.toExponential(3);
  return String(Number(value.toPrecision(5)));
}
