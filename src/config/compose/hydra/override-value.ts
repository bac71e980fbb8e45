import type { ConfigNode, Entry, ScalarValue } from '../../../documents/tree/node.ts';
import { OverrideError, type OverrideText, scalarOf, type Token, tokensOf } from './tokens.ts';

const maxDepth = 30;

/** Reads what stands behind `=` (hydra/grammar/OverrideParser.g4). Throws OverrideError. */
export class ValueReader {
  private readonly tokens: readonly Token[];
  private readonly written: OverrideText;
  private at = 0;

  constructor(text: string, written: OverrideText) {
    this.tokens = tokensOf(text);
    this.written = written;
  }

  value(): { readonly value: ConfigNode; readonly isSweep: boolean } {
    if (this.tokens.length === 0) return { value: this.node({ type: 'str', value: '' }), isSweep: false };
    const first = this.element(0);
    let isSweep = first.isSweep;
    while (this.sees(',')) {
      this.at += 1;
      this.element(0);
      isSweep = true;
    }
    if (this.at < this.tokens.length) throw this.refused();
    return { value: first.value, isSweep };
  }

  private element(depth: number): { readonly value: ConfigNode; readonly isSweep: boolean } {
    if (depth > maxDepth) throw this.refused();
    if (this.sees('[')) return { value: this.list(depth), isSweep: false };
    if (this.sees('{')) return { value: this.dict(depth), isSweep: false };
    if (this.tokens[this.at]?.kind === 'id' && this.tokens[this.at + 1]?.text.trim() === '(')
      return this.call();
    return { value: this.primitive(true), isSweep: false };
  }

  private list(depth: number): ConfigNode {
    const items: ConfigNode[] = [];
    this.at += 1;
    while (!this.sees(']')) {
      if (items.length > 0) this.take(',');
      items.push(this.element(depth + 1).value);
    }
    this.at += 1;
    return { type: 'list', items, ...this.place() };
  }

  private dict(depth: number): ConfigNode {
    const entries = new Map<string, Entry>();
    let count = 0;
    this.at += 1;
    while (!this.sees('}')) {
      if (count > 0) this.take(',');
      count += 1;
      const key = this.primitive(false);
      this.take(':');
      const { value } = this.element(depth + 1);
      if (key.type === 'dict' || key.type === 'list') throw this.refused();
      const name = String(key.value);
      entries.set(name, { key, name, value });
    }
    this.at += 1;
    return { type: 'dict', entries, ...this.place() };
  }

  /** What a function makes is left to the run: `choice(1, 2)` and `range(1, 8)` are sweeps, `int(3.5)` is a value. */
  private call(): { readonly value: ConfigNode; readonly isSweep: boolean } {
    const name = this.tokens[this.at]?.text ?? '';
    let open = 0;
    do {
      const text = this.tokens[this.at]?.text.trim();
      if (text === undefined) throw this.refused();
      if (text === '(') open += 1;
      if (text === ')') open -= 1;
      this.at += 1;
    } while (open > 0 || this.tokens[this.at - 1]?.text.trim() !== ')');
    const value: ScalarValue = {
      type: 'unknown',
      value: this.written.text,
      reason: `${name}(…) of Hydra's overrides makes it`,
    };
    return { value: this.node(value), isSweep: !casts.has(name) };
  }

  private primitive(isValue: boolean): ConfigNode {
    const words: Token[] = [];
    for (;;) {
      const token = this.tokens[this.at];
      const isColon = token?.kind === 'mark' && token.text.trim() === ':';
      if (token === undefined || (token.kind === 'mark' && !(isColon && isValue))) break;
      if (!isValue && (token.kind === 'interpolation' || token.kind === 'quoted')) throw this.refused();
      words.push(token);
      this.at += 1;
    }
    return this.node(scalarOf(words) ?? this.fail());
  }

  private fail(): never {
    throw this.refused();
  }

  private sees(mark: string): boolean {
    const token = this.tokens[this.at];
    if (token === undefined && mark !== ',') throw this.refused();
    return token?.kind === 'mark' && token.text.trim() === mark;
  }

  private take(mark: string): void {
    if (!this.sees(mark)) throw this.refused();
    this.at += 1;
  }

  private node(value: ScalarValue): ConfigNode {
    return { ...value, ...this.place() };
  }

  private place() {
    const { start, end, source } = this.written;
    return { start, end, source };
  }

  private refused(): OverrideError {
    return new OverrideError(
      `Hydra cannot read the value of ${this.written.text.slice(0, 80)}: quote it, or escape ( ) [ ] { } : = , with \\`,
    );
  }
}

const casts: ReadonlySet<string> = new Set(['int', 'float', 'str', 'bool', 'json_str', 'extend_list']);
