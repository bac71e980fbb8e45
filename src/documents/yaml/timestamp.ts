import type { Constructed } from './constructed.ts';

/** constructor.py timestamp_regexp. */
const pattern =
  /^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})(?:(?:[Tt]|[ \t]+)(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(?:\.(?<fraction>[0-9]*))?(?:[ \t]*(?<zone>Z|(?<zoneSign>[-+])(?<zoneHour>[0-9]{1,2})(?::(?<zoneMinute>[0-9]{2}))?))?)?$/;

/** A date or datetime in ISO 8601, as `isoformat()` writes it; refused where Python's `datetime` refuses it. */
export function readTimestamp(text: string): Constructed {
  const parts = pattern.exec(text)?.groups;
  if (parts === undefined) return { refused: `"${text.slice(0, 40)}" is not a timestamp` };
  const date = `${parts['year']}-${two(parts['month'])}-${two(parts['day'])}`;
  if (!isDate(Number(parts['year']), Number(parts['month']), Number(parts['day']))) {
    return { refused: `${text} is an impossible date` };
  }
  if (parts['hour'] === undefined) return { type: 'date', value: date };
  const time = timeText(parts);
  if (time === undefined) return { refused: `${text} is an impossible time` };
  return { type: 'datetime', value: `${date}T${time}` };
}

type Parts = Readonly<Record<string, string | undefined>>;

function timeText(parts: Parts): string | undefined {
  const [hour, minute, second] = [parts['hour'], parts['minute'], parts['second']].map(Number);
  if ((hour ?? 99) > 23 || (minute ?? 99) > 59 || (second ?? 99) > 59) return undefined;
  const zone = zoneText(parts);
  if (zone === undefined) return undefined;
  const micro = (parts['fraction'] ?? '').slice(0, 6).padEnd(6, '0');
  const fraction = micro === '000000' ? '' : `.${micro}`;
  return `${two(parts['hour'])}:${parts['minute']}:${parts['second']}${fraction}${zone}`;
}

/** `+00:00` for Z; `undefined` for a day or more, which Python's `timezone` refuses. */
function zoneText(parts: Parts): string | undefined {
  if (parts['zone'] === undefined) return '';
  if (parts['zoneSign'] === undefined) return '+00:00';
  const minutes = Number(parts['zoneHour']) * 60 + Number(parts['zoneMinute'] ?? 0);
  if (minutes >= 24 * 60) return undefined;
  const sign = minutes === 0 ? '+' : parts['zoneSign'];
  return `${sign}${two(String(Math.floor(minutes / 60)))}:${two(String(minutes % 60))}`;
}

function two(text: string | undefined): string {
  return (text ?? '').padStart(2, '0');
}

function isDate(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}
