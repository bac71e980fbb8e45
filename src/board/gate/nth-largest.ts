/** Rounds after which values that somebody put into an unlucky order are sorted all the same. */
const maxRounds = 60;

/**
 * The `n`th largest of numbers none of which is NaN, `n` from 1 to their count; it changes their order. They are parted about one of
 * them, and then only the part in which it lies: of a million a tenth of what it takes to sort them.
 */
export function nthLargest(values: Float64Array, n: number): number {
  const wanted = values.length - n;
  let [low, high] = [0, values.length - 1];
  for (let round = 0; low < high && round < maxRounds; round += 1) {
    const [below, above] = parted(values, low, high);
    if (wanted <= below) high = below;
    else if (wanted >= above) low = above;
    else return values[wanted] ?? Number.NaN;
  }
  values.subarray(low, high + 1).sort();
  return values[wanted] ?? Number.NaN;
}

/** No value up to `below` is larger than one in the middle was, none from `above` on smaller; what is between is equal to it. */
function parted(values: Float64Array, low: number, high: number): [below: number, above: number] {
  const middle = values[(low + high) >>> 1] ?? 0;
  let [left, right] = [low, high];
  while (left <= right) {
    while ((values[left] ?? middle) < middle) left += 1;
    while ((values[right] ?? middle) > middle) right -= 1;
    if (left > right) break;
    const value = values[left] ?? 0;
    values[left] = values[right] ?? 0;
    values[right] = value;
    left += 1;
    right -= 1;
  }
  return [right, left];
}
