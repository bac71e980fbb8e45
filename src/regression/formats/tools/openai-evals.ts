/** OpenAI's evals: a log of events, of which some are about a sample. */
import { isRecord } from '../../../kernel/record.ts';
import { field, rowsOf, scalarText } from '../own-fields.ts';
import type { RowDialect } from '../row-dialect.ts';
import { statusOf } from '../status-fields.ts';
import { dialectOf, entriesOf, hasFields, type Answer } from './tool.ts';

export const openAiEvals: RowDialect = dialectOf({
  name: 'OpenAI evals',
  matches: (row) =>
    isRecord(field(row, 'spec')) ||
    isRecord(field(row, 'final_report')) ||
    hasFields(row, 'run_id', 'sample_id', 'type', 'data'),
  answers(row, _, sink) {
    const spec = field(row, 'spec');
    for (const [name, key] of evalSettings) {
      const value = field(spec, name) ?? field(field(spec, 'run_config'), name);
      if (typeof value === 'string' || typeof value === 'number') sink.setup(key, String(value));
    }
    const event = events.get(field(row, 'type'));
    return event === undefined ? [] : [{ id: field(row, 'sample_id'), ...event(field(row, 'data')) }];
  },
});

const evalSettings = [
  ['eval_name', 'task'],
  ['split', 'split'],
  ['seed', 'seed'],
  ['max_samples', 'sample limit'],
] as const;

/** Of the kinds of events those that say how a sample came out; prompts and answers are others. */
const events: ReadonlyMap<unknown, (data: unknown) => Answer> = new Map([
  ['match', (data: unknown) => ({ scores: { correct: field(data, 'correct') } })],
  [
    'metrics',
    (data: unknown) => ({
      scores: Object.fromEntries(
        entriesOf(data).filter(
          ([, value]) => value === null || typeof value === 'number' || typeof value === 'boolean',
        ),
      ),
    }),
  ],
  ['error', () => ({ scores: {}, status: 'error' as const })],
]);

/** Output items of OpenAI's API for evaluations, whose ids are new in each run: what each grader says of an item of the data. */
export const openAiItems: RowDialect = dialectOf({
  name: 'OpenAI output items',
  matches: (row) => hasFields(row, 'datasource_item_id', 'results'),
  answers: (row) => [
    {
      id: field(row, 'datasource_item_id'),
      scores: Object.fromEntries(
        rowsOf(field(row, 'results')).map((one) => [
          scalarText(field(one, 'name')) ?? 'score',
          field(one, 'score') ?? field(one, 'passed'),
        ]),
      ),
      status: statusOf({ sample: field(row, 'sample') }),
    },
  ],
});
