import type { Board } from '../model.ts';

/** Of the shape; a field that is removed or changes its meaning makes another. */
const version = 1;

/** All that the board's page shows, as JSON; all merges are in the data of their own page. */
export function boardJson(board: Board): string {
  const plain = (key: string, value: unknown): unknown => {
    if (key === 'history') return undefined;
    return value instanceof Map ? Object.fromEntries(value) : value;
  };
  return `${JSON.stringify({ schema: version, ...board }, plain, 1)}\n`;
}
