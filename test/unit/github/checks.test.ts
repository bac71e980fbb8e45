import { describe, expect, it } from 'vitest';
import { checkOutput, type Finding, type Report } from '../../../src/report/index.ts';
import { isObject } from '../../support/github-api/contract.ts';
import { loopback } from './setup.ts';

const finding: Finding = {
  rule: 'config/unregistered-parameter',
  severity: 'error',
  message: 'num_expert is not registered',
  file: 'a.yaml',
  line: 3,
};

function check(findings: readonly Finding[]) {
  const report: Report = { schema: 1, gate: 'model-gates', verdict: 'fail', title: 'x', findings, facts: {} };
  return { name: 'model-gates', sha: 'c'.repeat(40), output: checkOutput(report) };
}

function many(count: number): Finding[] {
  return Array.from({ length: count }, (_, index) => ({ ...finding, line: index + 1 }));
}

describe('a check run', () => {
  it.each([
    [0, [0]],
    [1, [1]],
    [50, [50]],
    [51, [50, 1]],
    [120, [50, 50, 20]],
  ])('with %i annotations is published in batches of %j', async (count, batches) => {
    const { api, github } = await loopback();
    await github.checks.publish(check(many(count)));
    expect(api.requests.map(({ body }) => annotationsIn(body))).toEqual(batches);
    expect(api.state.checkRuns).toHaveLength(1);
    expect(api.state.checkRuns[0]?.annotations.map((annotation) => annotation['start_line'])).toEqual(
      many(count).map(({ line }) => line),
    );
  });

  it('has its conclusion from the first batch on', async () => {
    const { api, github } = await loopback();
    api.failNext({ method: 'PATCH', path: '/check-runs/', status: 403 });
    await expect(github.checks.publish(check(many(60)))).rejects.toThrow(/publish the check run/);
    expect(api.state.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
  });

  it('says where it is', async () => {
    const { github } = await loopback();
    const { id, url } = await github.checks.publish(check([]));
    expect(url).toBe(`https://github.example/runs/${id}`);
  });

  it.each<[string, Partial<Finding>, object]>([
    [
      'an error',
      {},
      { annotation_level: 'failure', path: 'a.yaml', start_line: 3, end_line: 3, title: finding.rule },
    ],
    ['columns on one line', { column: 3, endColumn: 9 }, { start_column: 3, end_column: 9 }],
    ['an end before its start', { endLine: 1 }, { start_line: 3, end_line: 3 }],
    ['several lines', { endLine: 5, column: 3, endColumn: 2 }, { start_line: 3, end_line: 5 }],
  ])('shows %s as GitHub takes it', async (_, over, expected) => {
    const { api, github } = await loopback();
    await github.checks.publish(check([{ ...finding, ...over }]));
    expect(api.state.checkRuns[0]?.annotations).toMatchObject([expected]);
  });
});

function annotationsIn(body: unknown): number {
  const output = isObject(body) ? body['output'] : undefined;
  const annotations = isObject(output) ? output['annotations'] : undefined;
  return Array.isArray(annotations) ? annotations.length : 0;
}
