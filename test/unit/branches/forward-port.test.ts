/** On real git: what release lines have that trunk lacks. */
import { describe, expect, test } from 'vitest';
import { forwardPort, type ForwardPortRequest } from '../../../src/branches/gate/forward-port.ts';
import type { Pulls, PullRequestSummary } from '../../../src/ports/github-pulls.ts';
import { openRepository } from '../../../src/git/index.ts';
import { rememberingLog } from '../../support/log.ts';
import { createRepository, hermeticEnvironment, type TestRepository } from '../../support/repository.ts';

const lines = (mark: string) =>
  Array.from({ length: 40 }, (_, at) => `${at} ${at === 20 ? mark : ''}\n`).join('');

/** main at two commits, release/v2.3 from the first of them. */
function repository(): TestRepository {
  const one = createRepository();
  one.commit({ 'train.py': lines('a'), 'other.py': '1\n' }, 'First');
  one.git('branch', 'release/v2.3');
  one.commit({ 'other.py': '2\n' }, 'Trunk goes on');
  return one;
}

function on(one: TestRepository, branch: string): TestRepository {
  one.git('checkout', '--quiet', branch);
  return one;
}

const settings = { releases: ['release/**'], forwardPortHours: 72, onlyHere: {}, onlyHereLabel: 'only-here' };

async function ask(
  one: TestRepository,
  more: Partial<ForwardPortRequest> = {},
  pulls?: Pick<Pulls, 'list' | 'create'>,
) {
  const opened = await openRepository({ cwd: one.root, log: rememberingLog(), env: hermeticEnvironment() });
  const tip = (name: string) => ({ name, sha: one.git('rev-parse', name) });
  const names = one.git('for-each-ref', '--format=%(refname:short)', 'refs/heads').split('\n');
  const request = {
    trunk: tip('main'),
    branches: names.map(tip),
    settings,
    open: 0,
    repository: 'acme/m',
    ...more,
  };
  const now = () => Date.parse('2100-01-01T00:00:00Z');
  const ports = {
    git: opened.merges,
    carry: opened.remoteBranches.carry,
    now,
    ...(pulls === undefined ? {} : { pulls }),
  };
  return forwardPort(request, ports);
}

const states = ({ facts }: Awaited<ReturnType<typeof ask>>) => ({
  owed: facts.owed.map(({ subject }) => subject),
  underway: facts.underway.map(({ subject }) => subject),
  onlyHere: facts.onlyHere.map((fix) => ('how' in fix ? fix.how : '')),
  there: facts.there,
});
const nothing = { owed: [], underway: [], onlyHere: [], there: 0 };

describe('what a line has and trunk lacks', () => {
  test('is owed, and named with the line and a way to bring it', async () => {
    const one = repository();
    const sha = on(one, 'release/v2.3').commit({ 'train.py': lines('fixed') }, 'Fix NaN loss (#12)');
    const report = await ask(one);
    expect(states(report)).toEqual({ ...nothing, owed: ['Fix NaN loss (#12)'] });
    expect(report.verdict).toBe('fail');
    expect(report.facts.owed[0]).toMatchObject({ sha, lines: ['release/v2.3'], pullRequest: 12, merge: sha });
    expect(report.findings[0]?.help).toContain(`git cherry-pick -x ${sha}`);
  });

  test('is a warning until its hours are over', async () => {
    const one = repository();
    on(one, 'release/v2.3').commit({ 'train.py': lines('fixed') }, 'Fix');
    const report = await ask(one, { settings: { ...settings, forwardPortHours: 1e7 } });
    expect([report.verdict, report.findings.map(({ severity }) => severity)]).toEqual(['pass', ['warning']]);
  });

  test('of a merged pull request is known by its merge', async () => {
    const one = repository();
    on(one, 'release/v2.3').git('checkout', '--quiet', '-b', 'hotfix/nan');
    one.commit({ 'train.py': lines('fixed') }, 'Fix NaN');
    on(one, 'release/v2.3').git(
      'merge',
      '--quiet',
      '--no-ff',
      '-m',
      'Merge pull request #31 from acme/hotfix/nan',
      'hotfix/nan',
    );
    const merge = one.git('rev-parse', 'HEAD');
    const { facts } = await ask(one);
    expect(facts.owed).toMatchObject([{ subject: 'Fix NaN', merge, pullRequest: 31 }]);
  });

  test('of two lines is reported once', async () => {
    const one = repository();
    on(one, 'release/v2.3').commit({ 'train.py': lines('fixed') }, 'Fix');
    one.git('branch', 'release/v2.3-lts');
    expect((await ask(one)).facts.owed).toMatchObject([{ lines: ['release/v2.3', 'release/v2.3-lts'] }]);
  });
});

describe('what trunk has under another name', () => {
  const fix = (one: TestRepository) => on(one, 'release/v2.3').commit({ 'train.py': lines('fixed') }, 'Fix');

  test.each<[string, (one: TestRepository) => void]>([
    [
      'picked to trunk later',
      (one) => {
        const sha = fix(one);
        on(one, 'main').git('cherry-pick', sha);
      },
    ],
    [
      'picked from trunk',
      (one) => {
        const sha = on(one, 'main').commit({ 'train.py': lines('fixed') }, 'Fix');
        on(one, 'release/v2.3').git('cherry-pick', sha);
      },
    ],
    [
      'picked from trunk, resolved otherwise',
      (one) => {
        const sha = on(one, 'main').commit({ 'train.py': lines('fixed') }, 'Fix');
        on(one, 'release/v2.3').commit(
          { 'train.py': lines('fixed too') },
          `Fix\n\n(cherry picked from commit ${sha})`,
        );
      },
    ],
    [
      'picked to trunk, resolved otherwise',
      (one) => {
        const sha = fix(one);
        on(one, 'main').commit(
          { 'train.py': lines('fixed too') },
          `Fix\n\n(cherry picked from commit ${sha})`,
        );
      },
    ],
    [
      'rewritten on trunk, which says so',
      (one) => {
        const sha = fix(one);
        on(one, 'main').commit({ 'train.py': lines('anew') }, `Fix\n\nForward-port-of: ${sha}`);
      },
    ],
    [
      'with nothing in it',
      (one) => void on(one, 'release/v2.3').git('commit', '--quiet', '--allow-empty', '-m', 'Empty'),
    ],
  ])('%s', async (_, make) => {
    const one = repository();
    make(one);
    expect(states(await ask(one))).toEqual({ ...nothing, there: 1 });
  });

  test('merged into trunk', async () => {
    const one = repository();
    fix(one);
    on(one, 'main').git('merge', '--quiet', '-m', 'Merge release', 'release/v2.3');
    expect(states(await ask(one))).toEqual(nothing);
  });

  test('taken back on the line itself', async () => {
    const one = repository();
    fix(one);
    one.git('revert', '--no-edit', 'HEAD');
    expect(states(await ask(one))).toEqual(nothing);
  });

  test('a line cut later does not hide what trunk got before', async () => {
    const one = repository();
    const sha = fix(one);
    on(one, 'main').git('cherry-pick', sha);
    one.git('branch', 'release/v2.4');
    on(one, 'release/v2.4').commit({ 'b.py': '1\n' }, 'Only v2.4');
    expect(states(await ask(one))).toEqual({ ...nothing, owed: ['Only v2.4'], there: 1 });
  });
});

describe('what somebody decided', () => {
  test('is shown with the reason: in the policy, or in the commit', async () => {
    const one = repository();
    const sha = on(one, 'release/v2.3').commit({ 'train.py': lines('fixed') }, 'Fix');
    one.commit({ 'other.py': '9\n' }, 'Raise version\n\nOnly-here: it is the version of v2.3');
    const report = await ask(one, {
      settings: { ...settings, onlyHere: { [sha.slice(0, 12)]: 'the flag is gone' } },
    });
    expect(states(report).onlyHere).toEqual(['the flag is gone', 'it is the version of v2.3']);
    expect(report.verdict).toBe('pass');
  });
});

const pull = (
  number: number,
  head: string,
  base: string,
  more: Partial<PullRequestSummary> = {},
): PullRequestSummary => ({
  number,
  title: 't',
  author: 'ada',
  state: 'open',
  draft: false,
  base: { ref: base, sha: '' },
  head: { ref: head, sha: '', repository: 'acme/m' },
  labels: [],
  createdAt: '2026-01-01T00:00:00Z',
  ...more,
});

describe('pull requests', () => {
  const merged = { state: 'closed', mergedAt: '2026-01-02T00:00:00Z' } as const;
  test.each<[string, (sha: string) => PullRequestSummary[], Partial<ReturnType<typeof states>>]>([
    [
      'one that carries it is open',
      (sha) => [pull(40, `forward-port/${sha.slice(0, 12)}`, 'main')],
      { underway: ['Fix (#12)'] },
    ],
    [
      'one that carries it was merged',
      (sha) => [pull(40, `forward-port/${sha.slice(0, 12)}`, 'main', merged)],
      { there: 1 },
    ],
    [
      'the same branch was merged into both',
      () => [pull(12, 'hotfix/nan', 'release/v2.3', merged), pull(13, 'hotfix/nan', 'main', merged)],
      { there: 1 },
    ],
    [
      'the one into trunk was closed',
      () => [
        pull(12, 'hotfix/nan', 'release/v2.3', merged),
        pull(13, 'hotfix/nan', 'main', { state: 'closed' }),
      ],
      { owed: ['Fix (#12)'] },
    ],
    [
      'the one into the line says by a label that trunk never needs it',
      () => [pull(12, 'hotfix/nan', 'release/v2.3', { ...merged, labels: ['bug', 'only-here'] })],
      { onlyHere: ['#12 has the label only-here'] },
    ],
    [
      'the one with the label was into another branch',
      () => [pull(12, 'hotfix/nan', 'develop', { ...merged, labels: ['only-here'] })],
      { owed: ['Fix (#12)'] },
    ],
    [
      'the one with the label is not merged',
      () => [pull(12, 'hotfix/nan', 'release/v2.3', { labels: ['only-here'] })],
      { owed: ['Fix (#12)'] },
    ],
    [
      'a fork calls its branch so',
      (sha) => [
        pull(40, `forward-port/${sha.slice(0, 12)}`, 'main', {
          head: { ref: `forward-port/${sha.slice(0, 12)}`, sha: '', repository: 'eve/m' },
        }),
      ],
      { owed: ['Fix (#12)'] },
    ],
  ])('%s', async (_, pulls, expected) => {
    const one = repository();
    const sha = on(one, 'release/v2.3').commit({ 'train.py': lines('fixed') }, 'Fix (#12)');
    const api = { list: async () => pulls(sha), create: () => Promise.reject(new Error('none is opened')) };
    expect(states(await ask(one, {}, api))).toEqual({ ...nothing, ...expected });
  });

  test('say so by the label that the policy names', async () => {
    const one = repository();
    on(one, 'release/v2.3').commit({ 'train.py': lines('fixed') }, 'Fix (#12)');
    const labels = ['only-here', 'line only'];
    const api = (own: string[]) => ({
      list: async () => [pull(12, 'hotfix/nan', 'release/v2.3', { ...merged, labels: own })],
      create: () => Promise.reject(new Error('none is opened')),
    });
    const how = { settings: { ...settings, onlyHereLabel: 'line only' } };
    expect(states(await ask(one, how, api(labels))).onlyHere).toEqual(['#12 has the label line only']);
    expect(states(await ask(one, how, api(['only-here']))).owed).toEqual(['Fix (#12)']);
  });

  test('are opened when asked, with the author of the fix; what conflicts is left to a person', async () => {
    const one = repository();
    on(one, 'main').commit({ 'clash.py': 'trunk\n' }, 'Trunk has it otherwise');
    const sha = on(one, 'release/v2.3').commit({ 'train.py': lines('fixed') }, 'Fix');
    one.commit({ 'clash.py': 'line\n' }, 'Clashes');
    const origin = one.publish();
    const made: string[] = [];
    const api = {
      list: async () => [],
      create: async ({ head, base }: { head: string; base: string }) => {
        made.push(`${head} → ${base}`);
        return { number: 50, url: '' };
      },
    };
    const report = await ask(one, { open: 10 }, api);
    expect(states(report)).toEqual({ ...nothing, owed: ['Clashes'], underway: ['Fix'] });
    expect(made).toEqual([`forward-port/${sha.slice(0, 12)} → main`]);
    expect(report.findings.map(({ rule }) => rule)).toEqual(['branch/not-ported', 'branch/missing-on-trunk']);
    const carried = `forward-port/${sha.slice(0, 12)}`;
    expect(origin.git('diff', '--stat', 'main', carried)).toContain('train.py');
    expect(origin.git('show', '-s', '--format=%an %B', carried).trim()).toBe(
      `Ada Fix\n\n(cherry picked from commit ${sha})`,
    );
  });
});

test('a line without a history in common with trunk is reported, and not listed whole', async () => {
  const one = repository();
  on(one, 'release/v2.3').git('checkout', '--quiet', '--orphan', 'release/legacy');
  one.commit({ 'old.py': '1\n' }, 'Import');
  const report = await ask(one);
  expect(states(report)).toEqual(nothing);
  expect([report.verdict, report.findings.map(({ rule }) => rule)]).toEqual([
    'inconclusive',
    ['branch/line-unrelated'],
  ]);
});

test('no release line is nothing to judge, and half a history is not an answer', async () => {
  const one = repository();
  expect((await ask(one, { settings: { ...settings, releases: ['lts/*'] } })).verdict).toBe('skipped');
  const shallow = one.publish().clone('--depth=1', '--no-single-branch');
  shallow.git('branch', 'release/v2.3', 'origin/release/v2.3');
  await expect(ask(shallow)).rejects.toThrow('only a part of the history');
});

test('a thousand lines cost as many git processes as one', async () => {
  const one = repository();
  on(one, 'release/v2.3').commit({ 'train.py': lines('fixed') }, 'Fix');
  const processes = async () => {
    const log = rememberingLog();
    const opened = await openRepository({ cwd: one.root, log, env: hermeticEnvironment() });
    const tip = (name: string) => ({ name, sha: one.git('rev-parse', 'release/v2.3') });
    const names = Array.from({ length: 1000 }, (_, at) => tip(`release/v${at}.0`));
    const request = { trunk: { name: 'main', sha: one.git('rev-parse', 'main') }, settings, open: 0 };
    const count = async (branches: typeof names) => {
      const before = log.lines.length;
      await forwardPort({ ...request, branches }, { git: opened.merges, now: Date.now });
      return log.lines.length - before;
    };
    return [await count(names.slice(0, 1)), await count(names)];
  };
  const [single, thousand] = await processes();
  expect(thousand).toBe(single);
  expect(single).toBeLessThan(12);
});

test('a clone of one branch asks the remote for the others, and gets what it lacks', async () => {
  const one = repository();
  on(one, 'release/v2.3').commit({ 'train.py': lines('fixed') }, 'Fix');
  const clone = one.publish().clone('--single-branch', '--branch', 'main');
  const opened = await openRepository({
    cwd: clone.root,
    log: rememberingLog(),
    env: hermeticEnvironment(),
  });
  const branches = await opened.remoteBranches.all();
  expect(branches.map(({ name }) => name)).toEqual(['main', 'release/v2.3']);
  expect(states(await ask(clone, { branches }))).toMatchObject({ owed: ['Fix'] });
});
