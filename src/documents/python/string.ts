/** A literal of Python's: a text, bytes, or an f-string, whose text between the quotes is still as written. */
export interface StringLiteral {
  readonly kind: 'str' | 'bytes' | 'format';
  readonly isRaw: boolean;
  /** Between the quotes, line endings as Python reads them. */
  readonly body: string;
  /** Where the body starts in the literal. */
  readonly offset: number;
}

/** Takes a literal such as `rb'…'` or `"""…"""` apart. */
export function stringLiteral(source: string): StringLiteral {
  const [, prefix = '', quote = ''] = /^([a-zA-Z]*)('''|"""|'|")/.exec(source) ?? [];
  const kinds = prefix.toLowerCase();
  const offset = prefix.length + quote.length;
  return {
    kind: kinds.includes('b') ? 'bytes' : kinds.includes('f') ? 'format' : 'str',
    isRaw: kinds.includes('r'),
    body: source.slice(offset, -quote.length),
    offset,
  };
}

const escapes =
  /\\(?:(\r\n|[\n\r])|([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g;

const single: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** The text that a body stands for; `undefined` where only Python can tell (`\N{…}`), or refuses it. */
export function unescaped(body: string, isRaw: boolean, isBytes = false): string | undefined {
  const text = body.replaceAll(/\r\n?/g, '\n');
  if (isRaw || !text.includes('\\')) return text;
  let isKnown = true;
  const result = text.replaceAll(
    escapes,
    (all, newline?: string, octal?: string, hex?: string, four?: string, eight?: string, other?: string) => {
      if (newline !== undefined) return '';
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      const point = four ?? eight;
      if (point !== undefined && !isBytes) {
        const code = Number.parseInt(point, 16);
        if (code > 0x10_ffff) isKnown = false;
        else return String.fromCodePoint(code);
      }
      if (other === undefined) return all;
      if (!isBytes && 'NxuU'.includes(other)) isKnown = false;
      if (isBytes && other === 'x') isKnown = false;
      return single[other] ?? all;
    },
  );
  return isKnown ? result : undefined;
}
