/** The story on a terminal. */
import { stripVTControlCharacters, styleText } from 'node:util';
import type { Report } from '../../src/report/model.ts';
import { compareText } from '../../src/kernel/compare.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import type { Published } from './actions.ts';
import { placeOf, type Annotation } from './annotation.ts';
import type { Audience } from './story.ts';

const colour = process.stdout.isTTY && process.stdout.hasColors();
const width = Math.min(process.stdout.columns || 100, 120);

/** Chapters with the time at which they begin, and below each what a pull request shows. */
export function terminalAudience(started: number): Audience {
  let chapters = 0;
  return {
    chapter: (title) =>
      console.log(`\n${paint('bold', `${++chapters}  ${title}`)}  ${paint('dim', seconds(started))}`),
    detail: (text) => console.log(`   ${text}`),
    pullRequest: showPullRequest,
  };
}

function showPullRequest({ annotations, report }: Published): void {
  const inOrder = annotations.toSorted((a, b) => compareText(a.file, b.file) || a.line - b.line);
  if (inOrder.length > 0)
    console.log(`\n${framed('Files changed')}\n\n${inOrder.map(annotationText).join('\n')}`);
  console.log(`\n${framed('Checks')}\n\n${indented(summaryText(report))}`);
}

/** The step summary as text, less its findings: they are the annotations above. */
function summaryText(report: Report): string {
  const blocks = renderTerminal(report, { width: width - 3, colour, maxRows: 8 })
    .trimEnd()
    .split('\n\n');
  return blocks.filter((block) => !stripVTControlCharacters(block).startsWith('Findings of ')).join('\n\n');
}

function annotationText(annotation: Annotation): string {
  const { level, title, message } = annotation;
  const head = `   ${paint(colours[level], level.padEnd(7))} ${placeOf(annotation)}  ${paint('dim', title)}`;
  return `${head}\n${indented(message, '           ')}`;
}

const colours = { error: 'red', warning: 'yellow', notice: 'cyan' } as const;

function framed(title: string): string {
  return paint('dim', `   ── ${title} ${'─'.repeat(Math.max(0, width - title.length - 8))}`);
}

function indented(text: string, by = '   '): string {
  return text.replaceAll(/^(?=.)/gm, by);
}

export function seconds(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

export function paint(format: 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan', text: string): string {
  return colour ? styleText(format, text) : text;
}
