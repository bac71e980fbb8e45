/** Two states of what one file asks for: ranges that changed, and those that leave more open than before. */
import { specifierText } from '../../pep440/requirement.ts';
import type { RangeChange, Statement } from '../model.ts';
import { type Tightness, isLooser, losesBuild, tightest, tightnessOf } from './tightness.ts';

export interface Asked {
  readonly file: string;
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
  /** All that the head says of packages where this file is read: itself, what it includes, what constrains it. */
  readonly scope: readonly Statement[];
  /** What the file says is a bound for others, and no request. */
  readonly constrains: boolean;
  /** Each line of the file installs by itself: one that goes bounds nothing else. */
  readonly installs?: boolean;
}

/** One for each statement about a package of interest that went, came or changed. */
export function rangeChanges(asked: Asked, isOfInterest: (name: string) => boolean): RangeChange[] {
  const names = new Set([...asked.before, ...asked.after].map(({ name }) => name));
  return [...names]
    .filter((name) => name !== '*' && isOfInterest(name))
    .flatMap((name) => changesOf(name, asked));
}

function changesOf(name: string, asked: Asked): RangeChange[] {
  const [before, after] = [said(name, asked.before), said(name, asked.after)];
  const gone = minus(before, after);
  const come = minus(after, before);
  const open = [...gone];
  const paired = come.map((now) => {
    const old = open.find((one) => one.marker === now.marker && one.kind === now.kind) ?? open[0];
    if (old !== undefined) open.splice(open.indexOf(old), 1);
    return changed(name, old, now, asked);
  });
  return [...paired, ...open.map((old) => changed(name, old, undefined, asked))].filter(
    (change) => change.before !== change.after,
  );
}

/** What decides the version: a source overrides the range. */
function said(name: string, statements: readonly Statement[]): readonly Statement[] {
  const own = statements.filter((one) => one.name === name && tightnessOf(one) !== undefined);
  const sources = own.filter(({ kind }) => kind === 'source');
  return sources.length > 0 ? sources : own;
}

/** As multisets: the same text in two groups is two statements. */
function minus(all: readonly Statement[], others: readonly Statement[]): Statement[] {
  const left = new Map<string, number>();
  for (const { text } of others) left.set(text, (left.get(text) ?? 0) + 1);
  return all.filter(({ text }) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

function changed(
  name: string,
  old: Statement | undefined,
  now: Statement | undefined,
  asked: Asked,
): RangeChange {
  const { line, column } = now ?? said(name, asked.after)[0] ?? whereItStood(old, asked.after);
  return {
    name,
    file: asked.file,
    line,
    column,
    before: old === undefined ? 'none' : shownRange(old),
    after: now === undefined ? 'none' : shownRange(now),
    floats: old !== undefined && isFloating(name, old, now, asked),
  };
}

/** Of a line that went: the one before it that is still there. */
function whereItStood(
  old: Statement | undefined,
  after: readonly Statement[],
): Pick<Statement, 'line' | 'column'> {
  const above = after.filter(({ line }) => old !== undefined && line < old.line);
  return above.at(-1) ?? { line: 1, column: 1 };
}

function isFloating(name: string, old: Statement, now: Statement | undefined, asked: Asked): boolean {
  const before = tightnessOf(old) ?? 'open';
  const isBound = old.kind === 'constraint' || old.kind === 'override' || asked.constrains;
  // A requirement that goes may still come for others, in whatever version they leave open.
  if (now === undefined && !isBound && (asked.installs === true || old.kind !== 'requirement')) return false;
  const own = now === undefined ? said(name, asked.after).flatMap((one) => tightnessOf(one) ?? []) : [];
  const elsewhere = tightest([...own, boundElsewhere(name, now, asked)]);
  const after = now === undefined ? elsewhere : tightest([tightnessOf(now) ?? 'open', elsewhere]);
  return isLooser(after, before) || (now !== undefined && losesBuild(old, now));
}

/** The tightest that constraints and other files say for the same place, or wherever they still ask for it: a file's groups are installed each for itself. */
function boundElsewhere(name: string, now: Statement | undefined, { file, scope }: Asked): Tightness {
  const others = scope.filter(
    (one) =>
      one.name === name &&
      (one.file !== file || one.kind !== 'requirement') &&
      (now === undefined || one.marker === '' || one.marker === now.marker),
  );
  return tightest(others.flatMap((one) => tightnessOf(one) ?? []));
}

/** One text for the same range: what a person reads, and what a line that states the change repeats. */
export function shownRange(statement: Statement): string {
  const { name, kind, text, specifier, marker } = statement;
  if (kind === 'image') return text.slice(name.length).trim();
  const range = specifierText(specifier);
  if (range !== '') return range;
  const rest = text
    .slice(text.indexOf(name) + name.length)
    .replace(marker === '' ? '' : marker, '')
    .trim();
  return /:\/\/|git=/.test(rest) ? rest.replace(/^@\s*|^source /, '') : 'any';
}
