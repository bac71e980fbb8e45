import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editorSchema, readRegistry } from '../../../src/config/index.ts';
import { checkAgainstRegistry } from '../../../src/config/registry/check.ts';
import { readDocument } from '../../../src/documents/document.ts';

const text = `
parameters:
  name: { type: str, pattern: '^[a-z]+$', required: true, doc: What it is called. }
  lr: { type: float, min: 0, max: 1, kind: tuning, owner: '@a/b' }
  steps: { type: int, min: 1, multiple-of: 8 }
  mode: { enum: [fast, slow] }
  sizes: { type: list, items: { type: int, min: 1 }, min-items: 1, max-items: 3 }
  old: { type: int, deprecated: one name, replaced-by: steps }
  model.layers.*.width: { type: int }
  model.extra: { type: dict }
  optimizer.**: { kind: tuning }
`;

async function registry() {
  const { registry: read } = await readRegistry(text, 'registry.yml');
  if (read === undefined) throw new Error('unreadable');
  return read;
}

const strict = editorSchema(await registry(), true);
const validate = new Ajv({ strict: false }).compile(strict);

describe('the schema for editors', () => {
  test.each<[unknown, boolean]>([
    [{ name: 'a' }, true],
    [{ name: 'a', lr: 1, steps: 8, mode: 'fast', sizes: [1, 2] }, true],
    [{ name: 'a', lr: 'auto', steps: '${other.steps}' }, true],
    [{ name: 'a', model: { layers: [{ width: 1 }, { width: 2 }], extra: { any: { thing: 1 } } } }, true],
    [{ name: 'a', model: null, optimizer: { anything: [1] } }, true],
    [{}, false],
    [{ name: 'A' }, false],
    [{ name: 'a', lr: 'fast' }, false],
    [{ name: 'a', lr: 2 }, false],
    [{ name: 'a', steps: 1.5 }, false],
    [{ name: 'a', steps: 9 }, false],
    [{ name: 'a', mode: 'medium' }, false],
    [{ name: 'a', sizes: [] }, false],
    [{ name: 'a', sizes: [0] }, false],
    [{ name: 'a', stepz: 8 }, false],
    [{ name: 'a', model: { layers: [{ width: 'wide' }] } }, false],
  ])('%j: %j', (config, isValid) => {
    expect(validate(config)).toBe(isValid);
  });

  test('lets other names pass where the registry is not strict', async () => {
    const loose = editorSchema(await registry(), false);
    expect(new Ajv({ strict: false }).compile(loose)({ name: 'a', other: 1 })).toBe(true);
  });

  test('says what a parameter is, and what takes its place', () => {
    expect(strict).toMatchObject({
      properties: {
        name: { description: 'What it is called.\nstructural' },
        lr: { description: 'tuning, owner @a/b' },
        old: { deprecated: true, deprecationMessage: 'deprecated: use steps' },
      },
    });
  });

  test('never refuses what the gate lets through', async () => {
    const read = await registry();
    const scalar = fc.oneof(
      fc.constantFrom('auto', 'fast', 'abc', 'ABC', '1e-4', '', null, true),
      fc.integer({ min: -2, max: 20 }),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -2, max: 2 }),
    );
    const value = fc.oneof(
      scalar,
      fc.array(scalar, { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('width', 'x'), scalar),
    );
    const key = fc.constantFrom('name', 'lr', 'steps', 'mode', 'sizes', 'old', 'model', 'optimizer', 'stepz');
    const layers = fc.record({ layers: fc.oneof(fc.array(value, { maxLength: 3 }), value) });
    fc.assert(
      fc.property(fc.dictionary(key, fc.oneof(value, layers)), (drawn) => {
        const config = { name: 'abc', ...drawn };
        const document = readDocument(JSON.stringify(config), { file: 'a.json', dialect: 'json' });
        const refused = checkAgainstRegistry(document, read, true).filter(
          ({ severity }) => severity === 'error',
        );
        fc.pre(refused.length === 0);
        expect([config, validate(config), validate.errors]).toEqual([config, true, null]);
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});
