import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { visible } from '../report/escape.ts';
import { applyFixes, type Fixed } from '../report/fix.ts';
import { fixable } from '../report/fixable.ts';
import type { Fix, Report } from '../report/model.ts';
import { flag } from '../kernel/fields.ts';
import { groupBy } from '../kernel/group.ts';
import { count } from '../kernel/text.ts';
import { isUserError } from '../kernel/user-error.ts';
import { writePage } from '../runner/publish/write-page.ts';
import { currentRepository } from './change.ts';
import type { Options, Terminal } from './verb.ts';

/** The options of a verb that can apply what its findings carry. */
export const fixOptions = {
  fix: {
    field: flag,
    help: 'Apply each fix that is one edit, show the edits as a diff, and judge again. Leaves files with uncommitted changes alone.',
  },
  'fix-uncommitted': {
    field: flag,
    help: 'With --fix: edit files with uncommitted changes too; nothing keeps what was there.',
  },
} satisfies Options;

interface Fixing {
  /** Judges the files as they are on disk now. */
  judge(): Promise<Report>;
  /** Folder that the paths of findings are relative to. */
  readonly root: string;
  /** Files outside of it that a person named. */
  readonly named?: readonly string[];
  readonly uncommitted: boolean;
}

/** A fix may uncover another problem with one, such as text for a number behind a misspelt name. */
const mostRounds = 10;

/** Applies fixes until none is left that can be; returns the last report, and what was done as a text. */
export async function applyAll(
  { judge, root, named = [], uncommitted }: Fixing,
  terminal: Terminal,
): Promise<{ report: Report; notes: string }> {
  const keep = uncommitted ? undefined : await unsaved(root, terminal);
  const notes: string[] = [];
  const edited = new Map<string, number>();
  let left = new Map<string, string>();
  let report = await judge();
  for (let round = 0; round < mostRounds; round += 1) {
    left = new Map();
    let applied = 0;
    for (const [file, fixes] of byFile(report)) {
      const reason = edited.has(file) ? undefined : keep?.(file);
      const fixed = reason ?? (await fixFile(file, fixes, root, named));
      if (typeof fixed === 'string') {
        left.set(file, fixed);
        continue;
      }
      applied += fixed.applied.length;
      if (fixed.applied.length > 0) edited.set(file, (edited.get(file) ?? 0) + fixed.applied.length);
      notes.push(fixed.diff);
    }
    if (applied === 0) break;
    report = await judge();
  }
  return { report, notes: visible([...notes, summary(edited, left, notes)].join('')) };
}

function byFile(report: Report): Map<string, Fix[]> {
  return groupBy(
    fixable(report).map(({ fix }) => fix),
    ({ file }) => file,
  );
}

/** A sentence instead where the file may not be edited. */
async function fixFile(
  file: string,
  fixes: readonly Fix[],
  root: string,
  named: readonly string[],
): Promise<Fixed | string> {
  const place = path.resolve(root, file);
  const text = await readFile(place, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const fixed = applyFixes(file, text, fixes);
  if (fixed.applied.length === 0) return fixed;
  try {
    await writePage(place, fixed.text, named.includes(file) ? undefined : root);
    return fixed;
  } catch (error) {
    if (isUserError(error)) return error.message;
    throw error;
  }
}

/** Why a file is left alone; without git every file is, for nothing keeps what was there. */
async function unsaved(root: string, terminal: Terminal): Promise<(file: string) => string | undefined> {
  try {
    const { onDisk } = await import('#lib/git');
    const repository = await currentRepository(terminal);
    const { sha } = await repository.head();
    const prefix = path.relative(repository.root, root).replaceAll('\\', '/');
    const changed = new Set((await repository.changedFiles(sha, onDisk)).map((one) => one.path));
    return (file) =>
      changed.has(path.posix.join(prefix, file))
        ? `${file} has uncommitted changes: commit or stash them, or give --fix-uncommitted`
        : undefined;
  } catch (error) {
    if (!isUserError(error)) throw error;
    return (file) => `${file} is in no commit, so nothing keeps what is there: give --fix-uncommitted`;
  }
}

function summary(
  edited: ReadonlyMap<string, number>,
  left: ReadonlyMap<string, string>,
  notes: readonly string[],
): string {
  const edits = [...edited.values()].reduce((sum, one) => sum + one, 0);
  const done =
    edits === 0
      ? 'No finding has a fix that could be applied.\n'
      : `${count(edits, 'fix', 'fixes')} in ${count(edited.size, 'file')}${notes.length > 0 ? ': read the diff before you commit' : ''}.\n`;
  return `${done}${[...left.values()].map((reason) => `Not fixed: ${reason}.\n`).join('')}\n`;
}
