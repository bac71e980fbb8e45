import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain, readDocument } from '../../../src/config/index.ts';
import { editDistance } from '../../../src/kernel/near.ts';
import { compilePattern } from '../../../src/kernel/pattern/compile.ts';
import { valueChanges } from '../../../src/config/change/classify.ts';
import { samples } from '../../support/seed.ts';

const file = 'a.yaml';
const dialects = ['pyyaml', 'omegaconf', 'yaml-1.2', 'json'] as const;

/** Text with a taste for YAML's and JSON's indicators. */
const yamlish = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...': - , [ ] { } # & * ! | > \' " % @ ? ~ << = \n \t 1e-5 0x1 ${ } a b \u0000 \ufeff \u2028'.split(
          ' ',
        ),
        ' ',
        '\n',
        '\n  ',
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('reading', () => {
  test.each(dialects)('%s: any text is read, or refused with a place, and never throws', (dialect) => {
    fc.assert(
      fc.property(yamlish, (text) => {
        const document = readDocument(text, { file, dialect });
        const errors = document.findings.filter(({ severity }) => severity === 'error');
        expect(document.root !== undefined || errors.length > 0).toBe(true);
        explain(document);
      }),
      { numRuns: samples(1000) },
    );
  });

  test('JSON is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.json({ depthSize: 'medium' }), (text) => {
        const { value } = readDocument(text, { file, dialect: 'json' });
        expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  test('each value of a JSON document stands at its place', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.integer({ min: 0 })),
        fc.nat(3),
        (record, indent) => {
          const text = JSON.stringify(record, undefined, indent);
          const lines = text.split('\n');
          for (const { line, column, value } of explain(readDocument(text, { file, dialect: 'json' }))) {
            expect(lines[line - 1]?.slice(column - 1).startsWith(JSON.stringify(value))).toBe(true);
          }
        },
      ),
    );
  });

  test('the same mapping, in flow style and at any column, reads the same', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 5 }), fc.nat(6), (numbers, spaces) => {
        const text = `a:\n  b: [\n${numbers.map((number) => `${' '.repeat(spaces)}${number}`).join(',\n')}\n${' '.repeat(spaces)}]\n`;
        expect(readDocument(text, { file, dialect: 'pyyaml' }).value).toEqual({ a: { b: numbers } });
      }),
    );
  });
});

describe('patterns', () => {
  const source = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '(a|b)', '(?:ab)', 'a?');
  const quantifier = fc.constantFrom('', '*', '+', '?', '{2}', '{1,2}', '{1,}');
  const pattern = fc
    .array(fc.tuple(source, quantifier), { minLength: 1, maxLength: 5 })
    .map((pieces) => pieces.map(([atom, times]) => (atom.endsWith('?') ? atom : atom + times)).join(''));

  test('match what RegExp matches', () => {
    fc.assert(
      fc.property(pattern, fc.boolean(), fc.stringMatching(/^[ab1 ]{0,8}$/), (body, anchored, text) => {
        const whole = anchored ? `^${body}$` : body;
        const compiled = compilePattern(whole);
        expect(compiled.ok && compiled.pattern.test(text)).toBe(new RegExp(whole, 'u').test(text));
      }),
      { numRuns: samples(2000) },
    );
  });

  test('that make a backtracking matcher hang are matched at once', () => {
    const compiled = compilePattern('^(a+)+$');
    expect(compiled.ok && compiled.pattern.test(`${'a'.repeat(5000)}b`)).toBe(false);
  });
});

test('distance between names is a metric', () => {
  const name = fc.stringMatching(/^[ab_]{0,6}$/);
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b) === 0).toBe(a === b);
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});

test('a document differs from itself in nothing, and from another in what was set', () => {
  const record = fc.dictionary(
    fc.stringMatching(/^[a-e]$/),
    fc.oneof(fc.integer(), fc.boolean(), fc.constant(null)),
  );
  const read = (value: unknown) => readDocument(JSON.stringify(value), { file, dialect: 'json' }).root;
  fc.assert(
    fc.property(record, record, (before, after) => {
      expect(valueChanges(read(before), read({ ...before }), () => 'tuning')).toEqual([]);
      const paths = valueChanges(read(before), read(after), () => 'tuning').map(({ path }) => path.join('.'));
      const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
      expect(new Set(paths.filter((path) => path !== ''))).toEqual(
        new Set([...keys].filter((key) => before[key] !== after[key])),
      );
    }),
  );
});
