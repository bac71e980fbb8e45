/** Fixes as suggestions of a review: a button of GitHub commits one. */
import { mdFence, mdLink, mdCode, mdText, visible } from './escape.ts';
import { fixedLines, type FixedLines } from './fix.ts';
import { fixable, type Fixable } from './fixable.ts';
import type { Report } from './model.ts';
import type { RenderOptions } from './options.ts';
import { ruleUrl, severitySymbols } from './outline.ts';
import { groupBy } from '../kernel/group.ts';
import { clip } from '../kernel/text.ts';

/** Whole lines of one file, and what a review says to them. */
export interface Suggestion {
  readonly file: string;
  /** From 1; the last one included. */
  readonly line: number;
  readonly endLine: number;
  /** What these lines are, without their endings. */
  readonly before: readonly string[];
  /** Markdown with one block of language `suggestion`. */
  readonly body: string;
}

export interface Suggestions {
  readonly suggestions: readonly Suggestion[];
  /** Fixes that no block can say exactly: added at the end of a file, of invisible characters, of lines that end as on Windows. */
  readonly other: number;
}

/** GitHub refuses a comment of more than 65,536 characters. */
const longestBody = 60_000;

/** `read` gives the text of a file of the judged commit, `undefined` where it has none that can be read. */
export async function suggestionsOf(
  report: Report,
  read: (file: string) => Promise<string | undefined>,
  options: RenderOptions = {},
): Promise<Suggestions> {
  const all = fixable(report);
  const suggestions: Suggestion[] = [];
  const made = new Set<Fixable>();
  for (const [file, findings] of groupBy(all, ({ fix }) => fix.file)) {
    const text = await read(file);
    if (text === undefined) continue;
    for (const lines of fixedLines(
      text,
      findings.map(({ fix }) => fix).filter(({ at }) => at !== undefined),
    )) {
      const fixed = findings.filter(({ fix }) => lines.fixes.some((one) => isSame(one, fix)));
      const body = bodyOf(lines, fixed, options);
      if (!isExact(lines) || text.includes('\r') || body.length > longestBody) continue;
      const { line, endLine, before } = lines;
      suggestions.push({ file, line, endLine, before, body });
      for (const finding of fixed) made.add(finding);
    }
  }
  return { suggestions, other: all.length - made.size };
}

/** Two findings may have the same fix. */
function isSame(a: Fixable['fix'], b: Fixable['fix']): boolean {
  return a === b || JSON.stringify([a.at, a.text]) === JSON.stringify([b.at, b.text]);
}

/** Whoever commits a suggestion must have seen all of it. */
function isExact({ before, after }: FixedLines): boolean {
  return [...before, ...after].every((line) => visible(line) === line);
}

function bodyOf({ after }: FixedLines, findings: readonly Fixable[], { rulesUrl }: RenderOptions): string {
  const wrong = findings.map(({ severity, rule, message }) => {
    const name = mdLink(mdCode(rule), ruleUrl(rule, rulesUrl));
    return `${severitySymbols[severity]} ${name}: ${mdText(clip(message, 1000))}\n`;
  });
  const states = findings.some(({ fix }) => fix.states === true)
    ? ['Commit this only if the change is intended: it says so in your name.\n']
    : [];
  return [...new Set(wrong), ...states, block(after)].join('\n');
}

/** Without lines it deletes what is there; one empty line stays one. */
function block(lines: readonly string[]): string {
  return lines.length === 0 ? '```suggestion\n```\n' : mdFence('suggestion', lines.join('\n'));
}
