import { lineageSchema } from '../../src/lineage/index.ts';
import { policySchema } from '../../src/policy/index.ts';
import type { Page } from './page.ts';

/** The schemas that are made from the shape of a record and from the tables of settings. */
export function schemaPages(): Page[] {
  return Object.entries({ lineage: lineageSchema, policy: policySchema() }).map(([name, schema]) => ({
    file: `schema/${name}.schema.json`,
    text: `${jsonText(schema, 0, 0)}\n`,
  }));
}

const width = 110;

/** JSON as the formatter leaves it: on one line what fits, `before` being what stands before it there. */
function jsonText(value: unknown, depth: number, before: number): string {
  const flat = oneLine(value);
  if (typeof value !== 'object' || value === null || (depth > 0 && before + flat.length < width)) return flat;
  const indent = '  '.repeat(depth + 1);
  const lines = Array.isArray(value)
    ? value.map((item) => `${indent}${jsonText(item, depth + 1, indent.length)}`)
    : Object.entries(value).map(([key, item]) => {
        const start = `${indent}${JSON.stringify(key)}: `;
        return `${start}${jsonText(item, depth + 1, start.length)}`;
      });
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${lines.join(',\n')}\n${'  '.repeat(depth)}${close}`;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`);
  return `{ ${entries.join(', ')} }`;
}
