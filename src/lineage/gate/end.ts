import type { Finding } from '../../report/model.ts';
import { rootCommit } from '../index.ts';
import type { RecordReader } from './reader.ts';
import { standIn } from './rewritten.ts';
import type { Traced, TracePorts } from './traced.ts';

/** The commit that an artifact was built from, or what it became where it is gone. */
export async function endOf(
  { chain }: Traced,
  reader: RecordReader,
  { commits }: Pick<TracePorts, 'commits'>,
): Promise<{ readonly sha?: string; readonly findings: readonly Finding[] }> {
  const root = rootCommit(chain);
  return root === undefined ? { findings: [] } : standIn(root, reader, commits);
}
