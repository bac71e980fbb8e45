import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/documents/document.ts';
import { readTeamSchema, teamSchemaFindings } from '../../../src/config/team-schema.ts';

/** Definitions of which each refers to the next. */
function chain(length: number): object {
  const links = Array.from({ length }, (_, at) => [`d${at}`, { $ref: `#/$defs/d${at + 1}` }] as const);
  const $defs = { ...Object.fromEntries(links), [`d${length}`]: { type: 'object' } };
  return { $defs, $ref: '#/$defs/d0' };
}

/** Definitions of which each refers to the next twice. */
function doubling(length: number): object {
  const twice = (at: number) => ({ allOf: [{ $ref: `#/$defs/d${at}` }, { $ref: `#/$defs/d${at}` }] });
  const links = Array.from({ length }, (_, at) => [`d${at}`, twice(at + 1)] as const);
  return { $defs: { ...Object.fromEntries(links), [`d${length}`]: {} }, $ref: '#/$defs/d0' };
}

async function judged(schema: object): Promise<readonly (readonly [number | undefined, string])[]> {
  const read = await readTeamSchema(JSON.stringify(schema, undefined, 1), 'schema.json');
  const config = readDocument('a: {a: 1}\n', { file: 'a.yaml', dialect: 'pyyaml' });
  const used = read.schema === undefined ? [] : teamSchemaFindings(config, read.schema);
  return [...read.findings, ...used]
    .filter(({ rule }) => rule === 'config/schema-invalid')
    .map(({ line, message }) => [line, message.replace('the JSON Schema cannot be used: ', '')] as const);
}

const endless = /^it refers to itself, without an end$/;
const loop = { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } };

describe("references of a team's schema", () => {
  it.each<[string, object, number | undefined, RegExp]>([
    ['to itself', { $ref: '#' }, 2, endless],
    ['in a circle', { $defs: loop, $ref: '#/$defs/a' }, 7, endless],
    ['to itself in a part of the same place', { type: 'object', allOf: [{ $ref: '#' }] }, 5, endless],
    ['to itself by negation', { not: { $ref: '#' } }, 3, endless],
    ['to itself by an anchor', { $anchor: 'top', anyOf: [{ $ref: '#top' }] }, 5, endless],
    ['to itself dynamically', { $dynamicRef: '#' }, 2, endless],
    [
      'to itself below',
      { properties: { 'a/b': { properties: { c: { $ref: '#/properties/a~1b/properties/c' } } } } },
      6,
      endless,
    ],
    [
      'to itself by an address of its own',
      { $defs: { a: { $id: 'https://a.example/a', $ref: 'a' } }, $ref: 'https://a.example/a' },
      undefined,
      /too deeply, or never end/,
    ],
    ['in a long chain', chain(20_000), expect.any(Number), /through more than 500 schemas/],
    ['that double', doubling(40), expect.any(Number), /more than 100000 schemas/],
    ['to elsewhere', { allOf: [{ $ref: 'https://a.example/b' }] }, 4, /a\.example\/b .* no other is fetched/],
    ['to nothing', { allOf: [{ $ref: '#/$defs/b' }] }, 4, /^#\/\$defs\/b is not in the file$/],
    ['that are not text', { properties: { a: { $ref: 5 } } }, 4, /^\$ref must be a string$/],
    ['as an $id that is not text', { type: 'object', $id: 5 }, 3, /^\$id must be a string$/],
  ])('%s are an error of the schema, at their place', async (_, schema, line, message) => {
    const found = await judged(schema);
    expect(found).toEqual([[line, expect.any(String)]]);
    expect(found[0]?.[1]).toMatch(message);
  });

  it.each<[string, object]>([
    ['of a tree to its own kind', { properties: { a: { $ref: '#' } } }],
    ['of a list to its own kind', { $defs: { a: { items: { $ref: '#/$defs/a' } } }, $ref: '#/$defs/a' }],
    ['in a chain', chain(400)],
    ['of many to one', doubling(10)],
    ['in a circle that nothing leads to', { $defs: loop }],
  ])('%s are none', async (_, schema) => {
    expect(await judged(schema)).toEqual([]);
  });
});
