/** Badges, notes and tables, as every part of the page shows them. */
import { grouped } from '../../kernel/text.ts';
import type { Badge, Block, Inline, PageColumn, Table } from '../../report/html/model.ts';
import type { Finding, Verdict } from '../../report/model.ts';
import type { Cut } from '../model.ts';

const short = new Map([
  ['validate-model-config', 'config'],
  ['detect-dep-drift', 'deps'],
  ['regression-gate', 'regression'],
]);

export function shortGate(gate: string): string {
  return short.get(gate) ?? gate;
}

/** The verdict of a gate, with what is said of it. */
export function gateBadge(gate: string, verdict: Verdict, hint: string): Badge {
  return { badge: shortGate(gate), look: verdict, says: verdict, hint };
}

/** What is wrong and how to fix it; `part` says more of it. */
export function problem({ message, help, file, line }: Finding, part?: string, rule?: string): Inline {
  const text = { text: message, max: 500 };
  const said = part === undefined ? text : { link: text, to: `#${part}` };
  const behind = [
    { text: help, max: 300 },
    {
      lead: ' ',
      of: { code: file === undefined ? file : `${file}${line === undefined ? '' : `:${line}`}`, max: 120 },
    },
    { lead: ' ', of: { code: rule } },
  ] as const;
  return [said, ' ', { look: 'help', of: behind }];
}

/** Of a part that has no entry. */
export function emptyNote(...words: readonly Inline[]): Block[] {
  return [{ kind: 'text', look: 'empty', words }];
}

/** A list's blocks, and how much of it they leave out; nothing more where they are whole. */
export function cutList({ shown, total }: Cut<unknown>, noun: string, more: string, block: Block): Block[] {
  if (shown.length >= total) return [block];
  const words = `${grouped(shown.length)} of ${grouped(total)} ${noun} are shown. ${more}`;
  return [block, { kind: 'text', look: 'cut', words }];
}

/** A column's title, how it is set, and its cell. */
export type Cells<T> = readonly [title: string, set: 'tight' | 'right' | '', cell: (row: T) => Inline];

export function table<T>(
  title: string,
  all: readonly T[],
  cells: readonly Cells<T>[],
  filtered = true,
): Table {
  const columns = cells.map(([title, set]): PageColumn => {
    return { title, tight: set === 'tight', align: set === 'right' ? 'right' : 'left' };
  });
  const rows = all.map((row) => cells.map(([, , cell]) => cell(row)));
  return { kind: 'table', title, columns, rows, filtered };
}
