import { describe, expect, test } from 'vitest';
import { shaOf } from '../../support/team-ledger.ts';
import { boardOf, hoursBefore, made } from './support.ts';

const whole = [
  made(['commit:a'], 'image:img', 9, { pr_number: 89, author: 'ada', git_ref: 'v1.0.0' }),
  made(['commit:a', 'image:img'], 'job:job-1', 8, { pr_number: 89 }),
  made(['job:job-1'], 'weights:w-1', 7, { metrics: { train_loss: 0.8 } }),
];

const serves = async (...drafts: Parameters<typeof boardOf>[0]) => (await boardOf(drafts)).services.shown;

describe('which version serves', () => {
  test.each([
    [
      'the one recorded last',
      [made([], 'serving:v1', 3, { service: 's' }), made([], 'serving:v2', 2, { service: 's' })],
      ['s: v2'],
    ],
    [
      'whatever the order of the records',
      [made([], 'serving:v2', 2, { service: 's' }), made([], 'serving:v1', 3, { service: 's' })],
      ['s: v2'],
    ],
    [
      'after a roll-back the older one',
      [
        made([], 'serving:v1', 3, { service: 's' }),
        made([], 'serving:v2', 2, { service: 's', replaces: 'v1' }),
        made([], 'serving:v1', 1, { service: 's', replaces: 'v2' }),
      ],
      ['s: v1'],
    ],
    [
      'one of each service',
      [made([], 'serving:v1', 3, { service: 'b' }), made([], 'serving:v2', 2, { service: 'a' })],
      ['a: v2', 'b: v1'],
    ],
    [
      'without a service each stands for itself',
      [made([], 'serving:v1', 3), made([], 'serving:v2', 2)],
      ['v1: v1', 'v2: v2'],
    ],
    [
      'unless it replaces another',
      [made([], 'serving:v1', 3), made([], 'serving:v2', 2, { replaces: 'v1' })],
      ['v1: v2'],
    ],
    [
      'a service is handed on by replaces',
      [made([], 'serving:v1', 3, { service: 's' }), made([], 'serving:v2', 2, { replaces: 'v1' })],
      ['s: v2'],
    ],
    [
      'two that replace each other are one line',
      [made([], 'serving:v1', 3, { replaces: 'v2' }), made([], 'serving:v2', 2, { replaces: 'v1' })],
      ['v1: v2'],
    ],
    [
      'what a trace or an evaluation names does not serve',
      [made(['serving:v1'], 'trace:t', 1), made(['serving:v1'], 'evaluation:e', 1)],
      [],
    ],
  ])('%s', async (_, drafts, expected) => {
    expect((await serves(...drafts)).map(({ name, current }) => `${name}: ${current.id}`)).toEqual(expected);
  });
});

test('the chain goes from what serves to the commit, with pull request and author', async () => {
  const [service] = await serves(...whole, made(['weights:w-1'], 'serving:v1', 2, { service: 's' }));
  expect(service?.chain.map(({ kind, id }) => `${kind} ${id.slice(0, 8)}`)).toEqual([
    'serving v1',
    'weights w-1',
    'job job-1',
    'image img',
    `commit ${shaOf('a').slice(0, 8)}`,
  ]);
  expect(service).toMatchObject({
    complete: true,
    missing: [],
    current: { commit: shaOf('a'), pullRequest: 89, at: hoursBefore(2), by: 'deploy-bot' },
  });
  expect(service?.chain.at(-1)).toMatchObject({ author: 'ada', git_ref: 'v1.0.0' });
});

describe('a link that nobody recorded', () => {
  test.each([
    ['the deploy names nothing', [made([], 'serving:v1', 2)], ['weights']],
    ['the weights have no maker', [made(['weights:w-9'], 'serving:v1', 2)], ['job']],
    [
      'the job has no maker',
      [made(['job:j'], 'weights:w', 3), made(['weights:w'], 'serving:v1', 2)],
      ['commit'],
    ],
  ])('%s', async (_, drafts, expected) => {
    const shown = await boardOf(drafts);
    const [service] = shown.services.shown;
    expect(service?.complete).toBe(false);
    expect(service?.missing.map((gap) => gap.expected)).toEqual(expected);
    expect(shown.attention.shown).toMatchObject([
      { level: 'serving', part: 'serving', finding: { rule: 'board/serving-untraced' } },
    ]);
  });

  test('none where the weights come from elsewhere and the rest is there: but no commit is not a whole chain', async () => {
    const drafts = made([], 'serving:v1', 2, {
      inputs: [{ kind: 'weights', id: 'Qwen/Qwen3-VL', external: true }],
    });
    const [service] = await serves(drafts);
    expect(service).toMatchObject({ missing: [], complete: false });
  });
});

test('metrics are those of the newest evaluation of what serves, else what the training reported', async () => {
  const deploy = made(['weights:w-1'], 'serving:v1', 2, { service: 's' });
  const evaluated = (hours: number, f1: number) =>
    made(['weights:w-1'], `evaluation:e${hours}`, hours, { metrics: { f1 } });
  const of = async (...drafts: Parameters<typeof boardOf>[0]) =>
    (await serves(...whole, deploy, ...drafts))[0]?.metrics;
  expect(await of()).toEqual([{ name: 'train_loss', value: 0.8, points: false }]);
  expect(await of(evaluated(5, 0.87), evaluated(6, 0.8))).toEqual([
    { name: 'f1', value: 0.87, points: true },
  ]);
});

test('what served before stands newest first, each version once, with its commit', async () => {
  const drafts = [
    ...whole,
    made(['weights:w-1'], 'serving:v1', 6, { service: 's' }),
    made([], 'serving:v2', 5, { service: 's' }),
    made(['weights:w-1'], 'serving:v1', 4, { service: 's', note: 'rolled back' }),
    made([], 'serving:v3', 3, { service: 's' }),
  ];
  const [service] = await serves(...drafts);
  expect(service?.before.total).toBe(2);
  expect(service?.before.shown.map(({ id, commit, at }) => [id, commit, at])).toEqual([
    ['v1', shaOf('a'), hoursBefore(4)],
    ['v2', undefined, hoursBefore(5)],
  ]);
});
