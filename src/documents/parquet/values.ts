/** What stands in a cell, as JSON would have it: whole numbers as numbers, or as text beyond 2^53; times as text; raw bytes are left out. */
export function plainValue(value: unknown, depth = 0): unknown {
  if (value === null || typeof value !== 'object')
    return typeof value === 'bigint' ? wholeNumber(value) : value;
  if (depth > deepest || ArrayBuffer.isView(value)) return undefined;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  if (Array.isArray(value)) return value.map((item) => plainValue(item, depth + 1) ?? null);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]): [string, unknown][] => {
      const plain = plainValue(item, depth + 1);
      return plain === undefined ? [] : [[name, plain]];
    }),
  );
}

/** Results are not nested deeper. */
const deepest = 32;

function wholeNumber(value: bigint): number | string {
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}
