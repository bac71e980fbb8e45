import { describe, expect, test } from 'vitest';
import { readActions } from '../../scripts/docs/action-metadata.ts';
import { errorReport } from '../../src/report/error-report.ts';
import { readFields, text } from '../../src/kernel/fields.ts';
import type { ActionMain } from '../../src/runner/run-action.ts';
import { inputDifferences } from '../support/contract/inputs.ts';
import { root } from '../support/contract/sources.ts';

test.each(readActions(root))('$folder reads each input of its action.yml and no other', async (action) => {
  const { main } = (await import(`../../src/actions/${action.id}/main.ts`)) as { main: ActionMain };
  expect(await inputDifferences(action, main)).toEqual({ unread: [], undeclared: [], problem: undefined });
});

describe('a difference is found', () => {
  const main: ActionMain = async ({ environment, input }) => {
    readFields({ a: text('a'), b: text('b') }, input);
    throw new Error(environment.workspace);
  };
  const declared = (...names: string[]) => ({
    inputs: new Map(names.map((name) => [name, { description: '', required: false }])),
  });

  test.each([
    [['a', 'b'], { unread: [], undeclared: [] }],
    [['a', 'b', 'c'], { unread: ['c'], undeclared: [] }],
    [['a'], { unread: [], undeclared: ['b'] }],
  ])('declared: %j', async (names, differences) => {
    expect(await inputDifferences(declared(...names), main)).toEqual({ ...differences, problem: undefined });
  });

  test('an action that reads no more than its inputs, or catches what comes after them', async () => {
    const idle: ActionMain = async () => ({ report: errorReport('idle', 'x'), outputs: {}, channels: {} });
    const catching: ActionMain = (context) => main(context).catch(() => idle(context));
    expect(await inputDifferences(declared(), idle)).toMatchObject({
      problem: 'it did not look at the environment',
    });
    expect(await inputDifferences(declared('a', 'b'), catching)).toMatchObject({ problem: undefined });
  });

  test('a default that the code refuses', async () => {
    const refusing: ActionMain = () => Promise.reject(new Error('expected a number'));
    expect(await inputDifferences(declared(), refusing)).toMatchObject({ problem: 'expected a number' });
  });
});
