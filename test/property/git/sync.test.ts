import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syncBranch } from '../../../src/branches/gate/sync.ts';
import { openRepository } from '../../../src/git/index.ts';
import { isUserError } from '../../../src/kernel/user-error.ts';
import { rememberingLog } from '../../support/log.ts';
import {
  createRepository,
  hermeticEnvironment,
  repositoryAt,
  type TestRepository,
} from '../../support/repository.ts';
import { samples } from '../../support/seed.ts';

const template = mkdtempSync(path.join(tmpdir(), 'model-gates-sync-law-'));
const work = mkdtempSync(path.join(tmpdir(), 'model-gates-sync-law-'));

beforeAll(() => {
  for (const name of ['author', 'origin']) mkdirSync(path.join(template, name));
  const author = createRepository(path.join(template, 'author'));
  createRepository(path.join(template, 'origin')).git('config', 'core.bare', 'true');
  author.commit({ a: '1\n2\n3\n', 'd/x': 'x\n' });
  author.git('remote', 'add', 'origin', '../origin');
  author.git('push', '--quiet', 'origin', 'main');
  author.git('clone', '--quiet', '../origin', '../clone');
  const clone = repositoryAt(path.join(template, 'clone'));
  clone.git('remote', 'set-url', 'origin', '../origin');
  clone.git('config', 'user.name', 'Ada');
  clone.git('config', 'user.email', 'ada@example.org');
  clone.write({ '.git/info/exclude': '*.local\n' });
  clone.branch('feature');
});

afterAll(() => {
  for (const folder of [template, work]) rmSync(folder, { recursive: true, force: true });
});

/** Few paths, files where others have folders, one kept and one ignored by git. */
const file = fc.constantFrom('a', 'd/x', 'd', 'n', 'n/y', 'z.local', 'z.local/q');
const files = fc.dictionary(file, fc.constantFrom('1\n', '1\n2\n4\n', 'q\n'), { maxKeys: 2 });
const removed = fc.option(file);

let run = 0;

test('a sync never changes what is not committed, and an abort goes back to where one was', async () => {
  const verdicts = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('merge', 'rebase'),
      files,
      files,
      removed,
      files,
      async (how, ours, theirs, gone, local) => {
        const folder = path.join(work, String((run += 1)));
        cpSync(template, folder, { recursive: true });
        const author = repositoryAt(path.join(folder, 'author'));
        const clone = repositoryAt(path.join(folder, 'clone'));
        commit(author, theirs);
        author.git('push', '--quiet', 'origin', 'main');
        commit(clone, ours);
        if (gone !== null) commit(clone, {}, gone);
        const before = clone.git('rev-parse', 'HEAD');
        const mine = Object.entries(local).filter(([name, text]) => put(clone, name, `mine ${text}`));
        const status = clone.git('status', '--porcelain', '--ignored');
        const { verdict, wayBack } = await sync(clone, how);
        verdicts.add(verdict);
        if (verdict === 'fail') shell(clone, wayBack);
        for (const [name, text] of mine)
          expect(readFileSync(path.join(clone.root, name), 'utf8')).toBe(`mine ${text}`);
        const missing = clone.git('rev-list', '--count', 'HEAD..origin/main');
        const now = [clone.git('rev-parse', 'HEAD'), clone.git('status', '--porcelain', '--ignored')];
        expect(verdict === 'pass' ? [missing] : now).toEqual(verdict === 'pass' ? ['0'] : [before, status]);
      },
    ),
    { numRuns: samples(100, 12), seed: 11 },
  );
  expect([...verdicts].toSorted()).toEqual(['fail', 'pass', 'refused']);
});

/** What the report says goes back to where one was. */
interface Synced {
  readonly verdict: string;
  readonly wayBack: string;
}

async function sync(clone: TestRepository, how: 'merge' | 'rebase'): Promise<Synced> {
  const repository = await openRepository({
    cwd: clone.root,
    log: rememberingLog(),
    env: hermeticEnvironment(),
  });
  try {
    const request = { trunk: 'main', how, remote: 'origin' };
    const { verdict, sections } = await syncBranch(request, repository.sync, rememberingLog());
    const [, wayBack = 'false'] = /go back to where you were: `(.*?)`\./.exec(JSON.stringify(sections)) ?? [];
    return { verdict, wayBack };
  } catch (error) {
    if (isUserError(error)) return { verdict: 'refused', wayBack: '' };
    throw error;
  }
}

function shell({ root }: TestRepository, command: string): void {
  execFileSync('sh', ['-c', command], { cwd: root, env: hermeticEnvironment(), stdio: 'ignore' });
}

function commit(repository: TestRepository, changes: Readonly<Record<string, string>>, gone?: string): void {
  for (const [name, text] of Object.entries(changes)) {
    for (let cut = name.indexOf('/'); cut > 0; cut = name.indexOf('/', cut + 1))
      clear(path.join(repository.root, name.slice(0, cut)));
    repository.write({ [name]: text });
  }
  if (gone !== undefined) rmSync(path.join(repository.root, gone), { recursive: true, force: true });
  repository.commit({});
}

/** A file where a folder is needed. */
function clear(place: string): void {
  if (existsSync(place) && statSync(place).isFile()) rmSync(place);
}

/** Writes a local file where nothing stands in its way. */
function put(repository: TestRepository, name: string, text: string): boolean {
  const place = path.join(repository.root, name);
  try {
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
    return true;
  } catch {
    return false;
  }
}
