/** Predictions that are a label of the targets in another spelling: they count as wrong, and as classes of their own. */
import type { Pair, PairSide } from '../samples/pair.ts';
import { whole } from '../samples/like.ts';
import type { Sample } from '../samples/sample.ts';

/** What one side says in other words. */
export interface Spelling {
  /** Predictions that are not the label of any target, and are one when they are read plainly. */
  readonly others: number;
  /** How many of all are right, and how many would be. */
  readonly right: number;
  readonly rightPlain: number;
  readonly example?: { readonly said: string; readonly meant: string };
}

export interface Respelled {
  readonly baseline: Spelling;
  readonly candidate: Spelling;
  /** The same pairs with every prediction read plainly, and with it each score that only says whether they are right. */
  readonly pairs: readonly Pair[];
}

/** Both sides read plainly; `undefined` where no prediction is spelled otherwise, or the targets are answers in words. */
export function respelled(pairs: readonly Pair[]): Respelled | undefined {
  const labels = labelsOf(pairs);
  if (labels === undefined || saysOnly(pairs, labels)) return undefined;
  const read = {
    baseline: readerOf(pairs, 'baseline', 'candidate', labels),
    candidate: readerOf(pairs, 'candidate', 'baseline', labels),
  };
  const side = (name: PairSide): Spelling => spellingOf(pairs, name, read[name]);
  const told = { baseline: side('baseline'), candidate: side('candidate') };
  return told.baseline.others + told.candidate.others === 0
    ? undefined
    : { ...told, pairs: plainPairs(pairs, read) };
}

/** Whether every prediction is a label as it is spelled. */
function saysOnly(pairs: readonly Pair[], labels: ReadonlySet<string>): boolean {
  const isLabel = ({ prediction }: Sample): boolean =>
    typeof prediction !== 'string' || labels.has(prediction);
  return pairs.every(({ baseline, candidate }) => isLabel(baseline) && isLabel(candidate));
}

/** The label that a prediction means; `undefined` for what is none. */
type Reader = (prediction: Sample['prediction']) => string | undefined;

/** All labels of the targets; `undefined` where these are answers in words. */
function labelsOf(pairs: readonly Pair[]): ReadonlySet<string> | undefined {
  const labels = new Set<string>();
  const most = Math.max(2, Math.min(100, pairs.length / 5));
  for (const { baseline } of pairs) {
    if (typeof baseline.target !== 'string') return undefined;
    labels.add(baseline.target);
    if (labels.size > most) return undefined;
  }
  return labels;
}

function readerOf(
  pairs: readonly Pair[],
  own: PairSide,
  other: PairSide,
  labels: ReadonlySet<string>,
): Reader {
  const meant = plainLabels(labels);
  const plain: Reader = (prediction) =>
    typeof prediction !== 'string'
      ? undefined
      : labels.has(prediction)
        ? prediction
        : meant.get(plainLabel(prediction));
  const aliases = aliasesOf(pairs, { own, other }, plain);
  return (prediction) =>
    plain(prediction) ?? (typeof prediction === 'string' ? aliases.get(prediction) : undefined);
}

/** Plain spelling → label, but for those that several labels share. */
function plainLabels(labels: ReadonlySet<string>): Map<string, string> {
  const meant = new Map<string, string>();
  const shared = new Set<string>();
  for (const label of labels) {
    const plain = plainLabel(label);
    if (meant.has(plain)) shared.add(plain);
    meant.set(plain, label);
  }
  for (const plain of shared) meant.delete(plain);
  return meant;
}

/**
 * Other names of the labels, such as 1 and 0 for yes and no: each stands nearly always where the other side says one label, and no two for
 * the same. A single one could be a refusal.
 */
function aliasesOf(
  pairs: readonly Pair[],
  { own, other }: { readonly own: PairSide; readonly other: PairSide },
  plain: Reader,
): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const pair of pairs) {
    const { prediction } = pair[own];
    const label = pair[other].prediction;
    if (typeof prediction !== 'string' || prediction.length > longestLabel || plain(prediction) !== undefined)
      continue;
    if (typeof label !== 'string' || plain(label) === undefined) continue;
    const of = counts.get(prediction) ?? new Map<string, number>();
    of.set(plain(label) ?? label, (of.get(plain(label) ?? label) ?? 0) + 1);
    counts.set(prediction, of);
    if (counts.size > mostAliases) return new Map();
  }
  const aliases = new Map<string, string>();
  for (const [name, of] of counts) {
    const all = [...of.values()].reduce((sum, count) => sum + count, 0);
    const [label, count] = [...of].reduce((most, one) => (one[1] > most[1] ? one : most));
    if (all >= fewestOfAlias && count >= nearlyAlways * all) aliases.set(name, label);
  }
  return aliases.size >= 2 && new Set(aliases.values()).size === aliases.size ? aliases : new Map();
}

const mostAliases = 100;
const fewestOfAlias = 5;
const nearlyAlways = 0.9;

function spellingOf(pairs: readonly Pair[], name: PairSide, read: Reader): Spelling {
  let [others, right, rightPlain] = [0, 0, 0];
  let example: Spelling['example'];
  for (const pair of pairs) {
    const { target, prediction } = pair[name];
    const label = read(prediction);
    right += Number(prediction === target);
    rightPlain += Number(label !== undefined && label === target);
    if (typeof prediction !== 'string' || label === undefined || label === prediction) continue;
    others++;
    example ??= { said: prediction, meant: label };
  }
  return { others, right, rightPlain, ...(example !== undefined && { example }) };
}

function plainPairs(pairs: readonly Pair[], read: Readonly<Record<PairSide, Reader>>): Pair[] {
  const columns = correctnessColumns(pairs);
  const plain = (sample: Sample, name: PairSide): Sample => {
    const label = read[name](sample.prediction);
    if (label === undefined || label === sample.prediction) return sample;
    const scores = new Map(sample.scores);
    for (const column of columns) scores.set(column, Number(label === sample.target));
    return { ...whole(sample), prediction: label, scores };
  };
  return pairs.map((pair) => ({
    ...pair,
    baseline: plain(pair.baseline, 'baseline'),
    candidate: plain(pair.candidate, 'candidate'),
  }));
}

/** Scores that say nothing but whether the prediction is the target, as it is spelled. */
function correctnessColumns(pairs: readonly Pair[]): string[] {
  const says = ({ scores, prediction, target }: Sample, column: string): boolean =>
    scores.get(column) === Number(prediction === target);
  return [...(pairs[0]?.candidate.scores.keys() ?? [])].filter((column) =>
    pairs.every(({ baseline, candidate }) => says(baseline, column) && says(candidate, column)),
  );
}

const longestLabel = 64;

/** Without what stands around a label: `(A)`, `A.`, `**a**`, `Answer: A`. */
function plainLabel(text: string): string {
  return text
    .slice(0, longestLabel)
    .toLowerCase()
    .replace(/^\s*(?:the )?(?:final )?(?:answer|option|choice|label)(?: is)?\s*[:=]?/, '')
    .replaceAll(/[\s()[\]{}"'“”‘’`*_.,:;!?<>#$\\]+/g, ' ')
    .trim();
}
