/**
 * Whole numbers as text that is as long as they are surprising: `7` is 7, `5*9` nine times 5, `0+99` 0 and 99 more that each rise by 1,
 * `^12` the first 12 of the sample before. What is text is a JSON string.
 */

type Values = readonly (number | string)[];

/** Shorter runs are written out. */
const shortestRun = 3;

export function exactText(values: Values, before: Values = []): string {
  const words: string[] = [];
  let at = sharedPrefix(values, before);
  if (at >= shortestRun) words.push(`^${at}`);
  else at = 0;
  while (at < values.length) {
    const same = runOf(values, at, 0);
    const rising = runOf(values, at, 1);
    const value = values[at] ?? 0;
    const written =
      typeof value === 'number' ? String(value) : JSON.stringify(value).replaceAll(' ', String.raw`\u0020`);
    if (same >= shortestRun) words.push(`${written}*${same}`);
    else if (rising >= shortestRun) words.push(`${written}+${rising - 1}`);
    else words.push(written);
    at += same >= shortestRun ? same : rising >= shortestRun ? rising : 1;
  }
  return words.join(' ');
}

function sharedPrefix(a: Values, b: Values): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}

function runOf(values: Values, from: number, rise: number): number {
  const first = values[from];
  if (rise !== 0 && typeof first !== 'number') return 1;
  let at = from + 1;
  while (
    at < values.length &&
    values[at] === (typeof first === 'number' ? first + rise * (at - from) : first)
  )
    at++;
  return at - from;
}

/** Most values that one text may stand for: a run of a line could claim any number. */
const mostValues = 8_000_000;

/** `undefined` where it is not written so. */
export function exactValues(text: string, before: Values = []): (number | string)[] | undefined {
  const values: (number | string)[] = [];
  for (const word of text === '' ? [] : text.split(' ')) {
    const [, shared, value, run, times = '0'] =
      /^(?:\^(\d+)|(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|NaN|-?Infinity|"(?:[^"\\]|\\.)*")(?:([*+])(\d+))?)$/.exec(
        word,
      ) ?? [];
    const count = shared === undefined ? Number(times) : Number(shared);
    if (values.length + count > mostValues) return undefined;
    if (shared !== undefined) {
      if (values.length > 0 || count > before.length) return undefined;
      for (let i = 0; i < count; i++) values.push(before[i] ?? 0);
      continue;
    }
    const first = value === undefined ? undefined : parsed(value);
    if (first === undefined) return undefined;
    if (run === undefined) values.push(first);
    else if (run === '*') for (let i = 0; i < count; i++) values.push(first);
    else if (typeof first === 'number') for (let i = 0; i <= count; i++) values.push(first + i);
    else return undefined;
  }
  return values;
}

function parsed(text: string): number | string | undefined {
  if (!text.startsWith('"')) return Number(text);
  try {
    return String(JSON.parse(text));
  } catch {
    return undefined;
  }
}
