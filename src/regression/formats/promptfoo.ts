/** promptfoo's `--output results.json` and `results.jsonl`. */
import { isRecord } from '../../kernel/record.ts';
import { digestOf } from '../samples/long-text.ts';
import type { Sample } from '../samples/sample.ts';
import type { Status } from '../samples/status.ts';
import type { DocumentFormat } from './json-document.ts';
import { field, rowsOf, scalarText, scoreOf, type Row } from './own-fields.ts';
import type { RowDialect } from './row-dialect.ts';
import type { RowPlace } from './rows.ts';
import { statusOfFailure, statusOfWord } from './status-fields.ts';

const longestHash = 2000;

export const promptfoo: DocumentFormat = {
  name: 'promptfoo',
  matches: (value) => rowsOf(field(field(value, 'results'), 'results')).length > 0,
  read({ value, path }, sink) {
    const rows = rowsOf(field(field(value, 'results'), 'results'));
    const providers = [...new Set(rows.map(providerOf))].toSorted();
    const version = scalarText(field(field(value, 'metadata'), 'promptfooVersion'));
    if (version !== undefined) sink.setup('promptfoo version', version);
    for (const [name, setting] of decodingOf(value)) sink.setup(name, setting);
    const suite = scalarText(field(field(value, 'config'), 'description'));
    for (const row of rows) {
      const provider = providers.length > 1 ? `/provider ${providers.indexOf(providerOf(row))}` : '';
      const sample = promptfooSample(row, { file: path }, provider);
      sink.sample(suite === undefined ? sample : { ...sample, dataset: suite });
    }
  },
};

export const promptfooRows: RowDialect = {
  name: 'promptfoo rows',
  matches: (row) => ['testIdx', 'promptIdx', 'success'].every((name) => field(row, name) !== undefined),
  sample: (row, place) => promptfooSample(row, place),
};

/** A test runs for each prompt, and for each provider where there are several. A row's own id is new in every run. */
function promptfooSample(row: Row, place: RowPlace, provider = ''): Sample {
  const number = (name: string): string => scalarText(field(row, name)) ?? '0';
  const named = field(row, 'namedScores');
  const scores: [string, unknown][] = [
    ['score', field(row, 'score')],
    ['pass_rate', field(row, 'success')],
    ['latency', field(row, 'latencyMs')],
    ['cost', field(row, 'cost')],
    ...(isRecord(named) ? Object.entries(named) : []),
  ];
  const status = statusOfRow(row);
  const prompt = scalarText(field(field(row, 'prompt'), 'raw'));
  return {
    id: `test ${number('testIdx')}/prompt ${number('promptIdx')}${provider}`,
    scores: new Map(
      scores.filter(([, score]) => score !== undefined).map(([name, score]) => [name, scoreOf(score)]),
    ),
    ...askedBy(field(row, 'vars')),
    ...(status !== undefined && { status }),
    ...(prompt !== undefined && { prompt: digestOf(prompt) }),
    slices: [],
    ...place,
  };
}

/** The variables are the content, only compared, never shown; tests of the same ones (`--repeat`) are one observation. */
function askedBy(vars: unknown): Pick<Sample, 'hash' | 'input' | 'cluster'> {
  if (vars === undefined) return {};
  const text = JSON.stringify(vars);
  const input = digestOf(text);
  const isTold = isRecord(vars) && Object.keys(vars).length > 0;
  return { hash: text.slice(0, longestHash), input, ...(isTold && { cluster: input }) };
}

/** ResultFailureReason: 0 none, 1 an assertion, 2 an error. Before there was one, `error` also held the words of an assertion. */
function statusOfRow(row: Row): Status | undefined {
  const reason = scoreOf(field(row, 'failureReason'));
  const response = field(row, 'response');
  if (reason === 2) return statusOfFailure(field(row, 'error')) ?? 'error';
  const failed = Number.isNaN(reason) && field(response, 'error') !== undefined;
  if (failed) return statusOfFailure(field(response, 'error'));
  return statusOfWord(field(response, 'finishReason'));
}

/** How the providers were asked: every number and word of their settings but what names them. */
function decodingOf(value: unknown): [string, string][] {
  const providers = field(field(value, 'config'), 'providers');
  return rowsOf(providers).flatMap((provider) => {
    const settings = field(provider, 'config');
    return isRecord(settings)
      ? decodingNames.flatMap((name): [string, string][] => {
          const setting = scalarText(settings[name]);
          return setting === undefined ? [] : [[name, setting]];
        })
      : [];
  });
}

const decodingNames = [
  'temperature',
  'top_p',
  'top_k',
  'max_tokens',
  'max_completion_tokens',
  'seed',
  'stop',
];

function providerOf(row: Row): string {
  const provider = field(row, 'provider');
  return scalarText(isRecord(provider) ? field(provider, 'id') : provider) ?? '';
}
