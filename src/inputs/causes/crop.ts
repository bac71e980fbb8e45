/** Another part of the picture is seen, or the same part larger. */
import type { DensePair } from '../compare/pairs.ts';
import { blocksAcross } from '../print/statistics.ts';
import { mostFrequent, ofSamples, type Cause } from './cause.ts';

/** Share of the change of the blocks that a fit must explain. */
const leastExplained = 0.35;

/** By the gradient of the block means: a picture that moves or grows a little changes along it. */
export function cropCause(pairs: readonly DensePair[]): Cause | undefined {
  const found = mostFrequent(pairs.map(zoomOf), (zoom) => zoom);
  if (found === undefined || found.count < pairs.length * 0.5) return undefined;
  return {
    kind: 'crop',
    text: `another part of the pictures is seen, they are ${found.one} in ${ofSamples(found.count, pairs.length)}: another crop, or resized by another rule`,
  };
}

type Zoom = 'larger' | 'smaller' | 'stretched or moved';

function zoomOf({ before, after }: DensePair): Zoom | undefined {
  const { height, width } = before.statistics.layout;
  if (height < 4 * blocksAcross || width < 4 * blocksAcross) return undefined;
  const fit = warpOf(before.statistics.blocks, after.statistics.blocks);
  if (fit === undefined || fit.explained < leastExplained) return undefined;
  if (fit.across > 0.002 && fit.down > 0.002) return 'larger';
  return fit.across < -0.002 && fit.down < -0.002 ? 'smaller' : 'stretched or moved';
}

interface Warp {
  /** Growth along each axis. */
  readonly across: number;
  readonly down: number;
  readonly explained: number;
}

/** Least squares for after − before = −(gx · (u + across · x) + gy · (v + down · y)), x and y from the middle. */
function warpOf(before: Float32Array, after: Float32Array): Warp | undefined {
  const rows: number[][] = [];
  const differences: number[] = [];
  const block = (row: number, column: number): number => before[row * blocksAcross + column] ?? 0;
  const middle = (blocksAcross - 1) / 2;
  for (let row = 1; row < blocksAcross - 1; row++)
    for (let column = 1; column < blocksAcross - 1; column++) {
      const right = (block(row, column + 1) - block(row, column - 1)) / 2;
      const down = (block(row + 1, column) - block(row - 1, column)) / 2;
      rows.push([-right, -right * (column - middle), -down, -down * (row - middle)]);
      differences.push((after[row * blocksAcross + column] ?? 0) - block(row, column));
    }
  const solved = leastSquares(rows, differences);
  const all = differences.reduce((sum, value) => sum + value * value, 0);
  if (solved === undefined || all === 0) return undefined;
  const left = rows.reduce((sum, row, i) => sum + ((differences[i] ?? 0) - dot(row, solved)) ** 2, 0);
  return { across: solved[1] ?? 0, down: solved[3] ?? 0, explained: 1 - left / all };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** By the normal equations and Gauss–Jordan elimination with pivots; `undefined` where they have no one solution. */
function leastSquares(rows: readonly (readonly number[])[], wanted: readonly number[]): number[] | undefined {
  const size = rows[0]?.length ?? 0;
  const system = Array.from({ length: size }, (_, i) => [
    ...Array.from({ length: size }, (_, j) =>
      rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0),
    ),
    rows.reduce((sum, row, k) => sum + (row[i] ?? 0) * (wanted[k] ?? 0), 0),
  ]);
  for (let i = 0; i < size; i++) {
    const [pivot] = system.slice(i).toSorted((a, b) => Math.abs(b[i] ?? 0) - Math.abs(a[i] ?? 0));
    if (pivot === undefined || Math.abs(pivot[i] ?? 0) < 1e-12) return undefined;
    system.splice(system.indexOf(pivot), 1);
    system.splice(i, 0, pivot);
    for (const [k, row] of system.entries()) {
      if (k === i) continue;
      const times = (row[i] ?? 0) / (pivot[i] ?? 1);
      for (let j = i; j <= size; j++) row[j] = (row[j] ?? 0) - times * (pivot[j] ?? 0);
    }
  }
  return system.map((row, i) => (row[size] ?? 0) / (row[i] ?? 1));
}
