import { expect, it } from 'vitest';
import type { Finding, Report } from '../../../src/report/model.ts';
import { whatToDo } from '../../../src/report/outline.ts';

const help = 'See the schema.';
const missing = (message: string, place: Partial<Finding> = {}): Finding => ({
  rule: 'lineage/invalid-record',
  severity: 'error',
  message,
  help,
  ...place,
});

it.each<[string, readonly Finding[], string]>([
  ['one finding', [missing('id: is missing.')], 'id: is missing → See the schema.'],
  [
    'several without a line: nothing else shows what is wrong',
    [missing('id: is missing'), missing('outputs: is missing')],
    'id: is missing; outputs: is missing → See the schema.',
  ],
  [
    'several at lines: the lines show it',
    [missing('a', { file: 'a.json', line: 1 }), missing('b', { file: 'a.json', line: 2 })],
    'See the schema.',
  ],
])('%s', (_, findings, text) => {
  const report: Report = { schema: 1, gate: 'g', verdict: 'fail', title: 't', findings, facts: {} };
  expect(whatToDo(report).files[0]?.actions.map((action) => action.text)).toEqual([text]);
});
