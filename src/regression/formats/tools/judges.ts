/** Marks that another model gives: MT-Bench, AlpacaEval, and pairwise judgements. */
import { field, scoreOf, type Row } from '../own-fields.ts';
import type { RowDialect } from '../row-dialect.ts';
import { at, dialectOf, hasFields, listOf, state, textAt, textOf, type Answers } from './tool.ts';

/** FastChat's `<judge>_single.jsonl`: marks of 1 to 10 for each turn of a question; −1 where the judge gave none. */
export const mtBench: RowDialect = dialectOf({
  name: 'MT-Bench',
  matches: (row) => hasFields(row, 'question_id', 'judge', 'score', 'turn'),
  answers(row, _, sink) {
    state(sink, {
      judge: listOf(field(row, 'judge')).length > 0 ? field(row, 'judge') : textAt(row, 'judge'),
    });
    const [question, turn] = [textAt(row, 'question_id'), textAt(row, 'turn')];
    const score = scoreOf(field(row, 'score'));
    const isMark = score >= 0;
    return [
      {
        id: `${question}/turn ${turn}`,
        cluster: question,
        scores: isMark ? { score } : {},
        status: isMark ? undefined : 'unparsed',
        slices: { turn },
      },
    ];
  },
});

/** A winner of two models is not a score of one: which of them is the candidate, and whom it met, the file does not say. */
export const pairwise: RowDialect = dialectOf({
  name: 'pairwise judgements',
  matches: (row) =>
    hasFields(row, 'g1_winner') ||
    (hasFields(row, 'games') && hasFields(row, 'judge')) ||
    hasFields(row, 'winner', 'model_a', 'model_b'),
  answers: () =>
    'a judgement of two models against each other is not a score of one of them; let the judge mark single answers, or write the share that each sample won as {id, score}',
});

/** AlpacaEval's `annotations.json`: which of two answers is preferred, 1 the reference's, 2 the model's, between them a probability. */
export const alpacaEval: RowDialect = dialectOf({
  name: 'AlpacaEval',
  matches: (row) => hasFields(row, 'instruction', 'preference') && hasFields(row, 'output_2'),
  answers(row, _, sink): Answers {
    state(sink, { judge: field(row, 'annotator'), 'reference answers': field(row, 'generator_1') });
    const preference = scoreOf(field(row, 'preference'));
    return [
      {
        input: field(row, 'instruction'),
        cluster: textOf(at(row, 'instruction')),
        scores: { win_rate: Number.isFinite(preference) ? wonBy(preference) : null },
        slices: { dataset: field(row, 'dataset') },
      },
    ];
  },
});

/** Older releases write a draw as 0. */
function wonBy(preference: number): number {
  return preference === 0 ? 0.5 : preference - 1;
}

/** What marks a row as somebody's detections: a place in an image, and how sure the model is of it. */
const places = ['bbox', 'box', 'boxes', 'segmentation', 'keypoints', 'mask', 'masks', 'polygon'];

export const detections: RowDialect = dialectOf({
  name: 'detections',
  matches: (row) =>
    places.some((name) => isPlace(row, name)) &&
    ['score', 'scores', 'confidence'].some((name) => hasFields(row, name)),
  answers: () =>
    'it is a detection, and its score is how sure the model is of it (a confidence), not how good it is; score the detections (COCOeval) and give the totals, such as {"mAP": 0.41}',
});

function isPlace(row: Row, name: string): boolean {
  const value = field(row, name);
  return Array.isArray(value) || (typeof value === 'object' && value !== null);
}
