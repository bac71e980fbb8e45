/** A text with interpolations: literal parts and `${…}`. */
export type Part =
  | { readonly kind: 'literal'; readonly text: string }
  /** `${a.b}`, `${.x}`, `${oc.env:X,1}`: what stands between the braces, itself made of parts. */
  | { readonly kind: 'interpolation'; readonly parts: readonly Part[]; readonly written: string };

const maxDepth = 10;

/** Splits a text at its interpolations; `undefined` where braces do not match. `\${` is a literal (OmegaConf grammar). */
export function parseText(text: string): readonly Part[] | undefined {
  const reader = new Reader(text);
  const parts = reader.parts(0);
  return reader.done() ? parts : undefined;
}

class Reader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  done(): boolean {
    return this.at >= this.text.length;
  }

  private ended(depth: number): boolean {
    return this.done() || (depth > 0 && this.text[this.at] === '}');
  }

  parts(depth: number): Part[] | undefined {
    const parts: Part[] = [];
    let literal = '';
    const flush = (): void => {
      if (literal !== '') parts.push({ kind: 'literal', text: literal });
      literal = '';
    };
    while (!this.ended(depth)) {
      if (this.text.startsWith('\\${', this.at)) {
        literal += '${';
        this.at += 3;
      } else if (this.text.startsWith('${', this.at)) {
        flush();
        const part = this.interpolation(depth);
        if (part === undefined) return undefined;
        parts.push(part);
      } else {
        literal += this.text[this.at] ?? '';
        this.at += 1;
      }
    }
    flush();
    return parts;
  }

  private interpolation(depth: number): Part | undefined {
    const start = this.at;
    this.at += 2;
    const parts = depth >= maxDepth ? undefined : this.parts(depth + 1);
    if (parts === undefined || this.text[this.at] !== '}') return undefined;
    this.at += 1;
    return { kind: 'interpolation', parts, written: this.text.slice(start, this.at) };
  }
}
