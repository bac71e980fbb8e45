/** Channels that are others, or the same ones with another scale and mean. */
import { fitChannel, energyOf, type Affine } from '../compare/fit.ts';
import type { DensePair } from '../compare/pairs.ts';
import { halfStep } from '../compare/tolerance.ts';
import { isFloat } from '../read/dtypes.ts';
import { mostFrequent, ofSamples, type Cause } from './cause.ts';
import { normalisationCause } from './normalisation.ts';

/** What is left of a change that a fit explains, as a share of its squares: rounding leaves more where the type is coarse. */
function limitOf({ after }: DensePair): number {
  if (!isFloat(after.dtype)) return 0.25;
  return after.dtype === 'bfloat16' || after.dtype.startsWith('float8') ? 0.15 : 0.04;
}

/** Rounding to a smaller type leaves up to half a step of each value, whatever else happened. */
function storageLimit(pairs: readonly DensePair[]): number {
  const type = smallTypes.find((name) =>
    pairs.every(({ after: { hashes } }) => hashes.exact === hashes[name]),
  );
  if (type === undefined) return 0;
  const { difference, after } = energyOf(pairs);
  return difference === 0 ? 0 : Math.min(0.95, (halfStep(type) ** 2 * after) / difference);
}

const smallTypes = ['float16', 'bfloat16'] as const;

interface Fit {
  /** For each channel the one that it was. */
  readonly order: readonly number[];
  readonly channels: readonly Affine[];
  /** Share of the squares of the change that is left. */
  readonly left: number;
}

export function affineCause(pairs: readonly DensePair[]): Cause | undefined {
  const [first] = pairs;
  if (first === undefined) return undefined;
  const limit = Math.max(limitOf(first), storageLimit(pairs));
  const together = bestFit(pairs);
  if (together !== undefined && together.left <= limit) return causeOf(together);
  if (pairs.length < 2) return undefined;
  const alone = pairs.map((pair) => {
    const fit = bestFit([pair]);
    return fit !== undefined && fit.left <= limit ? fit : undefined;
  });
  const found = mostFrequent(alone, ({ order }) => order.join(' '));
  if (found === undefined || found.count < pairs.length * 0.9) return undefined;
  const { order } = found.one;
  return isInOrder(order)
    ? {
        kind: 'augmentation',
        text: `brightness or contrast changes from sample to sample (${ofSamples(found.count, pairs.length)}): an augmentation is on, or each sample is normalised by itself`,
      }
    : channelCause(order);
}

/** All values together became larger or smaller by more than rounding does, and nothing else happened to them. */
export function commonFactor(pairs: readonly DensePair[], limit: number): Cause | undefined {
  const fit = bestFit(pairs);
  if (fit === undefined || !isInOrder(fit.order) || fit.left > 0.2) return undefined;
  return fit.channels.some(({ factor }) => Math.abs(factor - 1) > limit) ? causeOf(fit) : undefined;
}

function bestFit(pairs: readonly DensePair[]): Fit | undefined {
  const count = pairs[0]?.before.statistics.channels.length ?? 0;
  if (
    pairs.some(
      ({ before, after }) =>
        before.statistics.channels.length !== count || after.statistics.channels.length !== count,
    )
  )
    return undefined;
  const { difference } = energyOf(pairs);
  const spread = 0.5 * spreadOf(pairs);
  const fits = ordersOf(count).map((order): Fit => {
    const channels = order.map((from, to) => fitChannel(pairs, from, to));
    const residual = channels.reduce((sum, channel) => sum + channel.residual, 0);
    const left = difference === 0 ? 0 : Math.max(residual / difference, residual / spread);
    return { order, channels, left };
  });
  // In doubt the channels are where they were.
  return fits.reduce<Fit | undefined>(
    (best, fit) => (best === undefined || fit.left < best.left * 0.7 ? fit : best),
    undefined,
  );
}

/** Squares of after from its means: what an offset alone cannot explain away. */
function spreadOf(pairs: readonly DensePair[]): number {
  let sum = 0;
  for (const { after } of pairs) {
    const { channels, layout } = after.statistics;
    for (const { deviation } of channels)
      sum += layout.frames * layout.height * layout.width * deviation ** 2;
  }
  return Math.max(sum, Number.MIN_VALUE);
}

function ordersOf(count: number): number[][] {
  const own = Array.from({ length: count }, (_, i) => i);
  if (count !== 3 && count !== 4) return [own];
  const others = [
    [2, 1, 0],
    [1, 0, 2],
    [0, 2, 1],
    [1, 2, 0],
    [2, 0, 1],
  ];
  return [own, ...others.map((order) => (count === 4 ? [...order, 3] : order))];
}

function isInOrder(order: readonly number[]): boolean {
  return order.every((from, to) => from === to);
}

function causeOf({ order, channels }: Fit): Cause | undefined {
  if (!isInOrder(order)) return channelCause(order);
  const isConstant = channels.every(({ factor }) => Math.abs(factor) < 1e-6);
  return isConstant ? undefined : normalisationCause(channels);
}

function channelCause(order: readonly number[]): Cause {
  const rgb = ['R', 'G', 'B', 'A'];
  const now = order.map((from) => rgb[from] ?? '?').join('');
  return { kind: 'channels', text: `channels are ${now} instead of ${rgb.slice(0, order.length).join('')}` };
}

/** Every channel is the same mixture, or each one of its own. */
export function mixtureCause(pairs: readonly DensePair[]): Cause | undefined {
  const isGrey = (side: 'before' | 'after'): boolean =>
    pairs.every((pair) => {
      const [first, ...others] = pair[side].statistics.channels;
      return others.length > 0 && others.every((one) => isProportional(first, one, pair, side));
    });
  if (isGrey('after') && !isGrey('before'))
    return { kind: 'channels', text: 'pictures are grey: all channels are the same' };
  return isGrey('before') && !isGrey('after')
    ? { kind: 'channels', text: 'pictures are in colour, were grey' }
    : undefined;
}

type Channel = DensePair['before']['statistics']['channels'][number] | undefined;

/** Up to the mean and std of a normalisation: their sketches are the same but for a factor and an offset. */
function isProportional(first: Channel, other: Channel, pair: DensePair, side: 'before' | 'after'): boolean {
  const { statistics } = pair[side];
  if (first === undefined || other === undefined || first.deviation === 0) return false;
  const [from, to] = [statistics.channels.indexOf(first), statistics.channels.indexOf(other)];
  const self = { id: pair.id, before: pair[side], after: pair[side] };
  const { residual } = fitChannel([self], from, to);
  const squares = (statistics.sketches[to] ?? new Float32Array()).reduce(
    (sum, value) => sum + value * value,
    0,
  );
  return squares > 0 && residual / squares < 1e-4;
}
