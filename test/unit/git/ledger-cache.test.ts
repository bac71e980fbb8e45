import { readdirSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openLedger } from '../../../src/git/index.ts';
import { impatientClock } from '../../support/clock.ts';
import { rememberingLog } from '../../support/log.ts';
import { createRepository, hermeticEnvironment, type TestRepository } from '../../support/repository.ts';

async function cacheOf(origin: TestRepository) {
  const clone = createRepository();
  clone.git('remote', 'add', 'origin', origin.root);
  const log = rememberingLog();
  const ledger = await openLedger({
    cwd: clone.root,
    log,
    env: hermeticEnvironment({}),
    clock: impatientClock,
  });
  onTestFinished(() => ledger.close());
  return ledger.cache;
}

const bytes = (text: string) => new TextEncoder().encode(text);

function texts(files: ReadonlyMap<string, Uint8Array>): Record<string, string> {
  return Object.fromEntries([...files].map(([name, content]) => [name, new TextDecoder().decode(content)]));
}

function originRepository(): TestRepository {
  const work = createRepository();
  work.commit({ a: '1' });
  return work.publish();
}

describe('what is kept beside the ledger', () => {
  test('is there for the next run, is replaced whole, and has no history', async () => {
    const origin = originRepository();
    const first = await cacheOf(origin);
    expect(await first.read()).toEqual(new Map());
    expect(
      await first.write(
        new Map([
          ['a.jsonl', bytes('1\n')],
          ['b.json', bytes('{}')],
        ]),
      ),
    ).toBe(true);
    const second = await cacheOf(origin);
    expect(texts(await second.read())).toEqual({ 'a.jsonl': '1\n', 'b.json': '{}' });
    expect(await second.write(new Map([['a.jsonl', bytes('1\n2\n')]]))).toBe(true);
    const third = await cacheOf(origin);
    expect(texts(await third.read())).toEqual({ 'a.jsonl': '1\n2\n' });
    expect(origin.git('rev-list', '--count', 'refs/lineage/cache').trim()).toBe('1');
    expect(origin.git('for-each-ref', '--format=%(refname)').trim().split('\n')).not.toContain(
      'refs/heads/model-lineage',
    );
  });

  test('of two that read the same, the slower one writes nothing', async () => {
    const origin = originRepository();
    const [one, other] = [await cacheOf(origin), await cacheOf(origin)];
    await one.read();
    await other.read();
    expect(await one.write(new Map([['a', bytes('one')]]))).toBe(true);
    expect(await other.write(new Map([['a', bytes('other')]]))).toBe(false);
    expect(texts(await (await cacheOf(origin)).read())).toEqual({ a: 'one' });
    expect(readdirSync(origin.root)).not.toContain('index.lock');
  });

  test('that is not a commit with files is as good as none', async () => {
    const origin = originRepository();
    const blob = origin.git('rev-parse', 'HEAD:a').trim();
    origin.git('update-ref', 'refs/lineage/cache', blob);
    await expect((await cacheOf(origin)).read().then(texts)).resolves.toEqual({});
  });
});
