/** So far from it nobody meant it: sizes are small, and what a file says may be any number. */
const farthest = 10_000;

/** The divisor of `whole` nearest to `part`, the larger of two as near: what a person tries first; 1 where there is none near. Both are 1 or more. */
export function divisorNear(whole: number, part: number): number {
  const from = Math.min(whole, Math.max(1, part));
  for (let distance = 0; distance < farthest; distance += 1) {
    const found = [from + distance, from - distance].find(
      (size) => size >= 1 && size <= whole && whole % size === 0,
    );
    if (found !== undefined) return found;
  }
  return 1;
}
