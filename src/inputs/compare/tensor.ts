/** One tensor over all samples: the gravest verdict, and why. */
import type { Cause } from '../causes/cause.ts';
import { ofSamples } from '../causes/cause.ts';
import { commonFactor } from '../causes/affine.ts';
import { sampleOrderCause } from '../causes/arrangement.ts';
import { denseCause } from '../causes/dense.ts';
import { exactCause } from '../causes/tokens.ts';
import type { ExactValue } from '../model.ts';
import { countsEach } from '../read/value.ts';
import { countsCause, countsTolerance, isCounts } from './distribution.ts';
import { isAllRounding, judgePair } from './judge-pair.ts';
import { isDense, isExactPair, sameShape, type Pair, type Paired } from './pairs.ts';
import { defaultTolerance, type Tolerance } from './tolerance.ts';
import type { PairVerdict, TensorVerdict } from './verdict.ts';

export interface TensorResult {
  readonly name: string;
  readonly verdict: TensorVerdict;
  /** The largest of any sample, relative. */
  readonly distance: number;
  /** Why it changed, or what noise it is; absent where it is the same. */
  readonly cause?: Cause;
  /** Samples on both sides, and those of each verdict. */
  readonly samples: number;
  readonly changed: readonly string[];
  readonly noise: number;
  /** Absent for what is compared exactly. */
  readonly tolerance?: Tolerance;
}

export interface TensorContext {
  readonly masks: ReadonlyMap<string, Pair>;
  readonly learned: ReadonlyMap<string, Tolerance>;
}

export function compareTensor(paired: Paired, context: TensorContext): TensorResult {
  const { name, pairs, gone, come } = paired;
  const absent = absentCause(paired);
  if (absent !== undefined)
    return {
      name,
      verdict: 'changed',
      distance: 1,
      cause: absent,
      samples: pairs.length + gone.length + come.length,
      changed: [...gone, ...come],
      noise: 0,
    };
  const learned = context.learned.get(name);
  const [first] = pairs;
  const isCounted = first !== undefined && countsEach(name, first.before.dtype);
  const alone = pairs.map((pair) => ({ pair, ...judgePair(pair, isCounted, learned) }));
  const judged = isAllRounding(alone)
    ? alone
    : alone.map((one) => (one.rounding === undefined ? one : { ...one, verdict: 'changed' as const }));
  const changed = judged.filter(({ verdict }) => verdict === 'changed').map(({ pair }) => pair);
  const noise = judged.filter(({ verdict }) => verdict === 'numeric noise');
  const result = {
    name,
    distance: Math.max(0, ...judged.map(({ distance }) => distance)),
    samples: pairs.length,
    noise: noise.length,
    ...(first !== undefined && isExactPair(first) && isCounts(first) && { tolerance: countsTolerance }),
    ...(first !== undefined &&
      isDense(first) &&
      !isCounted && { tolerance: learned ?? defaultTolerance(first.before.dtype, first.after.dtype) }),
  };
  if (changed.length > 0) {
    const cause = causeOf(name, changed, pairs.length, context);
    return {
      ...result,
      verdict: 'changed',
      changed: changed.map(({ id }) => id),
      ...(cause !== undefined && { cause }),
    };
  }
  const common = noise.length === 0 ? undefined : commonCause(noise, result.tolerance);
  if (common !== undefined)
    return { ...result, verdict: 'changed', changed: noise.map(({ pair }) => pair.id), cause: common };
  return noise.length === 0
    ? { ...result, verdict: 'same', changed: [] }
    : { ...result, verdict: 'numeric noise', changed: [], cause: noiseCause(noise, pairs.length) };
}

function absentCause({ pairs, gone, come }: Paired): Cause | undefined {
  const all = pairs.length + gone.length + come.length;
  if (gone.length > 0)
    return {
      kind: 'missing',
      text:
        gone.length === all ? 'it is no longer fed' : `it is no longer fed in ${ofSamples(gone.length, all)}`,
    };
  if (come.length > 0)
    return {
      kind: 'new',
      text: come.length === all ? 'it is new' : `it is new in ${ofSamples(come.length, all)}`,
    };
  return all === 0 ? { kind: 'missing', text: 'no sample of both sides has it' } : undefined;
}

function causeOf(
  name: string,
  changed: readonly Pair[],
  all: number,
  { masks }: TensorContext,
): Cause | undefined {
  const exact = changed.filter(isExactPair);
  const dense = changed.filter(isDense);
  if (dense.length === changed.length) return denseCause(dense, all);
  const [counts] = exact.filter(isCounts);
  if (counts !== undefined) return countsCause(counts);
  if (exact.length < changed.length)
    return { kind: 'dtype', text: `values are ${changed[0]?.after.dtype}, were ${changed[0]?.before.dtype}` };
  const retyped = exact.every(
    (pair) =>
      sameShape(pair) &&
      pair.before.dtype !== pair.after.dtype &&
      pair.before.values.every((value, at) => value === pair.after.values[at]),
  );
  if (retyped)
    return {
      kind: 'dtype',
      text: `values are ${exact[0]?.after.dtype}, were ${exact[0]?.before.dtype}, and otherwise the same`,
    };
  const moved =
    exact.length > 2 ? sampleOrderCause(exact, ({ values }: ExactValue) => values.join()) : undefined;
  return moved ?? exactCause(name, exact, all, masks);
}

type Judged = PairVerdict & { readonly pair: Pair };

/** What is small in each sample, and goes the same way in all of them, is not noise; nor is it storage. */
function commonCause(noise: readonly Judged[], tolerance: Tolerance | undefined): Cause | undefined {
  if (tolerance === undefined) return undefined;
  // What is exactly rounding is nothing else.
  const others = noise.filter(({ storage }) => storage === undefined).map(({ pair }) => pair);
  const dense = others.filter(isDense);
  return dense.length === 0 ? undefined : commonFactor(dense, tolerance.factor);
}

function noiseCause(noise: readonly Judged[], all: number): Cause {
  const [first] = noise;
  if (first?.why !== undefined) return { kind: 'distribution', text: first.why };
  const storage = noise.every((one) => one.storage === first?.storage) ? first?.storage : undefined;
  if (storage === undefined)
    return { kind: 'values', text: `numeric noise in ${ofSamples(noise.length, all)}` };
  return { kind: 'dtype', text: `${storage} storage: noise only` };
}
