import type { SourceFile } from './sources.ts';

/** One way to say something that readers in a second language stumble over, with what they expect. */
interface Wording {
  readonly pattern: RegExp;
  readonly better: string;
}

const wordings: readonly Wording[] = [
  { pattern: /\bmend(?:s|ed|ing)?\b(?!\[bot\])/i, better: 'fix' },
  { pattern: /\btold\b/i, better: 'reported, determined, given' },
  { pattern: /\b(?:fault|bug) of ours\b/i, better: 'a bug in model-gates' },
  {
    pattern:
      /(?<!here )\b(?:is|are) no (?!longer|more\b|less\b|better\b|doubt\b|question\b|such\b|use\b|network\b)\w/i,
    better: 'is not a',
  },
  {
    pattern: /\bholds (?:an?|no|more than|fewer|only|results?|records?|nothing|none)\b(?! lock)/i,
    better: 'contains',
  },
  { pattern: /\bunasked\b/i, better: 'without being requested' },
  { pattern: /\b(?:moves?|moved) without being asked\b/i, better: 'changed unexpectedly' },
  { pattern: /\bshuts?\b[^.]{0,30}\bout\b/i, better: 'excludes' },
  { pattern: /\blifts nothing\b/i, better: 'has no effect' },
  { pattern: /\bstands? for the required\b/i, better: 'satisfy the required check' },
  { pattern: /\bthe one too many\b/i, better: 'the extra one' },
];

/** Comments, strings and templates of TypeScript, in order; code and what templates compute are left out. */
const lexemes =
  /\/\/[^\n]*|\/\*[^]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|(?<=[(,=:[!&|?{;]\s*)\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/g;

function proseOf({ file, text }: SourceFile): { readonly words: string; readonly at: number }[] {
  if (!file.endsWith('.ts')) return [{ words: text, at: 0 }];
  return [...text.matchAll(lexemes)].map(({ 0: lexeme, index }) => ({
    words: lexeme.startsWith('`')
      ? lexeme.replaceAll(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, (code) => '…'.padEnd(code.length, ' '))
      : lexeme,
    at: index,
  }));
}

/** `file:line: what is said, and what is better`, for each wording that is not plain present-day English. */
export function wordsToAvoid(source: SourceFile): string[] {
  return proseOf(source).flatMap(({ words, at }) =>
    wordings.flatMap(({ pattern, better }) =>
      [...words.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map((match) => {
        const line = source.text.slice(0, at + match.index).split('\n').length;
        return `${source.file}:${line}: "${match[0].replaceAll(/\s+/g, ' ')}", better: ${better}`;
      }),
    ),
  );
}
