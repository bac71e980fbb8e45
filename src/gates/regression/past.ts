import { trendLength, unusableAnchor, type Past, type RegressionSettings } from '../../regression/index.ts';
import { isUserError } from '../../runtime/user-error.ts';
import { isRelease, versionsOf } from '../../versioning/index.ts';
import type { FileTree, Ports } from '../ports.ts';
import { resultsAt } from './baseline.ts';

/** What is known of the model's past, and whether a part of it that was asked for could not be read. */
export interface ReadPast extends Past {
  readonly unread?: string;
}

/**
 * The anchor, and with it the trend. They only add to what the merge base says: where there is none, that is told and nothing fails.
 * The ledger is asked where it has been read already, or where an anchor says that erosion is watched.
 */
export async function readPast(
  { anchor = '', ...settings }: RegressionSettings,
  ports: Ports,
  { wasRead, samples }: { readonly wasRead: boolean; readonly samples?: number | undefined },
): Promise<ReadPast> {
  const trend = anchor !== '' || wasRead ? await readTrend(ports) : undefined;
  const read = anchor === '' ? {} : await readAnchor(anchor, globsOf(settings), ports, samples);
  return { ...read, ...(trend !== undefined && { trend }) };
}

/** Of the baseline; the candidate's own where it has none. */
export function globsOf({ baseline, candidate }: Pick<RegressionSettings, 'baseline' | 'candidate'>) {
  return baseline.length > 0 ? baseline : candidate;
}

/** A picture of the past: without it the verdict is the same. */
async function readTrend({ evaluations, change, log }: Ports): Promise<Past['trend']> {
  if (evaluations === undefined || change.base.sha === undefined) return undefined;
  try {
    return await evaluations.trend(change.base.sha, trendLength);
  } catch (error) {
    if (!isUserError(error)) throw error;
    log.warning(`The trend of the last merges is not shown: ${error.message}`);
    return undefined;
  }
}

async function readAnchor(
  anchor: string,
  globs: readonly string[],
  ports: Ports,
  samples: number | undefined,
): Promise<ReadPast> {
  try {
    const place = await placeOf(anchor, ports);
    if (typeof place === 'string') return { findings: [unusableAnchor({ name: anchor }, place)] };
    const { tree, path } = place;
    const wanted = path === '' ? globs : [path];
    const results = await resultsAt(tree, wanted, ports, { samples });
    const name = results.name === tree.name ? anchor : `${anchor}, from the ${results.name}`;
    if (results.files.length > 0)
      return { anchor: { name, results: await results.read() }, findings: results.findings };
    const reason = `nothing matches ${wanted.join(', ')} at the ${tree.name}${results.unread === true ? ', and the ledger could not be read' : ''}`;
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

interface Place {
  readonly tree: FileTree;
  /** '' stands for the globs of the baseline. */
  readonly path: string;
}

/**
 * `latest-release`, `v2.3.0:results/*.jsonl` or a path at the merge base; never at the head, which would move its own yardstick.
 * A sentence where there is no such place.
 */
async function placeOf(anchor: string, ports: Ports): Promise<Place | string> {
  const colon = anchor.indexOf(':');
  const release = /^(?:(.*\/))?latest-release$/.exec(colon < 0 ? anchor : anchor.slice(0, colon));
  if (colon < 0 && release === null) return { tree: ports.change.base, path: anchor };
  const path = colon < 0 ? '' : anchor.slice(colon + 1);
  const ref = release === null ? anchor.slice(0, colon) : await latestRelease(release[1] ?? '', ports);
  if (ref === undefined) return 'there is no tag of a release';
  const tree = await ports.treeAt?.(ref);
  return tree === undefined ? `no commit, tag or branch ${ref} is known here` : { tree, path };
}

async function latestRelease(prefix: string, ports: Ports): Promise<string | undefined> {
  const names = ((await ports.tags?.()) ?? []).map(({ name }) => name);
  return versionsOf(names, prefix).find(isRelease)?.tag;
}
