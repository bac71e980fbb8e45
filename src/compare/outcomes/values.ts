/** What a cell says as a number. */
import { scoreOf } from '../../regression/index.ts';

/** No outcome yet: the unit was assigned all the same. */
export const missing = Infinity;

/** What says yes and no in logs, beside the words of result files. */
const words: ReadonlyMap<string, number> = new Map([
  ...['success', 'succeeded', 'ok', 'correct', 'relevant', 'good', 'resolved', 'thumbs_up', 'up'].map(
    (word) => [word, 1] as const,
  ),
  ...[
    'failure',
    'failed',
    'error',
    'incorrect',
    'not_relevant',
    'bad',
    'unresolved',
    'thumbs_down',
    'down',
  ].map((word) => [word, 0] as const),
]);

/** `missing` where nothing is said, NaN for what is not a number; of a list, as of one thing scored several times, the mean. */
export function valueOf(value: unknown): number {
  if (isEmpty(value)) return missing;
  const list = listIn(value);
  if (list === undefined) return numberOf(value);
  const all = list.filter((one) => !isEmpty(one)).map(numberOf);
  return all.length === 0 ? missing : all.reduce((sum, one) => sum + one, 0) / all.length;
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** A list, or the text of one, as in a CSV. */
export function listIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'string' || !value.startsWith('[')) return undefined;
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function numberOf(value: unknown): number {
  const known = typeof value === 'string' ? words.get(value.trim().toLowerCase()) : undefined;
  const number = known ?? scoreOf(value);
  return Number.isFinite(number) ? number : Number.NaN;
}
