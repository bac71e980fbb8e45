import type { SourceFile } from './sources.ts';

/** Rule ids that stand as text in the code: `'config/unknown-key'` where `config` is one of `families`. */
export function ruleIdsIn({ text }: SourceFile, families: ReadonlySet<string>): string[] {
  const literals = text.matchAll(/(['"`])([a-z]+)\/([a-z0-9]+(?:-[a-z0-9]+)*)\1/g);
  return [...literals]
    .filter((match) => families.has(match[2] ?? ''))
    .map((match) => `${match[2]}/${match[3]}`);
}

/**
 * Rule ids that the code puts together, as `deps/${class}`: every kebab-case word of the same folder of src may be the second part.
 * Returns those that may be meant, so it can tell that a documented rule is not used, never that a used one is not documented.
 */
export function composedIds(sources: readonly SourceFile[], families: ReadonlySet<string>): string[] {
  return sources.flatMap(({ file, text }) => {
    const composed = [...text.matchAll(/`([a-z]+)\/\$\{/g)]
      .map((match) => match[1] ?? '')
      .filter((family) => families.has(family));
    const words =
      composed.length === 0
        ? []
        : sources.filter((other) => areaOf(other.file) === areaOf(file)).flatMap(wordsOf);
    return composed.flatMap((family) => words.map((word) => `${family}/${word}`));
  });
}

function wordsOf({ text }: SourceFile): string[] {
  const literals = [...text.matchAll(/(['"])([a-z][a-z0-9-]*)\1/g)].map((match) => match[2] ?? '');
  const keys = [...text.matchAll(/^\s*([a-z][a-z0-9]*):/gm)].map((match) => match[1] ?? '');
  return [...literals, ...keys];
}

function areaOf(file: string): string {
  return file.split('/').slice(0, 2).join('/');
}
