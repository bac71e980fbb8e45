import { isRecord } from '../../kernel/record.ts';

/** As Python's `json.dumps(value, sort_keys=True)` writes it; `compact`: with `separators=(",", ":")`. */
export function pythonJson(value: unknown, compact = false): string {
  const [comma, colon] = compact ? [',', ':'] : [', ', ': '];
  const write = (item: unknown): string => {
    if (Array.isArray(item)) return `[${item.map(write).join(comma)}]`;
    if (typeof item === 'string') return text(item);
    if (!isRecord(item)) return typeof item === 'bigint' ? String(item) : JSON.stringify(item ?? null);
    const keys = Object.keys(item).toSorted();
    return `{${keys.map((key) => `${text(key)}${colon}${write(item[key])}`).join(comma)}}`;
  };
  return write(value);
}

/** ASCII only. */
function text(value: string): string {
  return JSON.stringify(value).replaceAll(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
