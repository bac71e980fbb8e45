import {
  columnsOf,
  globsOf,
  readRecordedFiles,
  shown,
  trendLength,
  unusableAnchor,
  type History,
  type LedgerSource,
  type Past,
  type RegressionSettings,
} from '../index.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { MergedValues, Ports } from '../../ports/index.ts';
import { resultsAt } from './baseline.ts';
import { placeOf } from './place.ts';
import { matcher } from './sides.ts';
import { isEvaluated } from './stale.ts';

/** What is known of the model's past, and whether a part of it that was asked for could not be read. */
export interface ReadPast extends Past {
  readonly unread?: string;
}

/**
 * The anchor, and with it the trend. They only add to what the merge base says: where there is none, that is reported and nothing fails.
 * The ledger is asked where it has been read already, or where an anchor says that erosion is watched.
 */
export async function readPast(
  { anchor = '', ...settings }: RegressionSettings,
  ports: Ports,
  source: LedgerSource | undefined,
): Promise<ReadPast> {
  const wasRead = source !== undefined;
  const trend = anchor !== '' || wasRead ? await readTrend(ports) : undefined;
  const read: ReadPast = anchor === '' ? {} : await readAnchor(anchor, settings, ports);
  const history = source === undefined ? undefined : await readHistory(source.sha, settings, ports);
  const past = { ...read, ...(history !== undefined && { history }) };
  if (trend === undefined) return past;
  return { ...past, trend: trend.values, findings: [...(read.findings ?? []), ...trend.findings] };
}

/** Where it cannot be read, the baseline's own evaluation is what it was. */
async function readHistory(
  sha: string,
  settings: Omit<RegressionSettings, 'anchor'>,
  { evaluations, log }: Ports,
): Promise<History | undefined> {
  if (evaluations === undefined || settings.history === 0) return undefined;
  const depends = isEvaluated(settings);
  try {
    const found = await evaluations.earlier(sha, {
      wanted: matcher(globsOf(settings)),
      most: settings.history,
      harmless: (path) => !depends(path),
    });
    return {
      evaluations: found.evaluations.map((one) => ({
        name: evaluationName(one),
        results: readRecordedFiles(one.files),
      })),
      ...(found.ended !== undefined && {
        ended: `Older ones are of another trunk: commit ${found.ended.sha.slice(0, 8)} changed ${shown(found.ended.path)}`,
      }),
    };
  } catch (error) {
    if (!isUserError(error)) throw error;
    log.warning(`Earlier evaluations of trunk are not used: ${error.message}`);
    return undefined;
  }
}

/** For messages: `commit 1a2b3c4d of 2026-11-29`. */
export function evaluationName({ sha, at }: { readonly sha: string; readonly at: string }): string {
  return `commit ${sha.slice(0, 8)} of ${at.slice(0, 10)}`;
}

/** A picture of the past: without it the verdict is the same. */
export async function readTrend({ evaluations, change, log }: Ports): Promise<MergedValues | undefined> {
  if (evaluations === undefined || change.base.sha === undefined) return undefined;
  try {
    return await evaluations.trend(change.base.sha, trendLength);
  } catch (error) {
    if (!isUserError(error)) throw error;
    log.warning(`The trend of the last merges is not shown: ${error.message}`);
    return undefined;
  }
}

export async function readAnchor(
  anchor: string,
  settings: Omit<RegressionSettings, 'anchor'>,
  ports: Ports,
): Promise<ReadPast> {
  try {
    const place = await placeOf([anchor], globsOf(settings), ports);
    if (typeof place === 'string') return { findings: [unusableAnchor({ name: anchor }, place)] };
    const { tree } = place;
    const results = await resultsAt(place, ports, { columns: columnsOf(settings) });
    const name = results.name === tree.name ? anchor : `${anchor}, from the ${results.name}`;
    if (results.files.length > 0)
      return { anchor: { name, results: await results.read() }, findings: results.findings };
    const reason = `nothing matches ${place.globs.join(', ')} at the ${tree.name}${results.unread === true ? ', and the ledger could not be read' : ''}`;
    const told = unusableAnchor({ name: anchor }, reason);
    return {
      findings: [told, ...results.findings],
      ...(results.unread === true && { unread: told.message }),
    };
  } catch (error) {
    if (!isUserError(error)) throw error;
    const told = unusableAnchor({ name: anchor }, error.message);
    return { findings: [told], unread: told.message };
  }
}
