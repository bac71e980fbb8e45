/** Trunk's answers to samples that its recorded results leave open, evaluated again. */
import { sameLabels } from './pair.ts';
import { statedDifferently } from './setup.ts';
import type { ResultSet, Sample } from './sample.ts';

export interface AskedAgain {
  readonly results: ResultSet;
  /** Samples that are answered now. */
  readonly answered: number;
  /** Samples that were open. */
  readonly open: number;
  /** Why nothing of it is taken. */
  readonly refused?: string;
}

/** The baseline with new answers in place of those it lacks; all that it has answered stays, and samples it does not know are left out. */
export function withAnswers(baseline: ResultSet, again: ResultSet): AskedAgain {
  const open = [...baseline.samples.values()].filter(isOpen);
  const setup = statedDifferently(baseline, again);
  if (setup !== undefined) return { results: baseline, answered: 0, open: open.length, refused: setup };
  const samples = new Map(baseline.samples);
  let answered = 0;
  for (const before of open) {
    const after = again.samples.get(before.id);
    if (after === undefined || isOpen(after) || !isSame(before, after)) continue;
    samples.set(before.id, after);
    answered++;
  }
  return { results: { ...baseline, samples }, answered, open: open.length };
}

function isOpen({ status }: Sample): boolean {
  return status !== undefined && status !== 'answered';
}

function isSame(before: Sample, after: Sample): boolean {
  if (before.hash !== undefined && after.hash !== undefined && before.hash !== after.hash) return false;
  return before.target === undefined || after.target === undefined || sameLabels(before.target, after.target);
}
