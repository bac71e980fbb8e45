/** Links, badges, notes and tables, as every part of the page shows them. */
import { grouped } from '../../kernel/text.ts';
import { encodePath } from '../../report/links.ts';
import type { Badge, Block, Inline } from '../../report/html/model.ts';
import type { Finding, Verdict } from '../../report/model.ts';
import type { Cut } from '../model.ts';

export function commitLink(sha: string): Inline {
  const short = { code: sha.slice(0, 8) };
  return isSha(sha) ? { link: short, to: `commit/${sha}` } : short;
}

/** What the newer of two commits has and the older has not. */
export function compareLink(older = '', newer = ''): Inline {
  if (!isSha(older) || !isSha(newer) || older === newer) return undefined;
  return { link: 'what changed since', to: `compare/${older}...${newer}`, only: true };
}

function isSha(text: string): boolean {
  return /^[0-9a-f]{40,64}$/.test(text);
}

export function pullLink(pull: number | undefined): Inline {
  return pull === undefined ? undefined : { link: `#${pull}`, to: `pull/${pull}` };
}

export function issueLink(issue: number | undefined): Inline {
  return issue === undefined ? undefined : { link: `issue #${issue}`, to: `issues/${issue}` };
}

export function tagLink(tag: string): Inline {
  return { link: { code: tag, max: 80 }, to: `releases/tag/${encodePath(tag)}` };
}

/** A run of this repository; one elsewhere is not shown. */
export function runLink(run: { readonly url?: string } | undefined, link = 'run'): Inline {
  return run?.url?.includes('://') === true ? { link, to: run.url, only: true } : undefined;
}

const short = new Map([
  ['validate-model-config', 'config'],
  ['detect-dep-drift', 'deps'],
  ['regression-gate', 'regression'],
]);

export function shortGate(gate: string): string {
  return short.get(gate) ?? gate;
}

/** The verdicts of a few gates, with what is said of each. */
export function gateBadges(
  gates: readonly { readonly gate: string; readonly verdict: Verdict; readonly hint: string }[],
): Inline {
  const badges = gates.map(({ gate, verdict, hint }): Badge => ({
    badge: shortGate(gate),
    look: verdict,
    says: verdict,
    hint,
  }));
  return { look: 'chips', of: badges.slice(0, 6) };
}

/** What is wrong and how to fix it; `part` says more of it. */
export function problem({ message, help }: Finding, part?: string, rule?: string): Inline {
  const said = { text: message, max: 500 };
  const behind = [
    { text: help, max: 300 },
    { lead: ' ', of: { code: rule } },
  ];
  return [part === undefined ? said : { link: said, to: `#${part}` }, ' ', { look: 'help', of: behind }];
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
): Block {
  const columns = cells.map(([title, set]) => ({
    title,
    tight: set === 'tight',
    ...(set === 'right' ? { align: set } : {}),
  }));
  const rows = all.map((row) => cells.map(([, , cell]) => cell(row)));
  return { kind: 'table', title, columns, rows, filtered };
}
