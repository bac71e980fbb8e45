/** Measures and cuts of text, shared by the renderers. */

/** Length in bytes of UTF-8: never less than the number of UTF-16 code units or of characters, so safe for any limit. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** The text, or its first `max - 1` code units and `…`; never half of a surrogate pair. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, Math.max(0, max - 1));
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** Words that a person gave, on one line and short: control and invisible characters become blanks. */
export function shown(text: string): string {
  return text.replaceAll(/\p{C}/gu, ' ').slice(0, 100);
}

/** `1 error`, `3 errors`, `12,400 rows`: the same on every machine, whatever its locale. */
export function count(n: number, one: string, many?: string): string {
  return `${grouped(n)} ${plural(n, one, many)}`;
}

/** `one` for 1, else `many`: with an `s` unless it is given. */
export function plural(n: number, one: string, many = `${one}s`): string {
  return n === 1 ? one : many;
}

/** `31,070,754,032`. */
export function grouped(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `a`, `a and b`, `a, b and c`. */
export function enumerate(parts: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** The first three, and how many more there are. */
export function someOf(parts: readonly string[]): string {
  const more = parts.length > 3 ? ` and ${parts.length - 3} more` : '';
  return `${parts.slice(0, 3).join(', ')}${more}`;
}

/** Milliseconds as a person says them: `0.4 s`, `12 s`, `3 min 5 s`; empty where unknown. */
export function duration(ms: number | undefined): string {
  if (ms === undefined || !Number.isFinite(ms)) return '';
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** A word as a POSIX shell reads it back: quoted where it has to be. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'"'"'`)}'`;
}

/** The same text in memory of its own: a part of a text, which is what V8 makes of a slice, keeps the whole of it. */
export function ownCopy(text: string): string {
  return String(JSON.parse(JSON.stringify(text)));
}
