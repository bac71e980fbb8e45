import { pick, type Random, slip } from './generate.ts';

/** Configs of a few mappings and lists whose texts refer to each other in all the ways that OmegaConf's grammar has. */
export function generateConfig(random: Random): string {
  const text = mapping(random, 0, 3);
  return random() < 0.05 ? slip(random, text) : text;
}

const names = ['a', 'b', 'c', 'd', 'e'];
const plain = [
  '1',
  '-2',
  '1.5',
  '1e-5',
  '1_000',
  '010',
  '1:30',
  'true',
  'no',
  'null',
  '~',
  '???',
  'b',
  'a.b',
  '.a',
  'oc.env',
  'select',
  '2024-01-01',
  'text',
  '""',
  '[]',
  '{}',
  '[1, b, ~]',
  '{a: 1, b: c}',
  '!!binary aGk=',
  '"1e-3"',
  '"[1, {a: 2}]"',
  '"null"',
  "'it''s'",
];
const keys = ['1', 'true', '1.5', '"0"', '"x.y"', 'a-b', '$a', 'a b', '2024-01-01', '"???"', "'${a}'"];

function mapping(random: Random, indent: number, depth: number): string {
  const pad = ' '.repeat(indent);
  const count = 2 + Math.floor(random() * 4);
  const entries = Array.from({ length: count }, (_, index) => {
    const key =
      random() < 0.95
        ? (names[index % names.length] ?? 'a')
        : pick(random, random() < 0.05 ? ['~', 'a'] : keys);
    return `${pad}${key}:${value(random, indent, depth)}`;
  });
  const merge = random() < 0.03 ? `${pad}<<: *${pick(random, ['x', 'y'])}\n` : '';
  return merge + entries.join('');
}

function list(random: Random, indent: number, depth: number): string {
  const pad = ' '.repeat(indent);
  const count = 1 + Math.floor(random() * 3);
  return Array.from({ length: count }, () => `${pad}-${value(random, indent, depth)}`).join('');
}

function value(random: Random, indent: number, depth: number): string {
  const kind = random();
  const anchor = random() < 0.08 ? ` &${pick(random, ['x', 'y', 'z'])}` : '';
  if (kind < 0.015) return ` *${pick(random, ['x', 'y'])}\n`;
  if (kind < 0.2 && depth > 0) return `${anchor}\n${mapping(random, indent + 2, depth - 1)}`;
  if (kind < 0.28 && depth > 0) return `${anchor}\n${list(random, indent + 2, depth - 1)}`;
  if (kind < 0.5) return `${anchor} ${pick(random, plain)}\n`;
  return `${anchor} '${text(random, 3).replaceAll("'", "''").replaceAll('\n', ' ')}'\n`;
}

/** An interpolation alone, or among words. */
function text(random: Random, depth: number): string {
  if (random() < 0.6) return interpolation(random, depth);
  const count = 1 + Math.floor(random() * 3);
  return Array.from({ length: count }, () =>
    random() < 0.5 ? interpolation(random, depth) : pick(random, literals),
  ).join('');
}

const literals = [
  'x',
  ' ',
  '-',
  '\\',
  '\\\\',
  '\\${a}',
  '\\\\\\${a}',
  '$',
  '$$',
  '{',
  '}',
  'é',
  '/',
  ':',
  "'",
  '"',
];

function interpolation(random: Random, depth: number): string {
  const kind = random();
  const blank = random() < 0.05 ? ' ' : '';
  if (kind < 0.5 || depth === 0) return `\${${blank}${path(random, depth)}${blank}}`;
  const [name, ...args] = call(random, depth - 1);
  return `\${${blank}${name}${blank}:${blank}${args.join(pick(random, [',', ', ', ' ,']))}${blank}}`;
}

function call(random: Random, depth: number): string[] {
  const one = () => element(random, depth);
  return pick(random, [
    () => ['oc.env', 'NOT_SET', one()],
    () => ['oc.env', 'NOT_SET', one()],
    () => ['oc.env', 'NOT_SET'],
    () => ['oc.select', path(random, 0), one()],
    () => ['oc.select', path(random, 0), one()],
    () => ['oc.select', path(random, 0)],
    () => ['oc.decode', one()],
    () => ['oc.decode', `\${oc.env:NOT_SET,${one()}}`],
    () => ['oc.create', one()],
    () => ['oc.dict.keys', path(random, 0)],
    () => ['oc.dict.values', path(random, 0)],
    () => ['oc.deprecated', path(random, 0)],
    () => ['own', one(), one()],
    () => ['nobody', one()],
    () => [`oc.${interpolation(random, 0)}`, one()],
    () => ['oc.env', one(), one(), one()],
    () => ['oc.select'],
  ])();
}

function path(random: Random, depth: number): string {
  const dots = random() < 0.3 ? '.'.repeat(1 + Math.floor(random() * 3)) : '';
  const first = step(random, depth);
  const more = Array.from({ length: Math.floor(random() * 2.5) }, () =>
    random() < 0.7 ? `.${step(random, depth)}` : `[${step(random, depth)}]`,
  );
  return dots + (random() < 0.05 ? `[${first}]` : first) + more.join('');
}

function step(random: Random, depth: number): string {
  if (depth > 0 && random() < 0.1) return interpolation(random, depth - 1);
  return random() < 0.85
    ? pick(random, names)
    : pick(random, ['0', '1', '-1', 'true', 'x', 'a-b', '$a', '0', '1', '0']);
}

const words = [
  '1',
  '-1',
  '+7',
  '1_0',
  '1__0',
  '007',
  '1.5',
  '.5',
  '1.',
  '1e-5',
  '1e5',
  '-1.5E+3',
  'inf',
  '-inf',
  'nan',
  'true',
  'False',
  'null',
  'NULL',
  'nullx',
  'a',
  'a b',
  'a-b',
  'a:b',
  'a/b.c',
  '1a',
  '1e',
  '???',
  'x@y',
  'a\\, b',
  '\\[x\\]',
  '\\\\',
  'C:\\x',
  '$a',
  '16384',
  '4300.0001',
  '2024-01-01',
  '1:30',
];
/** OmegaConf refuses the whole file for one of these. */
const oddWords = ['', ' ', 'é', '#', 'a=b', "it's", ']', '"'];

function word(random: Random): string {
  return pick(random, random() < 0.015 ? oddWords : words);
}

const quotedEnds = ['', '', '', '\\\\', "\\'", '\\ ', '\\\\\\\\', ': [', '\\\\${a}'];

function element(random: Random, depth: number): string {
  const kind = random();
  if (kind < 0.5) return word(random);
  if (kind < 0.6) return `"${depth > 0 ? text(random, depth - 1).replaceAll('"', '\\"') : word(random)}"`;
  if (kind < 0.65) return `'${word(random)}${pick(random, quotedEnds)}'`;
  if (depth === 0) return word(random);
  if (kind < 0.75) return `[${element(random, depth - 1)}, ${element(random, depth - 1)}]`;
  if (kind < 0.85) return `{${word(random)}: ${element(random, depth - 1)}, b:${element(random, depth - 1)}}`;
  return interpolation(random, depth - 1) + (random() < 0.2 ? word(random) : '');
}
