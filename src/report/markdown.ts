/** The pieces of Markdown that step summary, comment and check share. All texts go through `escape.ts`. */
import type { Block } from './budget.ts';
import { mdCellCode, mdCode, mdFence, mdHtml, mdLink, mdText } from './escape.ts';
import { blobUrl } from './links.ts';
import { type Column, type Finding, type Report, type Section, worstFirst } from './model.ts';
import type { RenderOptions } from './options.ts';
import {
  linesText,
  meaningOf,
  parts,
  placeText,
  reasons,
  ruleUrl,
  severitySymbols,
  tally,
  verdictWords,
  whatToDo,
  type Action,
  type FileActions,
} from './outline.ts';
import { clip, count, duration } from '../kernel/text.ts';

/** Longest text of a cell or item, in code units: a longer one is cut with `…`. */
const longest = 1500;
/** The same for what stands at the top. */
const longestAbove = 500;
const mostGates = 60;

/** Verdict, reason and meaning. */
export function verdictMarkdown(report: Report): string {
  const { symbol, word } = verdictWords[report.verdict];
  return `## ${symbol} ${word}: ${text(report.title, longestAbove)}\n\n${text(meaningOf(report), longestAbove)}\n`;
}

/** The numbered list of what to do; empty where nothing is asked. */
export function whatToDoMarkdown(report: Report, options: RenderOptions, max = 10): string {
  const { files, more } = whatToDo(report, max);
  if (files.length === 0) return '';
  const items = files.map((entry, index) => fileActions(entry, index + 1, options)).join('');
  const rest = more === 0 ? '' : `\n…and ${count(more, 'more thing')}: see the findings below.\n`;
  return `\n### What to do\n\n${items}${rest}`;
}

function fileActions({ file, actions }: FileActions, number: number, options: RenderOptions): string {
  const [only] = actions;
  const name =
    file === undefined ? '' : mdLink(mdCode(clip(file, longestAbove)), blobUrl(options.source, { file }));
  if (only !== undefined && actions.length === 1) return `${number}. ${actionText(only, name, options)}\n`;
  const indent = ' '.repeat(String(number).length + 2);
  const items = actions.map((action) => `${indent}- ${actionText(action, '', options)}\n`).join('');
  return `${number}. ${name || 'As a whole'}\n${items}`;
}

function actionText(action: Action, name: string, options: RenderOptions): string {
  const lines = linesText(action.findings);
  const [first] = action.findings;
  const place = lines === '' || first === undefined ? '' : mdLink(lines, blobUrl(options.source, first));
  const where = [name, place].filter(Boolean).join(', ');
  return `${where}${where === '' ? '' : ': '}${text(action.text)}`;
}

/** One row a gate; empty unless the report contains the gates' own reports. */
export function gatesMarkdown(report: Report): string {
  const gates = parts(report).slice(1);
  if (gates.length === 0) return '';
  const rows = gates.slice(0, mostGates).map((gate) => {
    const { symbol, word } = verdictWords[gate.verdict];
    return `| ${mdCellCode(gate.gate)} | ${symbol} ${word} | ${reasons(gate)
      .map((reason) => text(reason, longestAbove))
      .join('<br>')} | ${duration(gate.durationMs)} |\n`;
  });
  const rest = gates.length > mostGates ? `\n…and ${count(gates.length - mostGates, 'more gate')}.\n` : '';
  return `\n### Gates\n\n| gate | verdict | why | time |\n|---|---|---|---:|\n${rows.join('')}${rest}`;
}

/** The findings of a gate, worst first: at most one block. */
export function findingBlocks(part: Report, options: RenderOptions, folded = false): Block[] {
  const findings = worstFirst(part.findings);
  if (findings.length === 0) return [];
  const head = folded
    ? `\n<details><summary>Findings of ${mdHtml(part.gate)}: ${tally(findings)}</summary>\n\n`
    : `\n### Findings of ${mdCode(clip(part.gate, 100))}: ${tally(findings)}\n\n`;
  return [
    {
      name: mdCode(clip(part.gate, 100)),
      head: `${head}| | where | what and how to fix it | rule |\n|---|---|---|---|\n`,
      ...each(findings, (finding) => findingRow(finding, options)),
      tail: folded ? '\n</details>\n' : '',
      unit: 'finding',
    },
  ];
}

function findingRow(finding: Finding, options: RenderOptions): string {
  const place = mdLink(mdCellCode(clip(placeText(finding), 300)), blobUrl(options.source, finding));
  const fix = finding.help === undefined ? '' : `<br>→ ${text(finding.help)}`;
  const rule = mdLink(mdCellCode(clip(finding.rule, 100)), ruleUrl(finding.rule, options.rulesUrl));
  return `| ${severitySymbols[finding.severity]} | ${finding.file === undefined ? placeText(finding) : place} | ${text(finding.message)}${fix} | ${rule} |\n`;
}

/** A gate's sections that are open, or that are folded. `prefix` says whose they are. */
export function sectionBlocks(part: Report, open: boolean, prefix: string): Block[] {
  return (part.sections ?? [])
    .filter((section) => (section.open ?? false) === open)
    .map((section) => sectionBlock(section, prefix));
}

/** Gate by gate the findings (folded where the list of what to do tells of them) and the open sections, then the others. */
export function detailBlocks(report: Report, options: RenderOptions): Block[] {
  const all = parts(report);
  const folded = whatToDo(report).files.length > 0;
  const prefix = (part: Report) => (all.length > 1 ? `${part.gate}: ` : '');
  return [
    ...all.flatMap((part) => [
      ...findingBlocks(part, options, folded),
      ...sectionBlocks(part, true, prefix(part)),
    ]),
    ...all.flatMap((part) => sectionBlocks(part, false, prefix(part))),
  ];
}

function sectionBlock(section: Section, prefix: string): Block {
  const title = prefix + section.title;
  const body = sectionBody(section);
  return {
    ...body,
    name: mdText(clip(title, 60)),
    head: `\n<details${section.open === true ? ' open' : ''}><summary>${mdHtml(clip(title, 200))}</summary>\n\n${body.head}`,
    tail: `${body.tail}\n</details>\n`,
  };
}

function sectionBody(section: Section): Omit<Block, 'name'> {
  if (section.kind === 'table') return tableBody(section.columns, section.rows);
  if (section.kind === 'list') {
    return { head: '', ...each(section.items, (item) => `- ${text(item)}\n`), tail: '', unit: 'item' };
  }
  return {
    head: '',
    ...each([section.source], (source) => mdFence('mermaid', source)),
    tail: '',
    unit: 'diagram',
  };
}

function tableBody(columns: readonly Column[], rows: readonly (readonly string[])[]): Omit<Block, 'name'> {
  const titles = columns.map((column) => ` ${text(column.title)} |`).join('');
  const lines = columns.map((column) => (column.align === 'right' ? '---:|' : '---|')).join('');
  const row = (cells: readonly string[]) =>
    `|${columns.map((column, i) => ` ${cell(column, cells[i] ?? '')} |`).join('')}\n`;
  return { head: `|${titles}\n|${lines}\n`, ...each(rows, row), tail: '', unit: 'row' };
}

/** A block's items, made when they are asked for. */
function each<T>(all: readonly T[], write: (one: T) => string): Pick<Block, 'count' | 'item'> {
  const item = (index: number) =>
    all
      .slice(index, index + 1)
      .map(write)
      .join('');
  return { count: all.length, item };
}

function cell(column: Column, value: string): string {
  return column.code === true ? mdCellCode(clip(value, longest)) : text(value);
}

function text(value: string, max = longest): string {
  return mdText(clip(value, max));
}
