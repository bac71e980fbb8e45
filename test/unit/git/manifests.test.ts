import { describe, expect, test } from 'vitest';
import { openRepository } from '../../../src/git/index.ts';
import { createBareRepository, createRepository, hermeticEnvironment } from '../../support/repository.ts';
import { rememberingLog } from '../../support/log.ts';

async function scene() {
  const origin = createBareRepository();
  const work = createRepository();
  const first = work.commit({
    'deploy/a.yaml': 'a: 1\r\n',
    'run.sh': '#!/bin/sh\n',
    'link.yaml': { link: 'deploy/a.yaml' },
  });
  work.git('update-index', '--chmod=+x', 'run.sh');
  work.git('commit', '-qm', 'executable');
  work.git('remote', 'add', 'origin', origin.root);
  work.git('push', '-q', 'origin', 'HEAD:refs/heads/main');
  const open = async () =>
    (await openRepository({ cwd: work.root, log: rememberingLog(), env: hermeticEnvironment() })).manifests;
  return { origin, work, first, open, tip: work.git('rev-parse', 'HEAD').trim() };
}

const files = (text: string) => new Map([['deploy/a.yaml', text]]);

describe('manifests over git', () => {
  test('a commit has the bytes it was given, and leaves mode, index and working tree alone', async () => {
    const { origin, work, open, tip } = await scene();
    const before = work.git('status', '--porcelain');
    const store = await open();
    const sha = await store.commit({
      parent: tip,
      files: new Map([...files('a: 2\r\n# x'), ['run.sh', '#!/bin/sh\nx\n']]),
      message: 'Promote\n\nwhy\n',
    });
    expect(await store.move('main', tip, sha)).toBe(true);
    expect(origin.git('show', 'main:deploy/a.yaml')).toBe('a: 2\r\n# x');
    expect(origin.git('ls-tree', 'main', 'run.sh')).toMatch(/^100755/);
    expect(work.git('status', '--porcelain')).toBe(before);
    expect(work.git('rev-parse', 'HEAD').trim()).toBe(tip);
    expect((await store.log(sha, 2)).map((commit) => [commit.sha, commit.message])).toEqual([
      [sha, 'Promote\n\nwhy\n'],
      [tip, 'executable\n'],
    ]);
  });

  test('of two that start from one commit one lands', async () => {
    const { origin, open, tip } = await scene();
    const [one, two] = [await open(), await open()];
    const shas = await Promise.all(
      [one, two].map((store, at) =>
        store.commit({ parent: tip, files: files(`a: ${at}`), message: `m${at}` }),
      ),
    );
    const landed = [await one.move('main', tip, shas[0] ?? ''), await two.move('main', tip, shas[1] ?? '')];
    expect(landed).toEqual([true, false]);
    expect(origin.git('rev-parse', 'main').trim()).toBe(shas[0]);
  });

  test('a branch is created once, and one that is not there has no tip', async () => {
    const { open, tip } = await scene();
    const store = await open();
    expect(await store.tip('promote/x')).toBeUndefined();
    const [a, b] = await Promise.all(
      ['1', '2'].map((text) => store.commit({ parent: tip, files: files(text), message: text })),
    );
    expect([
      await store.move('promote/x', undefined, a ?? ''),
      await store.move('promote/x', undefined, b ?? ''),
    ]).toEqual([true, false]);
    expect(await store.tip('promote/x')).toBe(a);
  });

  test('a link is not edited, nor a name that is not a branch', async () => {
    const { open, tip } = await scene();
    const store = await open();
    await expect(
      store.commit({ parent: tip, files: new Map([['link.yaml', 'x']]), message: 'm' }),
    ).rejects.toThrow(/link.yaml is not a file of its own/);
    await expect(store.tip('--upload-pack=x y')).rejects.toThrow(/branch|ref/);
  });

  test('a remote that refuses says so', async () => {
    const { origin, open, tip } = await scene();
    origin.git('config', 'receive.denyNonFastForwards', 'true');
    origin.git('config', 'receive.denyDeletes', 'true');
    origin.git('config', 'transfer.hideRefs', 'refs/heads/main');
    const store = await open();
    const sha = await store.commit({ parent: tip, files: files('x'), message: 'm' });
    await expect(store.move('main', undefined, sha)).rejects.toThrow(/push|refused|forbids/);
  });
});
