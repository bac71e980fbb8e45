/** Pictures that are turned, moved, framed or sharpened. */
import type { DensePair } from '../compare/pairs.ts';
import { distanceOf, relativeDistance } from '../compare/fit.ts';
import { blockDistance } from '../compare/judge-pair.ts';
import { blocksAcross } from '../print/statistics.ts';
import { sizeOf } from '../read/stored-array.ts';
import { figure, mostFrequent, ofSamples, type Cause } from './cause.ts';

interface Turn extends Cause {
  /** Block of before that stands at row and column of after. */
  readonly from: (row: number, column: number) => number;
}

const last = blocksAcross - 1;
const at = (row: number, column: number): number => row * blocksAcross + column;

const turns: readonly Turn[] = [
  { kind: 'flip', text: 'pictures are flipped left to right', from: (row, column) => at(row, last - column) },
  { kind: 'flip', text: 'pictures are flipped upside down', from: (row, column) => at(last - row, column) },
  {
    kind: 'rotation',
    text: 'pictures are turned by 180°',
    from: (row, column) => at(last - row, last - column),
  },
  {
    kind: 'rotation',
    text: 'pictures are transposed: height and width are swapped',
    from: (row, column) => at(column, row),
  },
  {
    kind: 'rotation',
    text: 'pictures are turned by 90° clockwise',
    from: (row, column) => at(last - column, row),
  },
  {
    kind: 'rotation',
    text: 'pictures are turned by 90° counter-clockwise',
    from: (row, column) => at(column, last - row),
  },
];

/** `all`: samples that the tensor has, of which these changed. */
export function turnCause(pairs: readonly DensePair[], all: number): Cause | undefined {
  const found = mostFrequent(pairs.map(turnOf), ({ text }) => text);
  if (found === undefined || found.count < pairs.length * 0.8) return undefined;
  const { kind, text } = found.one;
  if (found.count === all || all < 3) return { kind, text };
  return {
    kind: 'augmentation',
    text: `${text} in ${ofSamples(found.count, all)}: a random augmentation is on`,
  };
}

function turnOf({ before, after }: DensePair): Cause | undefined {
  const [a, b] = [before.statistics.blocks, after.statistics.blocks];
  if (before.statistics.layout.height < blocksAcross || before.statistics.layout.width < blocksAcross)
    return undefined;
  const untouched = misfit(a, b, (row, column) => at(row, column));
  const best = turns
    .map((turn) => ({ turn, left: misfit(a, b, turn.from) }))
    .toSorted((one, other) => one.left - other.left)[0];
  return best !== undefined && best.left < 0.02 * untouched ? best.turn : undefined;
}

/** Squares that are left when each block of after is taken for the one of before. */
function misfit(
  before: Float32Array,
  after: Float32Array,
  from: (row: number, column: number) => number,
): number {
  let sum = 0;
  for (let row = 0; row < blocksAcross; row++)
    for (let column = 0; column < blocksAcross; column++)
      sum += ((after[at(row, column)] ?? 0) - (before[from(row, column)] ?? 0)) ** 2;
  return sum;
}

const farthest = 16;

interface Shift {
  readonly right: number;
  readonly down: number;
}

/** Pixels, in halves, by which what is in the middle of pictures moved. */
export function shiftCause(pairs: readonly DensePair[]): Cause | undefined {
  const found = mostFrequent(pairs.map(shiftOf), ({ right, down }) => `${right} ${down}`);
  if (found === undefined || found.count < pairs.length * 0.6) return undefined;
  const { right, down } = found.one;
  const isPlain = pairs[0]?.before.statistics.layout.kind === 'plain';
  const isHalf = right % 1 !== 0 || down % 1 !== 0;
  const words = [directed(right, 'right', 'left'), directed(down, 'down', 'up')].filter(
    (word) => word !== '',
  );
  const why = isHalf
    ? ': another convention for the centres of pixels (align_corners), or an odd crop'
    : ': another crop, padding or rounding of a box';
  return {
    kind: 'shift',
    text: isPlain
      ? `values moved by ${words.join(' and ').replaceAll('px', 'places')}`
      : `pictures moved by ${words.join(' and ')}${why}`,
  };
}

function directed(by: number, positive: string, negative: string): string {
  return by === 0 ? '' : `${Math.abs(by)} px ${by > 0 ? positive : negative}`;
}

function shiftOf({ before, after }: DensePair): Shift | undefined {
  const right = profileShift(before.statistics.columns, after.statistics.columns);
  const down = profileShift(before.statistics.rows, after.statistics.rows);
  if (right === undefined || down === undefined || (right === 0 && down === 0)) return undefined;
  return { right, down };
}

/** By how many places one profile is the other; `undefined` where no shift makes it so. */
function profileShift(before: Float32Array, after: Float32Array): number | undefined {
  const still = profileMisfit(before, after, 0);
  const spread = variance(before);
  if (still <= 2e-4 * spread) return 0;
  let best = { shift: 0, left: still };
  for (let shift = -farthest; shift <= farthest; shift += 0.5) {
    if (shift === 0 || before.length - Math.abs(shift) < 16) continue;
    const left = profileMisfit(before, after, shift) * (shift % 1 === 0 ? 1 : 1.5);
    if (left < best.left) best = { shift, left };
  }
  return best.left < 0.12 * still && best.left < 0.05 * spread
    ? best.shift
    : still <= 0.04 * spread
      ? 0
      : undefined;
}

/** Mean square of what is left; between two places the mean of both stands for the half. */
function profileMisfit(before: Float32Array, after: Float32Array, shift: number): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < after.length; i++) {
    const [low, high] = [before[Math.floor(i - shift)], before[Math.ceil(i - shift)]];
    if (low === undefined || high === undefined) continue;
    sum += ((after[i] ?? 0) - (low + high) / 2) ** 2;
    count++;
  }
  return count === 0 ? Infinity : sum / count;
}

function variance(values: Float32Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
}

/** Constant borders that were not there: a picture is put into a frame instead of stretched. */
export function paddingCause(pairs: readonly DensePair[]): Cause | undefined {
  const changed = pairs.filter(({ before, after }) => sidesOf(before, after).some((by) => Math.abs(by) >= 2));
  const [first] = changed;
  if (first === undefined || changed.length < pairs.length * 0.5) return undefined;
  const total = changed.reduce(
    (sum, { before, after }) => sum + sidesOf(before, after).reduce((all, by) => all + by, 0),
    0,
  );
  const names = ['top', 'right', 'bottom', 'left'];
  const parts = sidesOf(first.before, first.after).flatMap((by, side) =>
    by === 0 ? [] : [`${Math.abs(by)} px at the ${names[side]}`],
  );
  return {
    kind: 'padding',
    text: `pictures ${total > 0 ? 'have constant borders that they had not' : 'lost their constant borders'} in ${ofSamples(changed.length, pairs.length)} (${parts.join(', ')} of ${first.id.slice(0, 60)}): padded instead of stretched, or the other way round`,
  };
}

function sidesOf(before: DensePair['before'], after: DensePair['after']): number[] {
  const { height } = after.statistics.layout;
  if (before.statistics.borders[0] === height || after.statistics.borders[0] === height) return [0, 0, 0, 0];
  return after.statistics.borders.map((length, side) => length - (before.statistics.borders[side] ?? 0));
}

/** The coarse picture is the same, and its finest detail is not. */
export function resamplingCause(pairs: readonly DensePair[]): Cause | undefined {
  const coarse = median(pairs.map(blockDistance));
  if (coarse > 0.1) return undefined;
  if (median(pairs.map(overDetail)) >= 1)
    return coarse > 0.05
      ? undefined
      : {
          kind: 'crop',
          text: 'the coarse picture is the same and its details lie elsewhere: another crop, or resized by another rule',
        };
  if (coarse > 0.2 * median(pairs.map(distanceOf))) return undefined;
  const fine = median(pairs.map((pair) => ratioOf(pair, 0)));
  if (!Number.isFinite(fine) || fine <= 0) return undefined;
  const percent = `${Math.round(100 * Math.abs(1 - fine))} %`;
  if (fine < 0.93)
    return {
      kind: 'resampling',
      text: `resampling lost ${percent} of the finest detail, the coarse picture is the same: a softer filter (bicubic → bilinear), antialiasing, or a blur`,
    };
  if (fine > 1.08)
    return {
      kind: 'resampling',
      text: `resampling added ${percent} to the finest detail, the coarse picture is the same: no antialiasing, a nearest or sharper filter`,
    };
  return {
    kind: 'resampling',
    text: `only fine detail changed (${figure(fine)} × its energy), the coarse picture is the same: lossy compression (JPEG), another decoder or another resampling filter`,
  };
}

/** The distance in units of the finest detail: where details lie elsewhere both sides' are in it. */
function overDetail(pair: DensePair): number {
  const { norm, detail } = pair.before.statistics;
  const length = norm / Math.sqrt(Math.max(1, sizeOf(pair.before.shape)));
  return (relativeDistance(pair) * length) / Math.sqrt((detail[0] ?? 0) + (detail[3] ?? 0));
}

/** Energy of the differences of neighbours, after against before. */
function ratioOf({ before, after }: DensePair, lag: number): number {
  const energy = ({ statistics: { detail } }: DensePair['before']): number =>
    (detail[lag] ?? 0) + (detail[lag + 3] ?? 0);
  return energy(after) / energy(before);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
