/** Why a tensor of numbers changed: the first explanation that its structure bears out. */
import type { DensePrint } from '../model.ts';
import { hasOutliers } from '../compare/fit.ts';
import { sameShape, type DensePair } from '../compare/pairs.ts';
import { kindOf } from '../compare/tolerance.ts';
import { sizeOf } from '../read/stored-array.ts';
import { affineCause, mixtureCause } from './affine.ts';
import {
  emptyCause,
  frameCause,
  placeCause,
  rangeCause,
  sampleOrderCause,
  shapeCause,
} from './arrangement.ts';
import { mostFrequent, ofSamples, type Cause } from './cause.ts';
import { cropCause } from './crop.ts';
import { paddingCause, resamplingCause, shiftCause, turnCause } from './geometry.ts';

/** `changed`: pairs that changed; `all`: samples that have the tensor on both sides. */
export function denseCause(changed: readonly DensePair[], all: number): Cause | undefined {
  const shaped = changed.filter((pair) => !sameShape(pair));
  if (shaped.length > 0) return ofShapes(shaped, all);
  return (
    dtypeCause(changed) ??
    emptyCause(changed, all) ??
    sampleOrderCause(changed, ({ hashes }: DensePrint) => hashes.exact) ??
    (changed.every((pair) => sizeOf(pair.before.shape) >= leastMany && hasOutliers(pair))
      ? few(changed, all)
      : undefined) ??
    structureCause(changed, all) ??
    rangeCause(changed, all)
  );
}

function ofShapes(shaped: readonly DensePair[], all: number): Cause | undefined {
  const found = mostFrequent(shaped.map(shapeCause), ({ text }) => text);
  if (found === undefined) return undefined;
  return found.count === all
    ? found.one
    : { ...found.one, text: `${found.one.text} (${ofSamples(shaped.length, all)})` };
}

/** Of fewer values a few are all. */
const leastMany = 1024;

/** Where all else is the same. */
function few(changed: readonly DensePair[], all: number): Cause {
  return {
    kind: 'values',
    text: `a few values are other ones in ${ofSamples(changed.length, all)}, all else is the same`,
  };
}

/** The same values as another kind of number. */
function dtypeCause(changed: readonly DensePair[]): Cause | undefined {
  const [first] = changed;
  if (first === undefined || changed.some(({ before, after }) => before.hashes.exact !== after.hashes.exact))
    return undefined;
  const { before, after } = first;
  return kindOf(before.dtype) === kindOf(after.dtype)
    ? undefined
    : { kind: 'dtype', text: `values are ${after.dtype}, were ${before.dtype}, and otherwise the same` };
}

function structureCause(changed: readonly DensePair[], all: number): Cause | undefined {
  // What has no channels is not a picture.
  if (changed.every(({ before }) => before.statistics.layout.kind === 'plain'))
    return affineCause(changed) ?? shiftCause(changed) ?? placeCause(changed);
  return (
    affineCause(changed) ??
    turnCause(changed, all) ??
    mixtureCause(changed) ??
    paddingCause(changed) ??
    shiftCause(changed) ??
    placeCause(changed) ??
    frameCause(changed) ??
    cropCause(changed) ??
    resamplingCause(changed)
  );
}
