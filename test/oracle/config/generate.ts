/** Texts that a person might write as YAML, and some that no one should: the same for the same seed. */

export type Random = () => number;

/** mulberry32: uniform in [0, 1). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const keys = [
  'a',
  'b',
  'lr',
  'num_layers',
  'hidden size',
  '1',
  'true',
  '1.0',
  'no',
  '"q"',
  "'s'",
  '<<',
  '=',
  '~',
  'é',
  'x-y',
  '2024-01-01',
  '? a',
  '',
  'a:b',
  'x#y',
];
const scalars = [
  '1e-5',
  '1.0e-5',
  '1e5',
  '.5',
  '-.5',
  '1_000',
  '0x1F',
  '010',
  '08',
  '0b101',
  '1:30',
  '1:30:00',
  '12:30.5',
  'yes',
  'no',
  'on',
  'off',
  'y',
  'True',
  'null',
  '~',
  'None',
  '2024-01-01',
  '2024-02-30',
  '2024-01-01T10:00:00Z',
  '2001-12-14 21:59:43.10 -5',
  '.inf',
  '-.inf',
  '.nan',
  '=',
  '<<',
  '9007199254740993',
  '123456789012345678901234567890',
  '0_7',
  '1.',
  '+1',
  '-',
  '--',
  '---',
  '...',
  'a b',
  'a: b',
  'a #b',
  'a#b',
  'a:b',
  ':a',
  '?a',
  '-a',
  '@a',
  '`a',
  '%a',
  '!a',
  '&a',
  '*a',
  '!!int 3',
  '!!float 3',
  '!!str 3',
  '!!bool on',
  '!!null x',
  '!!int 0o17',
  '!!binary aGk=',
  '! 12',
  '! "12"',
  '"x"',
  "'x'",
  '"a\\nb"',
  '"\\x41\\u00e9"',
  "'it''s'",
  '"a\n b"',
  "'a\n\n  b'",
  '"a \\\n  b"',
  '"\\/"',
  '"\\q"',
  'a\n  b',
  'é',
  '\u00a0',
  'a\u0085b',
  'a\u2028b',
  '\ufeff',
  '😀',
  '[]',
  '{}',
  '[1, 2]',
  '{a: 1}',
  '[a, {b: c}]',
  '[a: b]',
  '{a, b}',
  '[a\n, b]',
  '{a: 1,\nb: 2}',
  '[1,2,]',
  '[,]',
  '{"a":1}',
  '[a?b]',
  '{a: }',
  '[http://x]',
  '{a:1}',
  '[ # c\n 1]',
  '|\n  x\n  y\n',
  '|-\n  x\n',
  '|+\n  x\n\n',
  '>\n  x\n  y\n\n  z\n',
  '>-\n  x\n   y\n  z\n',
  '|2\n    x\n',
  '|\n',
  '|\n  x',
  '',
  ' ',
  '\t',
  '# c',
  '1 # c',
  '1\t',
  '1 \t# c',
  'a\tb',
  '1e',
  '0x',
  '._',
  '1__0',
  '685.230_15e+03',
];
const noise = [
  ' ',
  '\n',
  '\t',
  ':',
  '-',
  '#',
  ',',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '&',
  '*',
  '!',
  '|',
  '>',
  '%',
  '?',
  '@',
  '\\',
  '\r',
  '\r\n',
  '  ',
  ': ',
  '- ',
  ' #',
  '\n\n',
  '\n  ',
  '--- ',
  '\n---\n',
  '\n...\n',
  '%YAML 1.1\n',
  '~',
  'é',
  '<<: ',
];

/** A small document: nested blocks with odd scalars; one in four with a slip of the keyboard. */
export function generateYaml(random: Random): string {
  const text = block(random, 0, 3);
  return random() < 0.25 ? slip(random, text) : text;
}

function block(random: Random, indent: number, depth: number): string {
  const kind = random();
  const count = 1 + Math.floor(random() * 3);
  const pad = ' '.repeat(indent);
  if (depth === 0 || kind < 0.15) return `${pick(random, scalars)}\n`;
  const entries = Array.from({ length: count }, () =>
    kind < 0.7 ? pair(random, indent, depth) : item(random, indent, depth),
  );
  return entries.map((entry) => `${pad}${entry}`).join('');
}

function pair(random: Random, indent: number, depth: number): string {
  const key = random() < 0.8 ? pick(random, ['a', 'b', 'c', 'd', 'e']) : pick(random, keys);
  return `${key}:${value(random, indent, depth)}`;
}

function item(random: Random, indent: number, depth: number): string {
  return `-${value(random, indent, depth)}`;
}

function value(random: Random, indent: number, depth: number): string {
  const kind = random();
  const anchor = random() < 0.06 ? ` &${pick(random, ['x', 'y', 'x-1', 'a.b'])}` : '';
  if (kind < 0.06) return ` *${pick(random, ['x', 'y'])}\n`;
  if (kind < 0.3 && depth > 0) {
    const deeper = indent + pick(random, [0, 1, 2, 2, 2, 4]);
    return `${anchor}${random() < 0.1 ? ' # c' : ''}\n${block(random, deeper, depth - 1)}`;
  }
  const scalar = random() < 0.25 ? generateNumeric(random) : pick(random, scalars);
  return `${anchor} ${scalar.replaceAll('\n', `\n${' '.repeat(indent)}`)}\n`;
}

/** A stretch of a real text with one or two slips. */
export function slipInto(random: Random, text: string): string {
  const lines = text.split('\n');
  const start = Math.floor(random() * lines.length);
  const once = slip(random, lines.slice(start, start + 30).join('\n'));
  return random() < 0.5 ? once : slip(random, once);
}

/** Something like a number, a date, or a time. */
export function generateNumeric(random: Random): string {
  const length = 1 + Math.floor(random() * 6);
  return Array.from({ length }, () => pick(random, Array.from('0123456789019e.-+_:xbE'))).join('');
}

export function slip(random: Random, text: string): string {
  const at = Math.floor(random() * (text.length + 1));
  const kind = random();
  if (kind < 0.5) return text.slice(0, at) + pick(random, noise) + text.slice(at);
  return kind < 0.75 ? text.slice(0, at) + text.slice(at + 1) : text.slice(0, at);
}

export function pick<T>(random: Random, all: readonly T[]): T {
  const chosen = all[Math.floor(random() * all.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}
