/** Evaluations of trunk, as far as they are committed or recorded, and the gate on harmless changes made of them. */
import type { EvaluationReader } from '../../lineage/gate/evaluations.ts';
import { chunksOf, matcher, matching } from '../../regression/gate/sides.ts';
import {
  Collector,
  openReader,
  readRecordedFiles,
  type RegressionSettings,
  type ResultSet,
} from '../../regression/index.ts';
import { columnsOf } from '../../regression/settings.ts';
import { makeReport } from '../../report/make.ts';
import type { Report } from '../../report/model.ts';
import type { FileTree } from '../../ports/index.ts';
import { judgeSelfTest, type CompareFacts, type History, type Neighbours } from '../index.ts';
import { compareGate } from './compare-outcomes.ts';

export interface SelfTestPorts {
  /** First parents of trunk, newest first, by full SHA. */
  readonly commits: readonly string[];
  tree(sha: string): FileTree;
  /** When each commit was made, in milliseconds since the epoch; absent where that is not known. */
  readonly evaluations?: EvaluationReader;
  /** In [0, 1). */
  chance(): number;
}

interface Evaluated {
  readonly sha: string;
  readonly results: ResultSet;
  /** ISO 8601; of committed results it is not known. */
  readonly at?: string;
  /** What tells the same results from new ones. */
  readonly key: string;
}

/** Neighbouring evaluations that are put side by side: their newest. */
const mostPairs = 20;

export async function selfTest(
  settings: RegressionSettings,
  ports: SelfTestPorts,
): Promise<Report<CompareFacts>> {
  const found: Evaluated[] = [];
  for (const sha of ports.commits) {
    const one = await evaluationOf(sha, settings, ports);
    // Results that a merge left as they were are not an evaluation of it.
    if (one !== undefined && one.key !== found.at(-1)?.key) found.push(one);
    if (found.length > mostPairs) break;
  }
  const oldestFirst = found.toReversed();
  const pairs = oldestFirst.slice(1).map(({ results }, at): Neighbours => ({
    baseline: oldestFirst[at]?.results ?? results,
    candidate: results,
  }));
  const history: History = {
    pairs,
    mergesAMonth: pace(oldestFirst),
    minutes: await minutesOf(found, ports),
  };
  return makeReport({ gate: compareGate, ...judgeSelfTest(history, settings, () => ports.chance()) });
}

async function evaluationOf(
  sha: string,
  settings: RegressionSettings,
  { tree, evaluations }: SelfTestPorts,
): Promise<Evaluated | undefined> {
  const files = tree(sha);
  const globs = settings.candidate;
  const paths = globs.length === 0 ? [] : await matching(files, globs);
  if (paths.length > 0) return committed(sha, files, paths, settings);
  const wanted = globs.length === 0 ? () => true : matcher(globs);
  const answer = await evaluations?.nearest([sha], { wanted });
  if (answer?.evaluation === undefined) return undefined;
  const { files: rows, at } = answer.evaluation;
  return { sha, results: readRecordedFiles(rows), at, key: sha };
}

async function committed(
  sha: string,
  tree: FileTree,
  paths: readonly string[],
  settings: RegressionSettings,
): Promise<Evaluated> {
  const collector = new Collector({ columns: columnsOf(settings) });
  let key = '';
  for (const path of paths) {
    const reader = openReader(path, collector);
    for await (const chunk of chunksOf(tree, path)) {
      reader.push(chunk);
      key += `${path} ${checksum(chunk)};`;
    }
    await reader.end();
  }
  return { sha, results: collector.result(), key };
}

/** FNV-1a: tells files that changed from those that did not, and is not proof of anything. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

const dayMs = 86_400_000;
const monthMs = 30.4 * dayMs;

/** Evaluations a month, by the times of those that were recorded; less than a day, such as of results that were recorded later, says nothing. */
function pace(oldestFirst: readonly Evaluated[]): number | undefined {
  const times = oldestFirst.flatMap(({ at }) => (at === undefined ? [] : [Date.parse(at)]));
  const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
  return span >= dayMs ? ((times.length - 1) * monthMs) / span : undefined;
}

async function minutesOf(
  found: readonly Evaluated[],
  { evaluations }: SelfTestPorts,
): Promise<number | undefined> {
  const minutes = (await evaluations?.minutes(found.map(({ sha }) => sha))) ?? [];
  return minutes.length === 0 ? undefined : minutes.reduce((sum, one) => sum + one, 0) / minutes.length;
}
