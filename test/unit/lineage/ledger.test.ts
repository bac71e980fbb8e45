import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { compactInbox } from '../../../src/gates/lineage/compact.ts';
import { appendRecords } from '../../../src/gates/lineage/record.ts';
import { trace } from '../../../src/gates/lineage/trace.ts';
import { openLedger, type GitLedger } from '../../../src/git/index.ts';
import type { LineageRecord } from '../../../src/lineage/index.ts';
import { rememberingLog } from '../../support/log.ts';
import { createRepository, hermeticEnvironment, temporaryFolder } from '../../support/repository.ts';
import { digest, link, record, sha } from './support.ts';

interface Scene {
  readonly ledger: GitLedger;
  readonly remote: string;
  git(...args: string[]): string;
  write(...records: LineageRecord[]): ReturnType<typeof appendRecords>;
  compact(): ReturnType<typeof compactInbox>;
  trace(id: string): ReturnType<typeof trace>;
}

/** A bare remote and a ledger on it, from a folder that is no clone. */
async function scene(): Promise<Scene> {
  const work = createRepository();
  work.commit({ 'a.txt': '1' });
  const origin = work.publish();
  const open = () =>
    openLedger({
      cwd: temporaryFolder(),
      log: rememberingLog(),
      remote: origin.root,
      env: hermeticEnvironment(),
    });
  const ledger = await open();
  onTestFinished(() => ledger.close());
  return {
    ledger,
    remote: origin.root,
    git: (...args) => origin.git(...args),
    write: (...records) => appendRecords({ records, findings: [] }, ledger),
    compact: () => compactInbox(ledger, { log: rememberingLog() }),
    trace: (id) => trace({ id }, { ledger, now: () => Date.parse('2026-11-22T12:00:00Z') }),
  };
}

const job = link(`commit ${sha('a')}`, 'job job-1');
const weights = link('job job-1', 'weights w-1');
const kinds = (chain: unknown) => (chain as { kind: string }[]).map(({ kind }) => kind);
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

test('a record is found in the inbox, in the branch, and with one part here and one there', async () => {
  const { write, compact, trace: ask } = await scene();
  await write(job);
  expect((await compact()).facts).toEqual({ folded: 1 });
  await write(weights);
  expect(kinds((await ask('w-1')).facts['chain'])).toEqual(['weights', 'job', 'commit']);
  expect((await compact()).facts).toEqual({ folded: 1 });
  expect(kinds((await ask('w-1')).facts['chain'])).toEqual(['weights', 'job', 'commit']);
  expect((await compact()).facts).toEqual({ folded: 0 });
});

test('a record that is written again after its compaction is one record', async () => {
  const { write, compact, git, trace: ask } = await scene();
  await write(job);
  await compact();
  const before = git('ls-tree', '-r', 'model-lineage');
  await write({ ...job, at: '2026-12-01T00:00:00.000Z' });
  await compact();
  expect(git('ls-tree', '-r', 'model-lineage')).toBe(before);
  expect(rules(await ask('job-1'))).toEqual([]);
});

test('a second record of one id never replaces the first: it is kept aside and told', async () => {
  const { write, compact, git, trace: ask } = await scene();
  await write({ ...job, id: 'x' });
  await compact();
  await write({ ...link(`commit ${sha('b')}`, 'job job-1'), id: 'x' });
  expect((await ask('job-1')).findings.map(({ rule }) => rule)).toContain('lineage/conflicting-record');
  await compact();
  const report = await ask('job-1');
  expect(rules(report)).toEqual(['lineage/conflicting-record']);
  expect(report.facts['commits']).toEqual([sha('a')]);
  expect(git('ls-tree', '-r', '--name-only', 'model-lineage', 'conflicts/')).toMatch(
    /^conflicts\/x@[0-9a-f]{40}\.json$/,
  );
});

test('a correction is a new record, and the old one stays', async () => {
  const { write, compact, git, trace: ask } = await scene();
  await write(job, weights);
  await write(
    record({
      inputs: [{ kind: 'commit', id: sha('b') }],
      outputs: [{ kind: 'job', id: 'job-1' }],
      corrects: job.id,
    }),
  );
  expect((await ask('w-1')).facts['commits']).toEqual([sha('b')]);
  await compact();
  expect((await ask('w-1')).facts['commits']).toEqual([sha('b')]);
  expect(git('ls-tree', '-r', '--name-only', 'model-lineage', 'records/').split('\n')).toHaveLength(3);
});

describe('a broken record is told and harms no other', () => {
  test.each([
    ['half of one', '{"schema":1,'],
    ['of another id', `${JSON.stringify({ ...job, id: 'other' })}\n`],
    ['a record of tomorrow', '{"schema":2,"id":"x"}'],
  ])('%s', async (_, text) => {
    const { write, compact, git, remote, trace: ask } = await scene();
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
    expect(kinds((await ask('job-1')).facts['chain'])).toEqual(['job', 'commit']);
  });

  test('a commit in the inbox', async () => {
    const { git, write, trace: ask } = await scene();
    await write(job);
    git('update-ref', 'refs/lineage/inbox/commit', 'refs/heads/main');
    expect(rules(await ask('job-1'))).toEqual(['lineage/corrupt-record']);
  });
});

test('a branch that was rewritten is told; its records are still read, and nothing is laid on it', async () => {
  const { write, compact, git, trace: ask } = await scene();
  await write(job);
  await compact();
  await write(weights);
  await compact();
  git('update-ref', 'refs/heads/model-lineage', 'refs/heads/model-lineage~1');
  const report = await ask('w-1');
  expect(rules(report)).toEqual(['lineage/branch-rewritten']);
  expect(kinds(report.facts['chain'])).toEqual(['weights', 'job', 'commit']);
  await write(link('weights w-1', 'serving s-1'));
  await expect(compact()).rejects.toThrow('was rewritten');
  git('update-ref', '-d', 'refs/heads/model-lineage');
  expect(rules(await ask('s-1'))).toEqual(['lineage/branch-rewritten']);
  git('update-ref', 'refs/heads/model-lineage', 'refs/lineage/head');
  expect((await compact()).facts).toEqual({ folded: 1 });
});

test('compactors that meet fold each record once', async () => {
  const { write, remote, git } = await scene();
  await write(...Array.from({ length: 12 }, (_, at) => link(`job job-${at}`, `weights w-${at}`)));
  const folded = await Promise.all(
    [1, 2, 3].map(async () => {
      const ledger = await openLedger({ cwd: temporaryFolder(), log: rememberingLog(), remote });
      const { facts } = await compactInbox(ledger, { log: rememberingLog(), batchSize: 5 });
      await ledger.close();
      return Number(facts['folded']);
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
    import { compactInbox } from '${url('gates/lineage/compact.ts')}';
    const log = { info() {}, debug() {}, warning() {} };
    const ledger = await openLedger({ cwd: process.cwd(), log, remote: process.argv[1] });
    await compactInbox({ ...ledger, compact: async () => process.kill(process.pid, 'SIGKILL') }, { log });`;
  const args = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', '--input-type=module', '-e', code, remote];
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
  expect(kinds((await ask('w-1')).facts['chain'])).toEqual(['weights', 'job', 'commit']);
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
  expect(kinds((await trace({ id: 'job-1' }, { ledger, now: Date.now })).facts['chain'])).toEqual([
    'job',
    'commit',
  ]);
  await ledger.close();
  expect(state()).toEqual(before);
});

test("a lock that a killed reader left is in nobody's way", async () => {
  const { write, remote } = await scene();
  await write(job);
  const clone = createRepository();
  clone.git('remote', 'add', 'origin', remote);
  const cache = path.join(clone.root, '.git', 'model-gates-ledger', 'fetching.git');
  mkdirSync(cache, { recursive: true });
  writeFileSync(path.join(cache, 'shallow.lock'), '');
  const ledger = await openLedger({ cwd: clone.root, log: rememberingLog(), env: hermeticEnvironment() });
  expect(kinds((await trace({ id: 'job-1' }, { ledger, now: Date.now })).facts['chain'])).toEqual([
    'job',
    'commit',
  ]);
  await ledger.close();
});

test('an image that moves is told apart by its digest', async () => {
  const { write, trace: ask } = await scene();
  const image = (letter: string, at: string) =>
    link(`commit ${sha(letter)}`, `image i:pr-89 ${digest(letter)}`, { at });
  await write(image('a', '2026-11-20T10:00:00Z'), image('b', '2026-11-21T10:00:00Z'));
  await write(link(`image i:pr-89 ${digest('a')}`, 'job exact', { at: '2026-11-22T10:00:00Z' }));
  await write(link('image i:pr-89', 'job vague', { at: '2026-11-20T12:00:00Z' }));
  const exact = await ask('exact');
  expect({ commits: exact.facts['commits'], rules: rules(exact) }).toEqual({
    commits: [sha('a')],
    rules: [],
  });
  const vague = await ask('vague');
  expect({ commits: vague.facts['commits'], rules: rules(vague) }).toEqual({
    commits: [sha('a')],
    rules: ['lineage/ambiguous-link'],
  });
  expect((await ask(digest('b'))).facts['commits']).toEqual([sha('b')]);
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
  expect({ commits: report.facts['commits'], rules: rules(report) }).toEqual({
    commits: [sha('2')],
    rules: [],
  });
});
