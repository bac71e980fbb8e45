import { lineageSchema } from '../../src/lineage/index.ts';
import type { Page } from './page.ts';

/** schema/lineage.schema.json, from the shape of a record. */
export function schemaPages(): Page[] {
  return [{ file: 'schema/lineage.schema.json', text: `${formatted(lineageSchema)}\n` }];
}

/** JSON as oxfmt leaves it: a list of names on one line. */
function formatted(schema: object): string {
  return JSON.stringify(schema, null, 2).replaceAll(
    /\[\n([^[\]{}]*?)\n *\]/g,
    (_, items: string) => `[${items.trim().replaceAll(/\n */g, ' ')}]`,
  );
}
