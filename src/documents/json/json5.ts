import type { ScalarNode } from '../tree/node.ts';
import { unreadable } from '../yaml/problem.ts';
import { JsonReader, maxDigits } from './reader.ts';

/** JSON5, and JSON with comments: what people write by hand. */
export class Json5Reader extends JsonReader {
  protected override readonly mayEndInComma = true;

  protected override space(): void {
    const pattern = /(?:\s|\/\/[^\n\r]*|\/\*[\s\S]*?\*\/)*/y;
    pattern.lastIndex = this.at;
    this.at += pattern.exec(this.text)?.[0].length ?? 0;
  }

  protected override isQuote(character: string | undefined): boolean {
    return character === '"' || character === "'";
  }

  protected override keyText(): ScalarNode & { type: 'str' } {
    if (this.isQuote(this.text[this.at])) return this.string();
    const value = this.match(/[$_\p{ID_Start}][$\u200C\u200D\p{ID_Continue}]*/uy);
    if (value === undefined) throw this.expected('a key');
    return { type: 'str', value, start: this.at - value.length, end: this.at };
  }

  protected override string(): ScalarNode & { type: 'str' } {
    const start = this.at;
    const quoted = this.match(/"(?:[^"\\\n\r]|\\(?:\r\n|[\s\S]))*"|'(?:[^'\\\n\r]|\\(?:\r\n|[\s\S]))*'/y);
    if (quoted === undefined) throw unreadable('JSON5: the string has no closing quote', start, start + 1);
    return { type: 'str', value: json5Text(quoted.slice(1, -1), start), start, end: this.at };
  }

  protected override word(): ScalarNode | undefined {
    const start = this.at;
    const sign = this.match(/[-+](?=Infinity|NaN)/y);
    const word = super.word();
    if (word === undefined || sign === undefined) return word;
    const value = word.type === 'float' && sign === '-' ? -word.value : word.value;
    return { type: 'float', value: Number(value), start, end: this.at };
  }

  protected override number(): ScalarNode {
    const start = this.at;
    const written = this.match(
      /[-+]?(?:0[xX][0-9a-fA-F]+|(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)/y,
    );
    if (written === undefined || written.length > maxDigits) throw this.expected('a value');
    const place = { start, end: this.at, written };
    const [, sign = '', digits = ''] = /^([-+]?)(.*)$/.exec(written) ?? [];
    if (/^(?:\d+|0[xX].*)$/.test(digits))
      return { type: 'int', value: BigInt(digits) * (sign === '-' ? -1n : 1n), ...place };
    return { type: 'float', value: Number(digits) * (sign === '-' ? -1 : 1), ...place };
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }
}

const json5Escapes: Readonly<Partial<Record<string, string>>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  0: '\0',
};

function json5Text(body: string, at: number): string {
  return body.replaceAll(
    /\\(?:(\r\n|[\n\r\u2028\u2029])|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([\s\S]))/g,
    (_, newline?: string, two?: string, four?: string, other = '') => {
      if (newline !== undefined) return '';
      const code = two ?? four;
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      if (/[1-9xu]/.test(other)) throw unreadable(`JSON5: \\${other} is not an escape`, at, at + 1);
      return json5Escapes[other] ?? other;
    },
  );
}
