/** Edits that fix findings: applied to a text, and shown as a diff. */
import type { Fix } from './model.ts';

interface Edit {
  readonly fix: Fix;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Fixed {
  readonly text: string;
  readonly applied: readonly Fix[];
  /** Edits whose place says something else than when it was judged, or overlaps with that of another edit. */
  readonly left: readonly Fix[];
  /** Unified, without context. */
  readonly diff: string;
}

/** A text (`undefined`: there is no file yet) with all edits of one file that still fit; of edits that overlap the first counts. */
export function applyFixes(file: string, text: string | undefined, fixes: readonly Fix[]): Fixed {
  const before = text ?? '';
  const starts = lineStarts(before);
  const { sorted, left } = editsOf(before, starts, fixes);
  return {
    text: replaced(before, sorted),
    applied: sorted.map(({ fix }) => fix),
    left,
    diff: diffOf(file, text, sorted, starts),
  };
}

/** Whole lines that edits touch, as they are and as they would be. */
export interface FixedLines {
  /** From 1. */
  readonly line: number;
  readonly endLine: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly fixes: readonly Fix[];
}

/** The lines of a text that edits of its file touch; those that touch the same line are made together. */
export function fixedLines(text: string, fixes: readonly Fix[]): FixedLines[] {
  const starts = lineStarts(text);
  return Array.from(groups(editsOf(text, starts, fixes).sorted, starts), (group) => ({
    line: group.first + 1,
    endLine: group.last + 1,
    ...linesOfGroup(text, starts, group),
    fixes: group.edits.map(({ fix }) => fix),
  }));
}

function editsOf(before: string, starts: readonly number[], fixes: readonly Fix[]) {
  const edits: Edit[] = [];
  const left: Fix[] = [];
  for (const fix of unique(fixes)) {
    const edit = editOf(fix, before, starts);
    if (edit === undefined || edits.some((other) => overlap(edit, other))) left.push(fix);
    else edits.push(edit);
  }
  return { sorted: edits.toSorted((a, b) => a.start - b.start || a.end - b.end), left };
}

/** Two findings may have the same fix. */
function unique(fixes: readonly Fix[]): Fix[] {
  return [...new Map(fixes.map((fix) => [JSON.stringify([fix.at, fix.text]), fix])).values()];
}

function editOf(fix: Fix, before: string, starts: readonly number[]): Edit | undefined {
  const { at, text } = fix;
  if (at === undefined) return appended(fix, before);
  const start = offsetOf(at.line, at.column, starts, before);
  const end = offsetOf(at.endLine, at.endColumn, starts, before);
  if (start === undefined || end === undefined || before.slice(start, end) !== at.before) return undefined;
  return { fix, start, end, text };
}

/** On a line of its own; what the file says already is not said again. */
function appended(fix: Fix, before: string): Edit | undefined {
  const there = new Set(before.split(/\r?\n/));
  const lines = fix.text.split('\n').filter((line) => line !== '' && !there.has(line));
  if (lines.length === 0) return undefined;
  const text = lines.map((line) => `${line}\n`).join('');
  const isOpen = before !== '' && !before.endsWith('\n');
  return { fix, start: before.length, end: before.length, text: isOpen ? `\n${text}` : text };
}

/** Two insertions at one place stand one after the other. */
function overlap(a: Edit, b: Edit): boolean {
  return a.start < b.end && b.start < a.end;
}

function replaced(before: string, sorted: readonly Edit[]): string {
  let text = '';
  let from = 0;
  for (const { start, end, text: into } of sorted) {
    text += before.slice(from, start) + into;
    from = end;
  }
  return text + before.slice(from);
}

function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ index, 0: ending }) => index + ending.length)];
}

function offsetOf(line: number, column: number, starts: readonly number[], text: string): number | undefined {
  const start = starts[line - 1];
  const offset = start === undefined ? undefined : start + column - 1;
  return offset === undefined || offset > (starts[line] ?? text.length) ? undefined : offset;
}

/** One hunk for each run of lines that edits touch. */
function diffOf(
  file: string,
  text: string | undefined,
  sorted: readonly Edit[],
  starts: readonly number[],
): string {
  if (sorted.length === 0) return '';
  const before = text ?? '';
  const head = `--- ${text === undefined ? '/dev/null' : `a/${file}`}\n+++ b/${file}\n`;
  let shift = 0;
  return [...groups(sorted, starts)].reduce((diff, group) => {
    const touched = linesOfGroup(before, starts, group);
    const { same, old, now } = withoutCommon(touched.before, touched.after);
    if (old.length === 0 && now.length === 0) return diff;
    const at = group.first + same;
    const hunk = `@@ -${range(at, old.length)} +${range(at + shift, now.length)} @@\n`;
    shift += now.length - old.length;
    return diff + hunk + old.map((line) => `-${line}\n`).join('') + now.map((line) => `+${line}\n`).join('');
  }, head);
}

function linesOfGroup(text: string, starts: readonly number[], { first, last, edits }: Group) {
  const [from, to] = [starts[first] ?? 0, starts[last + 1] ?? text.length];
  const local = edits.map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from }));
  const old = text.slice(from, to);
  return { before: linesOf(old), after: linesOf(replaced(old, local)) };
}

/** What is inserted in front of a line leaves that line as it is. */
function withoutCommon(old: readonly string[], now: readonly string[]) {
  const same = old.findIndex((line, i) => line !== now[i]);
  const start = same < 0 ? Math.min(old.length, now.length) : same;
  const [restOld, restNow] = [old.slice(start), now.slice(start)];
  let end = 0;
  while (end < restOld.length && end < restNow.length && restOld.at(-1 - end) === restNow.at(-1 - end))
    end += 1;
  return {
    same: start,
    old: restOld.slice(0, restOld.length - end),
    now: restNow.slice(0, restNow.length - end),
  };
}

interface Group {
  /** Lines from 0. */
  readonly first: number;
  readonly last: number;
  readonly edits: readonly Edit[];
}

function* groups(sorted: readonly Edit[], starts: readonly number[]): Generator<Group> {
  let open: { first: number; last: number; edits: Edit[] } | undefined;
  for (const edit of sorted) {
    const first = lineOf(edit.start, starts);
    const last = Math.max(first, lineOf(Math.max(edit.start, edit.end - 1), starts));
    if (open !== undefined && first <= open.last) {
      open.edits.push(edit);
      open.last = Math.max(open.last, last);
    } else {
      if (open !== undefined) yield open;
      open = { first, last, edits: [edit] };
    }
  }
  if (open !== undefined) yield open;
}

function lineOf(offset: number, starts: readonly number[]): number {
  return starts.findLastIndex((start) => start <= offset);
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r\n?|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** An empty range is named by the line before it. */
function range(first: number, length: number): string {
  return length === 0 ? `${first},0` : length === 1 ? String(first + 1) : `${first + 1},${length}`;
}
