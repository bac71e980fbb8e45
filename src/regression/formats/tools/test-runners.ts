/** Reports of test runners in JSON: a test is a sample. */
import type { Status } from '../../samples/status.ts';
import { field, rowsOf, scalarText } from '../own-fields.ts';
import { documentOf, hasFields, listOf, type Answers } from './tool.ts';

/** pytest-json-report. */
export const pytestReport = documentOf({
  name: 'pytest-json-report',
  matches: (value) => rowsOf(field(value, 'tests')).some((test) => hasFields(test, 'nodeid', 'outcome')),
  *answers({ value, outline }) {
    const lines = outline.elementLines('tests');
    for (const [at, test] of listOf(field(value, 'tests')).entries())
      yield [tested(field(test, 'nodeid'), field(test, 'outcome')), lines[at]];
  },
});

/** Jest's and Vitest's JSON. */
export const jestReport = documentOf({
  name: 'Jest',
  matches: (value) =>
    rowsOf(field(value, 'testResults')).some((file) => Array.isArray(field(file, 'assertionResults'))),
  *answers({ value }) {
    for (const file of rowsOf(field(value, 'testResults')))
      for (const test of listOf(field(file, 'assertionResults')))
        yield [tested(field(test, 'fullName') ?? field(test, 'title'), field(test, 'status'))];
  },
});

const notRun = new Set(['skipped', 'pending', 'todo', 'disabled', 'xfailed', 'deselected']);

/** A test that did not run is not a sample; `error` is one of what stands around the test. */
function tested(id: unknown, outcome: unknown): Answers {
  const word = scalarText(outcome) ?? '';
  if (notRun.has(word)) return [];
  const status: Status | undefined = word === 'error' ? 'error' : undefined;
  const passed = word === 'passed' || word === 'xpassed';
  return [{ id, scores: { pass_rate: passed }, ...(status !== undefined && { status }) }];
}
