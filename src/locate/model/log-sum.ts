/** log(Σ eˣ), without leaving the range of numbers. */
export function logSum(logs: Iterable<number>): number {
  const all = [...logs];
  const most = all.reduce((a, b) => Math.max(a, b), -Infinity);
  return most === -Infinity ? most : most + Math.log(all.reduce((sum, log) => sum + Math.exp(log - most), 0));
}
