/** When an outcome was seen: calendar time in whatever unit an export has, or only an order. */

export const dayMs = 86_400_000;

export interface Moment {
  /** Milliseconds since the epoch; of an order its number. */
  readonly at: number;
  readonly calendar: boolean;
}

const earliest = Date.UTC(2000, 0, 1);
const latest = Date.UTC(2200, 0, 1);

/** By their size: nanoseconds, microseconds, milliseconds and seconds since the epoch of the years 2000 to 2200. */
const divisors = [1e6, 1e3, 1, 1e-3];

/** What most exports write, and Date.parse reads as it stands. */
const isoInUtc = /^\d{4}-\d\d-\d\dT[\d:.]{5,20}Z$/;

/** `undefined` where the value is not a time. A small number, such as a day's or a row's, is an order. */
export function momentOf(value: unknown): Moment | undefined {
  if (typeof value === 'number') return ofNumber(value);
  if (typeof value !== 'string' || value.length > 64) return undefined;
  const text = value.trim();
  if (isoInUtc.test(text)) return calendar(Date.parse(text));
  if (/^[-+]?\d+(?:\.\d+)?(?:e\+?\d+)?$/i.test(text)) return ofNumber(Number(text));
  return calendar(Date.parse(zoned(text)));
}

function ofNumber(value: number): Moment | undefined {
  for (const divisor of divisors) {
    const found = calendar(value / divisor);
    if (found !== undefined) return found;
  }
  return value >= 0 && value < 1e8 ? { at: value, calendar: false } : undefined;
}

function calendar(at: number): Moment | undefined {
  return at >= earliest && at < latest ? { at, calendar: true } : undefined;
}

/** A time without a zone is UTC, on every machine. */
function zoned(text: string): string {
  const match =
    /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|UTC|[-+]\d{2}:?\d{2})?$/i.exec(text);
  if (match === null) return text;
  const [, day, time, zone = 'Z'] = match;
  return `${day}T${time}${/^(?:z|utc)$/i.test(zone) ? 'Z' : zone}`;
}
