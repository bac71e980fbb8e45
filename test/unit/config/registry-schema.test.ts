import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { registrySchema } from '../../../src/config/index.ts';

test('the published schema of the registry is the one that is applied', () => {
  expect(JSON.parse(readFileSync('schema/registry.schema.json', 'utf8'))).toEqual(registrySchema);
});
