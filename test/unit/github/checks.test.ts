import { describe, expect, it } from 'vitest';
import { conclusionOf } from '../../../src/github/checks.ts';
import type { CheckRun } from '../../../src/github/index.ts';
import type { Finding } from '../../../src/report/model.ts';
import { isObject } from '../../support/github-api/contract.ts';
import { loopback } from './setup.ts';

const check: CheckRun = {
  name: 'model-gates',
  sha: 'c'.repeat(40),
  verdict: 'fail',
  title: '1 error',
  summary: '# 1 error',
  findings: [],
};
const finding: Finding = {
  rule: 'config/unregistered-parameter',
  severity: 'error',
  message: 'num_expert is not registered',
  file: 'a.yaml',
  line: 3,
};

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
    await github.checks.publish({ ...check, findings: many(count) });
    expect(api.requests.map(({ body }) => annotationsIn(body))).toEqual(batches);
    expect(api.state.checkRuns).toHaveLength(1);
    expect(api.state.checkRuns[0]?.annotations.map((annotation) => annotation['start_line'])).toEqual(
      many(count).map(({ line }) => line),
    );
  });

  it('has its conclusion from the first batch on', async () => {
    const { api, github } = await loopback();
    api.failNext({ method: 'PATCH', path: '/check-runs/', status: 403 });
    await expect(github.checks.publish({ ...check, findings: many(60) })).rejects.toThrow(
      /publish the check run/,
    );
    expect(api.state.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
  });

  it('says where it is', async () => {
    const { github } = await loopback();
    const { id, url } = await github.checks.publish(check);
    expect(url).toBe(`https://github.example/runs/${id}`);
  });

  it.each<[string, Partial<Finding>, object]>([
    [
      'an error',
      {},
      {
        annotation_level: 'failure',
        path: 'a.yaml',
        start_line: 3,
        end_line: 3,
        title: 'config/unregistered-parameter',
      },
    ],
    ['a warning', { severity: 'warning' }, { annotation_level: 'warning' }],
    ['a notice', { severity: 'notice' }, { annotation_level: 'notice' }],
    [
      'its help',
      { help: 'did you mean num_experts?' },
      { message: 'num_expert is not registered\n\ndid you mean num_experts?' },
    ],
    ['columns on one line', { column: 3, endColumn: 9 }, { start_column: 3, end_column: 9 }],
    ['a start without an end', { column: 3 }, { start_column: 3, end_column: 3 }],
    ['an end before its start', { endLine: 1 }, { start_line: 3, end_line: 3 }],
    [
      'a very long message',
      { message: 'x'.repeat(100_000) },
      { message: expect.stringMatching(/^x{16383}…$/) },
    ],
  ])('shows %s', async (_, over, expected) => {
    const { api, github } = await loopback();
    await github.checks.publish({ ...check, findings: [{ ...finding, ...over }] });
    expect(api.state.checkRuns[0]?.annotations).toMatchObject([expected]);
  });

  it('gives no columns to an annotation of several lines: GitHub refuses that', async () => {
    const { api, github } = await loopback();
    await github.checks.publish({
      ...check,
      findings: [{ ...finding, endLine: 5, column: 3, endColumn: 2 }],
    });
    expect(
      Object.keys(api.state.checkRuns[0]?.annotations[0] ?? {}).filter((name) => name.includes('column')),
    ).toEqual([]);
  });

  it('puts the worst first, and leaves findings without a file to the summary', async () => {
    const { api, github } = await loopback();
    const { file: _, ...placeless } = finding;
    await github.checks.publish({
      ...check,
      findings: [{ ...finding, severity: 'notice' }, placeless, finding],
    });
    expect(api.state.checkRuns[0]?.annotations.map((annotation) => annotation['annotation_level'])).toEqual([
      'failure',
      'notice',
    ]);
  });

  it.each(['summary', 'text'] as const)('refuses a %s that GitHub would refuse', async (part) => {
    const { api, github } = await loopback();
    await expect(github.checks.publish({ ...check, [part]: 'x'.repeat(65_536) })).rejects.toThrow(RangeError);
    expect(api.requests).toEqual([]);
  });
});

function annotationsIn(body: unknown): number {
  const output = isObject(body) ? body['output'] : undefined;
  const annotations = isObject(output) ? output['annotations'] : undefined;
  return Array.isArray(annotations) ? annotations.length : -1;
}

describe('the conclusion', () => {
  it.each([
    ['pass', undefined, 'success'],
    ['fail', undefined, 'failure'],
    ['inconclusive', undefined, 'failure'],
    ['inconclusive', 'failure', 'failure'],
    ['inconclusive', 'neutral', 'neutral'],
    ['exempt', undefined, 'neutral'],
    ['skipped', undefined, 'skipped'],
  ] as const)('of %s (%s) is %s', (verdict, inconclusiveAs, expected) => {
    expect(conclusionOf(verdict, inconclusiveAs)).toBe(expected);
  });
});
