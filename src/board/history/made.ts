/** What was made of each commit: jobs that trained on it, and weights that came out of them. */
import type { LineageRecord } from '../../lineage/index.ts';
import { recordsMaking } from '../making.ts';

/** Most artifacts of one commit that are listed. */
const most = 4;

/** Full SHA → ids, jobs before weights, in the order of `records` (oldest first). */
export function madeOf(records: readonly LineageRecord[]): ReadonlyMap<string, readonly string[]> {
  const jobs = new Map<string, string>();
  const made = new Map<string, string[]>();
  const add = (sha: string | undefined, id: string) => {
    if (sha === undefined) return;
    const own = made.get(sha) ?? [];
    if (own.length < most && !own.includes(id)) made.set(sha, [...own, id]);
  };
  const commitOf = ({ inputs }: LineageRecord) => {
    const commit = inputs.find(({ kind }) => kind === 'commit')?.id;
    return commit ?? inputs.map(({ kind, id }) => (kind === 'job' ? jobs.get(id) : undefined)).find(Boolean);
  };
  for (const kind of ['job', 'weights'] as const)
    for (const record of recordsMaking(records, kind))
      for (const output of record.outputs) {
        if (output.kind !== kind) continue;
        const sha = commitOf(record);
        if (kind === 'job' && sha !== undefined) jobs.set(output.id, sha);
        add(sha, output.id);
      }
  return made;
}
