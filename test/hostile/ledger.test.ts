/** Records that somebody wrote past the writers: by hand, by another tool, or to be believed. */
import { describe, expect, test } from 'vitest';
import { buildDashboard } from '../../src/board/gate/build-dashboard.ts';
import { boardRecords } from '../../src/board/gate/records.ts';
import { boardDefaults } from '../../src/board/index.ts';
import { apiCommitSource, type PullFacts } from '../../src/lineage/gate/commit-source.ts';
import { compactInbox } from '../../src/lineage/gate/compact.ts';
import { evaluationReader } from '../../src/lineage/gate/evaluations.ts';
import { hashes } from '../../src/lineage/gate/hashes.ts';
import { prepareRecords } from '../../src/lineage/gate/prepare.ts';
import { trace } from '../../src/lineage/gate/trace.ts';
import { pathsOf, recordKey, recordText, type LineageRecord } from '../../src/lineage/index.ts';
import type { WorkflowRun } from '../../src/kernel/workflow-run.ts';
import { UserError } from '../../src/kernel/user-error.ts';
import type { CorrectionRights } from '../../src/ports/ledger.ts';
import type { Finding } from '../../src/report/model.ts';
import { memoryLedger, type Kept } from '../support/memory-ledger.ts';
import { impatientClock } from '../support/clock.ts';
import { rememberingLog } from '../support/log.ts';
import { link, sha } from '../unit/lineage/support.ts';

const now = () => Date.parse('2026-11-22T12:00:00Z');
const rules = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);
const ask = (id: string, kept: Kept) => trace({ id }, { ledger: memoryLedger(kept).ledger, now });

const evaluated = async (
  { snapshot }: Pick<ReturnType<typeof memoryLedger>, 'snapshot'>,
  shas: readonly string[],
  rights?: CorrectionRights,
) => (await evaluationReader(snapshot, { rights, now })).values(shas);
const onBoard = (kept: Kept, rights?: CorrectionRights) =>
  boardRecords(memoryLedger(kept).snapshot, { rights, now });

const job = link(`commit ${sha('a')}`, 'job job-1');
const weights = link('job job-1', 'weights w-1');

describe('a record that was changed after it was written does not count, and is an error', () => {
  const changes: Readonly<Record<string, Partial<LineageRecord>>> = {
    'another commit': { inputs: [{ kind: 'commit', id: sha('b') }] },
    'another writer': { by: 'grace' },
    'another run': { run: { url: 'https://github.com/acme/vlm/actions/runs/1' } },
    'a verdict more': { verdicts: [{ gate: 'regression-gate', verdict: 'pass' }] },
    'a note more': { note: 'reviewed' },
  };
  const forged = (change: Partial<LineageRecord>): LineageRecord => ({ ...job, ...change });

  test.each(Object.entries(changes))('%s, in the branch', async (_name, change) => {
    const report = await ask('w-1', { branch: [forged(change), weights] });
    expect(report).toMatchObject({ verdict: 'fail', facts: { commits: [] } });
    expect(report.findings).toContainEqual(
      expect.objectContaining({ rule: 'lineage/altered-record', severity: 'error' }),
    );
  });

  test.each(Object.entries(changes))('%s, in the inbox', async (_name, change) => {
    const report = await ask('w-1', { branch: [weights], inbox: [forged(change)] });
    expect(report).toMatchObject({ verdict: 'fail', facts: { commits: [] } });
    const { records, findings } = await onBoard({ branch: [weights], inbox: [forged(change)] });
    expect(records.map(({ id }) => id)).toEqual([weights.id]);
    expect(rules(findings)).toEqual(['lineage/altered-record']);
  });

  test('it is not folded', async () => {
    const { ledger } = memoryLedger({ inbox: [forged({ by: 'grace' })] });
    const compact = () => Promise.reject(new Error('nothing is to be folded'));
    const whole = { ...ledger, batch: 100, compact, append: () => Promise.resolve([]) };
    const report = await compactInbox(whole, { log: rememberingLog(), clock: impatientClock });
    expect(report).toMatchObject({ verdict: 'fail', facts: { folded: 0 } });
    expect(rules(report.findings)).toEqual(['lineage/altered-record']);
  });

  test.each([
    ['the time, of which the id is not made', { ...job, at: '2026-11-22T10:30:00.000Z' }],
    ['a chosen id', { ...job, id: 'job-1-by-hand' }],
    ['a chosen id of other length', { ...job, id: 'a'.repeat(31) }],
  ])('but %s is as its writer says', async (_name, record) => {
    expect(await ask('w-1', { branch: [record, weights] })).toMatchObject({ verdict: 'pass' });
  });
});

describe('a record under the name of another does not count there', () => {
  const evaluation = link(`commit ${sha('a')}`, 'evaluation e-1', { metrics: { accuracy: 0.9 } });
  const [, ...places] = pathsOf(evaluation, hashes);
  const underB = (places.find((path) => path.startsWith('by/commit/')) ?? '').replaceAll('aa', 'bb');

  test('an evaluation in the index of another commit', async () => {
    const kept = { files: { [underB]: recordText(evaluation) } };
    expect(await evaluated(memoryLedger(kept), [sha('b')])).toMatchObject({ values: [] });
    const board = await onBoard(kept);
    expect(board.records).toEqual([]);
    expect(rules(board.findings)).toEqual(['lineage/altered-record']);
  });

  test.each([
    ['of an id', recordKey('another', hashes)],
    ['of a content', recordKey(weights.id, hashes)],
  ])('a ref of the inbox %s', async (_name, key) => {
    const report = await ask('job-1', { refs: { [key]: recordText(job) } });
    expect(report.verdict).toBe('fail');
    expect(rules(report.findings)).toEqual(['lineage/unknown-id', 'lineage/altered-record']);
  });

  test('where it lies under its own name too it counts there', async () => {
    const kept = { branch: [evaluation], files: { [underB]: recordText(evaluation) } };
    const { values, findings } = await evaluated(memoryLedger(kept), [sha('a'), sha('b')]);
    expect(values).toEqual([{ sha: sha('a'), metric: 'accuracy', value: 0.9 }]);
    expect(rules(findings)).toEqual(['lineage/altered-record']);
    const before = { [underB.replaceAll('bb', '00')]: recordText(evaluation) };
    const board = await onBoard({ files: before, branch: [evaluation] });
    expect(board.records).toEqual([evaluation]);
  });
});

describe('a correction', () => {
  const measured = (accuracy: number, more: object) =>
    link(`commit ${sha('a')}`, 'evaluation e-1', { metrics: { accuracy }, ...more });
  const before = measured(0.6, { by: 'ada' });
  const by = (name: string, more: object = {}) =>
    measured(0.9, { by: name, at: '2026-11-22T11:00:00Z', corrects: before.id, ...more });
  const valueOf = async (kept: Kept, rights?: CorrectionRights) => {
    const { values } = await evaluated(memoryLedger(kept), [sha('a')], rights);
    return values.map(({ value }) => value);
  };
  const policy = (users: readonly string[], teams: readonly string[] = []): CorrectionRights => ({
    correctors: () => Promise.resolve({ users, teams }),
  });
  const members: CorrectionRights = {
    ...policy([], ['acme/release']),
    isMember: (team, login) => Promise.resolve(team === 'acme/release' && login === 'grace'),
  };
  const unread: CorrectionRights = {
    correctors: () => Promise.reject(new UserError('the policy is out of reach', { help: 'Try again.' })),
  };

  const cases: readonly (readonly [string, LineageRecord, CorrectionRights | undefined, boolean])[] = [
    ['by who wrote the record', by('ada'), undefined, true],
    ['by them under other letters', by('ADA'), policy([]), true],
    ['by anybody else', by('mallory'), undefined, false],
    ['by anybody else, where the policy names nobody', by('mallory'), policy([]), false],
    ['by whom the policy names', by('grace'), policy(['grace']), true],
    ['by who wrote the record, where the policy names others', by('ada'), policy(['grace']), false],
    ['by a member of a team', by('grace'), members, true],
    ['by no member', by('mallory'), members, false],
    ['by a member, where nobody can be asked', by('grace'), policy([], ['acme/release']), false],
    ['by anybody, where the policy cannot be read', by('grace'), unread, false],
    ['of the same time', by('mallory', { at: before.at }), undefined, false],
    [
      'that links nothing of the record',
      by('mallory', { inputs: [{ kind: 'job', id: 'j' }] }),
      undefined,
      false,
    ],
  ];

  test.each(cases)('%s', async (_name, after, rights, accepted) => {
    for (const kept of [
      { branch: [before, after] },
      { inbox: [before, after] },
      { branch: [before], inbox: [after] },
    ]) {
      expect(await valueOf(kept, rights)).toEqual([accepted ? 0.9 : 0.6]);
      const { ledger } = memoryLedger(kept);
      const report = await trace({ id: sha('a') }, { ledger, now, ...(rights && { rights }) });
      expect(report.facts.corrections).toMatchObject([
        { before: { record: before.id, by: 'ada' }, after: { record: after.id, by: after.by }, accepted },
      ]);
      expect(report.facts.corrections?.[0]?.changed.join()).toContain(
        'metrics {"accuracy":0.6} -> {"accuracy":0.9}',
      );
      const rule = accepted ? 'lineage/corrected-record' : 'lineage/correction-refused';
      expect(rules(report.findings)).toContain(rule);
      const board = await onBoard(kept, rights);
      expect(board.records).toEqual([accepted ? after : before]);
      expect(rules(board.findings)).toEqual([rule]);
    }
  });

  test('of a correction that was refused changes nothing either', async () => {
    const refused = by('mallory');
    const second = by('mallory', { metrics: { accuracy: 1 }, corrects: refused.id });
    expect(await valueOf({ branch: [before, refused, second] })).toEqual([0.6]);
  });

  test.each(['itself', 'what is not there'])('of %s hides nothing', async (what) => {
    const own = measured(0.7, { id: 'own', corrects: what === 'itself' ? 'own' : 'gone' });
    expect(await valueOf({ branch: [own] })).toEqual([0.7]);
    expect((await onBoard({ branch: [own] })).records).toEqual([own]);
  });

  test('nobody is asked for the policy where nobody corrects', async () => {
    expect(await valueOf({ branch: [before] }, unread)).toEqual([0.6]);
  });
});

describe('a clock that is ahead', () => {
  const chain = (at: string) => ({
    up: link('job job-1', 'weights w-1', { at }),
    down: link('weights w-1', 'serving s-1', { at }),
    evaluation: link(`commit ${sha('a')}`, 'evaluation e-1', { at, metrics: { accuracy: 0.9 } }),
  });
  const skewed = (findings: readonly Finding[]) =>
    findings.filter(({ rule }) => rule === 'lineage/clock-skew').map(({ message }) => message);

  test.each([
    ['2026-11-22T12:06:00.000Z', true],
    ['2030-01-01T00:00:00.000Z', true],
    ['2099-12-31T23:59:59.000Z', true],
    ['9999-12-31T23:59:59.000Z', true],
    ['2026-11-22T12:04:00.000Z', false],
    ['1999-01-01T00:00:00.000Z', false],
  ])('of %s is reported in every direction of reading', async (at, ahead) => {
    const { up, down, evaluation } = chain(at);
    const early = [job, weights].map((one) => ({ ...one, at: '1998-01-01T00:00:00.000Z' }));
    const said = (record: LineageRecord) => (ahead ? [`record ${record.id} is from the future: ${at}`] : []);
    for (const place of ['branch', 'inbox'] as const) {
      expect(skewed((await ask('w-1', { [place]: [up] })).findings)).toEqual(said(up));
      expect(skewed((await ask('w-1', { [place]: [...early, down] })).findings)).toEqual(said(down));
      expect(skewed((await ask('s-1', { [place]: [...early, down] })).findings)).toEqual(said(down));
      const trend = await evaluated(memoryLedger({ [place]: [evaluation] }), [sha('a')]);
      expect(skewed(trend.findings)).toEqual(said(evaluation));
      const reader = await evaluationReader(memoryLedger({ [place]: [evaluation] }).snapshot, { now });
      expect(skewed((await reader.nearest([sha('a')], { wanted: () => true })).findings)).toEqual(
        said(evaluation),
      );
      expect(skewed((await onBoard({ [place]: [down] })).findings)).toEqual(said(down));
    }
  });
});

describe('who wrote a record, when and in which run', () => {
  const url = 'https://github.com/acme/vlm/actions/runs/77';
  const written = link(`commit ${sha('a')}`, 'job job-1', { run: { id: '77', url } });
  const told: WorkflowRun = {
    url,
    headSha: sha('a'),
    actor: 'ada',
    createdAt: '2026-11-22T09:50:00Z',
    updatedAt: '2026-11-22T10:10:00Z',
    completed: true,
  };
  const source = (run: WorkflowRun | undefined) => ({ runs: { run: () => Promise.resolve(run) } });
  const jobOf = async (record: LineageRecord, run: WorkflowRun | undefined) => {
    const { ledger } = memoryLedger({ branch: [record] });
    const report = await trace({ id: 'job-1' }, { ledger, now, ...source(run) });
    const page: string[] = [];
    const serving = link('job job-1', 'serving s-1', {
      run: record.run,
      inputs: record.inputs,
      by: record.by,
      at: record.at,
    });
    const board = await buildDashboard(
      { name: 'acme/vlm', settings: boardDefaults },
      {
        ledger: memoryLedger({ branch: [serving] }).ledger,
        ...source(run),
        now,
        write: (text) => Promise.resolve(String(page.push(text))),
      },
    );
    const { by, standing } = report.facts.chain[0] ?? {};
    expect(board.facts.serving.map((one) => one.standing)).toEqual([standing]);
    expect(/recorded by </.test(page.join(''))).toBe(standing === 'verified');
    expect(JSON.stringify(report.sections)).toContain(
      standing === 'verified' ? `"${by ?? ''}"` : `"says ${by ?? ''}"`,
    );
    return standing;
  };

  test('is verified where GitHub says the same of that run', async () => {
    expect(await jobOf(written, told)).toBe('verified');
    expect(await jobOf(written, { ...told, completed: false, updatedAt: told.createdAt })).toBe('verified');
  });

  test.each<[string, Partial<LineageRecord>, Partial<WorkflowRun> | undefined]>([
    ['no run of that id', {}, undefined],
    ['a run of another commit', {}, { headSha: sha('b') }],
    ['a record of two commits', { inputs: ['a', 'b'].map((id) => ({ kind: 'commit', id: sha(id) })) }, {}],
    ['a run of another person', {}, { actor: 'grace' }],
    ['a record of another person', { by: 'grace' }, {}],
    ['a run of another repository', {}, { url: url.replace('acme', 'mallory') }],
    ['an address of another repository', { run: { id: '77', url: url.replace('acme', 'mallory') } }, {}],
    ['no address', { run: { id: '77' } }, {}],
    ['no id', { run: { url } }, {}],
    ['an id that is not a number', { run: { id: '../77', url } }, {}],
    ['a time before the run', { at: '2026-11-22T09:00:00.000Z' }, {}],
    ['a time after the run', { at: '2026-11-22T11:00:00.000Z' }, {}],
  ])('is a claim with %s', async (_name, change, run) => {
    const record = link(`commit ${sha('a')}`, 'job job-1', { run: written.run, ...change });
    expect(await jobOf(record, run && { ...told, ...run })).toBe('claimed');
  });

  test('is a claim without a token, and where GitHub does not say', async () => {
    const { ledger } = memoryLedger({ branch: [written] });
    expect(await trace({ id: 'job-1' }, { ledger, now })).toMatchObject({
      findings: [],
      facts: { chain: [{ standing: 'claimed' }, { standing: 'claimed' }] },
    });
    let asked = 0;
    const run = () => {
      asked += 1;
      return Promise.reject(new UserError('the token may not read the runs of workflows'));
    };
    const many = [written, link('job job-1', 'weights w-1', { run: { id: '78', url } })];
    const refused = memoryLedger({ branch: many }).ledger;
    const report = await trace({ id: 'w-1' }, { ledger: refused, now, runs: { run } });
    expect(report.findings).toMatchObject([{ rule: 'lineage/details-unread', severity: 'notice' }]);
    expect({ asked, standings: report.facts.chain.map(({ standing }) => standing) }).toEqual({
      asked: 1,
      standings: ['claimed', 'claimed', 'claimed'],
    });
  });

  test('is asked about once a run, and of many runs for the first', async () => {
    const asked: string[] = [];
    const run = (id: string) => {
      asked.push(id);
      return Promise.resolve(undefined);
    };
    const line = Array.from({ length: 80 }, (_, at) => {
      const id = String(100 + Math.floor(at / 2));
      return link(`weights w-${at}`, `weights w-${at + 1}`, { run: { id, url: `${url}/${id}` } });
    });
    await trace({ id: 'w-80' }, { ledger: memoryLedger({ branch: line }).ledger, now, runs: { run } });
    expect({ asked: asked.length, different: new Set(asked).size }).toEqual({ asked: 30, different: 30 });
  });
});

describe('a commit that was never merged', () => {
  const { ledger } = memoryLedger({ branch: [job, weights] });
  const found = async (merged: boolean | undefined, failing = false) => {
    const pulls: PullFacts = {
      ofCommit: () => Promise.resolve(undefined),
      commit: () => Promise.resolve({ author: 'ada' }),
      isMerged: () =>
        failing ? Promise.reject(new UserError('the branch cannot be read')) : Promise.resolve(merged),
    };
    const report = await trace({ id: 'w-1' }, { ledger, now, commits: apiCommitSource(pulls, undefined) });
    const shown = report.facts.chain.find(({ kind }) => kind === 'commit');
    return { rules: rules(report.findings), merged: shown?.merged, author: shown?.author };
  };

  test.each<[boolean | undefined, boolean, object]>([
    [false, false, { rules: ['lineage/not-on-trunk'], merged: false, author: 'ada' }],
    [true, false, { rules: [], merged: true, author: 'ada' }],
    [undefined, false, { rules: [], author: 'ada' }],
    [false, true, { rules: [], author: 'ada' }],
  ])('is reported where it is certain: %s, out of reach: %s', async (merged, failing, expected) => {
    expect(await found(merged, failing)).toEqual(expected);
  });
});

describe('a writer', () => {
  const surroundings = {
    at: '2026-11-23T10:00:00.000Z',
    by: 'bot',
    defaults: { git_ref: 'refs/heads/main' },
  };

  test.each(['0'.repeat(32), job.id])('does not take the id %s for another content', (id) => {
    const { findings } = prepareRecords({ ...weights, id }, surroundings);
    expect(rules(findings)).toEqual(['lineage/invalid-record']);
  });

  test('writes a record that was kept for later as it was, whatever its surroundings tell', () => {
    expect(prepareRecords(job, surroundings)).toMatchObject({ records: [job], findings: [] });
  });
});
