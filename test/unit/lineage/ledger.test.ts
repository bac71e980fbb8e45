import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { compactInbox } from '../../../src/lineage/gate/compact.ts';
import { hashes } from '../../../src/lineage/gate/hashes.ts';
import { appendRecords } from '../../../src/lineage/gate/record.ts';
import { trace } from '../../../src/lineage/gate/trace.ts';
import { openLedger } from '../../../src/git/index.ts';
import { connect } from '../../../src/github/index.ts';
import type { Ledger } from '../../../src/ports/ledger.ts';
import { indexPlace, recordText, type ChainLink, type LineageRecord } from '../../../src/lineage/index.ts';
import { startGitHubApi, type GitHubApi } from '../../support/github-api/index.ts';
import { rememberingLog } from '../../support/log.ts';
import {
  createRepository,
  hermeticEnvironment,
  repositoryAt,
  temporaryFolder,
} from '../../support/repository.ts';
import { digest, link, record, sha } from './support.ts';
import { impatientClock } from '../../support/clock.ts';

interface Scene {
  readonly ledger: Ledger;
  readonly remote: string;
  /** Of a ledger over the API. */
  readonly api?: GitHubApi;
  open(): Promise<Ledger>;
  git(...args: string[]): string;
  write(...records: LineageRecord[]): ReturnType<typeof appendRecords>;
  compact(): ReturnType<typeof compactInbox>;
  trace(id: string): ReturnType<typeof trace>;
}

const stores = ['git', 'the API'] as const;
type Store = (typeof stores)[number];

/** A bare remote and a ledger on it, from a folder that is not a clone. */
async function scene(store: Store = 'git'): Promise<Scene> {
  const work = createRepository();
  work.commit({ 'a.txt': '1' });
  const origin = work.publish();
  const api = store === 'git' ? undefined : await apiOf(origin.root);
  const open = () => (api === undefined ? gitLedger(origin.root) : Promise.resolve(apiLedger(api)));
  const ledger = await open();
  return {
    ledger,
    remote: origin.root,
    ...(api === undefined ? {} : { api }),
    open,
    git: (...args) => origin.git(...args),
    write: (...records) => appendRecords({ records, findings: [] }, ledger),
    compact: () => compactInbox(ledger, { log: rememberingLog(), clock: impatientClock }),
    trace: (id) => trace({ id }, { ledger, now: () => Date.parse('2026-11-22T12:00:00Z') }),
  };
}

async function gitLedger(remote: string): Promise<Ledger> {
  const cwd = temporaryFolder();
  const ledger = await openLedger({ cwd, log: rememberingLog(), remote, env: hermeticEnvironment() });
  onTestFinished(() => ledger.close());
  return ledger;
}

async function apiOf(gitDir: string): Promise<GitHubApi> {
  const api = await startGitHubApi({ gitDir });
  onTestFinished(async () => {
    await api.close();
    expect(api.violations).toEqual([]);
  });
  return api;
}

function apiLedger({ token, url, state }: GitHubApi): Ledger {
  return connect({
    token,
    apiUrl: url,
    repository: state.repository,
    log: rememberingLog(),
    clock: impatientClock,
  }).ledger;
}

const job = link(`commit ${sha('a')}`, 'job job-1');
const weights = link('job job-1', 'weights w-1');
const kinds = (chain: readonly ChainLink[]) => chain.map(({ kind }) => kind);
const rules = (report: { findings: readonly { rule: string }[] }) => report.findings.map(({ rule }) => rule);

test('an empty ledger is empty, and a remote that cannot be read is an error', async () => {
  const { trace: ask, remote } = await scene();
  expect(rules(await ask('w-1'))).toEqual(['lineage/unknown-id']);
  const broken = await openLedger({
    cwd: temporaryFolder(),
    log: rememberingLog(),
    remote: `${remote}-gone`,
  });
  await expect(broken.snapshot()).rejects.toThrow('could not be reached');
  await broken.close();
});

test.each(stores)(
  'over %s a record is found in the inbox, in the branch, and with one part here and one there',
  async (store) => {
    const { write, compact, git, trace: ask } = await scene(store);
    await write(job);
    expect((await compact()).facts).toEqual({ folded: 1 });
    expect(git('log', '-1', '--format=%B', 'model-lineage').trim()).toBe(
      'Fold 1 lineage record\n\nRecords: 1',
    );
    await write(weights);
    expect(kinds((await ask('w-1')).facts.chain)).toEqual(['weights', 'job', 'commit']);
    expect((await compact()).facts).toEqual({ folded: 1 });
    expect(kinds((await ask('w-1')).facts.chain)).toEqual(['weights', 'job', 'commit']);
    expect((await compact()).facts).toEqual({ folded: 0 });
  },
);

test.each(stores)(
  'over %s a record that is written again after its compaction is one record',
  async (store) => {
    const { write, compact, git, trace: ask } = await scene(store);
    await write(job);
    await compact();
    const before = git('ls-tree', '-r', 'model-lineage');
    await write({ ...job, at: '2026-12-01T00:00:00.000Z' });
    await compact();
    expect(git('ls-tree', '-r', 'model-lineage')).toBe(before);
    expect(rules(await ask('job-1'))).toEqual([]);
  },
);

test.each(stores)(
  'over %s a second record of one id never replaces the first: it is kept aside and reported',
  async (store) => {
    const { write, compact, git, ledger, trace: ask } = await scene(store);
    await write({ ...job, id: 'x' });
    await compact();
    const second = { ...link(`commit ${sha('b')}`, 'job job-2'), id: 'x' };
    expect(rules(await write(second))).toEqual(['lineage/id-taken']);
    // One that looked before the compaction.
    await ledger.append([{ key: 'x', bytes: Buffer.from(recordText(second)) }]);
    expect(rules(await ask('job-1'))).toEqual(['lineage/conflicting-record']);
    expect(rules(await ask('job-2'))).toEqual(['lineage/unknown-id', 'lineage/conflicting-record']);
    await compact();
    const report = await ask('job-1');
    expect(rules(report)).toEqual(['lineage/conflicting-record']);
    expect(report.facts.commits).toEqual([sha('a')]);
    expect(git('ls-tree', '-r', '--name-only', 'model-lineage', 'conflicts/')).toMatch(
      /^conflicts\/x@[0-9a-f]{40}\.json$/,
    );
  },
);

test.each(stores)('over %s a correction is a new record, and the old one stays', async (store) => {
  const { write, compact, git, trace: ask } = await scene(store);
  await write(job, weights);
  await write(
    record({
      inputs: [{ kind: 'commit', id: sha('b') }],
      outputs: [{ kind: 'job', id: 'job-1' }],
      corrects: job.id,
    }),
  );
  expect((await ask('w-1')).facts.commits).toEqual([sha('b')]);
  await compact();
  expect((await ask('w-1')).facts.commits).toEqual([sha('b')]);
  expect(git('ls-tree', '-r', '--name-only', 'model-lineage', 'records/').split('\n')).toHaveLength(3);
});

describe.each(stores)('over %s a broken record is reported and harms no other', (store) => {
  test.each([
    ['half of one', '{"schema":1,'],
    ['of another id', `${JSON.stringify({ ...job, id: 'other' })}\n`],
    ['a record of tomorrow', '{"schema":2,"id":"x"}'],
  ])('%s', async (_, text) => {
    const { write, compact, git, remote, trace: ask } = await scene(store);
    await write(job);
    const oid = execFileSync('git', ['hash-object', '-w', '--stdin'], {
      cwd: remote,
      input: text,
      encoding: 'utf8',
    }).trim();
    git('update-ref', 'refs/lineage/inbox/broken', oid);
    const compaction = await compact();
    expect(compaction.facts).toEqual({ folded: 1 });
    expect(rules(compaction)).toEqual(['lineage/corrupt-record']);
    expect(git('for-each-ref', '--format=%(refname)', 'refs/lineage/inbox')).toBe(
      'refs/lineage/inbox/broken',
    );
    expect(kinds((await ask('job-1')).facts.chain)).toEqual(['job', 'commit']);
  });

  test('a commit without a record', async () => {
    const { git, write, compact, trace: ask } = await scene(store);
    await write(job);
    git('update-ref', 'refs/lineage/inbox/commit', 'refs/heads/main');
    expect(rules(await ask('job-1'))).toEqual(['lineage/corrupt-record']);
    expect((await compact()).facts).toEqual({ folded: 1 });
  });
});

test.each(stores)('over %s a ref to the bare record is read and folded too', async (store) => {
  const { git, remote, compact, trace: ask } = await scene(store);
  const input = recordText(job);
  const oid = execFileSync('git', ['hash-object', '-w', '--stdin'], { cwd: remote, input, encoding: 'utf8' });
  git('update-ref', `refs/lineage/inbox/${job.id}`, oid.trim());
  expect(kinds((await ask('job-1')).facts.chain)).toEqual(['job', 'commit']);
  expect((await compact()).facts).toEqual({ folded: 1 });
  expect(kinds((await ask('job-1')).facts.chain)).toEqual(['job', 'commit']);
});

test.each(stores)('over %s each record waits in a commit of its own history', async (store) => {
  const { write, git } = await scene(store);
  await write(job, weights);
  const refs = git('for-each-ref', '--format=%(objecttype) %(parent) %(refname)', 'refs/lineage/inbox').split(
    '\n',
  );
  expect(refs.toSorted()).toEqual(
    [job, weights].map(({ id }) => `commit  refs/lineage/inbox/${id}`).toSorted(),
  );
  expect(git('show', `refs/lineage/inbox/${job.id}:${job.id}.json`)).toBe(recordText(job).trimEnd());
});

describe('a compaction over the API', () => {
  test.each([
    ['whose answer was lost', { reset: true, carriedOut: true }, 0],
    ['that never arrived', { reset: true }, 1],
  ] as const)('%s is tried again, and neither loses nor doubles', async (_, fault, folded) => {
    const { api, write, compact, git, trace: ask } = await scene('the API');
    await write(job);
    // The first query asks for the repository.
    api?.failNext({ method: 'POST', path: '/graphql', ...fault, skip: 1 });
    expect((await compact()).facts).toEqual({ folded });
    expect(git('for-each-ref', 'refs/lineage/inbox')).toBe('');
    expect(git('rev-list', '--count', 'model-lineage')).toBe('1');
    expect(rules(await ask('job-1'))).toEqual([]);
  });

  test('without the permission is an error that says so, and changes nothing', async () => {
    const { api, write, compact, git } = await scene('the API');
    await write(job);
    const refs = git('for-each-ref');
    api?.failNext({ method: 'POST', path: '/git/trees', status: 403, message: 'Resource not accessible' });
    await expect(compact()).rejects.toThrow('could not write git objects');
    expect(git('for-each-ref')).toBe(refs);
  });
});

test.each(stores)(
  'over %s a branch that was rewritten is reported; its records are still read, and nothing is laid on it',
  async (store) => {
    const { write, compact, git, trace: ask } = await scene(store);
    await write(job);
    await compact();
    await write(weights);
    await compact();
    git('update-ref', 'refs/heads/model-lineage', 'refs/heads/model-lineage~1');
    const report = await ask('w-1');
    expect(rules(report)).toEqual(['lineage/branch-rewritten']);
    expect(kinds(report.facts.chain)).toEqual(['weights', 'job', 'commit']);
    await write(link('weights w-1', 'serving s-1'));
    await expect(compact()).rejects.toThrow('was rewritten');
    git('update-ref', '-d', 'refs/heads/model-lineage');
    expect(rules(await ask('s-1'))).toEqual(['lineage/branch-rewritten']);
    git('update-ref', 'refs/heads/model-lineage', 'refs/lineage/head');
    expect((await compact()).facts).toEqual({ folded: 1 });
  },
);

test.each(stores)('over %s compactors that meet fold each record once', async (store) => {
  const { write, open, git } = await scene(store);
  await write(...Array.from({ length: 12 }, (_, at) => link(`job job-${at}`, `weights w-${at}`)));
  const folded = await Promise.all(
    [1, 2, 3].map(async () => {
      const { facts } = await compactInbox(await open(), {
        log: rememberingLog(),
        clock: impatientClock,
        batchSize: 5,
      });
      return facts.folded ?? 0;
    }),
  );
  expect(folded.reduce((sum, one) => sum + one, 0)).toBe(12);
  expect(git('ls-tree', '-r', '--name-only', 'model-lineage', 'records/').split('\n')).toHaveLength(12);
  expect(git('for-each-ref', 'refs/lineage/inbox')).toBe('');
});

test('a compactor that dies before its push has changed nothing, and leaves nothing in the way of the next', async () => {
  const { write, remote, git, compact, trace: ask } = await scene();
  await write(job, weights);
  const refs = git('for-each-ref');
  const url = (file: string) => pathToFileURL(path.resolve(import.meta.dirname, '../../../src', file)).href;
  const code = `
    import { openLedger } from '${url('git/index.ts')}';
    import { compactInbox } from '${url('lineage/gate/compact.ts')}';
    import { systemClock as clock } from '${url('kernel/clock.ts')}';
    const log = { info() {}, debug() {}, warning() {} };
    const ledger = await openLedger({ cwd: process.cwd(), log, remote: process.argv[1] });
    await compactInbox({ ...ledger, compact: async () => process.kill(process.pid, 'SIGKILL') }, { log, clock });`;
  const args = ['--input-type=module', '-e', code, remote];
  const child = spawn(process.execPath, args, {
    cwd: temporaryFolder(),
    env: hermeticEnvironment(),
    stdio: 'ignore',
  });
  const [exitCode, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(exitCode === 0).toBe(false);
  expect(signal === null || signal === 'SIGKILL').toBe(true);
  expect(git('for-each-ref')).toBe(refs);
  expect((await compact()).facts).toEqual({ folded: 2 });
  expect(kinds((await ask('w-1')).facts.chain)).toEqual(['weights', 'job', 'commit']);
});

test('a clone keeps its own settings, refs and objects', async () => {
  const { write, remote } = await scene();
  await write(job);
  const clone = createRepository();
  clone.commit({ 'a.txt': '1' });
  clone.git('remote', 'add', 'origin', remote);
  const state = () => [
    clone.git('config', '--local', '--list'),
    clone.git('for-each-ref'),
    clone.git('count-objects', '-v'),
    clone.git('status', '--porcelain'),
  ];
  const before = state();
  const ledger = await openLedger({ cwd: clone.root, log: rememberingLog(), env: hermeticEnvironment() });
  expect(kinds((await trace({ id: 'job-1' }, { ledger, now: Date.now })).facts.chain)).toEqual([
    'job',
    'commit',
  ]);
  await ledger.close();
  expect(state()).toEqual(before);
});

/** A clone that reads the ledger twice and more, and where it keeps its copy. */
function reader(remote: string) {
  const clone = createRepository();
  clone.git('remote', 'add', 'origin', remote);
  const read = async (id = 'job-1') => {
    const log = rememberingLog();
    const ledger = await openLedger({ cwd: clone.root, log, env: hermeticEnvironment() });
    const report = await trace({ id }, { ledger, now: Date.now });
    await ledger.close();
    return {
      kinds: kinds(report.facts.chain),
      anew: log.lines.some((line) => line.includes('of no use')),
    };
  };
  return { read, cache: path.join(clone.root, '.git', 'model-gates-ledger', 'fetching.git') };
}

test("a lock that a killed reader left is in nobody's way, and goes when it is old", async () => {
  const { write, remote } = await scene();
  await write(job);
  const { read, cache } = reader(remote);
  mkdirSync(cache, { recursive: true });
  const left = ['shallow.lock', 'compaction-1-2'].map((name) => path.join(cache, name));
  for (const file of left) writeFileSync(file, '');
  expect(await read()).toEqual({ kinds: ['job', 'commit'], anew: true });
  const anHourAgo = new Date(Date.now() - 3_600_000);
  for (const file of left) utimesSync(file, anHourAgo, anHourAgo);
  expect(await read()).toEqual({ kinds: ['job', 'commit'], anew: false });
  expect(left.map((file) => existsSync(file))).toEqual([false, false]);
});

test("a lock that was left when the branch was here already is in nobody's way", async () => {
  const { write, compact, remote } = await scene();
  await write(job, link('job job-2', 'weights w-2'));
  await compact();
  const { read, cache } = reader(remote);
  expect(await read()).toEqual({ kinds: ['job', 'commit'], anew: false });
  writeFileSync(path.join(cache, 'shallow.lock'), '');
  expect(await read('w-2')).toEqual({ kinds: ['weights', 'job'], anew: false });
});

test("readers that meet in a new clone share one copy, and are not in each other's way", async () => {
  const { write, remote } = await scene();
  await write(job);
  for (let round = 1; round <= 4; round += 1) {
    const { read } = reader(remote);
    const all = await Promise.all(Array.from({ length: 5 }, () => read()));
    expect(all).toEqual(all.map(() => ({ kinds: ['job', 'commit'], anew: false })));
  }
});

test('a copy of the ledger that is damaged is made anew, once', async () => {
  const { write, compact, remote } = await scene();
  await write(job);
  await compact();
  const { read, cache } = reader(remote);
  expect(await read()).toEqual({ kinds: ['job', 'commit'], anew: false });
  writeFileSync(path.join(cache, 'HEAD'), 'nonsense');
  await write(weights);
  expect(await read()).toEqual({ kinds: ['job', 'commit'], anew: true });
  expect(await read()).toEqual({ kinds: ['job', 'commit'], anew: false });
});

describe('a ledger that does not say that it is small', () => {
  /** The same files under a commit that says `message`. */
  async function said(message: string) {
    const { write, compact, git, remote } = await scene();
    await write(job, weights, link('weights w-1', 'serving s-1'), link('job job-2', 'weights w-2'));
    await compact();
    const anon = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
    const commit = git(...anon, 'commit-tree', '-m', message, 'model-lineage^{tree}');
    for (const ref of ['refs/heads/model-lineage', 'refs/lineage/head']) git('update-ref', ref, commit);
    const log = rememberingLog();
    const ledger = await openLedger({ cwd: temporaryFolder(), log, remote, env: hermeticEnvironment() });
    onTestFinished(() => ledger.close());
    const fetched = () => log.lines.flatMap((line) => / fetch .*(--(?:no-)?filter\S*)/.exec(line)?.[1] ?? []);
    return { ledger, git, write, fetched };
  }

  test.each([
    ['Records: 4', 'blob:none'],
    ['Records: 50001', 'tree:0'],
    ['nothing of it', 'tree:0'],
  ])('%s: the same chain, of names by %s', async (words, filter) => {
    const { ledger, fetched } = await said(`Fold\n\n${words}`);
    const report = await trace({ id: 's-1' }, { ledger, now: Date.now });
    expect(kinds(report.facts.chain)).toEqual(['serving', 'weights', 'job', 'commit']);
    // First the commit; then folders that are read, and files.
    expect(fetched()[0]).toBe('--filter=tree:0');
    expect(fetched()[1]).toBe(`--filter=${filter}`);
    expect(fetched().slice(2)).toContain('--filter=blob:none');
  });

  test.each([
    ['true', 'blob:limit=1m'],
    // all came with the commit
    ['false', 'tree:0'],
  ])('brings a whole index at once, where filters are allowed: %s', async (allowed, last) => {
    const { ledger, git, fetched } = await said('nothing of it');
    git('config', 'uploadpack.allowFilter', allowed);
    const snapshot = await ledger.snapshot();
    await snapshot.bring?.(['by/serving', 'by/weights', 'by/none']);
    const before = fetched().length;
    const { folder } = indexPlace('serving', 's-1', hashes);
    const [oid = ''] = (await snapshot.list([folder])).get(folder)?.values() ?? [];
    expect((await snapshot.read([oid])).get(oid)?.length).toBeGreaterThan(0);
    expect(fetched()).toHaveLength(before);
    expect(fetched().at(-1)).toBe(`--filter=${last}`);
  });

  test('is the same as bytes, and what is not here is fetched together', async () => {
    const { ledger, fetched } = await said('nothing of it');
    const snapshot = await ledger.snapshot();
    const { folder } = indexPlace('weights', 'w-1', hashes);
    const names = (await snapshot.list([folder])).get(folder) ?? new Map<string, string>();
    const listed = (await snapshot.entries?.([folder]))?.get(folder);
    if (listed === undefined) throw new Error(`nothing in ${folder}`);
    const { bytes, width, ids, name } = listed;
    const entries = ids.map((at, number) => [name(number), bytes.toString('hex', at, at + width)] as const);
    expect(entries.length).toBeGreaterThan(0);
    expect(new Map(entries)).toEqual(names);
    const before = fetched().length;
    const found = new Map<string, Uint8Array>();
    const oids = entries.map(([, oid]) => oid);
    await snapshot.each?.(oids, (at, content) => void found.set(oids[at] ?? '', Buffer.from(content)));
    expect(fetched()).toHaveLength(before + 1);
    expect(found).toEqual(await snapshot.read(oids));
  });

  test('is folded on all that it has', async () => {
    const { ledger, git, write } = await said('nothing of it');
    const before = git('ls-tree', '-r', '--name-only', 'model-lineage').split('\n');
    await trace({ id: 's-1' }, { ledger, now: Date.now });
    await write(link('weights w-2', 'serving s-2'));
    await compactInbox(ledger, { log: rememberingLog(), clock: impatientClock });
    const after = git('ls-tree', '-r', '--name-only', 'model-lineage').split('\n');
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after).toHaveLength(before.length + 3);
    expect(git('log', '-1', '--format=%B', 'model-lineage').trim()).toBe('Fold 1 lineage record');
  });
});

test('an image that moves is distinguished by its digest', async () => {
  const { write, trace: ask } = await scene();
  const image = (letter: string, at: string) =>
    link(`commit ${sha(letter)}`, `image i:pr-89 ${digest(letter)}`, { at });
  await write(image('a', '2026-11-20T10:00:00Z'), image('b', '2026-11-21T10:00:00Z'));
  await write(link(`image i:pr-89 ${digest('a')}`, 'job exact', { at: '2026-11-22T10:00:00Z' }));
  await write(link('image i:pr-89', 'job vague', { at: '2026-11-20T12:00:00Z' }));
  const exact = await ask('exact');
  expect({ commits: exact.facts.commits, rules: rules(exact) }).toEqual({
    commits: [sha('a')],
    rules: [],
  });
  const vague = await ask('vague');
  expect({ commits: vague.facts.commits, rules: rules(vague) }).toEqual({
    commits: [sha('a')],
    rules: ['lineage/ambiguous-link'],
  });
  expect((await ask(digest('b'))).facts.commits).toEqual([sha('b')]);
});

test('the name of a service stands for the version recorded last', async () => {
  const { write, trace: ask } = await scene();
  const version = (number: number) =>
    record({
      at: `2026-11-2${number}T10:00:00Z`,
      inputs: [{ kind: 'commit', id: sha(String(number)) }],
      outputs: [{ kind: 'serving', id: `svc-v${number}`, service: 'svc' }],
    });
  await write(version(2), version(0), version(1));
  const report = await ask('svc');
  expect({ commits: report.facts.commits, rules: rules(report) }).toEqual({
    commits: [sha('2')],
    // Nobody compares the code of the two here.
    rules: ['lineage/details-unread'],
  });
});

test.each<[string, readonly [string, number, string?][], number]>([
  [
    'by time',
    [
      ['v1', 1],
      ['v2', 2, 'v1'],
    ],
    2,
  ],
  [
    'one whose clock is fast does not count as later than what took its place',
    [
      ['v1', 9],
      ['v2', 2, 'v1'],
    ],
    2,
  ],
  [
    'nor two of them',
    [
      ['v1', 9],
      ['v2', 8, 'v1'],
      ['v3', 3, 'v2'],
    ],
    3,
  ],
  [
    'one that came back is the last again',
    [
      ['v1', 1],
      ['v2', 2, 'v1'],
      ['v1', 3],
    ],
    1,
  ],
  [
    'also where its first time was not recorded',
    [
      ['v2', 2, 'v1'],
      ['v1', 3, 'v2'],
    ],
    1,
  ],
])('the last version of a service: %s', async (_, deployed, last) => {
  const { write, trace: ask } = await scene();
  await write(
    ...deployed.map(([id, day, replaces], at) =>
      link(`commit ${sha(id.slice(1))}`, `serving ${id}`, {
        outputs: [{ kind: 'serving', id, service: 'svc' }],
        at: `2026-11-0${day}T10:00:00Z`,
        note: `deploy ${at}`,
        ...(replaces === undefined ? {} : { replaces }),
      }),
    ),
  );
  expect((await ask('svc')).facts.commits).toEqual([sha(String(last))]);
});

test('an artifact in more records than are read is reported', async () => {
  const { ledger } = await scene();
  const text = (at: number) => recordText(link('weights base', `job j-${at}`));
  const names = Array.from({ length: 2001 }, (_, at) => `base@${at}.json`);
  const { folder } = indexPlace('weights', 'base', hashes);
  const full: Ledger = {
    ...ledger,
    snapshot: async () => ({
      ...(await ledger.snapshot()),
      starting: (asked) =>
        Promise.resolve(asked.map((one) => (one.folder === folder ? names.map((n) => [n, n] as const) : []))),
      read: (oids) => Promise.resolve(new Map(oids.map((oid, at) => [oid, Buffer.from(text(at))]))),
    }),
  };
  const report = await trace({ id: 'base' }, { ledger: full, now: Date.now });
  expect(report.findings.map(({ message }) => message)).toContain(
    'weights base is in 2001 records, of which 2000 were read',
  );
});

test('what a ref is called is never a command', async () => {
  const { git, compact } = await scene();
  const oid = git('rev-parse', 'HEAD');
  git('update-ref', 'refs/lineage/inbox/x$(reboot)', oid);
  git('update-ref', 'refs/lineage/inbox/fine', oid);
  const helps = (await compact()).findings.map(({ help }) => help);
  expect(helps).toEqual([
    'Write the record anew, then git push origin --delete refs/lineage/inbox/fine',
    'Write the record anew, then delete that ref; no writer of lineage names one so, and a shell may read more into it than a name',
  ]);
});

describe.each(stores)('over %s: what stands in place of a record', (store) => {
  test.each<[string, (file: string) => void]>([
    ['a link to nothing', (file) => symlinkSync('/nowhere', file)],
    ['a link to another record', (file) => symlinkSync(path.basename(file), file)],
    ['no text', (file) => writeFileSync(file, Buffer.from([0xff, 0xfe]))],
    ['nothing', (file) => writeFileSync(file, '')],
  ])('%s is reported, and not as if nothing had been recorded', async (_, put) => {
    const at = await scene(store);
    await at.write(link(`commit ${sha('a')}`, 'job job-1'));
    await at.compact();
    const work = repositoryAt(at.remote).clone('--branch=model-lineage');
    for (const file of work.git('ls-files', 'by').split('\n')) {
      rmSync(path.join(work.root, file));
      put(path.join(work.root, file));
    }
    const head = work.commit({}, 'Tamper');
    work.git('push', '--quiet', 'origin', `${head}:refs/heads/model-lineage`, `${head}:refs/lineage/head`);
    const { verdict, findings } = await trace(
      { id: 'job-1' },
      { ledger: await at.open(), now: () => Date.parse('2026-11-22T12:00:00Z') },
    );
    expect(verdict).toBe('fail');
    expect(findings.map(({ rule }) => rule)).toContain('lineage/corrupt-record');
  });
});
