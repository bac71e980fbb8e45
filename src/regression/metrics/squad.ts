/** SQuAD's answer scores (Rajpurkar et al. 2016), as in Hugging Face evaluate's `metrics/squad/compute_score.py`. */

import { comparable, isDigest } from '../samples/long-text.ts';
import type { Sample } from '../samples/sample.ts';

const punctuation = /[!-/:-@[-`{-~]/g;

/** Lower case, without ASCII punctuation and English articles, single spaces. */
export function normalizeAnswer(text: string): string {
  const plain = text.toLowerCase().replaceAll(punctuation, '');
  return plain
    .replaceAll(/(?<![\p{L}\p{N}_])(?:a|an|the)(?![\p{L}\p{N}_])/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ');
}

/** 1 when both say the same after normalisation, else 0. */
export function squadExactMatch(prediction: string, gold: string): number {
  return Number(normalizeAnswer(prediction) === normalizeAnswer(gold));
}

/** Harmonic mean of token precision and recall; 0 when no token is shared, so also when both are empty. */
export function squadF1(prediction: string, gold: string): number {
  const said = tokens(prediction);
  const wanted = tokens(gold);
  const left = new Map<string, number>();
  for (const token of wanted) left.set(token, (left.get(token) ?? 0) + 1);
  let shared = 0;
  for (const token of said) {
    const count = left.get(token) ?? 0;
    if (count > 0) shared++;
    left.set(token, count - 1);
  }
  return shared === 0 ? 0 : (2 * shared) / (said.length + wanted.length);
}

function tokens(text: string): string[] {
  const normal = normalizeAnswer(text);
  return normal === '' ? [] : normal.split(' ');
}

type TextScore = (prediction: string, gold: string) => number;

export const textMetrics: ReadonlyMap<string, TextScore> = new Map([
  ['squad_f1', squadF1],
  ['token_f1', squadF1],
  ['squad_em', squadExactMatch],
]);

/** Score of a sample whose words are not kept any more: what `textScores` gave while they were. */
export function keptScore(metric: string, { scores }: Pick<Sample, 'scores'>): number | undefined {
  return scores.get(`text:${metric}`);
}

/** What the text metrics say of a sample, where its words will not be kept: names that no evaluation gives its scores. */
export function textScores(sample: Sample): [string, number][] {
  const { target, prediction } = sample;
  if (target === undefined || prediction === undefined) return [];
  const texts = [target, prediction].flat().filter((text) => text !== null);
  const isCut = texts.some(isDigest);
  if (isCut || texts.every((text) => comparable(text) === text)) return [];
  return [...textMetrics].map(([name, score]) => [`text:${name}`, bestOf(sample, score)]);
}

/** The best over the accepted answers, as SQuAD scores. */
export function bestOf({ target, prediction }: Sample, score: TextScore): number {
  const golds = typeof target === 'string' ? [target] : (target ?? []);
  const text = typeof prediction === 'string' ? prediction : (prediction ?? []).join(' ');
  return golds.reduce((best, gold) => Math.max(best, score(text, gold)), 0);
}
