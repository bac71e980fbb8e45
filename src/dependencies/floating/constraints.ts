/** Constraint files that are no longer read. */
import { depsRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import type { Include, Statement } from '../model.ts';
import { floatConsequence } from '../moves/consequences.ts';
import type { DependencySettings } from '../settings.ts';
import { shownRange } from './range-changes.ts';
import { isLooser, tightest, tightnessOf } from './tightness.ts';

export interface Read {
  readonly includes: readonly Include[];
  /** All that holds where the file is read. */
  readonly scope: readonly Statement[];
}

/** One finding for each constraint file of `before` that `after` reads no more, and that bounded what is free now. */
export function constraintFindings(
  file: string,
  before: Read,
  after: Read,
  settings: DependencySettings,
  isWatched: (name: string) => boolean,
): Finding[] {
  const still = new Set(after.includes.filter(({ constraint }) => constraint).map(({ path }) => path));
  const gone = before.includes.filter(({ constraint, path }) => constraint && !still.has(path));
  return gone.flatMap(({ path }) => goneFinding(file, path, before.scope, after.scope, settings, isWatched));
}

function goneFinding(
  file: string,
  path: string,
  before: readonly Statement[],
  after: readonly Statement[],
  settings: DependencySettings,
  isWatched: (name: string) => boolean,
): Finding[] {
  const constraints = before.filter(
    (one) => one.kind === 'constraint' && endsWithPath(one.file, path) && tightnessOf(one) !== undefined,
  );
  const free = constraints.filter((one) => isWatched(one.name) && isFree(one, after));
  if (constraints.length > 0 && free.length === 0) return [];
  const consequence = strictest(free.map(({ name }) => floatConsequence(name, settings)));
  if (consequence === 'pass') return [];
  const own = after.filter((one) => one.file === file);
  const place = own.find(({ name }) => free.some((one) => one.name === name)) ??
    own[0] ?? { line: 1, column: 1 };
  const what =
    free.length === 0
      ? 'what it bounded is free now'
      : `${free
          .slice(0, 8)
          .map((one) => `${one.name} (${shownRange(one)})`)
          .join(', ')} now ${free.length === 1 ? 'floats' : 'float'}`;
  return [
    depsRules.floats.finding({
      severity: consequence === 'fail' ? 'error' : 'warning',
      message: `${file} no longer reads the constraint file ${path}: ${what}.`,
      file,
      line: place.line,
      column: place.column,
      help: `Read it again (-c ${path}), or bound the packages where they are asked for.`,
    }),
  ];
}

function endsWithPath(file: string, path: string): boolean {
  const name = path.replace(/^(?:\.\/|\.\.\/)+/, '');
  return file === name || file.endsWith(`/${name}`);
}

function isFree(constraint: Statement, after: readonly Statement[]): boolean {
  const before = tightnessOf(constraint) ?? 'open';
  const left = after.filter(({ name }) => name === constraint.name).flatMap((one) => tightnessOf(one) ?? []);
  return isLooser(tightest(left), before);
}

function strictest(all: readonly string[]): string {
  if (all.length === 0) return 'warn';
  return all.includes('fail') ? 'fail' : all.includes('warn') ? 'warn' : 'pass';
}
