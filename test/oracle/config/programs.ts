/** Command lines of generated programs as we judge them, beside what the libraries that these use make of them. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkFlags } from '../../../src/config/runs/check-flags.ts';
import { RunDocument } from '../../../src/config/runs/document.ts';
import { readArguments } from '../../../src/config/runs/flags.ts';
import { declarationOf } from '../../../src/config/runs/names.ts';
import { readModule } from '../../../src/config/runs/programs/module.ts';
import { programOf } from '../../../src/config/runs/programs/program.ts';
import { randomOf } from './generate.ts';
import { generateProgram, type Library, type ProgramRun } from './generate-programs.ts';

export const modules: Readonly<Record<Library, string>> = {
  argparse: 'argparse',
  hf: 'transformers',
  tyro: 'tyro',
  draccus: 'draccus',
  simple_parsing: 'simple_parsing',
  click: 'click',
  typer: 'typer',
  pydantic: 'pydantic_settings',
  absl: 'absl',
};

interface Answer {
  readonly ok?: Readonly<Record<string, unknown>>;
  readonly error?: string;
}

function answers(all: readonly ProgramRun[]): Answer[] {
  const input = all.map((run) => JSON.stringify(run)).join('\n');
  const script = join(process.cwd(), 'test', 'oracle', 'config', 'programs.py');
  const { status, stdout, stderr } = spawnSync('python3', [script], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    // pydantic takes values from the environment too
    env: { PATH: process.env['PATH'] },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line): Answer => JSON.parse(line));
}

function judged({ text, argv }: ProgramRun) {
  const program = programOf('train.py', new Map([['train.py', readModule(text, 'train.py')]]));
  const place = { file: 'train.sh', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const words = argv.map((word) => ({
    ...place,
    text: word,
    pieces: [{ text: word, place }],
    isMany: false,
    assumes: [],
  }));
  const declared = declarationOf(program);
  const args = readArguments(words, declared);
  const none = { flags: [], overrides: [], others: [], open: [] };
  const { value } = new RunDocument('train.sh', {
    defaults: program.declared,
    launcher: none,
    args,
    declared,
  });
  const findings = checkFlags(args, {
    program,
    registered: new Set(),
    concepts: new Map(),
    entry: 'train.sh:1',
  });
  return { findings, values: value as Readonly<Record<string, unknown>>, open: program.open };
}

/** Values that the library gives and that we say otherwise. */
function differing(
  ours: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
): string[] {
  return Object.entries(ours).flatMap(([name, value]) => {
    if (!(name in theirs) || value === undefined) return [];
    const other = theirs[name];
    if (isTable(value) && isTable(other)) return differing(value, other);
    return isSame(value, other) ? [] : [`${name}: ${written(value)} here, ${written(other)} there`];
  });
}

/** A member of an Enum by its name or value; what an argument without a type is given, as it is written. */
function isSame(value: unknown, other: unknown): boolean {
  if (isTable(other) && Array.isArray(other['enum']))
    return other['enum'].some((each) => isSame(value, each));
  if (Array.isArray(value) && Array.isArray(other))
    return value.length === other.length && value.every((each, at) => isSame(each, other[at]));
  const isText = typeof other === 'string' && typeof value !== 'string';
  if (isText) return Number(other) === Number(value) || other.toLowerCase() === String(value);
  // draccus reads a text as YAML first: true is True to it
  return written(value).toLowerCase() === written(other).toLowerCase() || isSameNumber(value, other);
}

function isSameNumber(value: unknown, other: unknown): boolean {
  return (
    typeof value !== 'object' &&
    value !== '' &&
    Number(written(value).replaceAll('"', '').replace('_', '').replace('true', '1')) === Number(other)
  );
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function written(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? Number(each) : each)) ?? '';
}

/** Kinds of refusals that are not seen, with why. */
const explained: readonly (readonly [RegExp, string])[] = [
  [
    /expected (?:one|at least one) argument|expected \d+ argument/,
    'a negative number with an exponent is a flag to argparse before Python 3.14',
  ],
  [/ambiguous option/, 'a part of a name that is declared twice with the same meaning'],
  [/^hf.*not used by the HfArgumentParser/s, 'a word behind a flag that switches off'],
  [/^pydantic.*validation error/s, 'the items of a list that is one text are not read'],
  [
    /^absl.*must have a value other than None|^click.*requires 2 arguments/s,
    'a required flag that is not given',
  ],
  [/is not in the range/, 'ranges of click are not read'],
  [/unrecognized arguments: --(?: |$)/m, 'what stands behind -- may be for another program'],
  [/Usage: train\.py main/, 'which subcommand gets a word is not read'],
];

export interface Comparison {
  /** By what became of them. */
  readonly counts: ReadonlyMap<string, number>;
  /** Refused here, and taken by the library. */
  readonly alarms: readonly string[];
  /** Taken by both, with another value. */
  readonly values: readonly string[];
  /** Refused by the library alone, for a reason that is not explained. */
  readonly missed: readonly string[];
}

export function compareWith(library: Library, runs: number, seed: number): Comparison {
  const random = randomOf(seed);
  const all = Array.from({ length: runs }, () => generateProgram(library, random));
  const theirs = answers(all);
  const [alarms, missed, values]: [string[], string[], string[]] = [[], [], []];
  const counts = new Map<string, number>();
  const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
  for (const [index, run] of all.entries()) {
    const { ok, error = '' } = theirs[index] ?? {};
    const { findings, values: own, open } = judged(run);
    const shown = `${run.text}\n$ ${run.argv.join(' ')}\n`;
    const isSlip = open !== undefined && findings.every(({ rule }) => rule === 'config/undeclared-argument');
    if (ok !== undefined && findings.length > 0 && isSlip) count('a slip, which the library passes over');
    else if (ok !== undefined && findings.length > 0)
      alarms.push(`${shown}${findings.map(({ message }) => message).join('\n')}`);
    else if (ok !== undefined) {
      count('taken by both');
      const different = open === undefined ? differing(own, ok) : [];
      if (different.length > 0) values.push(`${shown}${different.join('\n')}`);
    } else if (findings.length > 0) count('refused by both');
    else {
      const why = open ?? explained.find(([pattern]) => pattern.test(`${library}: ${error}`))?.[1];
      if (why === undefined) missed.push(`${shown}${error}`);
      count(`taken here alone: ${why ?? 'not explained'}`);
    }
  }
  return { counts, alarms, values, missed };
}
