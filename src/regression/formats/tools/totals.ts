/** Documents of totals: simple-evals, OpenCompass' summary, MMMU's scores; and answers without targets. */
import { isRecord } from '../../../kernel/record.ts';
import type { Sink } from '../../samples/collector.ts';
import type { DocumentFormat } from '../json-document.ts';
import { field, looksNumeric, scalarText, scoreOf, type Row } from '../own-fields.ts';
import { unreadable } from '../reader.ts';
import type { RowDialect } from '../row-dialect.ts';
import { entriesOf, hasFields, numbersOf, state, total } from './tool.ts';

/** OpenAI's simple-evals: `score` is the metric; others, each with a standard deviation `…:std`, describe the answers. */
export const simpleEvals: DocumentFormat = {
  name: 'simple-evals',
  matches: (value) =>
    hasFields(value, 'score') && Object.keys(numbersOf(value)).some((name) => name.endsWith(':std')),
  read({ value, path }, sink) {
    for (const [name, of] of Object.entries(numbersOf(value, (one) => !one.endsWith(':std'))))
      total(sink, path, name, of, name === 'score' ? { higherIsBetter: true } : { secondary: true });
  },
};

/** MMMU's `result.json`: accuracy and number of questions of each subject and of all. */
export const mmmuScores: DocumentFormat = {
  name: 'MMMU scores',
  matches: (value) =>
    entriesOf(value).length > 0 &&
    entriesOf(value).every(([, of]) => hasFields(of, 'num') && accuracyOf(of) !== undefined),
  read({ value, path }, sink) {
    for (const [subject, of] of entriesOf(value))
      total(sink, path, `${subject}.acc`, accuracyOf(of), {
        n: field(of, 'num'),
        secondary: hasFields(value, 'Overall') && subject !== 'Overall',
        higherIsBetter: true,
      });
  },
};

function accuracyOf(of: unknown): unknown {
  return field(of, 'acc') ?? field(of, 'accuracy');
}

/** MMMU's answers, `{validation_Art_1: "B"}`: nothing in the file says which are right. */
export const bareAnswers: DocumentFormat = {
  name: 'answers by id',
  matches: (value) => {
    const answers = entriesOf(value);
    const texts = answers.filter(([, of]) => typeof of === 'string' && !looksNumeric(of));
    return (
      answers.length >= fewestAnswers &&
      2 * texts.length > answers.length &&
      answers.every(([, of]) => scalarText(of) !== undefined)
    );
  },
  read({ path }, sink) {
    sink.problem({
      ...unreadable(path, 'These are answers by their ids, and the file does not say which are right.', 1),
      help: 'Write the right answer beside each, {"<id>": {"answer": "B", "prediction": "C"}}, or give the scored results (MMMU: parsed_output.json, result.json).',
    });
  },
};

/** Fewer texts are a description of a run. */
const fewestAnswers = 20;

const summaryColumns = ['dataset', 'version', 'metric', 'mode'];

/** OpenCompass' `summary_*.csv`: a line for each dataset and metric, a column for each model. */
export const openCompassSummary: RowDialect = {
  name: 'OpenCompass summary',
  matches: (row) => hasFields(row, ...summaryColumns),
  sample(row, { file }, sink) {
    const models = Object.entries(row).filter(([name]) => !summaryColumns.includes(name));
    if (models.length !== 1)
      return `it has the totals of ${models.length} models; give the summary of one model`;
    return summaryLine(row, models[0]?.[1], file, sink);
  },
};

/** A dataset that was not evaluated has a dash. */
function summaryLine(row: Row, value: unknown, file: string, sink: Sink): readonly [] | string {
  const [dataset, metric] = [scalarText(field(row, 'dataset')) ?? '', scalarText(field(row, 'metric')) ?? ''];
  const stated = {
    'task version': scalarText(field(row, 'version')),
    'task mode': scalarText(field(row, 'mode')),
  };
  for (const [name, text] of Object.entries(stated))
    if (text !== '-') state(sink, { [`${name} of ${dataset}`]: text });
  if (value === '-' || dataset.startsWith('-')) return [];
  if (!Number.isFinite(scoreOf(value))) return 'its total is not a number';
  total(sink, file, metric === '-' || metric === '' ? dataset : `${dataset}.${metric}`, value);
  return [];
}

/** AlpacaEval's leaderboard: a line for each model, of which one may be compared. */
export const leaderboard: RowDialect = {
  name: 'AlpacaEval leaderboard',
  matches: (row) =>
    hasFields(row, 'win_rate', 'standard_error', 'n_total') && !isRecord(field(row, 'win_rate')),
  sample(row, { file }, sink) {
    const of = {
      standardError: field(row, 'standard_error'),
      n: field(row, 'n_total'),
      higherIsBetter: true,
    };
    total(sink, file, 'win_rate', field(row, 'win_rate'), of);
    if (hasFields(row, 'length_controlled_winrate'))
      total(sink, file, 'length_controlled_winrate', field(row, 'length_controlled_winrate'), {
        standardError: field(row, 'lc_standard_error'),
        n: field(row, 'n_total'),
        higherIsBetter: true,
      });
    return [];
  },
};
