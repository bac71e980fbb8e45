/** Rows that are named by what was asked: IFEval, ragas, Azure AI evaluation. */
import { field, firstField, looksNumeric, scoreOf, type Row } from '../own-fields.ts';
import type { RowDialect } from '../row-dialect.ts';
import { statusOf } from '../status-fields.ts';
import { dialectOf, hasFields, listOf, type Answer } from './tool.ts';

/** Google's IFEval: whether all instructions of a prompt are followed, and which share of them. */
export const ifEval: RowDialect = dialectOf({
  name: 'IFEval',
  matches: (row) => hasFields(row, 'prompt', 'follow_all_instructions'),
  answers: (row) => [
    {
      id: field(row, 'key'),
      input: field(row, 'prompt'),
      scores: { follow_all_instructions: field(row, 'follow_all_instructions'), ...followed(row) },
    },
  ],
});

function followed(row: Row): Record<string, number> {
  const each = listOf(field(row, 'follow_instruction_list')).map(scoreOf);
  return each.length === 0
    ? {}
    : { instruction_share: each.reduce((sum, one) => sum + one, 0) / each.length };
}

const ragasInputs = ['user_input', 'question'];
const ragasTexts = new Set([
  ...ragasInputs,
  'contexts',
  'retrieved_contexts',
  'reference_contexts',
  'response',
  'answer',
  'reference',
  'ground_truth',
  'ground_truths',
  'reference_topics',
  'rubrics',
  'reference_tool_calls',
  'synthesizer_name',
]);

/** ragas: a table of questions, contexts and answers with a column for each metric; NaN where the judge's words could not be read. */
export const ragas: RowDialect = dialectOf({
  name: 'ragas',
  matches: (row) =>
    ragasInputs.some((name) => hasFields(row, name)) &&
    (['contexts', 'retrieved_contexts', 'reference_contexts'].some((name) => hasFields(row, name)) ||
      (hasFields(row, 'user_input', 'response') && Object.keys(row).some(isRagasMetric))),
  answers: (row) => [
    {
      input: firstField(row, ragasInputs),
      scores: Object.fromEntries(
        Object.entries(row)
          .filter(([name, value]) => !ragasTexts.has(name) && isMark(value))
          .map(([name, value]) => [name, Number.isNaN(scoreOf(value)) ? null : value]),
      ),
    },
  ],
});

/** Its metrics that need no contexts, too: some carry their mode in brackets. */
function isRagasMetric(name: string): boolean {
  return /^(?:faithfulness|answer_\w+|factual_correctness|semantic_similarity|context_\w+|llm_context_\w+|nv_\w+|aspect_critic|simple_criteria|instance_rubrics|rubrics_score|non_llm_\w+|exact_match|string_present|bleu_score|rouge_score|noise_sensitivity|response_\w+|agent_goal_accuracy|topic_adherence|tool_call_accuracy)(?:\(.*\))?$/.test(
    name,
  );
}

function isMark(value: unknown): boolean {
  return value === null || value === '' || looksNumeric(value);
}

/** What Azure's evaluators write beside their marks. */
const azureAside =
  /(?:_(?:tokens|threshold|reason|result|label|details|model|id|sample_input|sample_output|prompt_tokens)|^gpt_\w+|finish_reason)$/;

/** Azure AI evaluation: rows with `inputs.query` and `outputs.relevance.relevance`. */
export const azure: RowDialect = dialectOf({
  name: 'Azure AI evaluation',
  matches: (row) =>
    Object.keys(row).some((name) => name.startsWith('outputs.')) &&
    Object.keys(row).some((name) => name.startsWith('inputs.')),
  answers: (row) => [azureRow(row)],
});

function azureRow(row: Row): Answer {
  const inputs = Object.entries(row).filter(([name]) => name.startsWith('inputs.'));
  const marks = Object.entries(row).filter(([name, value]) => isAzureMark(name, value));
  return {
    id: field(row, 'inputs.id'),
    input:
      field(row, 'inputs.query') ??
      field(row, 'inputs.conversation') ??
      Object.fromEntries(inputs.filter(([name]) => name !== 'inputs.response')),
    scores: Object.fromEntries(
      marks.map(([name, value]) => [name.slice('outputs.'.length), isMissing(value) ? null : value]),
    ),
    status: statusOf({ error: field(row, 'error') }),
  };
}

function isAzureMark(name: string, value: unknown): boolean {
  const last = name.slice(name.lastIndexOf('.') + 1);
  return name.startsWith('outputs.') && !azureAside.test(last) && (value === null || isMark(value));
}

function isMissing(value: unknown): boolean {
  return value === null || value === '' || Number.isNaN(scoreOf(value));
}
