import { describe, expect, test } from 'vitest';
import { rememberingLog } from '../../support/log.ts';
import { createBareRepository, createRepository, type TestRepository } from '../../support/repository.ts';
import { advice, commands, open } from './setup.ts';

/** What a server gives of commits that none of its refs names: `git help config`, uploadpack.allow*SHA1InWant. */
const servers = {
  'protocol 2': { program: 'git-upload-pack', allow: {} },
  'protocol 0, any commit': {
    program: 'GIT_PROTOCOL=version=0 git-upload-pack',
    allow: { 'uploadpack.allowAnySHA1InWant': 'true' },
  },
  'protocol 0, what refs contain': {
    program: 'GIT_PROTOCOL=version=0 git-upload-pack',
    allow: { 'uploadpack.allowReachableSHA1InWant': 'true' },
  },
  'protocol 0, tips alone': {
    program: 'GIT_PROTOCOL=version=0 git-upload-pack',
    allow: { 'uploadpack.allowReachableSHA1InWant': 'false' },
  },
} as const;

type Server = keyof typeof servers;

/** Each side's commits since the fork: more than one step of a search. */
const far = 60;

function chain(repository: TestRepository, from: string, length: number, name: string): string {
  const tree = repository.git('rev-parse', `${from}^{tree}`);
  const commit = (on: string, at: number) =>
    repository.git('commit-tree', tree, '-p', on, '-m', `${name} ${at}`);
  return Array.from({ length }).reduce<string>((on, _, at) => commit(on, at), from);
}

/** A server, and a clone of depth 1 of what were the tips of its branches `head` and `base`. */
function cutOff(server: Server, hidden: readonly string[] = [], length = far) {
  const repository = createRepository();
  const fork = chain(repository, repository.commit({ a: '' }), 3, 'common');
  const tips = {
    head: chain(repository, fork, length, 'head'),
    base: chain(repository, fork, length, 'base'),
  };
  const bare = repository.publish();
  bare.git('update-ref', 'refs/heads/main', fork);
  const clone = createRepository();
  clone.track(bare);
  for (const [branch, sha] of Object.entries(tips)) bare.git('update-ref', `refs/heads/${branch}`, sha);
  clone.git('fetch', '--quiet', '--depth=1', 'origin', ...Object.values(tips));
  const { program, allow } = servers[server];
  for (const [key, value] of Object.entries(allow)) bare.git('config', key, value);
  clone.git('config', 'remote.origin.uploadpack', program);
  for (const branch of hidden) bare.git('update-ref', '-d', `refs/heads/${branch}`);
  return { repository, bare, clone, fork, ...tips };
}

async function search(clone: TestRepository, base: string, head: string) {
  const log = rememberingLog();
  const found = await advice((await open(clone, { log })).mergeBase(base, head));
  return { found: found.replace(/^no error: /, ''), fetches: commands(log, 'fetch').length };
}

const short = (sha: string) => sha.slice(0, 8);

const notGiven = (sha: string) =>
  `the history before ${short(sha)} is not in this clone, and the remote does not give out ${short(sha)}, which none of its branches and tags seems to contain | After a force push: push the branch again, or run the workflow for its newest commit. A checkout with \`fetch-depth: 0\` brings the history while a branch contains it.`;

describe('the merge base of commits that no ref of the server names', () => {
  const unnamed: readonly (readonly [string, readonly string[]])[] = [
    ['neither', []],
    ['head', ['head']],
    ['base', ['base']],
    ['head and base', ['head', 'base']],
  ];
  for (const server of ['protocol 2', 'protocol 0, any commit'] as const)
    test.each(unnamed)(`${server}: unnamed: %s, found`, async (_, hidden) => {
      const { clone, fork, base, head } = cutOff(server, hidden);
      expect(await search(clone, base, head)).toEqual({ found: JSON.stringify(fork), fetches: 2 });
    });

  for (const server of ['protocol 0, what refs contain', 'protocol 0, tips alone'] as const)
    test.each(unnamed)(`${server}: unnamed: %s, what is missing is said at once`, async (_, hidden) => {
      const { clone, fork, base, head } = cutOff(server, hidden);
      const { found, fetches } = await search(clone, base, head);
      const missing =
        hidden.length === 0
          ? [JSON.stringify(fork)]
          : hidden.map((side) => notGiven({ head, base }[side] ?? ''));
      expect(missing).toContain(found);
      expect(fetches).toBeLessThanOrEqual(3);
    });

  test.each(Object.keys(servers) as Server[])(
    '%s: commits that were not pushed need not be there',
    async (server) => {
      const { clone, fork, base, head } = cutOff(server);
      const mine = chain(clone, head, 2, 'mine');
      expect((await search(clone, base, mine)).found).toBe(JSON.stringify(fork));
    },
  );

  test('a merge commit of refs/pull/1/merge that has moved on', async () => {
    const { bare, clone, fork, base, head } = cutOff('protocol 2', ['head']);
    const tree = bare.git('rev-parse', `${base}^{tree}`);
    const merge = (on: string) => bare.git('commit-tree', tree, '-p', on, '-p', head, '-m', 'merge');
    const checkedOut = merge(base);
    bare.git('update-ref', 'refs/pull/1/merge', merge(fork));
    clone.git('fetch', '--quiet', '--depth=1', 'origin', checkedOut);
    expect((await search(clone, base, head)).found).toBe(JSON.stringify(fork));
    expect((await search(clone, fork, checkedOut)).found).toBe(JSON.stringify(fork));
  });
});

describe('history that cannot be had', () => {
  test('of a head that the server has thrown away', async () => {
    const { repository, bare, clone, fork, base, head } = cutOff('protocol 2', ['head']);
    bare.git('prune', '--expire=now');
    expect(await search(clone, base, head)).toEqual({ found: notGiven(head), fetches: 1 });
    const mine = chain(clone, head, 1, 'mine');
    const found = notGiven(head).replace(short(head), `${short(head)}, part of ${short(mine)},`);
    expect(await search(clone, base, mine)).toEqual({ found, fetches: 1 });
    repository.git('push', '--quiet', 'origin', `${head}:refs/heads/again`);
    expect((await search(clone, base, mine)).found).toBe(JSON.stringify(fork));
  });

  test('matters only where it is in the way', async () => {
    const { bare, clone, fork, base, head } = cutOff('protocol 2');
    const gone = chain(bare, fork, 2, 'gone');
    clone.git('fetch', '--quiet', '--depth=1', 'origin', gone);
    const tree = clone.git('rev-parse', `${head}^{tree}`);
    const merge = (on: string) => clone.git('commit-tree', tree, '-p', on, '-p', gone, '-m', 'merge');
    bare.git('prune', '--expire=now');
    const { found, fetches } = await search(clone, merge(base), merge(head));
    // Each of two steps is refused for what is gone, and asked without it.
    expect(fetches).toBe(4);
    expect([fork, gone].map((sha) => JSON.stringify(sha))).toContain(found);
  });

  test('of a server that is a shallow clone itself', async () => {
    const { bare, base, head } = cutOff('protocol 2');
    const mirror = createBareRepository();
    mirror.git('fetch', '--quiet', '--depth=2', `file://${bare.root}`, 'head:head', 'base:base');
    const clone = createRepository();
    clone.track(mirror);
    clone.git('fetch', '--quiet', '--depth=1', 'origin', head, base);
    const { found, fetches } = await search(clone, base, head);
    expect(found).toMatch(
      /^the history before \w{8}, part of \w{8}, is not in this clone, and the remote does not have it either \| The remote is a shallow clone itself: run `git fetch --unshallow` there, or fetch from a repository that has the whole history\.$/,
    );
    expect(fetches).toBe(2);
    mirror.git('fetch', '--quiet', '--unshallow', `file://${bare.root}`);
    expect((await search(clone, base, head)).found).toMatch(/^"\w{40}"$/);
  });

  test('is said of commits before one, too', async () => {
    const { bare, clone, base, head } = cutOff('protocol 2', ['head']);
    bare.git('prune', '--expire=now');
    const opened = await open(clone);
    expect(await opened.firstParents(base, 5)).toHaveLength(5);
    expect(await advice(opened.firstParents(head, 5))).toBe(notGiven(head));
  });
});
