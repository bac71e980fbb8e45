import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dialects } from '../../../src/documents/dialect.ts';
import { readFully } from '../../../src/documents/yaml/full.ts';
import { readSimple } from '../../../src/documents/yaml/simple.ts';
import { samples } from '../../support/seed.ts';

const simpleKeys = ['a', 'b', 'c', 'd.e', 'f g', '"h"', "'i'", 'j-k'];
const otherKeys = ['-l', '?m', ':n', 'o[0]', 'yes', '1', 'a#b', 'a ', '---', '...', '"a\\tb"'];
const simpleScalars = [
  [
    'a',
    'x y',
    'null',
    'yes',
    '1',
    '1.0e-5',
    '1e5',
    '0.5',
    '~',
    '???',
    'x é',
    '<s>',
    '-1',
    '"q r"',
    "'q'",
    '"a#b"',
  ],
  ['2024-01-01', '0o7', '1_0', 'a#b', "it's", '.5', '+.inf', '*.py'.slice(1), 'a*b', ''],
].flat();
const otherScalars = [
  [
    'a:b',
    '1:30',
    ':80',
    '${a.b}',
    'a, b',
    'a [b]',
    'é',
    '<<',
    '=',
    '---',
    '...',
    '"a\\n"',
    "'it''s'",
    '-',
    '-]',
  ],
  ['a: b', '&a b', '*a', '!!str 1', '|', '参', '2', 'a?', '?a', ':', '?', '"', "'", '[', '{a', '}', 'a # b'],
].flat();
const parts = [
  [...simpleScalars, ...otherScalars, ...simpleKeys, ...otherKeys],
  [' ', '  ', '\n', ': ', '- ', '#', ' # c', ']', '{', ',', '\t', '\r', '\u0085', '\ufeff'],
].flat();

const mostly = (usual: readonly string[], other: readonly string[]) =>
  fc.oneof({ weight: 40, arbitrary: fc.constantFrom(...usual) }, fc.constantFrom(...other));
const scalar = mostly(simpleScalars, otherScalars);
const key = mostly(simpleKeys, otherKeys);
const behind = fc.constantFrom('', '', '', '', ' ', ' # why', '\n', '\n   # why', '\n\n');

const { flow } = fc.letrec<{ flow: string; list: string; dict: string }>((tie) => ({
  flow: fc.oneof({ weight: 4, arbitrary: scalar }, tie('list'), tie('dict')),
  list: fc.array(tie('flow'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
  dict: fc
    .array(fc.tuple(key, tie('flow')), { maxLength: 3 })
    .map((pairs) => `{ ${pairs.map((pair) => pair.join(': ')).join(',')} }`),
}));

/** Lines of a block, the first of them to stand behind what is in front. */
const { block } = fc.letrec<Record<'block' | 'dict' | 'list', string[]>>((tie) => ({
  block: fc.oneof({ maxDepth: 3 }, tie('dict'), tie('dict'), tie('list')),
  dict: fc
    .array(
      fc.tuple(
        key,
        fc.oneof({ maxDepth: 3, depthSize: 'small' }, flow, flow, tie('block')),
        fc.constantFrom(0, 1, 2, 4),
        behind,
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((pairs) =>
      pairs.flatMap(([name, value, indent, end]) =>
        typeof value === 'string'
          ? [`${name}: ${value}${end}`]
          : [`${name}:${end}`, ...indented(value, indent)],
      ),
    ),
  list: fc
    .array(fc.oneof({ maxDepth: 3, depthSize: 'small' }, flow, flow, tie('dict')), {
      minLength: 1,
      maxLength: 3,
    })
    .map((items) =>
      items.flatMap((item) => {
        const [first = '', ...rest] = typeof item === 'string' ? [item] : item;
        return [`- ${first}`, ...indented(rest, 2)];
      }),
    ),
}));

function indented(lines: readonly string[], by: number): string[] {
  return lines.map((line) => ' '.repeat(by) + line.replaceAll('\n', `\n${' '.repeat(by)}`));
}

const place = fc.double({ min: 0, max: 1, noNaN: true });
/** Something put in, or left out. */
const edit = fc.tuple(place, fc.nat(2), fc.constantFrom('', ...parts));
const text = fc
  .tuple(
    block,
    fc.oneof(fc.constant([]), fc.array(edit, { maxLength: 2 })),
    fc.constantFrom('', '\n', '---\n'),
  )
  .map(([lines, edits, mark]) =>
    edits.reduce(edited, mark === '\n' ? `${lines.join('\n')}\n` : mark + lines.join('\n')),
  );

function edited(before: string, [at, out, put]: readonly [number, number, string]): string {
  const start = Math.round(at * before.length);
  return before.slice(0, start) + put + before.slice(start + out);
}

test('what is read as simple YAML is read so by the full reader', () => {
  let simple = 0;
  const runs = samples(60_000, 2000);
  fc.assert(
    fc.property(text, fc.constantFrom(...dialects), (written, dialect) => {
      const root = readSimple(written, dialect);
      if (root === undefined) return;
      simple += 1;
      const full = readFully(written, dialect);
      expect(full).toStrictEqual({ root, problems: [], text: written, padding: new Map() });
    }),
    { numRuns: runs },
  );
  expect(simple / runs).toBeGreaterThan(0.1);
});
