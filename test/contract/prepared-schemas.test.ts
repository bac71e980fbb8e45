import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import policySchema from '../../schema/policy.schema.json' with { type: 'json' };
import { preparedSource } from '../../scripts/prepared-schemas.ts';
import { registrySchema } from '../../src/config/registry/schema.ts';
import { createAjv, safePattern } from '../../src/documents/schema/ajv.ts';

type Check = (value: unknown) => boolean;

/** The module as the build writes it. */
async function preparedModule(): Promise<ReadonlyMap<string, Check>> {
  const packages = createRequire(import.meta.url);
  const made: { prepared: ReadonlyMap<string, Check> } = { prepared: new Map() };
  const requires = (name: string): unknown => (name === './ajv.js' ? { safePattern } : packages(name));
  const source = await preparedSource();
  // oxlint-disable-next-line typescript/no-implied-eval, no-new-func -- the code is what is tested
  new Function('exports', 'require', source)(made, requires);
  return made.prepared;
}

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

describe('our own schemas, compiled by the build', () => {
  it.each(cases)('judge each $name as the schema does', async ({ name, schema, file }) => {
    const check = (await preparedModule()).get(name);
    const validate = (await createAjv({ known: true })).compile(schema);
    const example = load(readFileSync(file, 'utf8'));
    expect(check?.(example)).toBe(true);
    const every = [...mutants(example)];
    const all = every.filter((_, index) => index % Math.ceil(every.length / 2000) === 0);
    const differing = all.filter((value) => check?.(value) !== validate(value));
    expect(differing).toEqual([]);
    // both kinds are among them
    expect(new Set(all.map((value) => validate(value)))).toEqual(new Set([true, false]));
  });
});
