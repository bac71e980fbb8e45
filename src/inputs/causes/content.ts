/** A sequence without its padding. */

export type Values = readonly (number | string)[];

export interface Content {
  readonly values: Values;
  /** Places of padding. */
  readonly left: number;
  readonly right: number;
  readonly pad: number | string | undefined;
}

/** By the attention mask where there is one; else a run of one id at an end is padding. */
export function contentOf(values: Values, mask: Values | undefined): Content {
  if (mask !== undefined && mask.length === values.length && mask.some((one) => one !== 0)) {
    const left = mask.findIndex((one) => one !== 0);
    const right = mask.length - 1 - mask.findLastIndex((one) => one !== 0);
    return cut(values, left, right);
  }
  const [left, right] = [runAtStart(values), runAtStart(values.toReversed())];
  // A sequence has its padding at one end, and at least two places of it.
  if (right >= 2 && right >= left) return cut(values, 0, right);
  return left >= 2 ? cut(values, left, 0) : cut(values, 0, 0);
}

function cut(values: Values, left: number, right: number): Content {
  const pad = left > 0 ? values[0] : right > 0 ? values.at(-1) : undefined;
  return { values: values.slice(left, values.length - right), left, right, pad };
}

function runAtStart(values: Values): number {
  let at = 0;
  while (at < values.length && values[at] === values[0]) at++;
  return at === values.length ? 0 : at;
}
