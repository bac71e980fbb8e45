/** Branch and head of the ledger moved together: noticed against what runs of trunk saw. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { boardRecords } from '../../src/board/gate/records.ts';
import { compactInbox } from '../../src/lineage/gate/compact.ts';
import { evaluationReader } from '../../src/lineage/gate/evaluations.ts';
import { appendRecords } from '../../src/lineage/gate/record.ts';
import { noteState } from '../../src/lineage/gate/states.ts';
import { trace } from '../../src/lineage/gate/trace.ts';
import type { GitHub } from '../../src/ports/github.ts';
import type { Finding } from '../../src/report/model.ts';
import { impatientClock } from '../support/clock.ts';
import type { GitHubApi } from '../support/github-api/index.ts';
import { rememberingLog } from '../support/log.ts';
import { commit, loopback } from '../unit/github/setup.ts';
import { link, sha } from '../unit/lineage/support.ts';

const now = () => Date.parse('2026-11-22T12:00:00Z');
const [branch, head] = ['refs/heads/model-lineage', 'refs/lineage/head'];
const url = 'https://github.com/acme/qwen3-vl/actions/runs/77';
const rules = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);

interface Place {
  readonly api: GitHubApi;
  readonly github: GitHub;
  /** Commits of trunk, the oldest first. */
  readonly trunk: string[];
  readonly states: GitHub['ledgerStates'] & { abandoned(): Promise<readonly string[]> };
  readonly given: string[];
  merge(): Promise<string>;
  /** Records an evaluation, folds it, and notes where the ledger is then. */
  night(letter: string): Promise<string>;
  fold(): ReturnType<typeof compactInbox>;
  note(): Promise<readonly Finding[]>;
  record(letter: string): Promise<void>;
  /** Branch and head, as somebody with `contents: write` moves them. */
  move(to: string): Promise<void>;
}

async function place(): Promise<Place> {
  const { api, github } = await loopback();
  const given: string[] = [];
  const states = { ...github.ledgerStates, abandoned: () => Promise.resolve(given) };
  const trunk: string[] = [];
  const current = async () => (await api.git.ref(head))?.sha ?? '';
  const here: Place = {
    api,
    github,
    trunk,
    states,
    given,
    merge: async () => {
      const made = await commit(api, `merge ${trunk.length}`, trunk.slice(-1));
      trunk.push(made);
      if ((await api.git.createRef('refs/heads/main', made)) === 'exists')
        await api.git.updateRef('refs/heads/main', made, false);
      return made;
    },
    record: async (letter) => {
      const record = link(`commit ${sha(letter)}`, `evaluation e-${letter}`, { metrics: { accuracy: 0.9 } });
      await appendRecords({ records: [record], findings: [] }, github.ledger);
    },
    fold: () => compactInbox(github.ledger, { log: rememberingLog(), clock: impatientClock, states }),
    note: () => noteState(states, { on: trunk.at(-1) ?? '', url }),
    night: async (letter) => {
      await here.record(letter);
      expect((await here.fold()).verdict).toBe('pass');
      expect(await here.note()).toEqual([]);
      return current();
    },
    move: async (to) => {
      for (const ref of [branch, head]) await api.git.updateRef(ref, to, true);
    },
  };
  await here.merge();
  return here;
}

/** What each reader of the ledger finds. */
async function readers({ github, states }: Pick<Place, 'github' | 'states'>): Promise<Finding[][]> {
  const { ledger } = github;
  const evaluations = await evaluationReader(await ledger.snapshot(), { now, states });
  const { findings } = await trace({ id: sha('a') }, { ledger, now, states });
  return [
    [...findings],
    [...(await boardRecords(await ledger.snapshot(), { now, states })).findings],
    [...(await evaluations.nearest([sha('a')], { wanted: () => true })).findings],
    [...(await evaluations.values([sha('a')])).findings],
  ];
}

/** Rules of what the readers find. */
const found = async (at: Place) => [...new Set((await readers(at)).flat().map(({ rule }) => rule))];
/** The errors, where every reader has one. */
const told = async (at: Pick<Place, 'github' | 'states'>) => {
  const errors = (await readers(at)).map((findings) =>
    findings.filter(({ rule, severity }) => rule === 'lineage/history-lost' && severity === 'error'),
  );
  return errors.some((one) => one.length === 0) ? [] : errors.flat();
};

test('nothing is said while the ledger only grows, and one request tells', async () => {
  const at = await place();
  for (const letter of ['a', 'b', 'c']) {
    await at.night(letter);
    await at.merge();
  }
  expect(await found(at)).toEqual([]);
  const before = at.github.requestCount();
  await at.states.seen((await at.api.git.ref(head))?.sha);
  expect(at.github.requestCount() - before).toBe(1);
});

test.each<[string, (at: Place, states: readonly string[]) => Promise<string>]>([
  ['back to an older state', (_at, [first = '']) => Promise.resolve(first)],
  [
    'to another history with the same records',
    async ({ api }, states) => {
      const last = await api.git.commit(states.at(-1) ?? '');
      const author = { name: 'm', email: 'm@example.org', date: '2026-01-05T10:00:00Z' };
      return api.git.createCommit({
        message: 'x',
        tree: last?.tree ?? '',
        parents: [],
        author,
        committer: author,
      });
    },
  ],
  ['to an empty one', ({ api }) => commit(api, 'nothing')],
])('branch and head moved %s are an error in every reader, and nothing is folded', async (_how, target) => {
  const at = await place();
  const states = [await at.night('a')];
  await at.merge();
  states.push(await at.night('b'));
  await at.move(await target(at, states));
  const [finding] = await told(at);
  const last = states.at(-1) ?? '';
  for (const part of [last.slice(0, 8), at.trunk.at(-1)?.slice(0, 8) ?? '', 'github-actions[bot]', url])
    expect(finding?.message).toContain(part);
  expect(finding?.help).toContain(`git fetch origin ${last}`);
  await at.record('c');
  expect(await at.fold()).toMatchObject({ verdict: 'fail', facts: { folded: 0 } });
  expect(rules(await at.note())).toContain('lineage/history-lost');
  // The fix, followed: back to what was seen.
  await at.move(last);
  expect(await found(at)).toEqual([]);
  expect(await at.fold()).toMatchObject({ verdict: 'pass', facts: { folded: 1 } });
});

test('all of the ledger deleted is noticed', async () => {
  const at = await place();
  await at.night('a');
  for (const ref of [branch, head]) await at.api.git.deleteRef(ref);
  expect(await told(at)).not.toEqual([]);
});

test('who may write statuses can add a state, and hide none', async () => {
  const at = await place();
  const first = await at.night('a');
  await at.merge();
  const second = await at.night('b');
  await at.move(first);
  for (const on of at.trunk) await at.github.ledgerStates.note({ state: first, on });
  expect((await told(at))[0]?.message).toContain(second.slice(0, 8));
});

test('a state that never was is reported with who said so', async () => {
  const at = await place();
  await at.night('a');
  at.api.state.viewer = { login: 'mallory', type: 'User' };
  await at.github.ledgerStates.note({ state: 'b'.repeat(40), on: at.trunk[0] ?? '' });
  expect((await told(at))[0]?.message).toContain('by mallory');
});

test.each([
  ['model-gates/lineage@'],
  [`model-gates/lineage@${'g'.repeat(40)}`],
  [`model-gates/lineage@${'b'.repeat(41)}`],
  [`model-gates/lineage/${'b'.repeat(40)}`],
  [`x model-gates/lineage@${'b'.repeat(40)}`],
])('a status called %s says nothing', async (context) => {
  const at = await place();
  await at.night('a');
  at.api.state.statuses.push({ sha: at.trunk[0] ?? '', context, state: 'success' });
  expect(await found(at)).toEqual([]);
});

test('a state that the policy of trunk gives up is not an error any more', async () => {
  const at = await place();
  const first = await at.night('a');
  await at.merge();
  const second = await at.night('b');
  await at.move(first);
  at.given.push(second);
  expect(await found(at)).toEqual([]);
  expect((await at.fold()).verdict).toBe('pass');
});

test('what is given up counts only where it can be read', async () => {
  const at = await place();
  const first = await at.night('a');
  await at.merge();
  await at.night('b');
  await at.move(first);
  const { UserError } = await import('../../src/kernel/user-error.ts');
  const abandoned = () => Promise.reject(new UserError('the policy is out of reach'));
  expect(await told({ ...at, states: { ...at.states, abandoned } })).not.toEqual([]);
});

test('a fold between a look at the ledger and one at trunk is not a rewrite', async () => {
  const at = await place();
  await at.night('a');
  const before = await at.github.ledger.snapshot();
  await at.merge();
  await at.night('b');
  const { states } = at;
  expect((await boardRecords(before, { now, states })).findings).toEqual([]);
});

test('records that go by a push forward stop the next fold', async () => {
  const at = await place();
  const seen = await at.night('a');
  const emptied = await commit(at.api, 'clean up', [seen], { README: 'tidy' });
  await at.move(emptied);
  await at.record('b');
  const report = await at.fold();
  expect(report).toMatchObject({ verdict: 'fail', facts: { folded: 0 } });
  expect(report.findings[0]?.message).toContain('by/commit/');
  at.given.push(seen);
  expect((await at.fold()).verdict).toBe('pass');
});

test('a merge that brings a hundred commits does not hide what was seen before it', async () => {
  const at = await place();
  const first = await at.night('a');
  await at.merge();
  await at.night('b');
  const from = at.trunk.at(-1) ?? '';
  const later = Array.from(
    { length: 120 },
    (_, count) =>
      `commit refs/heads/side\ncommitter m <m@example.org> 2000000000 +0000\ndata 1\nx\n${count === 0 ? `from ${from}\n` : ''}\n`,
  );
  execFileSync('git', ['fast-import', '--quiet'], { cwd: at.api.git.gitDir, input: later.join('') });
  const side = (await at.api.git.ref('refs/heads/side'))?.sha ?? '';
  const merged = await commit(at.api, 'merge', [from, side]);
  await at.api.git.updateRef('refs/heads/main', merged, false);
  await at.move(first);
  expect(await told(at)).not.toEqual([]);
});

test('a token that may not read statuses is a notice, and no silence', async () => {
  const at = await place();
  await at.night('a');
  at.api.state.tokenPermissions = { contents: 'read', metadata: 'read' };
  for (const findings of await readers(at))
    expect(findings).toMatchObject([{ rule: 'lineage/details-unread', severity: 'notice' }]);
  at.api.state.tokenPermissions = { contents: 'read', statuses: 'read', metadata: 'read' };
  await at.merge();
  expect(await at.note()).toMatchObject([{ rule: 'lineage/state-not-noted', severity: 'notice' }]);
});

test('a state is noted once on a commit', async () => {
  const at = await place();
  await at.night('a');
  await at.note();
  expect(at.api.state.statuses).toHaveLength(1);
});
