import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { boardDefaults, buildBoard } from '../../../src/board/index.ts';
import { boardRecords } from '../../../src/board/gate/records.ts';
import { boardPolicy } from '../../../src/board/gate/settings.ts';
import { buildDashboard } from '../../../src/board/gate/build-dashboard.ts';
import type { DashboardPorts } from '../../../src/board/gate/dashboard-ports.ts';
import type { LedgerSnapshot } from '../../../src/ports/ledger.ts';
import { hashes } from '../../../src/lineage/gate/hashes.ts';
import {
  conflictPath,
  pathsOf,
  recordKey,
  recordText,
  type LineageRecord,
} from '../../../src/lineage/index.ts';
import { branchRules } from '../../../src/branches/rules.ts';
import { UserError } from '../../../src/kernel/user-error.ts';
import { writePage } from '../../../src/runner/publish/write-page.ts';
import { temporaryFolder } from '../../support/repository.ts';
import { recordsOf, shaOf, teamDrafts, teamNow, teamTags } from '../../support/team-ledger.ts';
import { memoryTree } from '../../support/trees.ts';

interface Written {
  readonly branch?: readonly LineageRecord[];
  readonly inbox?: readonly LineageRecord[];
  /** Path → text, over what the records give. */
  readonly files?: Readonly<Record<string, string>>;
  readonly rewritten?: boolean;
}

/** A ledger in memory, laid out as in git. */
function ledgerOf({
  branch = [],
  inbox = [],
  files = {},
  rewritten = false,
}: Written): DashboardPorts['ledger'] {
  const blobs = new Map<string, Uint8Array>();
  const keep = (text: string): string => {
    const oid = hashes.sha1(text);
    blobs.set(oid, new TextEncoder().encode(text));
    return oid;
  };
  const paths = new Map<string, string>();
  for (const record of branch)
    for (const file of pathsOf(record, hashes)) paths.set(file, keep(recordText(record)));
  for (const [file, text] of Object.entries(files)) paths.set(file, keep(text));
  const snapshot: LedgerSnapshot = {
    tip: rewritten ? shaOf('other') : shaOf('tip'),
    head: shaOf('tip'),
    inbox: new Map(
      inbox.map((record) => {
        const blob = keep(recordText(record));
        return [recordKey(record.id, hashes), { oid: blob, blob }];
      }),
    ),
    results: new Map(),
    list: (folders) => Promise.resolve(new Map(folders.map((folder) => [folder, filesIn(paths, folder)]))),
    read: (oids) => Promise.resolve(new Map(oids.map((oid) => [oid, blobs.get(oid) ?? new Uint8Array()]))),
  };
  return { snapshot: () => Promise.resolve(snapshot) };
}

function filesIn(paths: ReadonlyMap<string, string>, folder: string): Map<string, string> {
  const inside = [...paths].filter(([file]) => path.posix.dirname(file) === folder);
  return new Map(inside.map(([file, oid]) => [path.posix.basename(file), oid]));
}

const request = { name: 'vision/qwen3-vl', settings: boardDefaults };

async function build(ledger: DashboardPorts['ledger'], more: Partial<DashboardPorts> = {}) {
  const pages: string[] = [];
  const report = await buildDashboard(request, {
    ledger,
    tags: () => Promise.resolve(teamTags),
    write: (page) => {
      pages.push(page);
      return Promise.resolve('/site/index.html');
    },
    now: () => teamNow,
    ...more,
  });
  return { report, page: pages.join('') };
}

const team = recordsOf(teamDrafts());
const rules = (findings: readonly { rule: string }[]) => findings.map(({ rule }) => rule);

test('a team: what serves, what is owed, what drifts, as facts and findings', async () => {
  const { report, page } = await build(ledgerOf({ branch: team }));
  expect(report).toMatchObject({
    gate: 'build-dashboard',
    verdict: 'pass',
    facts: {
      page: '/site/index.html',
      records: team.length,
      unread: 0,
      serving: [
        {
          service: 'qwen3-vl',
          id: 'svc-qwen3-vl-v2.3.2',
          commit: shaOf('merge-305'),
          pr_number: 305,
          complete: true,
        },
        { service: 'qwen3-vl-batch', id: 'svc-qwen3-vl-batch-v2.3.0', commit: null, complete: false },
      ],
      owed: [
        { gate: 'regression-gate', sha: shaOf('merge-202'), kind: 'exemption', state: 'overdue' },
        {
          gate: 'regression-gate',
          sha: shaOf('merge-305'),
          kind: 'hotfix',
          state: 'overdue',
          pr_number: 305,
        },
      ],
    },
  });
  expect(rules(report.findings)).toEqual([
    'board/evaluation-overdue',
    'board/serving-untraced',
    'board/evaluation-overdue',
    'board/metric-drift',
  ]);
  expect(page).toContain('svc-qwen3-vl-v2.3.2');
  expect(report.facts.bytes).toBe(Buffer.byteLength(page));
});

test('inbox and branch give one board, and a record in both is one', async () => {
  const whole = await build(ledgerOf({ branch: team }));
  const waiting = await build(ledgerOf({ inbox: team }));
  const both = await build(ledgerOf({ branch: team.slice(0, 40), inbox: team.slice(30) }));
  expect(waiting.page).toBe(whole.page);
  expect(both.page).toBe(whole.page);
});

test('a record that another corrects counts no more', async () => {
  const [deploy] = recordsOf([
    { schema: 1, id: 'wrong', inputs: [], outputs: [{ kind: 'serving', id: 'svc-wrong', service: 's' }] },
  ]);
  const [right] = recordsOf([
    {
      schema: 1,
      id: 'right',
      corrects: 'wrong',
      at: '2026-01-01T00:00:00.000Z',
      inputs: [],
      outputs: [{ kind: 'serving', id: 'svc-right', service: 's' }],
    },
  ]);
  if (deploy === undefined || right === undefined) throw new Error('no records');
  const { report } = await build(ledgerOf({ branch: [deploy], inbox: [right] }));
  expect(report.facts.serving).toMatchObject([{ id: 'svc-right' }]);
});

describe('what could not be read is reported on the page and in the report', () => {
  test.each([
    [
      'a broken record of the branch',
      ledgerOf({ branch: team, files: { 'by/job/00/x@y.json': '{' } }),
      'lineage/corrupt-record',
      'it is not JSON in UTF-8',
    ],
    [
      'a rewritten branch',
      ledgerOf({ branch: team, rewritten: true }),
      'lineage/branch-rewritten',
      'model-lineage is at',
    ],
    [
      'two records of one id',
      ledgerOf({ branch: team, files: { [conflictPath('a', 'b'.repeat(40), hashes)]: '{}' } }),
      'lineage/conflicting-record',
      'two records have one id',
    ],
  ])('%s', async (_, ledger, rule, message) => {
    const { report, page } = await build(ledger);
    expect(report).toMatchObject({ verdict: 'pass', facts: { unread: 1, records: team.length } });
    expect(rules(report.findings)).toContain(rule);
    expect(page).toContain(message);
    expect(page).not.toContain('All of it was read');
  });

  test('a broken record alone is not an empty ledger', async () => {
    const { report, page } = await build(ledgerOf({ files: { 'by/serving/00/x@y.json': 'junk' } }));
    expect(rules(report.findings)).toEqual(['lineage/corrupt-record']);
    expect(page).not.toContain('The ledger is empty');
  });

  test('tags that cannot be read, and nobody to ask', async () => {
    const failing = () => Promise.reject(new UserError('git could not reach origin', { help: 'Log in.' }));
    const { report, page } = await build(ledgerOf({ branch: team }), { tags: failing });
    expect(report.findings.at(-1)).toMatchObject({ rule: 'board/tags-unread', help: 'Log in.' });
    expect(page).toContain('git could not reach origin');
    const { tags: _, ...without } = {
      tags: failing,
      ledger: ledgerOf({ branch: team }),
      write: () => Promise.resolve('x'),
      now: () => teamNow,
    };
    expect(rules((await buildDashboard(request, without)).findings)).toContain('board/tags-unread');
  });

  test('what trunk lacks of release lines waits for somebody, and what cannot be determined is reported', async () => {
    const lacks = branchRules['missing-on-trunk'].finding({
      message: 'main lacks 1a2b3c4d "Fix"',
      help: 'Pick it.',
    });
    const found = await build(ledgerOf({ branch: team }), { missing: async () => [lacks] });
    expect(rules(found.report.findings)).toContain('branch/missing-on-trunk');
    expect(found.page).toContain('main lacks 1a2b3c4d');
    const missing = () => Promise.reject(new UserError('only a part of the history', { help: 'Fetch it.' }));
    const untold = await build(ledgerOf({ branch: team }), { missing });
    expect(rules(untold.report.findings)).toContain('board/lines-unread');
    expect(untold.page).toContain('only a part of the history');
  });

  test('more records than one page is made from: the newest are read, and what serves', async () => {
    const snapshot = await ledgerOf({ branch: team }).snapshot();
    const { records, findings } = await boardRecords(snapshot, { most: 10, now: Date.now });
    const serves = ({ outputs }: LineageRecord) => outputs.some(({ kind }) => kind === 'serving');
    const newest = team.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, 10);
    const wanted = new Set([...newest, ...team.filter(serves)].map(({ id }) => id));
    expect(new Set(records.map(({ id }) => id))).toEqual(wanted);
    expect(records.filter(serves)).toHaveLength(5);
    expect(findings).toMatchObject([
      {
        rule: 'board/records-cut',
        message: `${wanted.size} of ${team.length} records were read, those since ${newest.at(-1)?.at.slice(0, 10)}; older merges, metrics, exemptions and versions are not here`,
      },
    ]);
  });
});

test('of two records of one id that of the branch counts, and the other is reported', async () => {
  const serving = (id: string) =>
    recordsOf([{ schema: 1, id: 'same', inputs: [], outputs: [{ kind: 'serving', id, service: 's' }] }]);
  const { report } = await build(ledgerOf({ branch: serving('svc-z'), inbox: serving('svc-a') }));
  expect(report.facts.serving).toMatchObject([{ id: 'svc-z' }]);
  expect(rules(report.findings)).toContain('lineage/conflicting-record');
  const again = await build(ledgerOf({ branch: serving('svc-z'), inbox: serving('svc-z') }));
  expect(rules(again.report.findings)).not.toContain('lineage/conflicting-record');
});

test('a chain is whole also where not all records are read', async () => {
  const snapshot = await ledgerOf({ branch: team }).snapshot();
  const { records, lookup } = await boardRecords(snapshot, { most: 1, now: Date.now });
  if (lookup === undefined) throw new Error('all were read');
  const more = { name: 'x', tags: [], unread: [], now: teamNow, settings: boardDefaults };
  const complete = async (own: object) =>
    (await buildBoard({ records, ...more, ...own })).services.shown.map((service) => service.complete);
  expect(await complete({ lookup })).toEqual([true, false]);
  expect(await complete({})).toEqual([false, false]);
  expect((await boardRecords(snapshot, { now: Date.now })).lookup).toBeUndefined();
});

test('requests are not read, however many there are', async () => {
  const requests = recordsOf(
    Array.from({ length: 50 }, (_, at) => ({
      schema: 1 as const,
      inputs: [{ kind: 'serving' as const, id: 'svc-qwen3-vl-v2.3.2' }],
      outputs: [{ kind: 'trace' as const, id: `trace-${at}` }],
    })),
  );
  const snapshot = await ledgerOf({ branch: [...team, ...requests] }).snapshot();
  expect((await boardRecords(snapshot, { now: Date.now })).records).toHaveLength(team.length);
});

test('an empty ledger gives a page that says how to begin', async () => {
  const { report, page } = await build(ledgerOf({}), { tags: () => Promise.resolve([]) });
  expect(report).toMatchObject({
    verdict: 'pass',
    findings: [{ rule: 'board/ledger-empty', severity: 'notice' }],
  });
  expect(page).toContain('The ledger is empty');
});

test('a ledger that cannot be read throws, and nothing is written', async () => {
  const ledger = { snapshot: () => Promise.reject(new UserError('no ledger')) };
  const write = () => Promise.reject(new Error('written'));
  await expect(build(ledger, { write })).rejects.toThrow('no ledger');
  const list = () => Promise.reject(new UserError('half of it is missing'));
  const broken = { snapshot: async () => ({ ...(await ledgerOf({ branch: team }).snapshot()), list }) };
  await expect(build(broken, { write })).rejects.toThrow('half of it is missing');
});

describe('the policy', () => {
  const policy = (text: string) => memoryTree({ '.github/model-gates.yml': text });
  test('tells tolerance, deadline, prefix, hotfix branches, trunk and how versions are compared', async () => {
    const text =
      'lineage: { correctors: { users: [ada] } }\ntrunk: develop\nregression: { tolerance: 1, unit: percent }\nhotfix: { evaluate-within-hours: 8, branches: ["rescue/*", "fire/**"] }\nversioning: { prefix: qwen3-vl/ }\ncompare: { metrics: ["wer:lower"], margin: 0.01 }\n';
    expect(await boardPolicy(policy(text), {})).toEqual({
      compare: { metrics: ['wer:lower'], margin: 0.01 },
      targets: [],
      lineage: { correctors: { users: ['ada'], teams: [] }, abandoned: [] },
      settings: {
        trunk: 'develop',
        tolerance: 1,
        unit: 'percent',
        owedHours: 8,
        feedbackMinutes: 10,
        roster: {},
        prefix: 'qwen3-vl/',
        hotfixBranches: ['rescue/', 'fire/'],
      },
      findings: [],
    });
  });

  test('none is the defaults, and what a person gives stands over it', async () => {
    expect((await boardPolicy(memoryTree({}), {})).settings).toEqual(boardDefaults);
    expect((await boardPolicy(policy('trunk: develop\n'), { trunk: 'main' })).settings.trunk).toBe('main');
    expect((await boardPolicy(undefined, { trunk: 'main' })).settings).toEqual({
      ...boardDefaults,
      trunk: 'main',
    });
  });

  test('with errors is reported, and the defaults hold', async () => {
    const { settings, findings } = await boardPolicy(policy('regression: { tolerence: 1 }\n'), {});
    expect(settings).toEqual(boardDefaults);
    expect(findings).toMatchObject([{ rule: 'board/policy-unread', severity: 'warning' }]);
  });
});

describe('the file', () => {
  test('is written whole into folders that are made for it, over an older page', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'a', 'b', 'index.html');
    expect(await writePage(file, 'old', folder)).toBe(file);
    await writePage(file, 'new', folder);
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readdirSync(path.dirname(file))).toEqual(['index.html']);
  });

  test.each(['../index.html', '/index.html'])('%s lies outside', async (name) => {
    const folder = path.join(temporaryFolder(), 'inside');
    mkdirSync(folder);
    await expect(writePage(path.resolve(folder, name), 'x', folder)).rejects.toThrow(
      /outside|cannot be written/,
    );
  });

  test.skipIf(process.platform === 'win32')('is never written through a link', async () => {
    const [inside, outside] = [temporaryFolder(), temporaryFolder()];
    symlinkSync(outside, path.join(inside, 'site'));
    await expect(writePage(path.join(inside, 'site', 'index.html'), 'x', inside)).rejects.toThrow('outside');
    writeFileSync(path.join(outside, 'kept.html'), 'kept');
    symlinkSync(path.join(outside, 'kept.html'), path.join(inside, 'index.html'));
    await expect(writePage(path.join(inside, 'index.html'), 'x', inside)).rejects.toThrow(
      'not a regular file',
    );
    expect(readFileSync(path.join(outside, 'kept.html'), 'utf8')).toBe('kept');
  });

  test('a folder of that name is not the place for it', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'index.html'));
    await expect(writePage(path.join(folder, 'index.html'), 'x')).rejects.toBeInstanceOf(UserError);
    expect(lstatSync(path.join(folder, 'index.html')).isDirectory()).toBe(true);
  });

  test('a folder that cannot be made is reported as advice', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'site'), '');
    await expect(writePage(path.join(folder, 'site', 'index.html'), 'x')).rejects.toBeInstanceOf(UserError);
  });
});
