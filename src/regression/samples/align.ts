/** Gives both sides the same ids where those of the files are new in every run. */
import { whole } from './like.ts';
import { inStep, listOf } from './pair.ts';
import type { ResultSet, Sample } from './sample.ts';

interface Sides {
  readonly baseline: ResultSet;
  readonly candidate: ResultSet;
  /** How many ids belong to another question on the other side, where samples are paired by their questions for that reason. */
  readonly renumbered?: number;
}

/**
 * By id; where no id is on both sides by the samples' own names (`example_id`), else by what the model was asked. Where the same ids
 * were given to other questions, by these.
 */
export function aligned(baseline: ResultSet, candidate: ResultSet): Sides {
  const own = { baseline, candidate };
  if (candidate.samples.size === 0 || baseline.samples.size === 0) return own;
  if (shares(own)) return byQuestion(own);
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

/** The candidate's samples in the places of the baseline's that ask the same, if more of them are found so than by their ids. */
function byQuestion(own: Sides): Sides {
  const { baseline, candidate } = own;
  let [same, renumbered] = [0, 0];
  const find = inStep(baseline.samples);
  const { samples: all, idAt } = listOf(candidate.samples);
  for (let at = 0; at < all.length; at += 1) {
    const sample = all[at];
    const asked = sample === undefined ? undefined : askedIn(sample);
    const before = asked === undefined ? undefined : find(idAt(at));
    const other = before === undefined ? undefined : askedIn(before);
    if (other === undefined) continue;
    if (asked === other) same++;
    else renumbered++;
  }
  if (renumbered === 0) return own;
  const ids = idsByQuestion(baseline.samples);
  const keys = ids === undefined ? undefined : idsByQuestion(candidate.samples);
  if (ids === undefined || keys === undefined) return own;
  const found = [...keys.keys()].filter((asked) => ids.has(asked)).length;
  if (found <= same) return own;
  const samples = new Map<string, Sample>();
  for (const [asked, id] of keys) {
    const sample = candidate.samples.get(id);
    if (sample !== undefined) samples.set(ids.get(asked) ?? inputId(asked), sample);
  }
  return { baseline, candidate: { ...candidate, samples }, renumbered };
}

function askedIn({ question, prompt }: Sample): number | string | undefined {
  return question ?? prompt;
}

/** `undefined` where a sample has no question, or shares it with another one. */
function idsByQuestion(samples: ReadonlyMap<string, Sample>): Map<string, string> | undefined {
  const ids = new Map<string, string>();
  for (const [id, sample] of samples) {
    const asked = askedIn(sample);
    if (asked === undefined) return undefined;
    const key = `${sample.dataset ?? ''} ${asked}`;
    if (ids.has(key)) return undefined;
    ids.set(key, id);
  }
  return ids;
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
    samples.set(id, { ...whole(sample), id, ...(number > 1 && { cluster: sample.cluster ?? key }) });
  }
  return { ...set, samples };
}
