import type { SourceFile } from './sources.ts';

/** Findings that name their rule by a text: only a rule of a table, which compiles only where it exists, makes findings. */
export function handmadeFindings({ file, text }: SourceFile): string[] {
  return [...text.matchAll(/\brule: ['"`][a-z]+\//g)].map((match) => {
    const end = text.indexOf("'", match.index + match[0].length);
    const whole = match[0].includes("'") ? text.slice(match.index, end + 1) : match[0];
    return `${file}: ${whole}`;
  });
}

/** Whether the name of a rule is named in the code: as a member of its table, or as a word by which the table is read. */
export function isUsed(id: string, texts: readonly string[]): boolean {
  const name = id.split('/')[1] ?? '';
  const named = new RegExp(`(?:\\.${name}\\b(?!-)|'${name}'|'${id}')`);
  return texts.some((text) => named.test(text));
}
