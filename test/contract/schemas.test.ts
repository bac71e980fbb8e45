import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { yamlBlocks } from '../support/contract/snippets.ts';
import { documentation, filesUnder, sourceFile } from '../support/contract/sources.ts';

const schemas = filesUnder('schema', ['.json']);
const examples = filesUnder('examples', ['.yml', '.yaml']);

describe.each(
  schemas.map(({ file, text }) => ({ file, schema: JSON.parse(text) as Record<string, unknown> })),
)('$file', ({ schema }) => {
  test('is a JSON Schema of 2020-12, without a keyword that ajv would pass over', () => {
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(() => compile(schema)).not.toThrow();
  });

  test('says of itself what it describes', () => {
    expect(schema['title']).toEqual(expect.any(String));
    expect(schema['description'] ?? schema['title']).toEqual(expect.any(String));
  });
});

/** What an editor would underline in a policy or a registry. */
const kinds = [
  { name: 'model-gates.yml', schema: 'schema/policy.schema.json', wrong: { polcy: 1 } },
  { name: 'model-registry.yml', schema: 'schema/registry.schema.json', wrong: { parameters: 7 } },
].filter(({ schema }) => schemas.some(({ file }) => file === schema));

describe.each(kinds)('$name', ({ name, schema, wrong }) => {
  const validate = compile(JSON.parse(sourceFile(schema).text) as object);
  const shown = documentation()
    .flatMap(yamlBlocks)
    .filter(({ text }) => text.startsWith(`# .github/${name}`));
  const files = examples
    .filter(({ file }) => file.endsWith(`/.github/${name}`))
    .map(({ file, text }) => ({ place: file, text }));

  test.each([...files, ...shown])('$place is valid', ({ text }) => {
    expect(problems(validate, load(text))).toEqual([]);
  });

  test('an example is there, and a wrong one is refused', () => {
    expect(files).not.toEqual([]);
    expect(problems(validate, wrong)).not.toEqual([]);
  });
});

test('a schema that is none is refused', () => {
  expect(() => compile({ type: 'strng' })).toThrow('schema is invalid');
  expect(() => compile({ requird: ['a'] })).toThrow('requird');
});

function compile(schema: object): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
  formats.default(ajv);
  return ajv.compile(schema);
}

function problems(validate: ValidateFunction, value: unknown): string[] {
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
