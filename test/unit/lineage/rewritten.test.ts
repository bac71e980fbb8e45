/** Commits that the ledger has under another name: squashed, rebased, moved by a record, or as a tag names them. */
import { describe, expect, test } from 'vitest';
import { codeOfClone } from '../../../src/check/trace-code.ts';
import { commands, lineReader, openRepository } from '../../../src/git/index.ts';
import { apiCommitSource } from '../../../src/lineage/gate/commit-source.ts';
import { traceOrDiff } from '../../../src/lineage/gate/trace.ts';
import type { LineageRecord } from '../../../src/lineage/index.ts';
import { rememberingLog } from '../../support/log.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';
import { createRepository, hermeticEnvironment, type TestRepository } from '../../support/repository.ts';

const at = '2026-11-20T10:00:00.000Z';

function link(id: string, from: string, to: string): LineageRecord {
  const node = (text: string) => {
    const [kind = '', name = ''] = text.split(' ');
    return { kind, id: name } as LineageRecord['inputs'][number];
  };
  return { schema: 1, id, at, by: 'ci', inputs: [node(from)], outputs: [node(to)] };
}

/** A job, weights and what serves them, of one commit. */
function served(sha: string, name = '1'): LineageRecord[] {
  return [
    link(`a${name}`, `commit ${sha}`, `job job-${name}`),
    link(`b${name}`, `job job-${name}`, `weights w-${name}`),
    link(`c${name}`, `weights w-${name}`, `serving svc-${name}`),
  ];
}

async function portsOf(repository: TestRepository, branch: readonly LineageRecord[]) {
  const log = rememberingLog();
  const opened = await openRepository({ cwd: repository.root, log, env: hermeticEnvironment() });
  const tools = { log, commands, now: Date.now };
  const code = codeOfClone(opened, await lineReader({ repository: opened, log }), tools);
  return { ledger: memoryLedger({ branch }).ledger, now: () => Date.parse('2026-11-22T12:00:00Z'), ...code };
}

const serving = (facts: object) => JSON.stringify('down' in facts ? facts.down : []);
const rules = (report: { findings: readonly { rule: string }[] }) => report.findings.map(({ rule }) => rule);

/** A branch of two commits, and main with the same as one. */
function squashed(): { one: TestRepository; head: string; main: string } {
  const one = createRepository();
  one.commit({ 'a.txt': '1\n' }, 'First');
  one.git('checkout', '--quiet', '-b', 'feature');
  one.commit({ 'a.txt': '2\n' }, 'Half');
  const head = one.commit({ 'b.txt': '2\n' }, 'Whole');
  one.git('checkout', '--quiet', 'main');
  one.git('merge', '--quiet', '--squash', 'feature');
  one.git('commit', '--quiet', '-m', 'Whole (#89)');
  return { one, head, main: one.git('rev-parse', 'HEAD') };
}

describe('a commit of which nothing is recorded', () => {
  test('is found by its files after a squash', async () => {
    const { one, head, main } = squashed();
    const report = await traceOrDiff({ id: main }, await portsOf(one, served(head)));
    expect(report.verdict).toBe('pass');
    expect(serving(report.facts)).toContain('svc-1');
    expect(report.findings.find(({ rule }) => rule === 'lineage/other-name')?.message).toContain(
      'has the same files',
    );
  });

  test('is found by its change after a rebase', async () => {
    const { one, head } = squashed();
    one.git('checkout', '--quiet', '-b', 'rebased', 'main~1');
    one.commit({ 'd.txt': '1\n' }, 'Another base');
    one.git('cherry-pick', head);
    const rebased = one.git('rev-parse', 'HEAD');
    const report = await traceOrDiff({ id: rebased }, await portsOf(one, served(head)));
    expect(serving(report.facts)).toContain('svc-1');
    expect(report.findings.find(({ rule }) => rule === 'lineage/other-name')?.message).toContain(
      'makes the same change',
    );
  });

  test('is found by its pull request', async () => {
    const { one, head } = squashed();
    const other = one.commit({ 'z.txt': '9\n' }, 'Resolved otherwise (#89)');
    const ports = await portsOf(one, served(head));
    const pulls = {
      ofCommit: async () => undefined,
      commit: async () => ({}),
      isMerged: async () => undefined,
      beside: async () => ['f'.repeat(40), head],
    };
    const report = await traceOrDiff(
      { id: other },
      { ...ports, commits: apiCommitSource(pulls, ports.commits) },
    );
    expect(serving(report.facts)).toContain('svc-1');
    expect(report.findings.find(({ rule }) => rule === 'lineage/other-name')?.message).toContain(
      'of the same pull request',
    );
  });

  test.each([
    ['a tag', () => 'v1.0.0'],
    ['a branch', () => 'feature'],
    ['an abbreviation in capitals', (sha: string) => sha.slice(0, 9).toUpperCase()],
    ['capital letters', (sha: string) => sha.toUpperCase()],
    ['its kind in front', (sha: string) => `commit:${sha}`],
  ])('is found as %s', async (_, name) => {
    const { one, head } = squashed();
    one.git('tag', '--annotate', '--message=x', 'v1.0.0', head);
    const report = await traceOrDiff({ id: name(head) }, await portsOf(one, served(head)));
    expect(serving(report.facts)).toContain('svc-1');
  });

  test('and that is like none that is, is unknown', async () => {
    const { one, head } = squashed();
    const other = one.commit({ 'z.txt': '9\n' }, 'Another');
    const report = await traceOrDiff({ id: other }, await portsOf(one, served(head)));
    expect([report.verdict, rules(report)]).toEqual(['fail', ['lineage/unknown-id']]);
  });
});

describe('a commit that is gone from everywhere', () => {
  const old = 'd'.repeat(40);

  test.each([
    ['waiting in the inbox', false],
    ['folded', true],
  ])('is found by the tree that was recorded with it, %s', async (_, folded) => {
    const { one, main } = squashed();
    const tree = one.git('rev-parse', `${main}^{tree}`);
    const records = served(old).map((record) => ({
      ...record,
      inputs: record.inputs.map((node) => (node.kind === 'commit' ? { ...node, tree } : node)),
    }));
    const ports = await portsOf(one, records);
    const { ledger } = memoryLedger(folded ? { branch: records } : { inbox: records });
    const report = await traceOrDiff({ id: main }, { ...ports, ledger });
    expect(serving(report.facts)).toContain('svc-1');
    expect(report.findings.map(({ message }) => message).join()).toContain(
      'dddddddd is, which has the same files (same tree)',
    );
  });

  test('is not a commit with another tree', async () => {
    const { one, head, main } = squashed();
    const tree = one.git('rev-parse', `${head}~1^{tree}`);
    const records = [
      { ...link('a', `commit ${old}`, 'job job-1'), inputs: [{ kind: 'commit', id: old, tree }] },
    ];
    const report = await traceOrDiff({ id: main }, await portsOf(one, records as LineageRecord[]));
    expect(rules(report)).toEqual(['lineage/unknown-id']);
  });

  test('is compared, and blamed, as what a recorded move says that it became', async () => {
    const { one, main } = squashed();
    const next = one.commit({ 'a.txt': '3\n' }, 'Next');
    const records = [
      ...served(old),
      ...served(next, '2'),
      link('m', `commit ${old}`, `commit ${'c'.repeat(40)}`),
      link('n', `commit ${'c'.repeat(40)}`, `commit ${main}`),
    ];
    const ports = await portsOf(one, records);
    const difference = await traceOrDiff({ id: 'svc-1', diff: 'svc-2' }, ports);
    expect(difference.facts).toMatchObject({ from: main, to: next, diff: { commits: [{ sha: next }] } });
    expect(difference.verdict).toBe('pass');
    const lines = await traceOrDiff({ id: 'svc-2', file: 'a.txt', since: 'svc-1' }, ports);
    expect(lines.facts).toMatchObject({ lines: [{ line: 1, sha: next }] });
    const own = await traceOrDiff({ id: 'svc-1', file: 'a.txt' }, ports);
    expect(own.facts).toMatchObject({ lines: [{ line: 1, sha: main }] });
    for (const report of [difference, lines, own])
      expect(report.findings.map(({ message }) => message)).toContainEqual(
        `dddddddd is gone, and became ${main.slice(0, 8)} by a recorded move: that was read`,
      );
  });
});

describe('a commit that is gone, and whose tree another one has', () => {
  const old = 'd'.repeat(40);
  const withTree = (records: readonly LineageRecord[], tree: string) =>
    records.map((record) => ({
      ...record,
      inputs: record.inputs.map((node) => (node.kind === 'commit' ? { ...node, tree } : node)),
    }));

  test.each([
    ['is in the clone alone', false],
    ['is recorded with it', true],
  ])('is compared, and blamed, as the one that %s', async (_, recorded) => {
    const { one, main } = squashed();
    const tree = one.git('rev-parse', `${main}^{tree}`);
    const next = one.commit({ 'a.txt': '3\n' }, 'Next');
    // Back to the same files: the commit that first had them is the one that is meant.
    one.commit({ 'a.txt': '2\n' }, 'Back');
    one.git('branch', '--quiet', '--delete', '--force', 'feature');
    const other = recorded ? withTree([link('t', `commit ${main}`, 'job other')], tree) : [];
    const ports = await portsOf(one, [...withTree(served(old), tree), ...served(next, '2'), ...other]);
    const difference = await traceOrDiff({ id: 'svc-1', diff: 'svc-2' }, ports);
    expect(difference.facts).toMatchObject({ from: main, to: next, diff: { commits: [{ sha: next }] } });
    expect(difference.verdict).toBe('pass');
    const lines = await traceOrDiff({ id: 'svc-2', file: 'a.txt', since: 'svc-1' }, ports);
    expect(lines.facts).toMatchObject({ lines: [{ line: 1, sha: next }] });
    for (const report of [difference, lines])
      expect(report.findings.map(({ message }) => message)).toContainEqual(
        `dddddddd is gone, and ${main.slice(0, 8)} has the same files (same tree): that was read`,
      );
  });

  test.each<[string, (trees: readonly string[]) => readonly string[]]>([
    ['nobody has that tree', () => ['e'.repeat(40)]],
    ['records contradict each other', (trees) => trees],
  ])('is not compared where %s', async (_, choose) => {
    const { one, head, main } = squashed();
    const trees = choose([main, `${head}~1`].map((at_) => one.git('rev-parse', `${at_}^{tree}`)));
    const next = one.commit({ 'a.txt': '3\n' }, 'Next');
    const told = trees.map((tree, index) =>
      withTree([link(`t${index}`, `commit ${old}`, `job job-1`)], tree),
    );
    const records = [...served(old), ...served(next, '2'), ...told.flat()];
    const report = await traceOrDiff({ id: 'svc-1', diff: 'svc-2' }, await portsOf(one, records));
    expect(report.verdict).toBe('inconclusive');
    expect(report.title).toContain('the code was not compared');
  });
});

describe('a recorded move', () => {
  const old = 'd'.repeat(40);

  test('leads from either name to what was made', async () => {
    const { one, main } = squashed();
    const ports = await portsOf(one, [...served(old), link('m', `commit ${old}`, `commit ${main}`)]);
    for (const id of [old, main]) {
      const report = await traceOrDiff({ id }, ports);
      expect(serving(report.facts)).toContain('svc-1');
    }
  });

  test('does not take a difference its one commit', async () => {
    const { one, head, main } = squashed();
    const records = [...served(head), ...served(main, '2'), link('m', `commit ${old}`, `commit ${main}`)];
    const report = await traceOrDiff({ id: 'svc-1', diff: 'svc-2' }, await portsOf(one, records));
    expect(report.facts).toMatchObject({ from: head, to: main });
    expect(report.verdict).toBe('pass');
  });
});

describe('a difference whose code was not compared', () => {
  test.each<[string, string[]]>([
    ['a commit is gone', ['e'.repeat(40)]],
    ['nobody has the code', []],
  ])('is undecided: %s', async (_, gone) => {
    const { one, head } = squashed();
    const { compare, ...ports } = await portsOf(one, [
      ...served(head),
      ...served(gone[0] ?? 'a'.repeat(40), '2'),
    ]);
    const asked = gone.length === 0 ? ports : { ...ports, compare };
    const report = await traceOrDiff({ id: 'svc-1', diff: 'svc-2' }, asked);
    expect(report.verdict).toBe('inconclusive');
    expect(report.title).toContain('the code was not compared');
    expect(report.title).not.toContain('0 commits');
  });
});
