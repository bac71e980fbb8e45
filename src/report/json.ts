import type { Report } from './model.ts';

/**
 * The report as JSON, with a line feed at the end; `schema/report.schema.json` describes it.
 * What JSON cannot hold becomes text: NaN and the infinities by name, a BigInt beyond 2^53 by its digits.
 */
export function renderJson(report: Report): string {
  return `${escapeHidden(JSON.stringify(ordered(report), jsonValue, 2))}\n`;
}

/** The contract's own keys in the contract's order, whatever the order in which a gate set them. */
function ordered(report: Report): Record<string, unknown> {
  const { schema, gate, verdict, title, findings, facts, sections, exemption, reports, durationMs } = report;
  const own = { schema, gate, verdict, title, findings, facts, sections, exemption, durationMs };
  return { ...own, reports: reports?.map(ordered) };
}

function jsonValue(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (value instanceof Map) return Object.fromEntries(value);
  return value instanceof Set ? [...value] : value;
}

/**
 * Escapes what would act on the terminal or the job log that the JSON is printed to: it is still the same JSON,
 * because none of it can stand outside a string.
 */
function escapeHidden(json: string): string {
  return json
    .replace(/[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}]/gu, (char) =>
      Array.from({ length: char.length }, (_, i) => unit(char, i)).join(''),
    )
    .replaceAll('##[', '##\\u005b');
}

function unit(char: string, index: number): string {
  return `\\u${char.charCodeAt(index).toString(16).padStart(4, '0')}`;
}
