/** What one sample is fed to a model as, and what is kept of it. */
import type { Numbers } from './read/decode.ts';

/** Numbers that are compared by what they amount to: pictures, features. */
export interface DenseValue {
  readonly kind: 'dense';
  readonly dtype: string;
  readonly shape: readonly number[];
  /** The last axis runs fastest. */
  readonly values: Numbers;
  /** Of flattened patches: frames, rows and columns of patches. */
  readonly grid?: readonly number[];
}

/** Values of which each one counts: token ids, masks, labels, positions. */
export interface ExactValue {
  readonly kind: 'exact';
  readonly dtype: string;
  readonly shape: readonly number[];
  /** Whole numbers; as text where they are beyond 2^53, or are text. */
  readonly values: readonly (number | string)[];
}

export type Value = DenseValue | ExactValue;

/** Takes the values of samples, in whatever order. */
export type Take = (sample: string, name: string, value: Value) => void;

/** The sample under which stands what belongs to no single one. */
export const allSamples = '*';

/** What is kept of numbers: the same for a picture of any size. Sizes are in docs/inputs.md. */
export interface DensePrint {
  readonly kind: 'dense';
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly grid?: readonly number[];
  readonly hashes: Hashes;
  readonly statistics: Statistics;
}

/** 64-bit hashes as text; two are equal only for equal values, as good as surely. */
export interface Hashes {
  /** Of the values as 64-bit floats, in their order. */
  readonly exact: string;
  /** Of the values rounded to a smaller type, which is how storing them there leaves them. */
  readonly float32: string;
  readonly bfloat16: string;
  /** Cut off instead of rounded. */
  readonly bfloat16Cut: string;
  readonly float16: string;
  readonly float8_e4m3: string;
  readonly float8_e5m2: string;
  /** Of the values, whatever their order. */
  readonly values: string;
  /** Of the rows of the first axis, whatever their order. */
  readonly rows: string;
}

/** Channels are planes of `height` × `width`; numbers without channels are one plane. */
export interface Statistics {
  readonly layout: Layout;
  readonly channels: readonly Moments[];
  /** Finite values whose sum of squares is the square of it: the length of the vector. */
  readonly norm: number;
  readonly nan: number;
  readonly infinite: number;
  /** Random projections of each channel, by the same signs in each: distances between samples stay what they are. */
  readonly sketches: readonly Float32Array[];
  /** Projections of what rounding to bfloat16 and to float16 changes, over all channels: 8 of either. */
  readonly rounding: readonly Float32Array[];
  /** Means of 8 × 8 blocks over all channels, row by row. */
  readonly blocks: Float32Array;
  /** Means of the middle columns and rows of pixels, one by one: a shift moves them. */
  readonly columns: Float32Array;
  readonly rows: Float32Array;
  /** Mean squared differences of neighbours, two apart, and four apart. */
  readonly detail: Float32Array;
  /** Constant rows or columns at the top, right, bottom and left. */
  readonly borders: readonly number[];
  /** Means of the frames of a video; empty for a picture. */
  readonly frames: Float32Array;
}

export interface Moments {
  readonly mean: number;
  readonly deviation: number;
  readonly low: number;
  readonly high: number;
}

export interface Layout {
  readonly kind: 'chw' | 'hwc' | 'patches' | 'plain';
  readonly channels: number;
  readonly frames: number;
  readonly height: number;
  readonly width: number;
}

export type Print = DensePrint | ExactValue;

/** The tensors of one sample by name. */
export type SamplePrint = ReadonlyMap<string, Print>;

/** One side: samples in their order. */
export interface Fingerprints {
  readonly samples: ReadonlyMap<string, SamplePrint>;
  /** Tensors in the order in which they were first seen. */
  readonly names: readonly string[];
  /** The samples are numbered, for nothing names them. */
  readonly numbered: boolean;
  /** How far apart two runs were, by tensor, where a fingerprint says so. */
  readonly noise?: ReadonlyMap<string, number>;
}
