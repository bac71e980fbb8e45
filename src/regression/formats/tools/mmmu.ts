/** MMMU's `parsed_output.json`: the answer that was found in each response, and the judgement of it where it is there. */
import { field, scalarText, type Row } from '../own-fields.ts';
import type { RowDialect } from '../row-dialect.ts';
import { dialectOf, hasFields, listOf, textAt, type Answers } from './tool.ts';

export const mmmuAnswers: RowDialect = dialectOf({
  name: 'MMMU answers',
  matches: (row) =>
    hasFields(row, 'id', 'parsed_pred') && (hasFields(row, 'answer') || hasFields(row, 'judge')),
  answers(row): Answers {
    const correct = judged(row) ?? chosen(row);
    if (correct === undefined)
      return 'its question is open and nothing says whether the answer is right; evaluate the parsed answers first (MMMU: main_eval_only.py)';
    return [
      { id: field(row, 'id'), scores: { correct }, slices: { question_type: field(row, 'question_type') } },
    ];
  },
});

function judged(row: Row): boolean | undefined {
  const judge = textAt(row, 'judge')?.toLowerCase();
  return judge === 'correct' ? true : judge === 'wrong' ? false : undefined;
}

/** A letter is right where it is the answer, or one of them. */
function chosen(row: Row): boolean | undefined {
  if (textAt(row, 'question_type') === 'open') return undefined;
  const given = scalarText(field(row, 'parsed_pred'));
  const answer = field(row, 'answer');
  return Array.isArray(answer)
    ? listOf(answer).map(scalarText).includes(given)
    : given === scalarText(answer);
}
