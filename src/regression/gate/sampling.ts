/** In which order the samples of a pool are evaluated: planned by the job that hands ids out and by the one that judges, from the same records. */
import {
  globsOf,
  planSampling,
  readRecordedFiles,
  type RegressionSettings,
  type ResultSet,
  type Sampling,
} from '../index.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { Ports } from '../../ports/index.ts';
import type { TrunkResults } from './baseline.ts';
import { evaluationName } from './past.ts';
import { matcher } from './sides.ts';

/**
 * `undefined` where the policy does not ask for the history, or every sample is evaluated. An evaluation that was recorded after the event
 * does not count, so that all jobs of a run plan alike while the ledger grows. `measured`: the baseline's results, of the whole pool.
 */
export async function samplingOf(
  settings: RegressionSettings,
  measured: ResultSet,
  { source, tree }: Pick<TrunkResults, 'source' | 'tree'>,
  { evaluations, log }: Ports,
): Promise<Sampling | undefined> {
  const isPart = settings.looks !== undefined || settings.evaluate !== undefined;
  if (settings.sampling !== 'history' || !isPart || measured.samples.size === 0) return undefined;
  const random = (reason: string): Sampling => ({ ...planSampling(measured, [], settings), reason });
  const sha = source?.sha ?? tree?.sha;
  if (evaluations === undefined || sha === undefined || settings.history === 0)
    return random(settings.history === 0 ? '`history` is 0' : 'there is no ledger here');
  try {
    const { eventAt: until, candidate } = settings;
    // Where the pool is committed, the ledger has what the workflow of merges wrote as candidates are written.
    const globs = source === undefined ? [...globsOf(settings), ...candidate] : globsOf(settings);
    const found = await evaluations.recent(sha, {
      wanted: matcher(globs),
      most: settings.history + 1,
      ...(until !== undefined && { until }),
    });
    const named = found.map((one) => ({ name: evaluationName(one), results: readRecordedFiles(one.files) }));
    return planSampling(measured, named, settings);
  } catch (error) {
    if (!isUserError(error)) throw error;
    log.warning(`Samples are drawn at random: ${error.message}`);
    return random('the ledger could not be read');
  }
}
