/** Manifests of all styles, written text first: of each value it is known where it stands, so that a test needs no reader. */
export interface Random {
  /** Whole number from 0 to below `n`. */
  below(n: number): number;
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0 || 1;
  return {
    below: (n) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * n);
    },
  };
}

export interface WrittenValue {
  /** As `--path` takes it. */
  readonly path: string;
  /** The same for whoever reads the file with another reader: keys and indexes. */
  readonly keys: readonly (string | number)[];
  readonly document: number;
  /** What the value takes of the text, a block scalar with its header. */
  readonly from: number;
  readonly to: number;
  readonly style:
    | 'plain'
    | 'number'
    | 'single'
    | 'double'
    | 'block'
    | 'anchored'
    | 'alias'
    | 'template'
    | 'tagged';
}

export interface Manifest {
  readonly text: string;
  readonly values: readonly WrittenValue[];
  readonly documents: number;
}

const keys = [
  'image',
  'newTag',
  'storageUri',
  'app.kubernetes.io/name',
  'tag',
  'digest',
  'with space',
  'x',
  'value',
  'ключ',
];
const plains = [
  'v1',
  'v2.3.1',
  's3://models/qwen/v1',
  'a b',
  'nginx:1.27',
  '1.2.3',
  'sha256:abc',
  'hf://org/model@rev',
  '/srv/x',
  'é',
];
const comments = [
  '',
  '',
  ' # c',
  ' # {"$imagepolicy": "flux-system:app:tag"}',
  ' #\ttab \t in it',
  " # 'quoted' {{ x }}",
];

/** What a value may become: harmless, and all that a reader could take for something else. */
export const newValues = [
  'v2',
  's3://models/qwen/v2',
  '2024',
  '1e3',
  'no',
  'y',
  'null',
  '~',
  '0x10',
  '0o7',
  '1:30',
  '=',
  '<<',
  ' leading',
  'trailing ',
  'a: b',
  '# x',
  'a #b',
  '- x',
  '-',
  '[x',
  '{a',
  '&a',
  '*a',
  '!t',
  '%d',
  '@a',
  '`',
  "it's",
  'say "x"',
  'back\\slash',
  '',
  'true',
  '1_000',
  '.5',
  '2024-01-01',
  'a:',
  'multi\nline',
  'multi\nline\n',
  '\ttab',
  'ünï',
  '日本',
  '25',
  '1.10',
  '...',
  '---',
  '? x',
  ',x',
  'x, y',
  'x]',
  'a\u0007b',
];

class Writer {
  text = '';
  readonly values: WrittenValue[] = [];
  private document = 1;
  private readonly random: Random;
  private readonly newline: string;
  private anchors = 0;

  private readonly closing: number;

  constructor(random: Random, closing: number) {
    this.closing = closing;
    this.random = random;
    this.newline = this.one(['\n', '\n', '\r\n']);
  }

  manifest(): Manifest {
    if (this.random.below(8) === 0) this.text += '\uFEFF';
    const documents = 1 + this.random.below(3);
    for (; this.document <= documents; this.document += 1) {
      if (this.document > 1 || this.random.below(3) === 0) this.text += `---${this.newline}`;
      if (this.random.below(3) === 0) this.text += `# head${this.newline}`;
      this.map('', [], 0, 0);
    }
    const cut = this.random.below(4) === 0 ? this.text.replace(/(\r\n|\n)$/, '') : this.text;
    const end = cut.length;
    const values = this.values.map((value) => ({ ...value, to: Math.min(value.to, end) }));
    return { text: cut, values, documents };
  }

  private map(path: string, at: readonly (string | number)[], indent: number, depth: number): void {
    const names = this.some(keys, 1 + this.random.below(4));
    names.forEach((name, index) => {
      if (index > 0 || !this.text.endsWith('- ')) this.text += ' '.repeat(indent);
      const below = step(path, name);
      this.text += `${this.random.below(6) === 0 ? JSON.stringify(name) : name}:`;
      this.value(below, [...at, name], indent, depth);
    });
  }

  private value(path: string, at: readonly (string | number)[], indent: number, depth: number): void {
    const kind = depth > 2 ? 9 : this.random.below(12);
    if (kind === 0) {
      this.text += this.newline;
      this.map(path, at, indent + 2, depth + 1);
    } else if (kind === 1) this.list(path, at, indent, depth);
    else if (kind === 2) this.flowMap(path, at, indent);
    else if (kind === 3) this.block(path, at, indent);
    else if (kind === 4 && this.random.below(3) === 0) this.shared(path, at);
    else {
      this.text += ' ';
      this.scalar(path, at, false);
      this.text += this.one(comments) + this.newline;
    }
  }

  private list(path: string, at: readonly (string | number)[], indent: number, depth: number): void {
    this.text += this.newline;
    const count = 1 + this.random.below(3);
    for (let item = 0; item < count; item += 1) {
      this.text += `${' '.repeat(indent)}- `;
      const below = `${path}[${item}]`;
      if (this.random.below(2) === 0) this.map(below, [...at, item], indent + 2, depth + 1);
      else {
        this.scalar(below, [...at, item], false);
        this.text += this.one(comments) + this.newline;
      }
    }
  }

  /** Now and then over several lines, the last of which starts at the left. */
  private flowMap(path: string, at: readonly (string | number)[], indent: number): void {
    const wide = this.random.below(3) === 0;
    const apart = wide ? `${this.newline}${' '.repeat(indent + 4)}` : ' ';
    this.text += ' {';
    this.some(['a', 'b', 'c'], 1 + this.random.below(3)).forEach((name, index) => {
      this.text += `${index > 0 ? ',' : ''}${apart}${name}: `;
      this.scalar(step(path, name), [...at, name], true);
    });
    this.text += `${wide ? `${this.newline}${' '.repeat(indent + this.closing)}` : ' '}}${this.newline}`;
  }

  private block(path: string, at: readonly (string | number)[], indent: number): void {
    this.text += ' ';
    const from = this.text.length;
    const lines = this.some(['first line', 'second: x', '# no comment', "it's"], 1 + this.random.below(3));
    this.text += `${this.one(['|', '|-', '|+', '>', '>-'])}${this.one(['', ' # note | >'])}${this.newline}`;
    for (const line of lines) this.text += `${' '.repeat(indent + 2)}${line}${this.newline}`;
    if (this.random.below(4) === 0) this.text += this.newline;
    this.note({ path, keys: at, from, style: 'block' });
  }

  private shared(path: string, at: readonly (string | number)[]): void {
    const anchor = `anchor${this.anchors++}_${this.document}`;
    const twin = `twin${anchor}`;
    this.text += ` &${anchor} `;
    const from = this.text.length;
    this.text += this.one(plains);
    this.note({ path, keys: at, from, style: 'anchored' });
    const [parent, root] = [path.lastIndexOf('['), at.length === 1];
    if (!root || parent >= 0) {
      this.text += this.newline;
      this.values.pop();
      return;
    }
    this.text += `${this.newline}${twin}: `;
    const alias = this.text.length;
    this.text += `*${anchor}`;
    this.note({ path: twin, keys: [twin], from: alias, style: 'alias' });
    this.text += this.newline;
  }

  private scalar(path: string, at: readonly (string | number)[], flow: boolean): void {
    const from = this.text.length;
    const style = this.one(['plain', 'plain', 'single', 'double', 'number', 'template', 'tagged'] as const);
    const plain = this.one(plains);
    if (style === 'tagged') this.text += '!!str ';
    const start = style === 'tagged' ? this.text.length : from;
    if (style === 'plain' || style === 'tagged') this.text += plain;
    if (style === 'single') this.text += `'${plain}'`;
    if (style === 'double') this.text += `"${this.one([plain, `${plain}\\n`, '1.10', 'yes'])}"`;
    if (style === 'number') this.text += this.one(['10', '0', '-3', '1.5', '100']);
    if (style === 'template')
      this.text += flow ? '"{{ .Values.x }}"' : this.one(['"{{ .Values.x }}"', 'app:{{tag}}', '${IMAGE}']);
    this.note({ path, keys: at, from: start, style });
  }

  private note(value: Pick<WrittenValue, 'path' | 'keys' | 'from' | 'style'>): void {
    this.values.push({ ...value, to: this.text.length, document: this.document });
  }

  private one<T>(choices: readonly T[]): T {
    const chosen = choices[this.random.below(choices.length)];
    if (chosen === undefined) throw new Error('no choice');
    return chosen;
  }

  private some(choices: readonly string[], count: number): string[] {
    const left = [...choices];
    return Array.from(
      { length: Math.min(count, left.length) },
      () => left.splice(this.random.below(left.length), 1)[0] ?? '',
    );
  }
}

/** `closing`: columns by which a bracket that closes stands further in than its key; 0 is common, and no YAML 1.2. */
export function generateManifest(random: Random, closing: 0 | 1 = 0): Manifest {
  return new Writer(random, closing).manifest();
}

/** `pathOf`, written a second time so that a test does not ask what it tests. */
function step(path: string, name: string): string {
  if (/[^\p{L}\p{N}_ -]/u.test(name)) return `${path}["${name}"]`;
  return path === '' ? name : `${path}.${name}`;
}
