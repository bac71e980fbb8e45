import { describe, expect, test } from 'vitest';
import { commit, loopback } from './setup.ts';

async function scene() {
  const one = await loopback();
  const tip = await commit(one.api, 'init', [], { 'deploy/a.yaml': 'a: 1\r\n', 'b.yaml': 'b' });
  await one.api.git.createRef('refs/heads/main', tip);
  return { ...one, store: one.github.manifests, tip };
}

const text = async (bytes: Promise<Uint8Array | undefined>) => Buffer.from((await bytes) ?? []).toString();

describe('manifests over the API', () => {
  test('are committed byte for byte, beside what else is there', async () => {
    const { store, tip, github } = await scene();
    expect(await store.tip('main')).toBe(tip);
    const sha = await store.commit({
      parent: tip,
      files: new Map([['deploy/a.yaml', '\uFEFFa: 2\r\n#']]),
      message: 'Promote',
    });
    expect(await store.move('main', tip, sha)).toBe(true);
    const tree = await store.tree(sha);
    expect([await text(tree.read('deploy/a.yaml')), await text(tree.read('b.yaml'))]).toEqual([
      '\uFEFFa: 2\r\n#',
      'b',
    ]);
    expect((await store.log(sha, 5)).map((one) => [one.sha, one.message.trim()])).toEqual([
      [sha, 'Promote'],
      [tip, 'init'],
    ]);
    expect(github.requestCount()).toBeLessThan(16);
  });

  test('of two that start from one commit one lands', async () => {
    const { store, tip } = await scene();
    const [a = '', b = ''] = await Promise.all(
      ['1', '2'].map((one) => store.commit({ parent: tip, files: new Map([['b.yaml', one]]), message: one })),
    );
    expect([await store.move('main', tip, a), await store.move('main', tip, b)]).toEqual([true, false]);
    expect([await store.move('x/y', undefined, a), await store.move('x/y', undefined, b)]).toEqual([
      true,
      false,
    ]);
    expect(await store.tip('x/y')).toBe(a);
  });

  test('that are not files are not edited', async () => {
    const { store, tip } = await scene();
    await expect(
      store.commit({ parent: tip, files: new Map([['deploy', 'x']]), message: 'm' }),
    ).rejects.toThrow(/deploy is not a file/);
  });
});

describe('deployments', () => {
  const step = {
    environment: 'prod',
    sha: 'a'.repeat(40),
    description: 'qwen-vl: w2 at 5 %',
    key: 'prod w2 5',
    state: 'success' as const,
    logUrl: 'https://git.example/runs/1',
  };

  test('have a status with its log, and end the one before', async () => {
    const { github, api } = await loopback();
    await github.deployments.announce(step);
    await github.deployments.announce({ ...step, sha: 'b'.repeat(40), key: 'prod w2 25' });
    expect(api.state.deployments.map(({ statuses }) => statuses)).toEqual([
      [{ state: 'success', log_url: step.logUrl }, { state: 'inactive' }],
      [{ state: 'success', log_url: step.logUrl }],
    ]);
    expect(
      api.requests.find(({ method, path }) => method === 'POST' && path.endsWith('/deployments'))?.body,
    ).toMatchObject({
      auto_merge: false,
      required_contexts: [],
      transient_environment: false,
      payload: 'prod w2 5',
    });
  });

  test('are made once', async () => {
    const { github, api } = await loopback();
    const first = await github.deployments.announce({ ...step, state: 'in_progress' });
    expect(await github.deployments.announce(step)).toEqual(first);
    await github.deployments.announce(step);
    expect(api.state.deployments.map(({ statuses }) => statuses.map(({ state }) => state))).toEqual([
      ['in_progress', 'success'],
    ]);
  });

  test('without the permission say which', async () => {
    const { github } = await loopback({ state: { tokenPermissions: { contents: 'write' } } });
    await expect(github.deployments.announce(step)).rejects.toMatchObject({
      help: expect.stringContaining('deployments') as string,
    });
  });
});
