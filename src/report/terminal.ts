/** The report for a terminal, in the order of the step summary: verdict, what to do, gates, findings, sections. */
import { terminalText, withoutCommands } from './escape.ts';
import {
  type Column,
  type Finding,
  type Report,
  type Section,
  type Severity,
  type Verdict,
  worstFirst,
} from './model.ts';
import {
  meaningOf,
  linesText,
  parts,
  placeText,
  reasons,
  tally,
  verdictWords,
  whatToDo,
  type Action,
  type FileActions,
} from './outline.ts';
import { tableLines, turnedToFit } from './table.ts';
import { clip, count, duration } from '../kernel/text.ts';
import { displayWidth, wrap } from './width.ts';

export interface TerminalOptions {
  /** Columns; 80 where unknown. */
  readonly width?: number;
  /** ANSI colours: only for a terminal that asked for them. */
  readonly colour?: boolean;
  /** Findings and rows of one table before the rest is only counted. */
  readonly maxRows?: number;
}

type Paint = (text: string, colour: Colour) => string;
type Colour = 'red' | 'green' | 'yellow' | 'blue' | 'dim' | 'bold';

interface Screen {
  readonly width: number;
  readonly maxRows: number;
  readonly paint: Paint;
}

const codes: Readonly<Record<Colour, number>> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 36 };
const verdictColours: Readonly<Record<Verdict, Colour>> = {
  pass: 'green',
  fail: 'red',
  inconclusive: 'yellow',
  exempt: 'yellow',
  skipped: 'dim',
};
const severityColours: Readonly<Record<Severity, Colour>> = {
  error: 'red',
  warning: 'yellow',
  notice: 'blue',
};

/** Plain lines that fit the width, with a line feed at the end; no control character of the report and no workflow command reaches the terminal or the job log. */
export function renderTerminal(report: Report, options: TerminalOptions = {}): string {
  const screen: Screen = {
    width: Math.min(160, Math.max(40, options.width ?? 80)),
    maxRows: options.maxRows ?? 200,
    paint:
      options.colour === true ? (text, colour) => `\u001B[${codes[colour]}m${text}\u001B[0m` : (text) => text,
  };
  const all = parts(report);
  const blocks = [
    headline(report, screen),
    actions(report, screen),
    gates(all.slice(1), screen),
    ...all.map((part) => findings(part, screen)),
    ...all.flatMap((part) => (part.sections ?? []).map((section) => sectionLines(section, screen))),
  ];
  const text = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return withoutCommands(`${text.join('\n\n')}\n`);
}

function headline(report: Report, { width, paint }: Screen): string[] {
  const { symbol, word } = verdictWords[report.verdict];
  const lines = wrap(`${symbol} ${word}: ${terminalText(report.title)}`, width);
  const below = wrap(terminalText(meaningOf(report)), width);
  return [...lines.map((line) => paint(line, verdictColours[report.verdict])), ...below];
}

function actions(report: Report, screen: Screen): string[] {
  const { files, more } = whatToDo(report);
  if (files.length === 0) return [];
  const items = files.flatMap((entry, index) => fileActions(entry, index + 1, screen));
  const rest = more === 0 ? [] : [`  …and ${count(more, 'more thing')}: see the findings below.`];
  return [screen.paint('What to do', 'bold'), ...items, ...rest];
}

function fileActions({ file, actions }: FileActions, number: number, screen: Screen): string[] {
  const name = terminalText(file ?? 'As a whole');
  return [
    ...hang(`${String(number).padStart(3)}. `, name, screen.width),
    ...actions.flatMap((action) => hang('     - ', actionText(action), screen.width)),
  ];
}

function actionText({ text, findings }: Action): string {
  return [linesText(findings), terminalText(text)].filter(Boolean).join(': ');
}

function gates(reports: readonly Report[], screen: Screen): string[] {
  if (reports.length === 0) return [];
  const rows = reports.map((report) => {
    const { symbol, word } = verdictWords[report.verdict];
    return [report.gate, `${symbol} ${word}`, reasons(report).join(' '), duration(report.durationMs)];
  });
  return [
    screen.paint('Gates', 'bold'),
    ...table(
      [{ title: 'gate' }, { title: 'verdict' }, { title: 'why' }, { title: 'time', align: 'right' }],
      rows,
      screen,
    ),
  ];
}

function findings(part: Report, screen: Screen): string[] {
  if (part.findings.length === 0) return [];
  const all = worstFirst(part.findings);
  const shown = all.slice(0, screen.maxRows).flatMap((finding) => findingLines(finding, screen));
  return [
    screen.paint(`Findings of ${terminalText(part.gate)}: ${tally(all)}`, 'bold'),
    ...shown,
    ...rest(all.length, screen, 'finding'),
  ];
}

function findingLines(finding: Finding, screen: Screen): string[] {
  const help =
    finding.help === undefined ? [] : hang('    → ', terminalText(clip(finding.help, 1500)), screen.width);
  return [
    ...findingHead(finding, screen),
    ...hang('    ', terminalText(clip(finding.message, 1500)), screen.width),
    ...help,
  ];
}

/** Place, severity and rule: on one line where they fit. */
function findingHead(finding: Finding, { width, paint }: Screen): string[] {
  const place = terminalText(clip(placeText(finding), 500));
  const rule = terminalText(clip(finding.rule, 100));
  const label = `${paint(finding.severity, severityColours[finding.severity])}  ${paint(rule, 'dim')}`;
  const fits = displayWidth(`  ${place}  ${finding.severity}  ${rule}`) <= width;
  return fits ? [`  ${place}  ${label}`] : [...hang('  ', place, width), `    ${label}`];
}

function sectionLines(section: Section, screen: Screen): string[] {
  const title = screen.paint(terminalText(clip(section.title, 200)), 'bold');
  if (section.kind === 'mermaid') return [];
  if (section.kind === 'table') return [title, ...table(section.columns, section.rows, screen)];
  const items = section.items
    .slice(0, screen.maxRows)
    .flatMap((item) => hang('  - ', terminalText(clip(item, 1500)), screen.width));
  return [title, ...items, ...rest(section.items.length, screen, 'item')];
}

function rest(length: number, { maxRows }: Screen, noun: string): string[] {
  return length > maxRows ? [`  …and ${count(length - maxRows, `more ${noun}`)}: see the JSON report.`] : [];
}

/** Wrapped, with the first line behind `lead` and the others below its end. */
function hang(lead: string, text: string, width: number): string[] {
  const indent = displayWidth(lead);
  return wrap(text, Math.max(20, width - indent)).map(
    (line, i) => (i === 0 ? lead : ' '.repeat(indent)) + line,
  );
}

function table(columns: readonly Column[], rows: readonly (readonly string[])[], screen: Screen): string[] {
  const cells = [columns.map((column) => column.title), ...rows.slice(0, screen.maxRows)].map((row) =>
    columns.map((_, i) => terminalText(clip(row[i] ?? '', 1500))),
  );
  const fitting = turnedToFit(cells, screen.width - 2);
  const aligns =
    fitting === cells
      ? columns.map((column) => column.align ?? 'left')
      : (fitting[0] ?? []).map((_, i) => (i === 0 ? 'left' : 'right'));
  const [head = [], ...body] = tableLines(fitting, aligns, screen.width - 2).map((lines) =>
    lines.map((line) => `  ${line}`),
  );
  return [
    ...head.map((line) => screen.paint(line, 'dim')),
    ...body.flat(),
    ...rest(rows.length, screen, 'row'),
  ];
}
