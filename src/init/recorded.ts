/** What the ledger knows of trunk's evaluations, as far as the first policy depends on it. */
import { isUserError } from '../kernel/user-error.ts';
import type { RecordedEvaluations } from '../ports/index.ts';

/** So many are read: a baseline, and the earlier ones that are averaged with it. */
export const mostEvaluations = 9;

export interface RecordedTrunk {
  /** Which file the evaluations wrote, where they differ the one that most of them did. */
  readonly path: string;
  /** With that file. */
  readonly evaluations: number;
  /** Of the newest of them. */
  readonly samples: number;
}

/** Why the ledger could not be read. */
export interface Unread {
  readonly problem: string;
}

/** Of trunk's tip and its first parents; `undefined` where none of them was evaluated. */
export async function recordedOf(
  tip: () => Promise<string>,
  evaluations: Pick<RecordedEvaluations, 'recent'>,
): Promise<RecordedTrunk | Unread | undefined> {
  try {
    const found = await evaluations.recent(await tip(), { wanted: () => true, most: mostEvaluations });
    const counts = new Map<string, number>();
    for (const { files } of found)
      for (const path of files.keys()) counts.set(path, (counts.get(path) ?? 0) + 1);
    const most = Math.max(0, ...counts.values());
    const [path] = [...counts].find(([, count]) => count === most) ?? [];
    if (path === undefined) return undefined;
    const rows = found.find(({ files }) => files.has(path))?.files.get(path) ?? new Uint8Array();
    const { readRecordedFiles } = await import('#lib/regression');
    const { samples } = readRecordedFiles(new Map([[path, rows]]));
    return { path, evaluations: most, samples: samples.size };
  } catch (error) {
    if (!isUserError(error)) throw error;
    return { problem: error.message };
  }
}

export function isUnread(recorded: RecordedTrunk | Unread | undefined): recorded is Unread {
  return recorded !== undefined && 'problem' in recorded;
}
