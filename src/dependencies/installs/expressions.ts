/** `${{ … }}` in a workflow: the values that the file itself gives, else `…`. */

export interface Values {
  readonly matrix: ReadonlyMap<string, readonly string[]>;
  readonly env: ReadonlyMap<string, string>;
}

const most = 16;

/** Every text that the expressions may make of it; with `…` for what is known only when it runs. */
export function expand(text: string, values: Values): readonly string[] {
  if (!text.includes('${{')) return [text];
  const names = new Set([...text.matchAll(expression)].map(([, inner = '']) => nameOf(inner)));
  let texts: readonly ReadonlyMap<string, string>[] = [new Map()];
  for (const name of names) {
    const options = optionsOf(name, values);
    const next = texts.flatMap((chosen) => options.map((value) => new Map([...chosen, [name, value]])));
    texts = next.length > most ? texts.map((chosen) => new Map([...chosen, [name, unknown]])) : next;
  }
  return texts.map((chosen) =>
    text.replaceAll(expression, (_, inner: string) => chosen.get(nameOf(inner)) ?? unknown),
  );
}

export const unknown = '…';

const expression = /\$\{\{\s{0,40}([^}]{0,400}?)\s{0,40}\}\}/g;

/** `matrix.torch`, `matrix['torch']` → `matrix.torch`. */
function nameOf(inner: string): string {
  return inner.replace(/\[\s*'([^']+)'\s*\]/, '.$1').trim();
}

function optionsOf(name: string, { matrix, env }: Values): readonly string[] {
  const [scope, key] = [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1)];
  if (scope === 'matrix') {
    const values = matrix.get(key) ?? [];
    return values.length === 0 ? [unknown] : values;
  }
  return [scope === 'env' ? (env.get(key) ?? unknown) : unknown];
}
