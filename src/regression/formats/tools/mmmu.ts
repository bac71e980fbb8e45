/** MMMU: the answer that was found in each response beside the right one, and the judgement of it where it is there. */
import { isRecord } from '../../../kernel/record.ts';
import type { DocumentFormat } from '../json-document.ts';
import { firstField, field, looksNumeric, scalarText, type Row } from '../own-fields.ts';
import type { RowDialect } from '../row-dialect.ts';
import { dialectOf, documentOf, entriesOf, hasFields, listOf, textAt, type Answers } from './tool.ts';

/** `parsed_output.json`: a list of answers. */
export const mmmuAnswers: RowDialect = dialectOf({
  name: 'MMMU answers',
  matches: (row) => hasFields(row, 'id') && isParsed(row),
  answers: (row) => answersOf(row, field(row, 'id')),
});

/** The same under their ids. */
export const mmmuById: DocumentFormat = documentOf({
  name: 'MMMU answers by id',
  matches: (value) => entriesOf(value).length > 0 && entriesOf(value).every(([, row]) => isParsed(row)),
  *answers({ value, outline }) {
    for (const [id, row] of entriesOf(value))
      if (isRecord(row)) yield [answersOf(row, id), outline.memberLine(id)] as const;
  },
});

function isParsed(row: unknown): boolean {
  return (
    hasFields(row, 'parsed_pred') && ['answer', 'ground_truth', 'judge'].some((name) => hasFields(row, name))
  );
}

function answersOf(row: Row, id: unknown): Answers {
  const correct = mmmuCorrect(row);
  if (correct === undefined)
    return 'its question is open and nothing says whether the answer is right; evaluate the parsed answers first (MMMU: main_eval_only.py)';
  return [{ id, scores: { correct }, slices: { question_type: field(row, 'question_type') } }];
}

/** Whether a parsed answer is right, by its judgement or by its letter; `undefined` where its question is open and not judged. */
export function mmmuCorrect(row: Row): boolean | undefined {
  return isParsed(row) ? (judged(row) ?? chosen(row)) : undefined;
}

function judged(row: Row): boolean | undefined {
  const judge = textAt(row, 'judge')?.toLowerCase();
  return judge === 'correct' ? true : judge === 'wrong' ? false : undefined;
}

/** A letter is right where it is the answer, or one of them. */
function chosen(row: Row): boolean | undefined {
  const answer = firstField(row, ['answer', 'ground_truth']);
  const parsed = field(row, 'parsed_pred');
  if (answer === undefined) return undefined;
  if (Array.isArray(parsed)) return isFound(answer, parsed);
  // Of an open question that was not parsed nothing but a judgement says whether it is right.
  if (/^(?:open|short-answer)$/.test(textAt(row, 'question_type') ?? '')) return undefined;
  const given = scalarText(parsed);
  return Array.isArray(answer)
    ? listOf(answer).map(scalarText).includes(given)
    : given === scalarText(answer);
}

/**
 * An open question has a list of all that its response could mean, normalised; it is right where one of them is an accepted number, or
 * has an accepted text in it (`eval_open` of MMMU's eval_utils.py).
 */
function isFound(answer: unknown, parsed: readonly unknown[]): boolean {
  const accepted = (Array.isArray(answer) ? listOf(answer) : [answer]).flatMap((one) =>
    normalised(scalarText(one) ?? ''),
  );
  return parsed.some((given) =>
    typeof given === 'string'
      ? accepted.some((one) => typeof one === 'string' && given.includes(one))
      : accepted.includes(typeof given === 'number' ? rounded(given) : NaN),
  );
}

/** A number to two digits; a text in small letters, and a single letter only beside a space, where it is a word. */
function normalised(answer: string): readonly (string | number)[] {
  const text = answer.trim();
  if (looksNumeric(text.replaceAll(',', ''))) return [rounded(Number(text.replaceAll(',', '')))];
  const small = text.toLowerCase();
  return small.length === 1 ? [` ${small}`, `${small} `] : small === '' ? [] : [small];
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}
