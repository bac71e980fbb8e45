/** Evaluation spread over runners: which runner evaluates which sample. */

/** GitHub starts no more jobs from one matrix. */
export const mostShards = 256;

export interface Shard {
  /** From 0. */
  readonly shard: number;
  readonly shards: number;
  readonly seed: number;
  /** `1-of-4`: for the names of jobs and artifacts. */
  readonly name: string;
}

/** One row a runner, for `strategy.matrix: ${{ fromJSON(…) }}`. Never empty: GitHub refuses an empty matrix. */
export interface ShardMatrix {
  readonly include: readonly Shard[];
}

/** `shards` from 1 to 256. Where the ids to evaluate are known, a runner to which none of them falls is left out. */
export function shardMatrix(shards: number, seed: number, ids: readonly string[] = []): ShardMatrix {
  const busy = new Set(ids.map((id) => shardOf(id, { seed, shards })));
  const include = Array.from({ length: shards }, (_, shard) => ({
    shard,
    shards,
    seed,
    name: `${shard + 1}-of-${shards}`,
  }));
  return { include: include.filter(({ shard }) => ids.length === 0 || busy.has(shard)) };
}

/** The ids that fall to a shard, in their order. */
export function idsOfShard(ids: readonly string[], row: Shard): string[] {
  return ids.filter((id) => shardOf(id, row) === row.shard);
}

/**
 * The shard of a sample: CRC-32 of `<seed>:<id>` modulo the number of shards, in Python `zlib.crc32(f"{seed}:{id}".encode()) % shards`.
 * It depends on nothing else, so the same samples meet the same runner on both sides of a comparison.
 */
export function shardOf(id: string, { seed, shards }: Pick<Shard, 'seed' | 'shards'>): number {
  return crc32(new TextEncoder().encode(`${seed}:${id}`)) % shards;
}

/** Runners that an evaluation of so many minutes needs to end within the goal; at most 256. */
export function shardsFor(minutes: number, goalMinutes: number): number {
  return Math.min(mostShards, Math.max(1, Math.ceil(minutes / goalMinutes)));
}

/** Evaluations that the expectation rests on: the last ones, for data and hardware change. */
const lastTimes = 9;

/** Minutes that the next evaluation will take: the median of the last nine; `undefined` without any. Oldest first. */
export function expectedMinutes(times: readonly number[]): number | undefined {
  const sorted = times.slice(-lastTimes).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** ISO 3309, as zlib and Python compute it. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb8_8320 : 0);
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}
