import type { SourceFile } from './sources.ts';

/** Rule ids that stand as text in the code: `'config/unknown-key'` where `config` is one of `families`. */
export function ruleIdsIn({ text }: SourceFile, families: ReadonlySet<string>): string[] {
  const literals = text.matchAll(/(['"`])([a-z]+)\/([a-z0-9]+(?:-[a-z0-9]+)*)\1/g);
  return [...literals]
    .filter((match) => families.has(match[2] ?? ''))
    .map((match) => `${match[2]}/${match[3]}`);
}
