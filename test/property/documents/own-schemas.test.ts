import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import policySchema from '../../../schema/policy.schema.json' with { type: 'json' };
import { registrySchema } from '../../../src/config/registry/schema.ts';
import { createAjv } from '../../../src/documents/schema/ajv.ts';
import { fits } from '../../../src/documents/schema/fits.ts';

const odd: readonly unknown[] = [null, true, -1, 0.5, 'x', '', [], ['x', 'x'], {}, { x: 1 }];

/** The value, and each value that differs from it at one place. */
function* mutants(value: unknown): Iterable<unknown> {
  yield* odd;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    for (const other of mutants(inner)) {
      yield Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other };
    }
  }
  if (!Array.isArray(value)) yield { ...value, unheard_of: 1 };
}

const cases = [
  { name: 'policy', schema: policySchema, file: 'examples/qwen3-vl/.github/model-gates.yml' },
  { name: 'registry', schema: registrySchema, file: 'examples/qwen3-vl/.github/model-registry.yml' },
];

describe('our own schemas', () => {
  it.each(cases)('judge each $name as ajv does', async ({ schema, file }) => {
    const validate = (await createAjv({ known: true })).compile(schema);
    const example = load(readFileSync(file, 'utf8'));
    expect(fits(schema, example)).toBe(true);
    const every = [...mutants(example)];
    const all = every.filter((_, index) => index % Math.ceil(every.length / 2000) === 0);
    const differing = all.filter((value) => fits(schema, value) !== validate(value));
    expect(differing).toEqual([]);
    // both kinds are among them
    expect(new Set(all.map((value) => validate(value)))).toEqual(new Set([true, false]));
  });
});

const texts = ['', 'a', 'ab', 'ä', '👩‍🚀', 'x y', '2024-01-01'];
const numbers = [0, -0, 1, -1, 0.5, 1e21, NaN, Infinity];
const values: readonly unknown[] = [
  ...odd,
  ...texts,
  ...numbers,
  ['x', 1],
  ['x', 1, 1],
  [[1]],
  { a: 1 },
  { a: 'x', b: null },
  { toString: 1 },
];

describe('a keyword', () => {
  it.each([
    { type: 'integer' },
    { type: ['number', 'null'] },
    { type: 'boolean' },
    { const: 1 },
    { enum: ['x', 0, null] },
    { minimum: 0, exclusiveMaximum: 1 },
    { maximum: 1, exclusiveMinimum: -1 },
    { minLength: 1, maxLength: 2 },
    { pattern: '^[a-z]+$' },
    { minItems: 2, maxItems: 2 },
    { uniqueItems: true },
    { items: { type: 'string' } },
    { minProperties: 1, maxProperties: 1 },
    { required: ['a', 'b'] },
    { properties: { a: { type: 'integer' } }, additionalProperties: { type: 'null' } },
    { additionalProperties: false },
    { propertyNames: { maxLength: 1 } },
    { anyOf: [{ type: 'string' }, { minimum: 1 }] },
    { oneOf: [{ type: 'string' }, { minLength: 2 }] },
    { $ref: '#/$defs/one', $defs: { one: { type: 'string' } } },
  ])('judges as ajv does: %j', async (schema) => {
    const validate = (await createAjv({ known: true })).compile(schema);
    // Lists within a list are left to ajv, which compares them, and so is a number without an end.
    const differing = values.filter((value) => fits(schema, value) !== validate(value));
    expect(
      differing.filter((value) => fits(schema, value) || !(Array.isArray(value) || value === Infinity)),
    ).toEqual([]);
  });

  it.each([
    { not: {} },
    { if: {} },
    { format: 'date' },
    { const: {} },
    { $ref: '#/$defs/none' },
    { type: 'string', allOf: [] },
  ])('that is not known is not decided: %j', (schema) => expect(fits(schema, 'x')).toBe(false));
});
