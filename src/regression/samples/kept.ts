/** Samples as they are kept: a million of them, for as long as the gate runs. */
import { isLike, like } from './like.ts';
import type { Draft, Sample } from './sample.ts';

/** The sample among runs that are `completed`: one that `failed` broke down. Among those that passed it is a wrong answer. */
export function withRun(sample: Sample): Sample {
  return sample.run === 'failed' && sample.status === undefined ? { ...sample, status: 'error' } : sample;
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

/** One that was kept and is simple, under another id, and with another question where one is given: field by field, in the order in which all are kept. */
export function keptLike(
  one: Sample,
  id: string,
  line: number,
  question = one.question,
  prompt = one.prompt,
): Sample {
  if (question === undefined && prompt === undefined) return like(one, id, line);
  const kept: Draft = new Kept(one, one.slices);
  kept.id = id;
  kept.line = line;
  if (one.target !== undefined) kept.target = one.target;
  if (one.prediction !== undefined) kept.prediction = one.prediction;
  if (one.cluster !== undefined) kept.cluster = one.cluster;
  if (one.dataset !== undefined) kept.dataset = one.dataset;
  if (one.status !== undefined) kept.status = one.status;
  if (question !== undefined) kept.question = question;
  if (prompt !== undefined) kept.prompt = prompt;
  return kept;
}

export function isKept(sample: Sample): boolean {
  return sample instanceof Kept || isLike(sample);
}
