/** From the files that an evaluation wrote to what the ledger keeps of them. */
import { lineageRules } from '../lineage/rules.ts';
import { regressionRules } from '../regression/rules.ts';
import { Buffer } from 'node:buffer';
import { type LineageResults, maxResults } from '../lineage/index.ts';
import {
  columnsOf,
  globsOf,
  mostRecordedBytes,
  recordedRows,
  valuesOf,
  type Columns,
  type RecordedRows,
} from '../regression/index.ts';
import type { Finding } from '../report/model.ts';
import { policyPath } from '../policy/index.ts';
import { hashes } from '../lineage/gate/hashes.ts';
import { loadPolicy } from '../policy/gate/policy.ts';
import type { FileTree } from '../ports/index.ts';
import { matching, readSide } from '../regression/gate/sides.ts';

export interface ResultsToRecord {
  /** For the record; in the order of their paths. */
  readonly results: readonly LineageResults[];
  /** SHA-256 → rows. */
  readonly rows: ReadonlyMap<string, Uint8Array>;
  /** What the gate would compare, measured on these results. */
  readonly metrics: Readonly<Record<string, number>>;
  /** Errors: nothing is to be recorded. */
  readonly findings: readonly Finding[];
}

/** Stands for the globs of the policy in the same folder. */
const ofPolicy = 'policy';

/** Reads the files that the globs name, or `policy` the policy's; `undefined` where the policy names none that are there. */
export async function resultsToRecord(
  tree: FileTree,
  globs: readonly string[],
): Promise<ResultsToRecord | undefined> {
  const { policy } = await loadPolicy(tree, policyPath);
  const { candidate = [], baseline = [], metrics = [] } = policy.regression;
  const wanted = globs.flatMap((glob) => (glob === ofPolicy ? globsOf({ candidate, baseline }) : [glob]));
  const paths = wanted.length === 0 ? [] : (await matching(tree, wanted)).toSorted();
  if (paths.length === 0)
    return globs.every((glob) => glob === ofPolicy) ? undefined : nothing([noResults(wanted)]);
  if (paths.length > maxResults) return nothing([tooMany(paths.length)]);
  return recordedOf(tree, paths, metrics, columnsOf(policy.regression));
}

async function recordedOf(
  tree: FileTree,
  paths: readonly string[],
  metrics: readonly string[],
  columns: Columns,
): Promise<ResultsToRecord> {
  const results: LineageResults[] = [];
  const rows = new Map<string, Uint8Array>();
  for (const path of paths) {
    const kept = recordedRows(await readSide(tree, [path], columns));
    if (!isRows(kept)) return nothing(kept);
    const bytes = Buffer.from(kept.text);
    const sha256 = hashes.sha256(bytes);
    results.push({ path, digest: `sha256:${sha256}`, samples: kept.samples, bytes: bytes.length });
    rows.set(sha256, bytes);
  }
  const size = results.reduce((sum, { bytes }) => sum + bytes, 0);
  if (size > mostRecordedBytes) return nothing([tooLarge(size)]);
  // Shards that overlap would be not a baseline.
  const all = await readSide(tree, paths, columns);
  const broken = all.findings.filter(({ severity }) => severity === 'error');
  return broken.length > 0
    ? nothing(broken)
    : { results, rows, metrics: valuesOf(all, metrics), findings: [] };
}

function isRows(kept: RecordedRows | Finding[]): kept is RecordedRows {
  return !Array.isArray(kept);
}

function nothing(findings: readonly Finding[]): ResultsToRecord {
  return { results: [], rows: new Map(), metrics: {}, findings };
}

function noResults(globs: readonly string[]): Finding {
  return lineageRules['no-results'].finding({
    message: `No evaluation results match ${globs.join(', ')}, so none were recorded.`,
    help: 'Run the evaluation in a step before this one, or correct `results`.',
  });
}

function tooMany(files: number): Finding {
  return lineageRules['no-results'].finding({
    message: `${files} files match, and one record names at most ${maxResults}.`,
    help: 'Merge the shards, or record the parts one by one with the same evaluation in `to`.',
  });
}

function tooLarge(bytes: number): Finding {
  return regressionRules['results-too-large'].finding({
    message: `The results have ${Math.ceil(bytes / 1024 / 1024)} MiB in all, and a record takes ${mostRecordedBytes / 1024 / 1024} MiB.`,
    help: 'Record a fixed part of the samples, or commit the results to the repository.',
  });
}
