/** In what a version differs from the one before it, ordered by how much of an answer hangs on it. Pure. */
import { compareText } from '../../kernel/compare.ts';
import { differenceOf, recordsOf, type Moved } from './difference.ts';
import type { LineageNode } from '../record/model.ts';
import type { Walk } from './walk.ts';

/**
 * The first is looked at first: what was measured to differ, what decides the shape or the content of a model, what is tuned, code, and
 * what merely came along. Written by hand: no ledger has yet enough of them to learn the order from.
 */
export const grades = [
  'inputs differ',
  'structural value',
  'data',
  'watched package',
  'tuning value',
  'recorded value',
  'code of the inputs',
  'code',
  'other package',
] as const;
export type Grade = (typeof grades)[number];

/** The merge, or the push, that brought a change. */
export interface ChangeMerge {
  readonly sha: string;
  readonly pr: number | null;
  readonly author: string;
  readonly subject: string;
}

export interface RankedChange {
  readonly kind: 'inputs' | 'config' | 'data' | 'package' | 'code';
  readonly grade: Grade;
  /** A tensor, the path of a value, a dataset or weights, a package, the path of a file. */
  readonly name: string;
  /** `null` where it was not there, or nobody knows. */
  readonly before: string | null;
  readonly after: string | null;
  /** Where the newer version has it; `null` for what only records say. */
  readonly file: string | null;
  /** In that file: `14`, `14-20, 33`. */
  readonly lines: string | null;
  /** One where that is known; several where each of them touched the file; none where it was not a merge, or nobody knows. */
  readonly merges: readonly ChangeMerge[];
}

export interface RankedChanges {
  /** The version before; `null` where none is recorded. */
  readonly since: { readonly id: string; readonly commit?: string } | null;
  /** The first is to be looked at first. */
  readonly ranked: readonly RankedChange[];
  /** Changes beyond those that are listed. */
  readonly more: number;
  /** Changed files on which no evaluation depends. */
  readonly harmless: number;
}

/** By grade; within one in the order in which they were found. */
export function inRank(changes: readonly RankedChange[]): RankedChange[] {
  return changes.toSorted((a, b) => grades.indexOf(a.grade) - grades.indexOf(b.grade));
}

/** What only the records of two chains say: data, weights that training started from, values and packages that git does not show. */
export function recordedChanges(before: Walk, after: Walk, known: readonly RankedChange[]): RankedChange[] {
  const { parameters, dependencies, files } = differenceOf(before, after);
  const named = (kind: RankedChange['kind']) =>
    known.flatMap((one) => (one.kind === kind ? [one.name.toLowerCase()] : []));
  const [values, packages] = [named('config'), named('package')];
  const fresh = parameters.filter(
    ({ name }) =>
      !values.some((value) => value === name.toLowerCase() || value.endsWith(`.${name.toLowerCase()}`)),
  );
  return [
    ...materialMoves(before, after),
    ...files.filter(({ name }) => name.startsWith('data ')).map((one) => recorded('data', 'data', one)),
    ...[...fresh, ...jobMoves(before, after)].map((one) => recorded('config', 'recorded value', one)),
    ...dependencies
      .filter(({ name }) => !packages.includes(name.toLowerCase()))
      .map((one) => recorded('package', 'other package', one)),
  ];
}

function recorded(
  kind: RankedChange['kind'],
  grade: Grade,
  { name, before, after }: Moved<unknown>,
): RankedChange {
  const text = (value: unknown) => (value === undefined ? null : valueText(value));
  const at = kind === 'data' && name.startsWith('data ') ? name.slice('data '.length) : name;
  return {
    kind,
    grade,
    name: at,
    before: text(before),
    after: text(after),
    file: null,
    lines: null,
    merges: [],
  };
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Datasets, and weights that a job was given. */
function materialMoves(before: Walk, after: Walk): RankedChange[] {
  const [old, now] = [materialsOf(before), materialsOf(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])].toSorted(compareText);
  return names.flatMap((name) => {
    const [a, b] = [old.get(name), now.get(name)];
    if (a === b) return [];
    const [, id = name] = name.split('\n');
    return [
      recorded('data', 'data', {
        name: id,
        ...(a !== undefined && { before: a }),
        ...(b !== undefined && { after: b }),
      }),
    ];
  });
}

/** Kind and id → revision and digest. */
function materialsOf({ steps }: Walk): Map<string, string> {
  const given = steps
    .filter(({ node }) => node.kind === 'job')
    .flatMap(({ records }) => records.flatMap(({ inputs }) => inputs));
  const weights = given.filter(({ kind }) => kind === 'weights');
  const datasets = steps.map(({ node }) => node).filter(({ kind }) => kind === 'dataset');
  const settled = (node: LineageNode) =>
    steps.find((step) => step.node.kind === node.kind && step.node.id === node.id)?.node ?? node;
  return new Map(
    [...datasets, ...weights]
      .map(settled)
      .map(({ kind, id, digest, revision }) => [
        `${kind}\n${id}`,
        [revision, digest].filter((part) => part !== undefined).join(' ') || 'named without its content',
      ]),
  );
}

/** What a job was started with beside its parameters. */
function jobMoves(before: Walk, after: Walk): Moved<unknown>[] {
  const last = (walk: Walk) =>
    recordsOf(walk).filter(({ outputs }) => outputs.some(({ kind }) => kind === 'job'));
  return (['command', 'seed'] as const).flatMap((name) => {
    const [a, b] = [before, after].map(
      (walk) => last(walk).findLast((record) => record[name] !== undefined)?.[name],
    );
    return a === b || a === undefined || b === undefined ? [] : [{ name, before: a, after: b }];
  });
}

/** `14-20, 33` of line numbers in any order; `null` for none. */
export function lineRanges(lines: readonly number[]): string | null {
  const ranges: [number, number][] = [];
  for (const line of lines.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && line <= last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  const texts = ranges.slice(0, 5).map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
  if (texts.length === 0) return null;
  return [...texts, ...(ranges.length > 5 ? [`… (${ranges.length} places)`] : [])].join(', ');
}
