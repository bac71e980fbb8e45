import { expect, test } from 'vitest';
import { outcomesOf, readResults } from '../../../src/regression/index.ts';
import { withoutShaOf } from '../../../src/locate/gate/task-names.ts';

const sha = '4f1c22d0'.repeat(5);
const dataset = 'gsm8k_4f1c22d0';

/** As the ledger keeps them: all but their ids is the same, so that they are read by those before them. */
const recorded = Array.from({ length: 30 }, (_, at) =>
  JSON.stringify({
    id: `${dataset}/${at}`,
    target: 'A',
    prediction: at % 3 === 0 ? 'B' : 'A',
    kept: { dataset },
  }),
).join('\n');

test('a sample whose task is renamed says all else that it said', () => {
  const outcomes = outcomesOf(readResults([{ path: 'results.jsonl', bytes: Buffer.from(recorded) }]));
  if (typeof outcomes === 'string') throw new Error(outcomes);
  const { samples } = withoutShaOf(sha, outcomes);
  expect(samples).toHaveLength(30);
  for (const [at, { sample }] of samples.entries())
    expect(sample).toMatchObject({ id: `gsm8k/${at}`, dataset: 'gsm8k', target: 'A', line: at + 1 });
});
