import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rememberingLog } from '../../support/log.ts';
import { createRepository } from '../../support/repository.ts';
import { advice, commands, open } from './setup.ts';

const taggerDate = '2026-11-22T10:00:00+01:00';

function tagged() {
  const repository = createRepository();
  const first = repository.commit({ a: '1' });
  repository.git('tag', 'v1.0.0');
  repository.git('tag', '--annotate', '--message=x', 'v1.0.1');
  repository.git('tag', 'qwen3-vl/v1.0.0');
  const second = repository.commit({ a: '2' });
  repository.git('tag', '--annotate', '--message=x', 'v1.1.0');
  return { repository, first, second };
}

describe('tags', () => {
  test('are read peeled, here and on the remote', async () => {
    const { repository, first, second } = tagged();
    repository.publish();
    const opened = await open(repository);
    const store = opened.tagStore();
    const all = [
      { name: 'qwen3-vl/v1.0.0', sha: first },
      { name: 'v1.0.0', sha: first },
      { name: 'v1.0.1', sha: first },
      { name: 'v1.1.0', sha: second },
    ];
    for (const read of [opened.tags, opened.remoteTags, store.list]) {
      expect(await read('')).toEqual(all);
      expect(await read('v1.0.')).toEqual(all.slice(1, 3));
      expect(await read('qwen3-vl/')).toEqual(all.slice(0, 1));
      expect(await read('none')).toEqual([]);
    }
  });

  test('of tags are peeled to the end, here and on the remote', async () => {
    const repository = createRepository();
    const sha = repository.commit({ a: '1' });
    repository.git('tag', '--annotate', '--message=x', 'inner');
    repository.git('tag', '--annotate', '--message=x', 'middle', 'inner');
    repository.git('tag', '--annotate', '--message=x', 'v1.0.0', 'middle');
    repository.publish();
    const opened = await open(repository);
    for (const read of [opened.tags, opened.remoteTags])
      expect(await read('v')).toEqual([{ name: 'v1.0.0', sha }]);
  });

  test('are all seen from a clone of depth 1', async () => {
    const { repository, second } = tagged();
    const clone = repository.publish().clone('--depth=1', '--no-tags');
    const opened = await open(clone);
    expect(await opened.tags('')).toEqual([]);
    expect(await opened.tagStore().list('v1.1')).toEqual([{ name: 'v1.1.0', sha: second }]);
    expect(await opened.tagStore().list('v')).toHaveLength(3);
  });

  test('that cannot be read are an error, not an empty list', async () => {
    const { repository } = tagged();
    rmSync(repository.publish().root, { recursive: true });
    const store = (await open(repository)).tagStore();
    expect(await advice(store.list(''))).toMatch(/^the remote could not be reached/);
  });
});

describe('creating a tag', () => {
  test('makes an annotated one with the given date, and needs no local tag', async () => {
    const { repository, second } = tagged();
    const bare = repository.publish();
    const store = (await open(repository)).tagStore();
    const tag = {
      tag: 'qwen3-vl/v1.1.0',
      sha: second,
      message: 'qwen3-vl/v1.1.0\n\nGate: x=pass',
      taggerDate,
    };
    expect(await store.create(tag)).toEqual({ created: true });
    expect(bare.git('cat-file', 'tag', tag.tag).split('\n')).toEqual([
      `object ${second}`,
      'type commit',
      'tag qwen3-vl/v1.1.0',
      'tagger model-gates <model-gates@users.noreply.github.com> 1795338000 +0000',
      '',
      'qwen3-vl/v1.1.0',
      '',
      'Gate: x=pass',
    ]);
    expect(await store.create(tag)).toEqual({ created: false, sha: second });
    expect(repository.git('tag', '--list', 'qwen3-vl/v1.1.0')).toBe('');
  });

  test('never moves one, whatever kind it is', async () => {
    const { repository, first, second } = tagged();
    const bare = repository.publish();
    const store = (await open(repository)).tagStore();
    for (const tag of ['v1.0.0', 'v1.0.1']) {
      expect(await store.create({ tag, sha: second, message: 'x', taggerDate })).toEqual({ created: false });
      expect(bare.git('rev-parse', `${tag}^{commit}`)).toBe(first);
    }
  });

  test('works from a clone of depth 1, for a tag that is there unseen as well', async () => {
    const { repository, second } = tagged();
    const clone = repository.publish().clone('--depth=1', '--no-tags');
    const store = (await open(clone)).tagStore();
    expect(await store.create({ tag: 'v1.1.0', sha: second, message: 'x', taggerDate })).toEqual({
      created: false,
    });
    expect(await store.create({ tag: 'v1.1.1', sha: second, message: 'x', taggerDate })).toEqual({
      created: true,
    });
  });

  test('refuses names that git would take for something else', async () => {
    const { repository, second } = tagged();
    const bare = repository.publish();
    const before = bare.git('for-each-ref');
    const store = (await open(repository)).tagStore();
    for (const tag of ['--force', 'v1 0', 'v1..0', 'v1.0.0:refs/heads/main', '', '-d', 'a\nb'])
      expect(await advice(store.create({ tag, sha: second, message: 'x', taggerDate }))).toMatch(
        /is not a valid tag name/,
      );
    expect(bare.git('for-each-ref')).toBe(before);
  });

  test('tells what forbids it', async () => {
    const { repository, second } = tagged();
    const bare = repository.publish();
    const hook = join(bare.root, 'hooks', 'pre-receive');
    writeFileSync(
      hook,
      '#!/bin/sh\necho "GH013: Repository rule violations found for refs/tags/v2.0.0" >&2\nexit 1\n',
    );
    chmodSync(hook, 0o755);
    const log = rememberingLog();
    const store = (await open(repository, { log })).tagStore();
    const told = await advice(store.create({ tag: 'v2.0.0', sha: second, message: 'x', taggerDate }));
    expect(told).toMatch(
      /^a rule of the repository forbids this push .*\| Let the workflow bypass the ruleset/,
    );
    expect(commands(log, 'push')).toHaveLength(1);
  });

  test('tells a name that stands in the way of another', async () => {
    const { repository, second } = tagged();
    repository.publish();
    const store = (await open(repository)).tagStore();
    expect(await advice(store.create({ tag: 'v1.0.0/x', sha: second, message: 'x', taggerDate }))).toMatch(
      /^another branch or tag stands in the way of this name/,
    );
    expect(
      await advice(store.create({ tag: 'v3.0.0', sha: second, message: 'x', taggerDate: 'yesterday' })),
    ).toMatch(/^"yesterday" is not a date/);
  });
});
