/** Results as the ledger keeps them of trunk's evaluations. */
import { evaluationReader } from '../../lineage/gate/evaluations.ts';
import type { Reading } from '../../lineage/gate/reader.ts';
import { globMatcher } from '../../kernel/globs.ts';
import { readRecordedFiles } from '../../regression/index.ts';
import type { Finding } from '../../report/model.ts';
import type { Ledger } from '../../ports/ledger.ts';
import type { CommitResults } from './result-files.ts';

/**
 * Hands each recorded evaluation of these commits over; returns what is wrong with the ledger. Throws a UserError where it cannot be
 * read, or where rows are not what their record names. `globs`: paths of the files that count; none: all do.
 */
export async function readRecorded(
  ledger: Pick<Ledger, 'snapshot'>,
  reading: Reading,
  globs: readonly string[],
  shas: readonly string[],
  take: (results: CommitResults) => void,
): Promise<readonly Finding[]> {
  const reader = await evaluationReader(await ledger.snapshot(), reading);
  const wanted = globs.length === 0 ? () => true : globMatcher(globs);
  return reader.each(shas, { wanted }, (sha, files) => {
    take({ sha, set: readRecordedFiles(files) });
  });
}
