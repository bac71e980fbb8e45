/** Names for what an affine change of the channels amounts to: the means, deviations and scales that processors are known for. */
import { figure, type Cause } from './cause.ts';

export interface ChannelChange {
  readonly factor: number;
  readonly offset: number;
}

interface Known {
  readonly name: string;
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

/** Of values between 0 and 1, as torchvision, CLIP and SigLIP publish them. */
const published: readonly Known[] = [
  {
    name: 'CLIP',
    mean: [0.48145466, 0.4578275, 0.40821073],
    deviation: [0.26862954, 0.26130258, 0.27577711],
  },
  { name: 'ImageNet', mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225] },
  { name: 'SigLIP (0.5)', mean: [0.5, 0.5, 0.5], deviation: [0.5, 0.5, 0.5] },
  {
    name: 'Cityscapes',
    mean: [0.28689554, 0.32513303, 0.28389177],
    deviation: [0.18696375, 0.19017339, 0.18720214],
  },
  { name: 'CIFAR-10', mean: [0.4914, 0.4822, 0.4465], deviation: [0.247, 0.2435, 0.2616] },
];
const reversed = published
  .filter(({ mean }) => mean[0] !== mean[2])
  .map(({ name, mean, deviation }): Known => ({
    name: `${name} in the order of BGR`,
    mean: mean.toReversed(),
    deviation: deviation.toReversed(),
  }));
const none: Known = { name: '', mean: [0, 0, 0], deviation: [1, 1, 1] };

/** What one change of all channels is called; `undefined` for a change of nothing. */
export function normalisationCause(channels: readonly ChannelChange[]): Cause {
  return (
    betweenKnown(channels) ??
    scaleOf(channels) ??
    twice(channels) ??
    uniform(channels) ??
    perChannel(channels)
  );
}

function betweenKnown(channels: readonly ChannelChange[]): Cause | undefined {
  if (channels.length !== 3) return undefined;
  const all = [...published, ...reversed];
  let best: { readonly cause: Cause; readonly error: number } | undefined;
  for (const was of [none, ...all])
    for (const is of [none, ...all]) {
      if (was === is) continue;
      const error = errorOf(channels, was, is);
      if (error <= 1 && (best === undefined || error < best.error))
        best = { cause: { kind: 'normalisation', text: normalisationText(was, is) }, error };
    }
  return best?.cause ?? halfKnown(channels);
}

/** Only the means, or only the deviations, are those of another. */
function halfKnown(channels: readonly ChannelChange[]): Cause | undefined {
  for (const was of published)
    for (const is of published) {
      if (was === is) continue;
      const mixed = { mean: is.mean, deviation: was.deviation, name: '' };
      if (errorOf(channels, was, mixed) <= 0.1)
        return { kind: 'normalisation', text: `the mean is that of ${is.name}, was that of ${was.name}` };
      if (errorOf(channels, was, { ...mixed, mean: was.mean, deviation: is.deviation }) <= 0.1)
        return { kind: 'normalisation', text: `the std is that of ${is.name}, was that of ${was.name}` };
    }
  return undefined;
}

function normalisationText(was: Known, is: Known): string {
  if (is === none) return `normalisation is skipped: mean and std were those of ${was.name}`;
  if (was === none) return `values are normalised by mean and std of ${is.name}, and were not`;
  return `mean and std are those of ${is.name}, were those of ${was.name}`;
}

/** At most 1 where the change fits: within 0.4 % of the factor, and as much of a deviation. */
function errorOf(channels: readonly ChannelChange[], was: Known, is: Known): number {
  let worst = 0;
  for (const [c, { factor, offset }] of channels.entries()) {
    const a = (was.deviation[c] ?? 1) / (is.deviation[c] ?? 1);
    const b = ((was.mean[c] ?? 0) - (is.mean[c] ?? 0)) / (is.deviation[c] ?? 1);
    worst = Math.max(
      worst,
      Math.abs(factor / a - 1) / 4e-3,
      Math.abs(offset - b) / (4e-3 * (1 + Math.abs(b))),
    );
  }
  return worst;
}

/** Values were multiplied before they were normalised: factor k, offset (k − 1) · mean / std. */
function scaleOf(channels: readonly ChannelChange[]): Cause | undefined {
  const k = mean(channels.map(({ factor }) => factor));
  if (channels.some(({ factor }) => Math.abs(factor / k - 1) > 2e-3) || Math.abs(k - 1) < 1e-5)
    return undefined;
  const fits = [none, ...published].find((known) =>
    channels.every(({ offset }, c) => {
      const wanted = ((k - 1) * (known.mean[c] ?? 0)) / (known.deviation[c] ?? 1);
      return Math.abs(offset - wanted) <= 0.05 * Math.abs(k - 1) * (0.2 + Math.abs(wanted / (k - 1)));
    }),
  );
  if (fits === undefined) return undefined;
  const before = fits === none ? '' : ` before normalisation by mean and std of ${fits.name}`;
  return { kind: 'scale', text: `every value is ${figure(k)} × what it was${before}${scaleWords(k)}` };
}

function scaleWords(k: number): string {
  const found = scales.find(([scale]) => Math.abs(k / scale - 1) < 3e-4);
  return found === undefined ? '' : `: ${found[1]}`;
}

const scales: readonly (readonly [number, string])[] = [
  [255, 'the rescale by 1/255 is missing'],
  [256, 'the rescale by 1/256 is missing'],
  [1 / 255, 'the rescale by 1/255 is applied twice, or for the first time'],
  [1 / 256, 'the rescale by 1/256 is applied twice, or for the first time'],
  [255 / 256, 'rescale 1/255 → 1/256'],
  [256 / 255, 'rescale 1/256 → 1/255'],
  [2, 'rescale 1/255 → 1/127.5'],
  [0.5, 'rescale 1/127.5 → 1/255'],
  [32_768, 'the division by 32768 is missing'],
  [1 / 32_768, 'divided by 32768'],
];

function twice(channels: readonly ChannelChange[]): Cause | undefined {
  const found = published.find((known) => channels.length === 3 && errorOf(channels, none, known) <= 1);
  return found === undefined
    ? undefined
    : {
        kind: 'normalisation',
        text: `values are normalised by mean and std of ${found.name}, perhaps twice`,
      };
}

function uniform(channels: readonly ChannelChange[]): Cause | undefined {
  const factor = mean(channels.map((one) => one.factor));
  const offset = mean(channels.map((one) => one.offset));
  if (
    channels.some(
      (one) =>
        Math.abs(one.factor - factor) > 2e-3 * Math.abs(factor) ||
        Math.abs(one.offset - offset) > 2e-3 * (1 + Math.abs(offset)),
    )
  )
    return undefined;
  if (Math.abs(factor - 1) < 1e-4)
    return {
      kind: 'normalisation',
      text: `every value is ${figure(Math.abs(offset))} ${offset < 0 ? 'lower' : 'higher'} than it was`,
    };
  if (Math.abs(factor - 2) < 4e-3 && Math.abs(offset + 1) < 4e-3)
    return { kind: 'scale', text: 'values lie between -1 and 1, were between 0 and 1' };
  if (Math.abs(factor - 0.5) < 2e-3 && Math.abs(offset - 0.5) < 2e-3)
    return { kind: 'scale', text: 'values lie between 0 and 1, were between -1 and 1' };
  if (Math.abs(factor + 1) < 4e-3) return { kind: 'scale', text: 'values are inverted' };
  return {
    kind: 'normalisation',
    text: `every value is ${figure(factor)} × what it was ${offset < 0 ? '-' : '+'} ${figure(Math.abs(offset))}: another mean or std`,
  };
}

function perChannel(channels: readonly ChannelChange[]): Cause {
  const parts = channels.map(
    ({ factor, offset }) => `${figure(factor)}·x ${offset < 0 ? '-' : '+'} ${figure(Math.abs(offset))}`,
  );
  return {
    kind: 'normalisation',
    text: `another mean or std: the channels are ${parts.join(', ')} of what they were`,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
