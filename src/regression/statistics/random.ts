import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Uniform numbers, the same for the same seed on every machine. */
export interface Random {
  /** In (0, 1): never 0, so that its logarithm is finite. */
  uniform(): number;
  /** A whole number in [0, limit). */
  below(limit: number): number;
}

export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const uniform = (): number => ((generator.next() >>> 0) + 0.5) / 4294967296;
  return { uniform, below: (limit) => Math.floor(uniform() * limit) };
}

/** Fisher–Yates, from the back; returns a new array. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const order = Int32Array.from(items, (_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
  return Array.from(order).flatMap((at) => items.slice(at, at + 1));
}
