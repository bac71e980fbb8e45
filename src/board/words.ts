/** Times and numbers as people read them, the same on every machine. */

/** `2026-11-22 15:04 UTC`. */
export function momentText(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

/** `45 min`, `2 h 5 min`, `27 h`, `12 days`: the time between two moments, whichever is first. */
export function spanText(fromIso: string, toIso: string): string {
  const minutes = Math.floor(Math.abs(Date.parse(toIso) - Date.parse(fromIso)) / 60_000);
  const hours = Math.floor(minutes / 60);
  if (hours < 1) return `${minutes} min`;
  if (hours < 10 && minutes % 60 > 0) return `${hours} h ${minutes % 60} min`;
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}

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
