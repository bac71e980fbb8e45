import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocument, readRegistry } from '../../../src/config/index.ts';
import { checkAgainstRegistry } from '../../../src/config/registry/check.ts';
import { createAjv } from '../../../src/documents/schema/ajv.ts';
import { explain } from '../../../src/documents/schema/messages.ts';

const scalar = fc.constantFrom(-3, 0, 0.3, 0.35, 1, 2, 3, 8, 1e20, 'relu', 'gelu', 'é😀', '', true, null);
const value = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 4 }),
  fc.dictionary(fc.constantFrom('x', 'y'), scalar),
);

/** Each keyword of a registry is left out as often as not; no range is empty. */
const constraints = fc.record(
  {
    min: fc.constantFrom(-2, 0, 0.3),
    max: fc.constantFrom(0.3, 2, 8),
    'multiple-of': fc.constantFrom(0.1, 0.05),
    pattern: fc.constantFrom('^relu$', 'l', '^..$', '[0-9]'),
    'min-items': fc.constantFrom(0, 1),
    'max-items': fc.constantFrom(1, 2),
  },
  { requiredKeys: [] },
);
const choices = fc.record({ enum: fc.array(scalar, { minLength: 1, maxLength: 3 }) });
const leaf = fc.oneof({ weight: 3, arbitrary: constraints }, choices);
const parameter = fc.oneof(leaf, fc.record({ items: leaf, 'max-items': fc.constant(3) }));

interface Spec {
  readonly [keyword: string]: unknown;
  readonly items?: Spec;
}

const keywords = {
  min: 'minimum',
  max: 'maximum',
  'multiple-of': 'multipleOf',
  'min-items': 'minItems',
  'max-items': 'maxItems',
};

/** The JSON Schema that constraints of a registry mean. */
function schemaOf({ items, ...spec }: Spec): object {
  const own = Object.entries(spec).map(([name, limit]) => [Reflect.get(keywords, name) ?? name, limit]);
  return { ...Object.fromEntries(own), ...(items === undefined ? {} : { items: schemaOf(items) }) };
}

test('constraints are what JSON Schema has by the same names, in the same words', async () => {
  const ajv = await createAjv({ known: true });
  let broken = 0;
  await fc.assert(
    fc.asyncProperty(
      parameter,
      parameter,
      fc.record({ a: value, b: value }, { requiredKeys: [] }),
      async (a, b, config) => {
        const parameters = { a: { ...a, required: true }, b: {}, 'b.*': b };
        const { registry } = await readRegistry(JSON.stringify({ parameters }), 'r.json');
        if (registry === undefined) throw new Error('the registry contradicts itself');
        const document = readDocument(JSON.stringify(config), { file: 'a.json', dialect: 'json' });
        const inner = schemaOf(b);
        const validate = ajv.compile({
          properties: { a: schemaOf(a), b: { items: inner, additionalProperties: inner } },
          required: ['a'],
        });
        const errors = validate(document.value) ? [] : (validate.errors ?? []);
        const wanted = errors.map((error) => {
          const steps = error.instancePath.split('/').slice(1);
          return explain(
            error,
            steps.map((step) => (/^\d/.test(step) ? Number(step) : step)),
          ).message;
        });
        const found = checkAgainstRegistry(document, registry, true).map(({ message }) => message);
        expect(found.toSorted()).toEqual(wanted.toSorted());
        broken += wanted.length;
      },
    ),
    { numRuns: 1000 },
  );
  expect(broken).toBeGreaterThan(100);
});
