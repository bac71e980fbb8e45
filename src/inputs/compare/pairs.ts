/** The samples of both sides that are the same, and what is on one side only. */
import type { DensePrint, ExactValue, Fingerprints, Print, SamplePrint } from '../model.ts';
import { allSamples } from '../model.ts';

export interface Pair<P = Print> {
  readonly id: string;
  readonly before: P;
  readonly after: P;
}

export type DensePair = Pair<DensePrint>;
export type ExactPair = Pair<ExactValue>;

/** A tensor in the samples of both sides. */
export interface Paired {
  readonly name: string;
  readonly pairs: readonly Pair[];
  /** Samples in which only one side has it. */
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

export interface PairedSides {
  /** Ids that both sides have, in the order of the baseline. */
  readonly ids: readonly string[];
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
  /** The same ids come in another order. */
  readonly reordered: boolean;
  readonly tensors: readonly Paired[];
  /** Anything of both sides can be compared. */
  readonly paired: boolean;
}

export function pairSides(before: Fingerprints, after: Fingerprints): PairedSides {
  const [one, other] = [sampleIds(before), sampleIds(after)];
  const ids = one.filter((id) => after.samples.has(id));
  const inOrderOfAfter = other.filter((id) => before.samples.has(id));
  const names = [...new Set([...before.names, ...after.names])];
  // What belongs to no single sample is on both sides, and may be of nothing there.
  const paired = [before, after].some(({ samples }) => samples.has(allSamples)) ? [...ids, allSamples] : ids;
  return {
    ids,
    onlyBefore: one.filter((id) => !after.samples.has(id)),
    onlyAfter: other.filter((id) => !before.samples.has(id)),
    reordered: ids.some((id, at) => inOrderOfAfter[at] !== id),
    tensors: names
      .map((name) => pairTensor(name, paired, before.samples, after.samples))
      .filter(({ pairs, gone, come }) => ids.length > 0 || pairs.length + gone.length + come.length > 0),
    paired: ids.length > 0 || [before, after].every(({ samples }) => samples.has(allSamples)),
  };
}

/** Without the one that stands for all. */
export function sampleIds({ samples }: Fingerprints): string[] {
  return [...samples.keys()].filter((id) => id !== allSamples);
}

function pairTensor(
  name: string,
  ids: readonly string[],
  before: ReadonlyMap<string, SamplePrint>,
  after: ReadonlyMap<string, SamplePrint>,
): Paired {
  const pairs: Pair[] = [];
  const [gone, come]: [string[], string[]] = [[], []];
  for (const id of ids) {
    const [one, other] = [before.get(id)?.get(name), after.get(id)?.get(name)];
    if (one !== undefined && other !== undefined) pairs.push({ id, before: one, after: other });
    else if (one !== undefined) gone.push(id);
    else if (other !== undefined) come.push(id);
  }
  return { name, pairs, gone, come };
}

export function isDense(pair: Pair): pair is DensePair {
  return pair.before.kind === 'dense' && pair.after.kind === 'dense';
}

export function isExactPair(pair: Pair): pair is ExactPair {
  return pair.before.kind === 'exact' && pair.after.kind === 'exact';
}

export function sameShape({ before, after }: Pair): boolean {
  return (
    before.shape.length === after.shape.length &&
    before.shape.every((length, axis) => length === after.shape[axis])
  );
}
