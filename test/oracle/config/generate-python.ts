/** Python modules as people write configs, some with code in between, and TOML documents: the same for the same seed. */
import type { Random } from './generate.ts';

export function generatePython(random: Random): string {
  return new PythonWriter(random).module();
}

class PythonWriter {
  private readonly random: Random;
  private readonly bound: string[] = [];

  constructor(random: Random) {
    this.random = random;
  }

  module(): string {
    return Array.from({ length: 2 + this.number(8) }, () => this.statement()).join('\n') + '\n';
  }

  private number(below: number): number {
    return Math.floor(this.random() * below);
  }

  private pick<T>(...items: readonly [T, ...T[]]): T {
    return items[this.number(items.length)] ?? items[0];
  }

  private name(): string {
    return this.pick('a', 'b', 'lr', 'model', 'steps', 'data');
  }

  private known(): string {
    return this.bound.length === 0 || this.random() < 0.03
      ? this.name()
      : (this.bound[this.number(this.bound.length)] ?? 'a');
  }

  private bind(): string {
    const name = this.name();
    this.bound.push(name);
    return name;
  }

  private statement(): string {
    const value = this.expression(3);
    const roll = this.random();
    if (roll < 0.6) return `${this.bind()} = ${value}`;
    if (roll < 0.65) return `${this.bind()}: int = ${value}`;
    if (roll < 0.68) return `${this.bind()} = ${this.bind()} = ${value}`;
    if (roll < 0.71) return `${this.bind()}, ${this.bind()} = ${value}, ${this.expression(1)}`;
    if (roll < 0.74) return `${this.known()} ${this.pick('+=', '*=', '-=', '//=')} ${value}`;
    if (roll < 0.77)
      return `${this.bind()} = {${this.pairs(1)}}\n${this.bound.at(-1)}[${this.key()}] = ${value}`;
    if (roll < 0.79) return `${this.known()}[${this.key()}] = ${value}`;
    if (roll < 0.82) return `${this.known()}.update(${this.pick('dict', '')}(${this.keywords(1)}))`;
    if (roll < 0.83) return `${this.bind()} = [${this.items(1)}]\n${this.bound.at(-1)}.append(${value})`;
    if (roll < 0.84) return `${this.known()}.append(${value})`;
    if (roll < 0.86)
      return `if ${this.expression(1)}:\n    ${this.bind()} = ${value}\nelse:\n    ${this.bind()} = 1`;
    if (roll < 0.88) return `for ${this.bind()} in range(2):\n    ${this.known()}[${this.key()}] = ${value}`;
    if (roll < 0.9) return `def ${this.pick('f', 'g')}(x):\n    x['late'] = 1\n    return ${value}`;
    if (roll < 0.92) return `${this.bind()} = ${this.pick('str', 'repr', 'f', 'sorted')}(${this.known()})`;
    if (roll < 0.94) return `import ${this.pick('os', 'math', 'os.path')}`;
    if (roll < 0.95) return `del ${this.known()}`;
    if (roll < 0.97) return `${this.bind()} = [x for x in ${this.known()}]`;
    return this.pick('"""Notes."""', '# notes', 'pass', 'isinstance(1, int)');
  }

  private expression(depth: number): string {
    if (depth === 0 || this.random() < 0.35) return this.literal();
    const inner = () => this.expression(depth - 1);
    const roll = this.random();
    if (roll < 0.16) return `dict(${this.keywords(depth - 1)})`;
    if (roll < 0.28) return `{${this.pairs(depth - 1)}}`;
    if (roll < 0.4) return `[${this.items(depth - 1)}]`;
    if (roll < 0.46)
      return this.pick(
        `(${inner()},)`,
        `(${inner()}, ${inner()})`,
        '()',
        `{${this.literal()}, ${this.literal()}}`,
      );
    if (roll < 0.62) {
      const operator = this.pick('+', '-', '*', '/', '//', '%');
      return this.random() < 0.8
        ? `${this.count()} ${operator} ${this.count()}`
        : `${inner()} ${operator} ${inner()}`;
    }
    if (roll < 0.645) return `${this.count()} ** ${this.pick('2', '-1', '0.5', '3', '-5', '1')}`;
    if (roll < 0.67) return `(${inner()}) * ${this.pick('2', '1', '0')}`;
    if (roll < 0.72) return `${this.pick('-', '+', 'not ')}${this.count()}`;
    if (roll < 0.77) return `${inner()} if ${inner()} else ${inner()}`;
    if (roll < 0.82)
      return `${inner()} ${this.pick('==', '!=', '<', '>=', 'and', 'or', 'is', 'is not')} ${inner()}`;
    if (roll < 0.87) return `${this.known()}[${this.key()}]`;
    if (roll < 0.92)
      return `${this.pick('', 'r', 'R')}f'${this.pick('', 'run-', '{{x}}')}{${this.pick(this.known(), '1.5', '2')}}${this.pick('', '\\n', '}}')}'`;
    if (roll < 0.95) return `${this.pick('list', 'tuple', 'len', 'float', 'int', 'max', 'dict')}(${inner()})`;
    if (roll < 0.97) return `${this.known()}.copy()`;
    return `'a' ${this.pick("'b'", "r'\\d'", "f'{1}'")}`;
  }

  /** A number, most of the time. */
  private count(): string {
    if (this.random() < 0.1 && this.bound.length > 0) return this.known();
    return this.pick(
      '1',
      '2',
      '-3',
      '0.1',
      '1e-5',
      '7',
      '4096',
      'True',
      '10',
      '2.5',
      '(1 + 2)',
      '-0.5',
      '1e22',
    );
  }

  private literal(): string {
    const roll = this.random();
    if (roll < 0.35 && this.bound.length > 0) return this.known();
    return this.pick<string>(
      '1',
      '0',
      '2',
      '-3',
      '4096',
      '1_000',
      '0x10',
      '0b11',
      '1e-5',
      '2.0',
      '0.1',
      '1e5',
      '3.',
      '.5',
      '10',
      '32',
      'True',
      'False',
      'None',
      "'adamw'",
      '"x"',
      "''",
      "'a\\tb'",
      "r'a\\b'",
      "b'\\x00a'",
      "'''two\nlines'''",
      "'\\u00e9'",
      "'2e-5'",
      '[]',
      '{}',
      "'\\\\'",
    );
  }

  private key(): string {
    return this.pick<string>("'lr'", "'type'", '0', '1', '-1', 'True', "'k'");
  }

  private keywords(depth: number): string {
    const names = ['type', 'lr', 'k', 'n'].filter(() => this.random() < 0.5);
    const stars = this.random() < 0.12 ? [`**${this.known()}`] : [];
    return [...stars, ...names.map((name) => `${name}=${this.expression(depth)}`)].join(', ');
  }

  private pairs(depth: number): string {
    const pair = () =>
      this.random() < 0.1 ? `**${this.known()}` : `${this.key()}: ${this.expression(depth)}`;
    return Array.from({ length: this.number(4) }, pair).join(', ');
  }

  private items(depth: number): string {
    const item = () => (this.random() < 0.1 ? `*${this.known()}` : this.expression(depth));
    return Array.from({ length: this.number(4) }, item).join(', ');
  }
}

const tomlValues = [
  '1',
  '-2',
  '+3',
  '0',
  '1_000',
  '0xFF',
  '0o17',
  '0b1',
  '01',
  '1.0',
  '-0.5',
  '1e5',
  '2E-5',
  '1.',
  '.5',
  'inf',
  '-inf',
  'nan',
  'true',
  'false',
  'True',
  '"text"',
  "'raw\\'",
  '"a\\tb\\u00e9"',
  '"bad \\x"',
  '"""\nmany\n\\\n  lines"""',
  "'''it's'''",
  '""',
  '1979-05-27',
  '07:32:00',
  '07:32:00.5',
  '1979-05-27T07:32:00Z',
  '1979-05-27 07:32:00.123456789',
  '1979-05-27t07:32:00-07:00',
  '1979-02-30',
  '[]',
  '{}',
  '[1, "a", 2.0]',
  '[1,\n 2, # two\n]',
  '{ a = 1, b.c = 2 }',
  '{ a = 1, a = 2 }',
  '[[1], [2]]',
  '[{ x = 1 }, { x = 2 }]',
  '{ a = 1, }',
  'null',
  '1e',
  '9999999999999999999999',
];
const tomlKeys = [
  'a',
  'b',
  'lr',
  'model.lr',
  '"quoted key"',
  "'b'",
  '1',
  'a.b',
  '"a.b"',
  'é',
  '',
  'a b',
  '"é"',
  'tensor_parallel_degree',
];

export function generateToml(random: Random): string {
  const pick = (items: readonly string[]): string => items[Math.floor(random() * items.length)] ?? '';
  const rare = random() < 0.5;
  const value = (): string =>
    rare ? pick(tomlValues) : pick(tomlValues.filter((_, index) => index < 8 || index % 3 === 0));
  const line = (): string => {
    const roll = random();
    if (roll < 0.14) return `[${pick(tomlKeys)}]`;
    if (roll < 0.2) return `[[${pick(tomlKeys)}]]`;
    if (roll < 0.24) return '# a comment';
    return `${pick(tomlKeys)} = ${value()}${random() < 0.1 ? ' # why' : ''}`;
  };
  return (
    Array.from({ length: 1 + Math.floor(random() * 7) }, line).join(random() < 0.1 ? '\r\n' : '\n') + '\n'
  );
}
