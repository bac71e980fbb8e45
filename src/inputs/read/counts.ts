/** Distributions of training data, with exact counts: `counts.NAME` beside `bins.NAME` in files of arrays, `{distribution, counts}` in a row. */
import { isRecord } from '../../kernel/record.ts';
import { allSamples, type ExactValue, type Take } from '../model.ts';
import { decodeExact } from './decode.ts';
import { decodeTexts } from './npy.ts';
import { Unreadable } from './source.ts';
import { rowCount, type StoredArray } from './stored-array.ts';

const mostBins = 100_000;

export function isOfCounts({ name }: Pick<StoredArray, 'name'>): boolean {
  return /^(?:counts|bins)[./]./.test(name);
}

/** Takes what `counts.NAME` and `bins.NAME` hold; without bins they are numbered from 0. Throws `Unreadable`. */
export async function takeCounts(arrays: readonly StoredArray[], take: Take): Promise<void> {
  const bins = new Map(
    arrays.filter(({ name }) => name.startsWith('bins')).map((array) => [array.name.slice(5), array]),
  );
  for (const array of arrays.filter(({ name }) => name.startsWith('counts'))) {
    const name = array.name.slice(7);
    const counts = await valuesOf(array);
    const own = bins.get(name);
    const names = own === undefined ? counts.map((_, at) => at) : await valuesOf(own);
    // Edges of a histogram are one more than its bins.
    if (names.length !== counts.length && names.length !== counts.length + 1)
      throw new Unreadable(
        `bins.${name.slice(0, 80)} has ${names.length} values for ${counts.length} counts`,
      );
    take(allSamples, name, countsValue(counts.map((count, at) => [names[at] ?? at, count])));
  }
}

/** Of a row `{"distribution": "mixture", "counts": {"docs": 512, "charts": 488}}`; `undefined` where it is none. */
export function countsInRow(
  row: Readonly<Record<string, unknown>>,
): { name: string; value: ExactValue } | undefined {
  const { distribution, counts } = row;
  if (typeof distribution !== 'string' || !isRecord(counts)) return undefined;
  return { name: distribution, value: countsValue(Object.entries(counts)) };
}

function countsValue(entries: readonly (readonly [unknown, unknown])[]): ExactValue {
  if (entries.length > mostBins)
    throw new Unreadable(`a distribution has ${entries.length} bins; at most ${mostBins} are read`);
  const values = entries.flatMap(([bin, count]) => {
    if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0)
      throw new Unreadable(
        `${String(count).slice(0, 40)} is not a count`,
        'Write how often each was there, as whole numbers, not shares.',
      );
    return [typeof bin === 'number' ? bin : String(bin), count];
  });
  return { kind: 'exact', dtype: 'counts', shape: [values.length], values };
}

async function valuesOf(array: StoredArray): Promise<(number | string)[]> {
  if (array.shape.length !== 1 || rowCount(array) > mostBins + 1)
    throw new Unreadable(`${array.name.slice(0, 80)} is not a list of at most ${mostBins} bins`);
  const bytes = await array.rows(0, rowCount(array));
  return array.dtype.kind === 'text' ? decodeTexts(bytes, array.dtype) : decodeExact(bytes, array.dtype);
}
