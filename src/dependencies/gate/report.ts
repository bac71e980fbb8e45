import { uniqueBy } from '../../kernel/group.ts';
import { count } from '../../kernel/text.ts';
import { depsRules } from '../rules.ts';
import {
  type DependencyFacts,
  type DependencySettings,
  type Move,
  type MoveFact,
  type RangeChange,
  type Stated,
  arrow,
  moveLine,
  unknownClasses,
} from '../index.ts';
import { type Finding, type Report, type Section, worstFirst } from '../../report/model.ts';
import { makeReport } from '../../report/make.ts';
import type { EnvironmentJudged } from './environment.ts';
import type { Judged } from './judge-pair.ts';

export const gateName = 'detect-dep-drift';

export function reportOf(
  judged: readonly Judged[],
  environment: EnvironmentJudged,
  extra: readonly Finding[],
  settings: DependencySettings,
  stated: Stated,
): Report<DependencyFacts> {
  const moves = [...judged.flatMap((one) => one.moves), ...environment.moves];
  const watched = moves.filter((move) => move.watched);
  const ranges = judged.flatMap((one) => one.ranges).filter((range) => !isMove(range, watched));
  const failed = watched.filter(({ consequence }) => consequence === 'fail');
  const unexplained = failed.filter(({ class: kind }) => kind !== 'requested' && kind !== 'allowed');
  const all = [
    ...judged.flatMap((one) => one.findings),
    ...environment.findings,
    ...extra,
    ...policyFindings(settings),
  ];
  // A file that several others read is unreadable once.
  const findings = worstFirst(uniqueBy(all, (finding) => JSON.stringify(finding)));
  return makeReport({
    gate: gateName,
    title: titleOf(findings, watched, failed, judged, environment),
    findings,
    facts: {
      moves: moves.map(factOf),
      ranges,
      watchedMoves: linesOf(watched),
      unexplained: linesOf(unexplained),
      files: judged.map(({ pair, moves: own }) => ({ file: pair.after ?? pair.before, moves: own.length })),
      ...(stated.bot === undefined ? {} : { bot: stated.bot }),
    },
    sections: sectionsOf(moves, watched, ranges, linesToState(unexplained), settings.allowFile),
  });
}

/** As an allow file takes them, each once though it moved in several locks. */
function linesOf(moves: readonly Move[]): readonly string[] {
  return [...new Set(moves.map(moveLine))];
}

/** Those that do not follow from another one of the same file: once that is stated, it explains them. */
function linesToState(unexplained: readonly Move[]): readonly string[] {
  const known = new Set(unexplained.map(({ file, name }) => `${file}\0${name}`));
  return linesOf(
    unexplained.filter(({ file, because }) => because === undefined || !known.has(`${file}\0${because}`)),
  );
}

function policyFindings(settings: DependencySettings): Finding[] {
  return unknownClasses(settings).map((name) =>
    depsRules['unknown-class'].finding({
      message: `The policy gives a consequence to ${JSON.stringify(name.slice(0, 60))}, which is not a class of a move.`,
      help: 'Use one of the classes in docs/dependencies.md.',
    }),
  );
}

function titleOf(
  findings: readonly Finding[],
  watched: readonly Move[],
  failed: readonly Move[],
  judged: readonly Judged[],
  environment: EnvironmentJudged,
): string {
  const live = new Set(environment.moves);
  const places = failed.map((move) => (live.has(move) ? installed : move.file));
  if (failed.length > 0) return `${named(failed)} changed unexpectedly (${placeOf(places)})`;
  const where = placeOf(judged.map(({ pair }) => pair.after ?? pair.before ?? ''));
  const broken = findings.filter(({ severity }) => severity === 'error').length;
  if (broken > 0) return `${count(broken, 'problem')} in ${where}`;
  const floating = judged.flatMap(({ ranges }) => ranges).filter(({ floats }) => floats).length;
  const floats = `${count(floating, 'range')} now float${floating === 1 ? 's' : ''}`;
  const nothing = `No watched package moved in ${where}`;
  if (watched.length === 0) return floating === 0 ? nothing : `${nothing}, but ${floats}`;
  const warned = watched.filter(({ consequence }) => consequence === 'warn').length;
  return `${count(watched.length, 'watched package')} moved in ${where}, ${warned === 0 ? 'all asked for' : `${warned} to look at, none unexplained`}${floating === 0 ? '' : `; ${floats}`}`;
}

const installed = 'the installed environment';

function placeOf(files: readonly string[]): string {
  const [file = installed, ...more] = new Set(files);
  return more.length === 0 ? file : `${more.length + 1} files`;
}

function named(moves: readonly Move[]): string {
  const names = [...new Set(moves.map(({ name }) => name))];
  const shown =
    names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more watched packages`] : names;
  return [shown.slice(0, -1).join(', '), ...shown.slice(-1)].filter((part) => part !== '').join(' and ');
}

function factOf(move: Move): MoveFact {
  const { name, before, after, class: kind, direct, watched, file, line } = move;
  const short = { name, before, after, class: kind, direct, watched, file, line };
  if (!watched) return short;
  const { column, consequence, because, environments, beforeSources, afterSources, reason } = move;
  const long = { ...short, column, consequence, reason, beforeSources, afterSources, environments };
  return because === undefined ? long : { ...long, because };
}

function sectionsOf(
  moves: readonly Move[],
  watched: readonly Move[],
  ranges: readonly RangeChange[],
  toState: readonly string[],
  allowFile: string,
): Section[] {
  const others = moves.filter((move) => !move.watched);
  const stated = watched.filter(({ class: kind }) => kind === 'allowed');
  return [
    ...(watched.length === 0
      ? []
      : [table(`Watched packages that moved (${watched.length})`, watched, true)]),
    ...(ranges.length === 0 ? [] : [rangeTable(ranges)]),
    ...(toState.length < 2 ? [] : [toStateSection(toState, allowFile)]),
    ...(stated.length === 0 ? [] : [statedSection(stated)]),
    ...(others.length === 0
      ? []
      : [table(`Other packages that moved (${others.length})`, others.slice(0, 300), false)]),
  ];
}

function table(title: string, moves: readonly Move[], open: boolean): Section {
  const rows = moves.map((move) => [
    move.name,
    arrow(move),
    move.because === undefined ? move.class : `${move.class} by ${move.because}`,
    move.direct ? 'direct' : 'transitive',
    `${move.file}:${move.line}`,
  ]);
  const columns = [
    { title: 'Package', code: true },
    { title: 'Move', code: true },
    { title: 'Class' },
    { title: 'Requirement' },
    { title: 'Where', code: true },
  ];
  return { kind: 'table', title, columns, rows, open };
}

/** An exact pin that became another one is reported as a move. */
function isMove({ name, file, after }: RangeChange, watched: readonly Move[]): boolean {
  return watched.some(
    (move) =>
      move.name === name && move.file === file && move.after.some((version) => after.endsWith(`=${version}`)),
  );
}

function rangeTable(ranges: readonly RangeChange[]): Section {
  const rows = ranges
    .slice(0, 300)
    .map(({ name, before, after, floats, file, line }) => [
      name,
      `${before} -> ${after}`,
      floats ? 'floats' : '',
      `${file}:${line}`,
    ]);
  const columns = [
    { title: 'Package', code: true },
    { title: 'Asked for', code: true },
    { title: '' },
    { title: 'Where', code: true },
  ];
  const title = `Ranges of watched packages that changed (${ranges.length})`;
  return { kind: 'table', title, columns, rows, open: true };
}

/** To copy, where the findings would have each line written by itself. */
function toStateSection(items: readonly string[], allowFile: string): Section {
  return { kind: 'list', title: `If they are meant: lines for ${allowFile}`, items, open: true };
}

function statedSection(moves: readonly Move[]): Section {
  return {
    kind: 'list',
    title: 'Moves that somebody stated',
    items: moves.map((move) => `${moveLine(move)} (${move.reason})`),
    open: true,
  };
}
