import { placeOf } from './evaluation.ts';
import type { SyntaxNode } from './syntax.ts';
import type { Place } from './values.ts';

/** What an import statement binds. */
interface Imports {
  readonly module: string;
  readonly hasStar: boolean;
  readonly bound: readonly { readonly name: string; readonly dotted: string; readonly place: Place }[];
}

/** `import a.b as c, d` and `from a.b import c as d`. */
export function importedNames(node: SyntaxNode, source: (node: SyntaxNode) => string): Imports {
  const all = source(node)
    .replaceAll(/#.*/g, '')
    .replaceAll(/[()\\\s]+/g, ' ')
    .trim();
  const [, from, list = ''] = /^(?:from (.+?) )?import (.*)$/.exec(all) ?? [];
  const module = (from ?? '').replaceAll(' ', '');
  const place = placeOf(node);
  const bound = list
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '' && item !== '*')
    .map((item) => {
      const [path = '', alias] = item.split(/\s+as\s+/);
      const written = path.replaceAll(' ', '');
      const name = alias ?? (from === undefined ? (written.split('.')[0] ?? written) : written);
      const dotted = from === undefined ? (alias === undefined ? name : written) : `${module}.${written}`;
      return { name, dotted, place };
    });
  return { module, hasStar: list.trim() === '*', bound };
}
