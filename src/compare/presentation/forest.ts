/** Intervals below one another on one scale, as text. */

export interface ForestRow {
  readonly delta: number | null;
  readonly ci: readonly [number | null, number | null];
}

/** Characters of a line; odd, so that 0 can stand in the middle. */
const width = 29;

/** `·······├───●──┤····│····`: 0 is the line; without blanks, so that no renderer breaks it. One text a row. */
export function forestLines(rows: readonly ForestRow[]): string[] {
  const reach = reachOf(rows);
  return rows.map((row) => line(row, reach));
}

/** The largest distance from 0 that has to be shown; 0 where nothing is known. */
export function reachOf(rows: readonly ForestRow[]): number {
  return Math.max(0, ...rows.flatMap(({ delta, ci }) => [delta, ...ci].map((value) => Math.abs(value ?? 0))));
}

function line({ delta, ci: [low, high] }: ForestRow, reach: number): string {
  const at = (value: number): number => Math.round((value / (reach || 1) + 1) * ((width - 1) / 2));
  const cells = Array.from({ length: width }, () => '·');
  cells[at(0)] = '│';
  if (low !== null && high !== null) {
    cells.fill('─', at(low), at(high) + 1);
    cells[at(low)] = '├';
    cells[at(high)] = '┤';
  }
  if (delta !== null) cells[at(delta)] = '●';
  return cells.join('');
}
