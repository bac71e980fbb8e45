/** Reads result files of two sides and compares them. */
import { columnsOf, regressionDefaults, type RegressionSettings } from '../../regression/settings.ts';
import type { ResultSet } from '../../regression/index.ts';
import { matching, readSide } from '../../regression/gate/sides.ts';
import { makeReport } from '../../report/make.ts';
import type { Report } from '../../report/model.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { FileTree } from '../../ports/index.ts';
import { readablePaths } from '../../ports/readable-paths.ts';
import { judgeResults, parseMargin, type CompareFacts, type CompareSettings } from '../index.ts';
import { compareGate } from './compare-outcomes.ts';

export interface ResultRequest {
  readonly baseline: FileTree;
  readonly candidate: FileTree;
  readonly settings: Pick<CompareSettings, 'metric' | 'margin' | 'lowerIsBetter'>;
  /** Column of plain rows that names the sample. */
  readonly id?: string;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Throws a UserError where one side has no file. */
export async function compareResults(request: ResultRequest): Promise<Report<CompareFacts>> {
  const { baseline, candidate, settings, id, now } = request;
  const started = now();
  const regression = { ...regressionSettings(settings), ...(id !== undefined && { id }) };
  const before = await read(baseline, regression);
  const after = await read(candidate, regression);
  const judged = judgeResults(before, settings.lowerIsBetter ? lowered(after) : after, regression);
  return makeReport({ gate: compareGate, ...judged, durationMs: now() - started });
}

async function read(tree: FileTree, settings: RegressionSettings): Promise<ResultSet> {
  const named = (await readablePaths(tree)).map((file) => `./${file}`);
  const files = await matching(tree, named);
  if (files.length > 0) return readSide(tree, files, columnsOf(settings));
  throw new UserError(`The ${tree.name} has no file of results.`, {
    help: 'Name a file, or a folder of shards.',
  });
}

/** What a comparison says in shares, the gate's settings say in points. */
export function regressionSettings({ metric, margin }: ResultRequest['settings']): RegressionSettings {
  const parsed = margin === undefined ? undefined : parseMargin(margin);
  if (parsed === undefined) return { ...regressionDefaults, metrics: metric };
  return 'amount' in parsed
    ? { ...regressionDefaults, metrics: metric, margin: parsed.amount * 100 }
    : { ...regressionDefaults, metrics: metric, unit: 'percent', margin: parsed.ofBaseline * 100 };
}

/** The same results, less of every score being better, of those that come from labels too. */
export function lowered(set: ResultSet): ResultSet {
  const names = new Set([...set.aggregates.keys(), 'accuracy', 'f1']);
  for (const { scores } of set.samples.values()) for (const name of scores.keys()) names.add(name);
  return { ...set, directions: new Map([...names].map((name) => [name, false])) };
}
