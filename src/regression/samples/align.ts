/** Gives both sides the same ids where those of the files are new in every run. */
import type { ResultSet, Sample } from './sample.ts';

interface Sides {
  readonly baseline: ResultSet;
  readonly candidate: ResultSet;
}

/** By id; where no id is on both sides by the samples' own names (`example_id`), else by what the model was asked. */
export function aligned(baseline: ResultSet, candidate: ResultSet): Sides {
  const own = { baseline, candidate };
  if (candidate.samples.size === 0 || baseline.samples.size === 0 || shares(own)) return own;
  for (const keyOf of keys) {
    if (![baseline, candidate].every(({ samples }) => everyHas(samples, keyOf))) continue;
    const renamed = { baseline: renamedBy(baseline, keyOf), candidate: renamedBy(candidate, keyOf) };
    if (shares(renamed)) return renamed;
  }
  return own;
}

type Key = (sample: Sample) => string | undefined;

const keys: readonly Key[] = [
  ({ example }) => example,
  ({ input }) => (input === undefined ? undefined : inputId(input)),
];

/** The id of a sample that only what was asked names. */
export function inputId(digest: string): string {
  return `input ${digest}`;
}

function shares({ baseline, candidate }: Sides): boolean {
  for (const id of candidate.samples.keys()) if (baseline.samples.has(id)) return true;
  return false;
}

function everyHas(samples: ReadonlyMap<string, Sample>, keyOf: Key): boolean {
  for (const sample of samples.values()) if (keyOf(sample) === undefined) return false;
  return true;
}

/** Rows of one key are several answers to one question. */
function renamedBy(set: ResultSet, keyOf: Key): ResultSet {
  const samples = new Map<string, Sample>();
  const seen = new Map<string, number>();
  for (const sample of set.samples.values()) {
    const key = keyOf(sample) ?? sample.id;
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    const id = number === 1 ? key : `${key}/repeat ${number}`;
    samples.set(id, { ...sample, id, ...(number > 1 && { cluster: sample.cluster ?? key }) });
  }
  return { ...set, samples };
}
