/** Samples as they are kept: a million of them, for as long as the gate runs. */
import { isLike, whole } from './like.ts';
import type { Draft, Sample } from './sample.ts';

/** The sample among runs that are `completed`: one that `failed` broke down. Among those that passed it is a wrong answer. */
export function withRun(sample: Sample): Sample {
  return sample.run === 'failed' && sample.status === undefined
    ? { ...whole(sample), status: 'error' }
    : sample;
}

const noScores: ReadonlyMap<string, number> = new Map();

/** A sample as it is kept. Of a class, V8 learns from the first few how many fields each has, and keeps all of them in the object itself. */
export class Kept implements Draft {
  id: string;
  scores: ReadonlyMap<string, number>;
  slices: readonly string[];
  file: string;

  constructor({ id, scores, file }: Sample, slices: readonly string[]) {
    this.id = id;
    this.scores = scores.size === 0 ? noScores : scores;
    this.slices = slices;
    this.file = file;
  }
}

export function isKept(sample: Sample): boolean {
  return sample instanceof Kept || isLike(sample);
}
