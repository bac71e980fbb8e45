/** What the files that install something hold, in whichever language they are written. */
import type { Include, LockEntry, Parsed, Problem, Statement } from '../model.ts';
import { nothing } from '../model.ts';
import { uniqueBy } from '../../kernel/group.ts';
import type { Spot } from '../formats/places.ts';
import { type Collector, collector } from '../formats/statement.ts';
import { depsRules } from '../rules.ts';

export interface Sink {
  readonly path: string;
  readonly to: Collector;
  readonly entries: LockEntry[];
  readonly includes: Include[];
  readonly problems: Problem[];
}

export function sinkFor(path: string): Sink {
  return { path, to: collector(path), entries: [], includes: [], problems: [] };
}

/** Each statement and entry once for a line, though a matrix or a loop repeats it. */
export function parsedOf({ to, entries, problems }: Sink): Parsed {
  return {
    ...nothing,
    entries: uniqueBy(entries, ({ name, version = '', line }) => `${name}\0${version}\0${line}`),
    statements: uniqueBy(to.statements, ({ text, line }) => `${text}\0${line}`),
    problems,
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
