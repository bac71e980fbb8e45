/** Where the results of trunk come from: a commit's files, else the ledger. */
import {
  noEvaluation,
  olderBaseline,
  readRecordedFiles,
  severalEvaluations,
  unreadLedger,
  type Columns,
  type LedgerSource,
  type ResultSet,
} from '../index.ts';
import type { Finding } from '../../report/model.ts';
import { atBase } from '../../report/standing.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { FileTree, Ports, RecordedEvaluation } from '../../ports/index.ts';
import type { Place } from './place.ts';
import { leftOutFindings } from './left-out.ts';
import { matcher, matching, readSide } from './sides.ts';

/** First parents that are looked at where a commit itself was not evaluated: the merges of a day or two. */
export const mostAncestors = 30;

/** Results of one state of trunk; without files there are none. */
export interface TrunkResults {
  /** For messages: `merge base 1a2b3c4d`, `ledger (commit 1a2b3c4d)`. */
  readonly name: string;
  readonly files: readonly string[];
  /** Where the files lie; absent where the ledger keeps them. */
  readonly tree?: FileTree;
  read(): Promise<ResultSet>;
  /** What is to be known of where they come from, or why there are none. */
  readonly findings: readonly Finding[];
  readonly source?: LedgerSource;
  /** The ledger could not be read: nobody knows whether there are any. */
  readonly unread?: boolean;
}

/**
 * What is committed comes first: it costs nothing, and branch protection guards it. Never anything of the head.
 * `ancestors`: first parents that may stand in for a commit that was not evaluated.
 */
export async function resultsAt(
  { tree, globs }: Place,
  ports: Ports,
  { ancestors = mostAncestors, columns = {} }: { ancestors?: number; columns?: Columns } = {},
): Promise<TrunkResults> {
  const files = await matching(tree, globs);
  const committed = {
    name: tree.name,
    tree,
    files,
    read: async () => ofTrunk(await readSide(tree, files, columns), tree),
    findings: files.length > 0 ? await leftOutFindings(tree, globs) : [],
  };
  if (files.length > 0 || tree.sha === undefined || ports.evaluations === undefined) return committed;
  try {
    const { evaluation, findings, others } = await ports.evaluations.nearest(tree.sha, {
      wanted: matcher(globs),
      ancestors,
    });
    if (evaluation === undefined)
      return { ...committed, findings: [...findings, ...noEvaluation(others ?? [])] };
    return recorded(evaluation, tree.name, findings);
  } catch (error) {
    if (!isUserError(error)) throw error;
    ports.log.info(`regression: the ledger cannot be read: ${error.message}`);
    return { ...committed, findings: [unreadLedger(error.message, error.help)], unread: true };
  }
}

/** What is wrong with a commit's results is nothing that the change brought. Files that a person named are what they are. */
function ofTrunk(results: ResultSet, { name, sha }: FileTree): ResultSet {
  if (sha === undefined) return results;
  return { ...results, findings: results.findings.map((finding) => atBase(finding, name)) };
}

function recorded(evaluation: RecordedEvaluation, asked: string, findings: readonly Finding[]): TrunkResults {
  const { files, sizes, ...source } = evaluation;
  const { sha, merges } = source;
  const names = [...files.keys()];
  return {
    source,
    name: `ledger (commit ${sha.slice(0, 8)})`,
    files: names,
    read: () => Promise.resolve(readRecordedFiles(files)),
    findings: [
      ...findings,
      ...severalEvaluations(sha, sizes, names),
      ...(merges > 0 ? [olderBaseline(asked, sha, merges)] : []),
    ],
  };
}
