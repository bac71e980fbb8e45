/** What the files that install something hold, in whichever language they are written. */
import type { InstalledBy, LockEntry, Parsed, Problem, ReadList, Statement } from '../model.ts';
import { nothing } from '../model.ts';
import { uniqueBy } from '../../kernel/group.ts';
import type { Spot } from '../formats/places.ts';
import { type Collector, collector } from '../formats/statement.ts';
import { type Taken, withoutTaken } from './uninstalls.ts';
import { depsRules } from '../rules.ts';

export interface Sink {
  readonly path: string;
  readonly to: Collector;
  readonly entries: LockEntry[];
  /** What the command that is read lists by files. */
  readonly lists: Omit<ReadList, 'installed'>[];
  readonly reads: ReadList[];
  /** Lists of what commands take away. */
  readonly takes: ReadList[];
  /** Where what is installed now lies: stages or jobs, each below those that it is made from (`0/1/`). */
  place: string;
  readonly uninstalls: Taken[];
  /** How many commands were read that install something or take it away. */
  commands: number;
  readonly problems: Problem[];
}

export function sinkFor(path: string): Sink {
  return {
    path,
    to: collector(path),
    entries: [],
    lists: [],
    reads: [],
    takes: [],
    place: '',
    uninstalls: [],
    commands: 0,
    problems: [],
  };
}

/** Marks all that `collect` adds as brought by this command. */
export function installing(installed: InstalledBy, sink: Sink, collect: () => void): void {
  const { to, entries, lists, reads } = sink;
  const from = [to.statements.length, entries.length] as const;
  collect();
  mark(to.statements, from[0], installed);
  mark(entries, from[1], installed);
  reads.push(...lists.splice(0).map((list) => ({ ...list, installed })));
}

function mark(items: (Statement | LockEntry)[], from: number, installed: InstalledBy): void {
  for (const [index, item] of items.slice(from).entries()) items[from + index] = { ...item, installed };
}

/** Each statement and entry once for a line, though a matrix or a loop repeats it, without what a later command takes away. */
export function parsedOf({ to, entries, reads, takes, uninstalls, problems }: Sink): Parsed {
  const all = {
    ...nothing,
    ...(reads.length === 0 ? {} : { reads }),
    ...(takes.length === 0 ? {} : { takes }),
    entries,
    statements: to.statements,
    problems,
  };
  const parsed = withoutTaken(all, uninstalls);
  return {
    ...parsed,
    entries: uniqueBy(parsed.entries, ({ name, version = '', line }) => `${name}\0${version}\0${line}`),
    statements: uniqueBy(parsed.statements, ({ text, line }) => `${text}\0${line}`),
  };
}

/** A package in a version that is made while the file runs. */
export function unknownVersion(sink: Sink, statement: UnknownStatement, { line, column }: Spot): void {
  const { name, text, specifier } = statement;
  const place = { file: sink.path, line, column };
  sink.to.statements.push({
    name,
    kind: 'requirement',
    text,
    specifier,
    unknown: true,
    dialect: 'pep440',
    marker: '',
    ...place,
  });
}

type UnknownStatement = Pick<Statement, 'name' | 'text' | 'specifier'>;

/** What cannot be read of it is said, and is not a reason to stop a change. */
export function unread(message: string, spot: Spot): Problem {
  return {
    rule: depsRules['unread-installs'],
    message: `is not read in full, so what it installs may move unseen: ${message}`,
    ...spot,
  };
}
