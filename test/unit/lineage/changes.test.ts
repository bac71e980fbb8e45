/** What changed since the version before, ranked, each with its pull request; a request and what serves get the same answer. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeOfClone, mergesAmong } from '../../../src/check/trace-code.ts';
import { commands, lineReader, openRepository } from '../../../src/git/index.ts';
import { traceOrDiff, type Question } from '../../../src/lineage/gate/trace.ts';
import {
  grades,
  inRank,
  lineRanges,
  type LineageRecord,
  type RankedChange,
  type TraceFacts,
} from '../../../src/lineage/index.ts';
import { requestLogs } from '../../../src/runner/logs/request-logs.ts';
import { rememberingLog } from '../../support/log.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';
import {
  createRepository,
  hermeticEnvironment,
  temporaryFolder,
  type TestRepository,
} from '../../support/repository.ts';
import { digest, record } from './support.ts';

const lock = (torch: string, tqdm: string) => `torch==${torch}\ntqdm==${tqdm}\n`;
const policy = 'config:\n  files: ["configs/**"]\ndependencies:\n  watch: [torch]\n';

/** Two versions with five pull requests between them, the last a true merge of two commits. */
function history(): { repository: TestRepository; first: string; last: string } {
  const repository = createRepository();
  const first = repository.commit(
    {
      '.github/model-gates.yml': policy,
      'configs/train.yaml': 'optimizer:\n  lr: 0.1\nmodel:\n  num_layers: 4\n',
      'requirements.txt': lock('2.9.1', '4.66'),
      'train.py': 'step = 1\nseed = 2\n',
      'preprocess.py': 'size = 224\n',
      'old.py': 'x = 1\n',
      'README.md': 'Hello\n',
    },
    'Begin (#1)',
  );
  repository.commit(
    { 'configs/train.yaml': 'optimizer:\n  lr: 0.2\nmodel:\n  num_layers: 4\n' },
    'Raise lr (#2)',
  );
  repository.commit({ 'requirements.txt': lock('2.10.0', '4.67'), 'README.md': 'Hi\n' }, 'Take torch (#3)');
  repository.commit(
    { 'configs/train.yaml': 'optimizer:\n  lr: 0.2\nmodel:\n  num_layers: 6\n', 'old.py': undefined },
    'Add layers (#4)',
  );
  repository.commit({ 'preprocess.py': 'size = 448\n' }, 'Larger images (#5)');
  repository.git('checkout', '--quiet', '-b', 'feature');
  repository.commit({ 'train.py': 'step = 3\nseed = 2\n' }, 'Half');
  repository.commit({ 'train.py': 'step = 3\nseed = 2\nmore = 4\n' }, 'Whole');
  repository.git('checkout', '--quiet', 'main');
  repository.git('merge', '--quiet', '--no-ff', '-m', 'Merge pull request #6 from acme/feature', 'feature');
  return { repository, first, last: repository.git('rev-parse', 'HEAD') };
}

function served(commit: string, name: string, at: string, more: object = {}): LineageRecord[] {
  const data = { kind: 'dataset', id: 'docvqa', revision: name, digest: digest(name) };
  return [
    record({
      at,
      inputs: [{ kind: 'commit', id: commit }, data],
      outputs: [{ kind: 'job', id: `job-${name}` }],
      ...more,
    }),
    record({
      at,
      inputs: [{ kind: 'job', id: `job-${name}` }],
      outputs: [{ kind: 'weights', id: `w-${name}` }],
    }),
    record({
      at,
      inputs: [{ kind: 'weights', id: `w-${name}` }],
      outputs: [{ kind: 'serving', id: `svc-${name}`, service: 'svc' }],
    }),
    record({
      at,
      inputs: [{ kind: 'serving', id: `svc-${name}` }],
      outputs: [{ kind: 'trace', id: `req-${name}` }],
      parameters: { temperature: name === '1' ? 0 : 1 },
    }),
  ];
}

async function portsOf(repository: TestRepository, branch: readonly LineageRecord[]) {
  const log = rememberingLog();
  const opened = await openRepository({ cwd: repository.root, log, env: hermeticEnvironment() });
  const tools = { log, commands, now: Date.now };
  const code = codeOfClone(opened, await lineReader({ repository: opened, log }), tools);
  return { ledger: memoryLedger({ branch }).ledger, now: () => Date.parse('2026-11-22T12:00:00Z'), ...code };
}

async function asked(question: Question, ports: Awaited<ReturnType<typeof portsOf>>) {
  const report = await traceOrDiff(question, ports);
  return { report, facts: report.facts as TraceFacts };
}

const short = ({ kind, grade, name, before, after, file, lines, merges }: RankedChange) => [
  kind,
  grade,
  name,
  `${before ?? ''} -> ${after ?? ''}`,
  file === null ? '' : `${file}:${lines ?? ''}`,
  merges.map(({ pr }) => pr),
];

describe('of two versions', () => {
  const { repository, first, last } = history();
  const branch = [
    ...served(first, '1', '2026-11-10T10:00:00.000Z', {
      parameters: { lr: 0.1, max_steps: 10 },
      command: 'python train.py',
    }),
    ...served(last, '2', '2026-11-20T10:00:00.000Z', {
      parameters: { lr: 0.2, max_steps: 20 },
      command: 'python train.py --long',
    }),
  ];
  const logs = (entry: object) => {
    const file = path.join(temporaryFolder(), 'gateway.jsonl');
    writeFileSync(file, JSON.stringify(entry));
    return requestLogs([file], '/', rememberingLog());
  };

  test('each change is named with its pull request, what decides most first', async () => {
    const { facts, report } = await asked({ id: 'svc-2' }, await portsOf(repository, branch));
    expect(facts.changes).toMatchObject({ since: { id: 'svc-1', commit: first }, more: 0, harmless: 1 });
    expect(facts.changes?.ranked.map(short)).toEqual([
      ['config', 'structural value', 'model.num_layers', '4 -> 6', 'configs/train.yaml:4', [4]],
      ['data', 'data', 'docvqa', `1 ${digest('1')} -> 2 ${digest('2')}`, '', []],
      ['package', 'watched package', 'torch', '2.9.1 -> 2.10.0', 'requirements.txt:1', [3]],
      ['config', 'tuning value', 'optimizer.lr', '0.1 -> 0.2', 'configs/train.yaml:2', [2]],
      ['config', 'recorded value', 'max_steps', '10 -> 20', '', []],
      ['config', 'recorded value', 'command', 'python train.py -> python train.py --long', '', []],
      ['code', 'code of the inputs', 'preprocess.py', ' -> ', 'preprocess.py:1', [5]],
      ['code', 'code', 'old.py', ' -> removed', 'old.py:', [4]],
      ['code', 'code', 'train.py', ' -> ', 'train.py:1, 3', [6]],
      ['package', 'other package', 'tqdm', '4.66 -> 4.67', 'requirements.txt:2', [3]],
    ]);
    expect(report).toMatchObject({ verdict: 'pass', findings: [] });
    const table = report.sections?.find(({ title }) => title?.startsWith('What changed since svc-1'));
    expect(table?.title).toContain('1 file on which no evaluation depends');
  });

  test('a request, its entry in a log, the version and the service are answered alike', async () => {
    const ports = await portsOf(repository, branch);
    const questions: readonly Question[] = [
      { id: 'svc-2' },
      { id: 'req-2' },
      { id: 'svc' },
      { id: 'x', logs: logs({ id: 'x', version: 'svc-2' }) },
      { id: 'x', logs: logs({ id: 'x', model: 'w-2' }) },
    ];
    const [one, ...others] = await Promise.all(
      questions.map(async (question) => {
        const [whole, lines] = [
          await asked(question, ports),
          await asked({ ...question, file: 'train.py' }, ports),
        ];
        return { changes: whole.facts.changes, lines: lines.facts.lines, previous: lines.facts.previous };
      }),
    );
    expect(one?.previous).toEqual({ id: 'svc-1', commit: first });
    expect(one?.lines?.map(({ line }) => line)).toEqual([1, 3]);
    expect(one?.changes?.ranked.length).toBe(10);
    for (const other of others) expect(other).toEqual(one);
  });

  test('another version can be named, and what is not served is compared with nothing', async () => {
    const ports = await portsOf(repository, branch);
    expect((await asked({ id: 'w-2', since: 'svc-1' }, ports)).facts.changes?.since?.id).toBe('svc-1');
    expect((await asked({ id: 'w-2' }, ports)).facts.changes).toBe(undefined);
    expect((await asked({ id: last }, ports)).facts.changes).toBe(undefined);
  });

  test('the first version has none before it, and one that nobody recorded is named', async () => {
    const ports = await portsOf(repository, branch);
    const firstOne = await asked({ id: 'svc-1' }, ports);
    expect(firstOne.facts.changes).toEqual({ since: null, ranked: [], more: 0, harmless: 0 });
    expect(firstOne.report.sections?.[0]?.title).toContain('No version before svc-1 is recorded');
    const unknown = await asked({ id: 'svc-2', since: 'svc-0' }, ports);
    expect(unknown.facts.changes?.since).toEqual({ id: 'svc-0' });
    expect(unknown.report.findings[0]).toMatchObject({
      severity: 'notice',
      message: expect.stringContaining('svc-0') as string,
    });
  });

  test('without a clone only what is recorded is known, and that is said', async () => {
    const { ledger, now } = await portsOf(repository, branch);
    const report = await traceOrDiff({ id: 'svc-2' }, { ledger, now });
    const { changes } = report.facts as TraceFacts;
    expect(changes?.ranked.map(({ name }) => name)).toEqual(['docvqa', 'lr', 'max_steps', 'command']);
    expect(report).toMatchObject({
      verdict: 'pass',
      findings: [{ severity: 'notice', rule: 'lineage/details-unread' }],
    });
  });
});

test('merges are known by the files of commits too, and a pull request before a commit in it', async () => {
  const commit = (sha: string, message: string) => ({ sha, author: 'ada', message });
  const files = new Map([
    ['a', ['x']],
    ['b', ['x', 'y']],
    ['c', ['y']],
  ]);
  let requests = 0;
  const mergesOf = mergesAmong(
    () =>
      Promise.resolve([
        commit('a', 'Merge pull request #9 from x/y'),
        commit('b', 'Half'),
        commit('c', 'Other'),
      ]),
    (sha) => {
      requests += 1;
      return Promise.resolve((files.get(sha) ?? []).map((one) => ({ path: one })));
    },
  );
  expect((await mergesOf('x')).map(({ sha }) => sha)).toEqual(['a']);
  expect((await mergesOf('y')).map(({ sha }) => sha)).toEqual(['b', 'c']);
  expect(await mergesOf('z')).toEqual([]);
  expect(requests).toBe(3);
});

test('the rank keeps the order of what has one grade', () => {
  const one = (grade: RankedChange['grade'], name: string): RankedChange => ({
    kind: 'code',
    grade,
    name,
    before: null,
    after: null,
    file: null,
    lines: null,
    merges: [],
  });
  const found = [one('code', 'b'), one('data', 'c'), one('code', 'a'), one('inputs differ', 'd')];
  expect(inRank(found).map(({ name }) => name)).toEqual(['d', 'c', 'b', 'a']);
  expect(new Set(grades).size).toBe(grades.length);
});

test.each([
  [[], null],
  [[3], '3'],
  [[3, 1, 2, 7], '1-3, 7'],
  [[1, 3, 5, 7, 9, 11], '1, 3, 5, 7, 9, … (6 places)'],
])('lines %j are %s', (lines, expected) => expect(lineRanges(lines)).toBe(expected));
