/** What ajv makes of our own schemas, as the code of a module: the build puts it in the place of src/documents/schema/prepared.ts. */
import standaloneCode from 'ajv/dist/standalone/index.js';
import { registrySchema } from '../src/config/registry/schema.ts';
import { policySchema } from '../src/policy/index.ts';
import { createAjv } from '../src/documents/schema/ajv.ts';
import type { OwnSchema } from '../src/documents/schema/prepared.ts';

const schemas: Readonly<Record<OwnSchema, object>> = { policy: policySchema(), registry: registrySchema };

/** A CommonJS module that exports `prepared`; patterns are matched by the `safePattern` of ajv.js. */
export async function preparedSource(): Promise<string> {
  const ajv = await createAjv({ known: true, source: true });
  const names = Object.keys(schemas);
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(schema, name);
  const code = standaloneCode(ajv, Object.fromEntries(names.map((name) => [name, name])));
  const entries = names.map((name) => `['${name}', exports.${name}]`);
  return `const { safePattern } = require('./ajv.js');\n${code}\nexports.prepared = new Map([${entries.join(', ')}]);\n`;
}
