import { comparable } from './long-text.ts';
import type { Sample } from './sample.ts';
import { SampleTable } from './table.ts';

/** The same sample judged on both sides. */
export interface Pair {
  readonly baseline: Sample;
  readonly candidate: Sample;
  /** Samples of the pool that it stands for, where the round was not drawn evenly from it; absent: as many as every other. */
  readonly weight?: number;
}

/** One of the two that a pair has. */
export type PairSide = 'baseline' | 'candidate';

export interface Pairing {
  readonly pairs: readonly Pair[];
  /** In the candidate only. */
  readonly added: readonly Sample[];
  /** In the baseline only. */
  readonly missing: readonly Sample[];
  /** Same id, but the content (its hash, or the target) is another. */
  readonly changed: readonly Pair[];
  /** Same id, and beside it another question. */
  readonly asked: readonly Pair[];
}

/**
 * Pairs by id; a sample whose content changed, or that asks something else, is not a pair. Where the prompt is what was changed on purpose, hashes that may include it
 * do not count, and the content is the question and the target.
 */
export function pairSamples(
  baseline: ReadonlyMap<string, Sample>,
  candidate: ReadonlyMap<string, Sample>,
  isPromptChanged = false,
): Pairing {
  const pairs: Pair[] = [];
  const added: Sample[] = [];
  const changed: Pair[] = [];
  const asked: Pair[] = [];
  const find = inStep(baseline);
  let found = 0;
  const { samples, idAt } = listOf(candidate);
  for (let at = 0; at < samples.length; at += 1) {
    const [sample, other] = [samples[at], find(idAt(at))];
    if (sample === undefined) continue;
    if (other !== undefined) found += 1;
    if (other === undefined) added.push(sample);
    else if (!sameContent(other, sample, isPromptChanged))
      changed.push({ baseline: other, candidate: sample });
    else if (!isPromptChanged && askOther(other, sample)) asked.push({ baseline: other, candidate: sample });
    else pairs.push({ baseline: other, candidate: sample });
  }
  const missing: Sample[] = [];
  if (found < baseline.size)
    for (const [id, sample] of baseline) if (!candidate.has(id)) missing.push(sample);
  return { pairs, added, missing, changed, asked };
}

/** In a row, before a sample is looked up that stands behind them. */
const mostLeftOut = 4;

/**
 * Finds samples by their ids. Most are asked for in the order in which they stand, and then the next one is it: among a million,
 * looking it up would cost ten times as much.
 */
export function inStep(samples: ReadonlyMap<string, Sample>): (id: string | undefined) => Sample | undefined {
  const { samples: inOrder, idAt } = listOf(samples);
  let next = 0;
  return (id) => {
    if (id === undefined) return undefined;
    for (let at = next; at < next + mostLeftOut; at += 1)
      if (idAt(at) === id) {
        next = at + 1;
        return inOrder[at];
      }
    return samples.get(id);
  };
}

/** Samples with their ids, by their numbers. */
export function listOf(samples: ReadonlyMap<string, Sample>): {
  readonly samples: readonly Sample[];
  readonly idAt: (at: number) => string | undefined;
} {
  if (samples instanceof SampleTable) {
    const list = samples.list();
    return { samples: list, idAt: (at) => list[at]?.id };
  }
  const ids = [...samples.keys()];
  return { samples: [...samples.values()], idAt: (at) => ids[at] };
}

/** Whether both say the same, long answers by their digests. */
export function sameLabels(a: Sample['prediction'], b: Sample['prediction']): boolean {
  const texts = (labels: Sample['prediction']): string =>
    typeof labels === 'string' ? comparable(labels) : String(labels?.map(comparable));
  return texts(a) === texts(b) && (a === null) === (b === null);
}

/** Another question, unless it was sent in the same words: of two texts one may have been written anew. */
function askOther(a: Sample, b: Sample): boolean {
  if (a.question === undefined || b.question === undefined || a.question === b.question) return false;
  return a.prompt === undefined || a.prompt !== b.prompt;
}

/** A hash that only one side has is a change: else leaving it out would hide one. Targets are compared where both sides have one. */
function sameContent(a: Sample, b: Sample, isPromptChanged: boolean): boolean {
  if (isPromptChanged ? a.input !== b.input && a.hash !== b.hash : a.hash !== b.hash) return false;
  return a.target === undefined || b.target === undefined || sameLabels(a.target, b.target);
}
