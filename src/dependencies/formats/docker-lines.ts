/** Instructions of a Dockerfile: continuations joined, comments dropped, here-documents taken whole. */

export interface Instruction {
  readonly keyword: string;
  readonly rest: string;
  readonly line: number;
}

export function instructions(text: string): readonly Instruction[] {
  const lines = text.split(/\r\n|\n/);
  const found: Instruction[] = [];
  for (let index = 0; index < lines.length;) {
    let first = index;
    const parts: string[] = [];
    let continues = true;
    while (continues && index < lines.length) {
      const at = index++;
      const line = lines[at] ?? '';
      if (/^\s*#/.test(line) || (parts.length > 0 && line.trim() === '')) continue;
      if (parts.length === 0) first = at;
      const trimmed = line.trimEnd();
      continues = trimmed.endsWith('\\');
      parts.push(continues ? trimmed.slice(0, -1) : trimmed);
    }
    const joined = parts.join(' ').trim();
    const end = /<<-?\s*["']?([A-Za-z_]\w*)["']?/.exec(joined)?.[1];
    const body: string[] = [];
    if (end !== undefined) {
      while (index < lines.length && (lines[index] ?? '').trim() !== end) body.push(lines[index++] ?? '');
      index++;
    }
    const split = joined.search(/\s/);
    if (split > 0)
      found.push({
        keyword: joined.slice(0, split).toUpperCase(),
        rest: [joined.slice(split).trim(), ...body].join('\n'),
        line: first + 1,
      });
  }
  return found;
}

/** `$NAME`, `${NAME}`, `${NAME:-default}` and `${NAME:+other}` replaced; what has no value stays as written. */
export function substitute(text: string, values: ReadonlyMap<string, string>): string {
  return text.replaceAll(
    /\$(?:\{(\w+)(?::([-+])([^{}]*))?\}|(\w+))/g,
    (whole: string, braced?: string, operator?: string, other?: string, bare?: string) => {
      const value = values.get(braced ?? bare ?? '');
      if (operator === '+') return value === undefined || value === '' ? '' : (other ?? '');
      if (operator === '-') return value === undefined || value === '' ? (other ?? '') : value;
      return value ?? whole;
    },
  );
}

/** `A=1 B="two words"` as pairs. */
export function assignments(text: string): readonly (readonly [name: string, value: string | undefined])[] {
  return words(text).map((word) => {
    const split = word.indexOf('=');
    return split < 0 ? [word, undefined] : [word.slice(0, split), word.slice(split + 1)];
  });
}

/** Words as a shell splits them; quotes are taken off. */
export function words(text: string): readonly string[] {
  const found: string[] = [];
  for (const match of text.matchAll(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\])+/g)) {
    found.push(
      match[0].replaceAll(
        /"((?:[^"\\]|\\.)*)"|'([^']*)'/g,
        (_, double?: string, single?: string) => double ?? single ?? '',
      ),
    );
  }
  return found;
}
