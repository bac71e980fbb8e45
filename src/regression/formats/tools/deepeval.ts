/** DeepEval's test runs: of the command line (`testCases`, camel case) and of `evaluate()` (`test_results`, snake case). */
import type { DocumentFormat } from '../json-document.ts';
import { field, firstField, rowsOf, type Row } from '../own-fields.ts';
import { statusOfFailure } from '../status-fields.ts';
import { documentOf, textAt, type Answer } from './tool.ts';

const lists = ['testCases', 'conversationalTestCases', 'test_results', 'testResults'];

export const deepEval: DocumentFormat = documentOf({
  name: 'DeepEval',
  matches: (value) => lists.some((name) => rowsOf(field(value, name)).some(isCase)),
  *answers({ value, outline }) {
    for (const name of lists) {
      const lines = outline.elementLines(name);
      for (const [place, row] of rowsOf(field(value, name)).entries())
        yield [[testCase(row, `${place}`)], lines[place]];
    }
  },
});

function isCase(row: Row): boolean {
  return metricsOf(row).length > 0 || field(row, 'success') !== undefined;
}

function metricsOf(row: Row): readonly Row[] {
  return rowsOf(firstField(row, ['metricsData', 'metrics_data']));
}

/** A metric that failed has no score and an error. */
function testCase(row: Row, place: string): Answer {
  const metrics = metricsOf(row);
  const errors = metrics.map((metric) => field(metric, 'error'));
  return {
    id: textAt(row, 'name') ?? place,
    input: field(row, 'input'),
    scores: {
      pass_rate: field(row, 'success') ?? null,
      ...Object.fromEntries(
        metrics.map((metric) => [textAt(metric, 'name') ?? 'metric', field(metric, 'score') ?? null]),
      ),
    },
    status: errors.map(statusOfFailure).find((status) => status !== undefined),
  };
}
