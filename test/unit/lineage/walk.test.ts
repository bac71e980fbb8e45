import { describe, expect, test } from 'vitest';
import {
  inOrder,
  nodeKey,
  sameNode,
  walk,
  walkFindings,
  type LineageNode,
  type LineageRecord,
} from '../../../src/lineage/index.ts';
import { digest, link, sha } from './support.ts';

const now = '2026-11-22T12:00:00.000Z';

/** The records that mention a node, as a ledger would give them. */
function lookup(records: readonly LineageRecord[]) {
  return async (nodes: readonly LineageNode[]) =>
    nodes.map((node) =>
      records.filter(({ inputs, outputs }) => [...inputs, ...outputs].some((one) => sameNode(one, node))),
    );
}

const up = async (start: LineageNode, ...records: LineageRecord[]) => {
  const found = await walk([start], 'up', lookup(records));
  return {
    ...found,
    order: inOrder(found, 'up').map(({ node }) => nodeKey(node)),
    rules: walkFindings(found, now).map(({ rule }) => rule),
  };
};

const serving: LineageNode = { kind: 'serving', id: 's' };

test('each stands before all that it was made of, whichever way is shorter', async () => {
  const { order, missing } = await up(
    serving,
    link([`commit ${sha('a')}`, 'image i'], 'job j'),
    link(`commit ${sha('a')}`, 'image i'),
    link('job j', 'weights w'),
    link(['weights w', `commit ${sha('a')}`], 'serving s'),
  );
  expect(order).toEqual(['serving s', 'weights w', 'job j', 'image i', `commit ${sha('a')}`]);
  expect(missing).toEqual([]);
});

describe('a chain that ends too early names the link', () => {
  test.each<[string, LineageRecord[], string, string]>([
    ['serving without weights', [link([], 'serving s')], 'serving s', 'weights'],
    ['weights without a job', [link('weights w', 'serving s')], 'weights w', 'job'],
    [
      'a job without a commit',
      [link('weights w', 'serving s'), link('job j', 'weights w')],
      'job j',
      'commit',
    ],
  ])('%s', async (_, records, node, expected) => {
    const { missing, rules } = await up(serving, ...records);
    expect(missing.map((one) => [nodeKey(one.node), one.expected])).toEqual([[node, expected]]);
    expect(rules).toEqual(['lineage/missing-link']);
  });

  test('what was made elsewhere is not missing', async () => {
    const base = { inputs: [{ kind: 'weights' as const, id: 'base', external: true }] };
    const made = link([`commit ${sha('a')}`], 'job j');
    const { missing } = await up(serving, link('weights w', 'serving s'), link('job j', 'weights w'), {
      ...made,
      inputs: [...made.inputs, ...base.inputs],
    });
    expect(missing).toEqual([]);
  });
});

test('two records that name different origins are both followed and reported', async () => {
  const { ambiguous, steps } = await up(
    { kind: 'job', id: 'j' },
    link(`commit ${sha('a')}`, 'job j'),
    link(`commit ${sha('b')}`, 'job j'),
  );
  expect(steps).toHaveLength(3);
  expect(ambiguous).toEqual([
    expect.objectContaining({ candidates: [`commit ${sha('a')}`, `commit ${sha('b')}`] }),
  ]);
});

test('the start and the end of one job are not a contradiction', async () => {
  const started = link([`commit ${sha('a')}`, `image i ${digest('a')}`], 'job j', { seed: 1 });
  const ended = link([`commit ${sha('a')}`, `image i ${digest('a')}`], 'job j', { metrics: { loss: 1 } });
  expect(
    (await up({ kind: 'job', id: 'j' }, started, ended, link(`commit ${sha('a')}`, `image i ${digest('a')}`)))
      .rules,
  ).toEqual([]);
});

test('records in a circle end', async () => {
  const { steps, order } = await up(
    { kind: 'weights', id: 'a' },
    link('weights b', 'weights a'),
    link('weights a', 'weights b'),
  );
  expect(steps).toHaveLength(2);
  expect(order).toEqual(['weights a', 'weights b']);
});

test('a step that improves weights in place is not its own origin', async () => {
  const { missing } = await up({ kind: 'weights', id: 'a' }, link('weights a', 'weights a'));
  expect(missing).toHaveLength(1);
});

test('a very long or wide history is cut, and says so', async () => {
  const records = Array.from({ length: 2100 }, (_, at) => link(`weights w${at + 1}`, `weights w${at}`));
  const byOutput = new Map(records.map((one) => [one.outputs[0]?.id, one]));
  const found = await walk([{ kind: 'weights', id: 'w0' }], 'up', async (nodes) =>
    nodes.map(({ id }) => [byOutput.get(id)].filter((one) => one !== undefined)),
  );
  expect({ steps: found.steps.length, cut: found.cut }).toEqual({ steps: 2000, cut: true });
});

describe('clocks', () => {
  const at = (time: string) => ({ at: `2026-11-22T${time}:00Z` });
  test.each([
    [
      'used before it was made',
      [link('weights w', 'serving s', at('09:00')), link('job j', 'weights w', at('10:00'))],
      1,
    ],
    [
      'within the tolerance',
      [link('weights w', 'serving s', at('09:58')), link('job j', 'weights w', at('10:00'))],
      0,
    ],
    ['from the future', [link('weights w', 'serving s', at('13:00'))], 1],
  ])('%s', async (_, records, count) => {
    const { rules } = await up(serving, ...records);
    expect(rules.filter((rule) => rule === 'lineage/clock-skew')).toHaveLength(count);
  });
});

test('a job that ran another commit than its image was built from', async () => {
  const { rules } = await up(
    { kind: 'job', id: 'j' },
    link([`commit ${sha('a')}`, 'image i'], 'job j'),
    link(`commit ${sha('b')}`, 'image i'),
  );
  expect(rules).toEqual(['lineage/commit-mismatch']);
});

test('down the chain: all that was made of a commit', async () => {
  const records = [
    link(`commit ${sha('a')}`, 'image i'),
    link('image i', 'job j'),
    link('job j', 'weights w'),
    link('weights w', 'serving s'),
    link(`commit ${sha('b')}`, 'job other'),
  ];
  const found = await walk([{ kind: 'commit', id: sha('a') }], 'down', lookup(records));
  expect(inOrder(found, 'down').map(({ node }) => node.id)).toEqual([sha('a'), 'i', 'j', 'w', 's']);
});
