/** What the ledger knows of trunk's evaluations: their results, and the values against which slow erosion shows. */
import { byTime } from '../record/read.ts';
import { resultsPath, type LineageNode, type LineageRecord, type LineageResults } from '../index.ts';
import { groupBy, uniqueBy } from '../../kernel/group.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { Finding } from '../../report/model.ts';
import type { LedgerSnapshot } from '../../ports/ledger.ts';
import type {
  EarlierAnswer,
  MergedValues,
  RecentRange,
  RecordedAnswer,
  RecordedEvaluation,
  WantedEvaluation,
} from '../../ports/index.ts';
import { hashes } from './hashes.ts';
import { openReader, type Reading, type RecordReader } from './reader.ts';
import { blobsAt } from './stored.ts';

/** Looks into one snapshot; commits are named by full SHA. Every method throws a UserError for what cannot be read. */
export interface EvaluationReader {
  /** The newest evaluation of the first of these commits that has one as it is wanted. */
  nearest(commits: readonly string[], which: WantedEvaluation): Promise<RecordedAnswer>;
  /** The same of artifacts, such as the links of a chain: weights are evaluated as well as commits. `sha` is the artifact's id. */
  nearestOf(nodes: readonly LineageNode[], which: WantedEvaluation): Promise<RecordedAnswer>;
  /** All evaluations of these commits as they are wanted but for the newest, in the order of the commits, at most as many. */
  earlier(
    commits: readonly string[],
    which: WantedEvaluation,
    most: number,
  ): Promise<EarlierAnswer['evaluations']>;
  /** Those of them that were recorded until then, the newest among them, in the order of the commits. */
  recent(
    commits: readonly string[],
    which: WantedEvaluation,
    range: RecentRange,
  ): Promise<EarlierAnswer['evaluations']>;
  /** Hands each evaluation of these commits over, path → rows, of one commit the oldest first; returns what is wrong with the ledger. */
  each(
    commits: readonly string[],
    which: WantedEvaluation,
    take: (sha: string, files: ReadonlyMap<string, Uint8Array>) => void,
  ): Promise<readonly Finding[]>;
  /** Metrics of the evaluations, in the order of the commits; of several the last counts. A commit that nobody evaluated gives none. */
  values(commits: readonly string[]): Promise<MergedValues>;
  /** Minutes that evaluations took on one runner (`parameters.evaluation_minutes`), in the order of the commits. */
  minutes(commits: readonly string[]): Promise<readonly number[]>;
}

export async function evaluationReader(
  snapshot: LedgerSnapshot,
  reading: Reading,
): Promise<EvaluationReader> {
  return evaluationsBy(await openReader(snapshot, reading), snapshot);
}

/** The same where the ledger is open already. */
export function evaluationsBy(reader: RecordReader, snapshot: LedgerSnapshot): EvaluationReader {
  const commitNodes = (commits: readonly string[]) =>
    commits.map((sha): LineageNode => ({ kind: 'commit', id: sha }));
  const recorded = (commits: readonly string[]) => reader.mentioning(commitNodes(commits));
  const evaluations = async (nodes: readonly LineageNode[], { kind = 'evaluation' }: Kind = {}) =>
    (await reader.mentioning(nodes)).map((records) =>
      records.filter((record) => idOf(record, kind) !== undefined).toSorted(byTime),
    );
  const nearestOf: EvaluationReader['nearestOf'] = async (nodes, which) => {
    const found = await evaluations(nodes, which);
    const chosen = found.flatMap((records, merges) =>
      chosenFrom(records, which).map((one) => ({ merges, sha: nodes[merges]?.id ?? '', ...one })),
    );
    const [first] = chosen;
    const findings = reader.findings();
    if (first === undefined) return { findings, others: pathsIn(found.flat()) };
    const { results, samples, ...origin } = first;
    const older = chosen.slice(1).filter(({ sha }) => sha === first.sha);
    const sizes = [samples, ...older.map((one) => one.samples)];
    const shownAt = await placesOf(results, snapshot);
    return { evaluation: { ...origin, files: await rowsOf(results, snapshot), shownAt, sizes }, findings };
  };
  const allOf = async (commits: readonly string[], which: WantedEvaluation) =>
    (await evaluations(commitNodes(commits), which)).flatMap((records, at) =>
      chosenFrom(records, which).map((one) => ({ sha: commits[at] ?? '', ...one })),
    );
  const withRows = (chosen: Awaited<ReturnType<typeof allOf>>) =>
    Promise.all(
      chosen.map(async ({ sha, at, results }) => ({ sha, at, files: await rowsOf(results, snapshot) })),
    );
  return {
    nearestOf,
    nearest: (commits, which) => nearestOf(commitNodes(commits), which),
    earlier: async (commits, which, most) => withRows((await allOf(commits, which)).slice(1, most + 1)),
    recent: async (commits, which, { most, until = Infinity }) =>
      withRows((await allOf(commits, which)).filter(({ at }) => !(Date.parse(at) > until)).slice(0, most)),
    each: async (commits, which, take) => {
      const found = await evaluations(commitNodes(commits), which);
      // One after the other: the rows of a long history are large.
      for (const [at, records] of found.entries())
        for (const { results } of chosenFrom(records, which).toReversed())
          take(commits[at] ?? '', await rowsOf(results, snapshot));
      return reader.findings();
    },
    values: async (commits) => {
      const found = await evaluations(commitNodes(commits));
      const values = commits.flatMap((sha, at) => {
        const metrics = new Map((found[at] ?? []).flatMap(metricsOf));
        return [...metrics].map(([metric, value]) => ({ sha, metric, value }));
      });
      return { values, findings: reader.findings() };
    },
    // Not of evaluations only: that of a hotfix is recorded as a verdict.
    minutes: async (commits) =>
      (await recorded(commits)).flatMap((records) => records.toSorted(byTime).flatMap(minutesOf)),
  };
}

type Kind = Pick<WantedEvaluation, 'kind'>;

/** What the record says it is an evaluation of, or the inputs. */
function idOf({ outputs }: LineageRecord, wanted: 'evaluation' | 'inputs'): string | undefined {
  return outputs.find(({ kind }) => kind === wanted)?.id;
}

function metricsOf({ metrics = {} }: LineageRecord): [string, number][] {
  return Object.entries(metrics);
}

function minutesOf({ parameters }: LineageRecord): number[] {
  const told = parameters?.['evaluation_minutes'];
  // An action writes parameters as text.
  const minutes = typeof told === 'string' && told !== '' ? Number(told) : told;
  return typeof minutes === 'number' && minutes > 0 && minutes <= 100_000 ? [minutes] : [];
}

interface Chosen extends Pick<RecordedEvaluation, 'at' | 'by' | 'url'> {
  readonly results: readonly LineageResults[];
  readonly samples: number;
}

/**
 * The wanted files of each evaluation, the one that was recorded last first. Records that name the same evaluation are its shards; of
 * two for one file the later counts. Files of different evaluations are never put together: the same samples may be in both.
 */
function chosenFrom(
  records: readonly LineageRecord[],
  { wanted, kind = 'evaluation' }: WantedEvaluation,
): Chosen[] {
  const fitting = records.filter(({ results = [] }) => results.some(({ path }) => wanted(path)));
  const groups = [...groupBy(fitting.toReversed(), (record) => idOf(record, kind)).values()];
  return groups.flatMap((shards) => {
    const [last] = shards;
    if (last === undefined) return [];
    const all = shards.toReversed().flatMap(({ results = [] }) => results.filter(({ path }) => wanted(path)));
    const results = uniqueBy(all, ({ path }) => path);
    const samples = results.reduce((sum, one) => sum + one.samples, 0);
    const { at, by, run } = last;
    const url = run?.url === undefined ? {} : { url: run.url };
    return [{ at, by, ...url, results, samples }];
  });
}

/** What was recorded, for who looks for it under another path. */
function pathsIn(records: readonly LineageRecord[]): string[] {
  return [...new Set(records.flatMap(({ results = [] }) => results.map(({ path }) => path)))].slice(0, 5);
}

/** Path → rows, from the inbox or the branch. Rows that are missing or are not what the record names are an error, never no rows. */
async function rowsOf(
  results: readonly LineageResults[],
  snapshot: LedgerSnapshot,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const named = results.map(({ path, digest }) => ({ path, sha256: digest.slice('sha256:'.length) }));
  const stored = await blobsAt(
    snapshot,
    named.map(({ sha256 }) => resultsPath(sha256)),
  );
  const blobs = named.map(({ path, sha256 }) => {
    const oid = stored.get(resultsPath(sha256)) ?? snapshot.results.get(sha256)?.blob;
    if (oid === undefined) throw damaged(path, 'are not in the ledger, though a record names them');
    return { path, sha256, oid };
  });
  const contents = await snapshot.read(blobs.map(({ oid }) => oid));
  return new Map(
    blobs.map(({ path, sha256, oid }) => {
      const bytes = contents.get(oid) ?? new Uint8Array();
      if (hashes.sha256(bytes) !== sha256)
        throw damaged(path, 'do not have the SHA-256 that their record names');
      return [path, bytes];
    }),
  );
}

/** At the commit that was read: the branch may be rewritten. */
async function placesOf(
  results: readonly LineageResults[],
  snapshot: LedgerSnapshot,
): Promise<ReadonlyMap<string, string>> {
  const named = results.map(({ path, digest }) => ({
    path,
    file: resultsPath(digest.slice('sha256:'.length)),
  }));
  const stored = await blobsAt(
    snapshot,
    named.map(({ file }) => file),
  );
  const kept = named.filter(({ file }) => stored.has(file) && snapshot.tip !== undefined);
  return new Map(kept.map(({ path, file }) => [path, `blob/${snapshot.tip ?? ''}/${file}`]));
}

function damaged(path: string, reason: string): UserError {
  return new UserError(`the recorded results of ${path} ${reason}`, {
    help: 'Record the results of that commit anew (record-lineage with `results`), and see who wrote to the ledger.',
  });
}
