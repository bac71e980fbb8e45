import { describe, expect, test } from 'vitest';
import { boardDefaults } from '../../../src/board/index.ts';
import { withNewWeights } from '../../../src/board/gate/new-weights.ts';
import { emptyPolicy } from '../../../src/policy/index.ts';
import { UserError } from '../../../src/kernel/user-error.ts';
import { makeReport } from '../../../src/report/make.ts';
import { buildDashboard } from '../../../src/board/gate/build-dashboard.ts';
import type { DashboardPorts } from '../../../src/board/gate/dashboard-ports.ts';
import { hashes } from '../../../src/lineage/gate/hashes.ts';
import { resultsPath, type RecordDraft } from '../../../src/lineage/index.ts';
import { readResults, recordedRows } from '../../../src/regression/index.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';
import { recordsOf, shaOf, teamDrafts, teamNow, teamUrl } from '../../support/team-ledger.ts';
import { boardOf } from './support.ts';

function weights(id: string, days: number): RecordDraft {
  return {
    schema: 1,
    inputs: [{ kind: 'commit', id: shaOf('merge-207') }],
    outputs: [{ kind: 'weights', id }],
    at: new Date(teamNow - days * 86_400_000).toISOString(),
    by: 'trainer',
    pr_number: 207,
  };
}

const newest = weights('qwen3-vl-30b-sft-207', 0.5);

describe('candidates', () => {
  test.each<[what: string, drafts: RecordDraft[], expected: [id: string, against: string][]]>([
    ['none before anything serves', [newest], []],
    ['none that were trained before what serves', [...teamDrafts(), weights('qwen3-vl-30b-sft-190', 40)], []],
    [
      'the newest weights, against their own service',
      [...teamDrafts(), newest],
      [['qwen3-vl-30b-sft-207', 'svc-qwen3-vl-v2.3.2']],
    ],
    [
      'those of another line, against theirs',
      [...teamDrafts(), weights('qwen3-vl-8b-sft-207', 1), newest],
      [
        ['qwen3-vl-30b-sft-207', 'svc-qwen3-vl-v2.3.2'],
        ['qwen3-vl-8b-sft-207', 'svc-qwen3-vl-batch-v2.3.0'],
      ],
    ],
  ])('%s', async (_what, drafts, expected) => {
    const { candidates } = await boardOf(drafts);
    expect(candidates.shown.map(({ id, against }) => [id, against])).toEqual(expected);
  });
});

/** The evaluation of weights, right on the samples whose number modulo 100 is below `right`. */
function evaluated(id: string, right: number): { draft: RecordDraft; file: [string, string] } {
  const rows = Array.from({ length: 400 }, (_, at) => ({
    id: `s${at}`,
    score: Number(at % 100 < right),
    slices: { task: at % 2 === 0 ? 'doc' : 'chart' },
  }));
  const bytes = new TextEncoder().encode(rows.map((row) => JSON.stringify(row)).join('\n'));
  const kept = recordedRows(readResults([{ path: 'evals/a.jsonl', bytes }]));
  if (!('text' in kept)) throw new Error('not kept');
  const sha256 = hashes.sha256(kept.text);
  const results = [
    { path: 'evals/a.jsonl', digest: `sha256:${sha256}`, samples: 400, bytes: kept.text.length },
  ];
  const draft: RecordDraft = {
    schema: 1,
    inputs: [{ kind: 'weights', id }],
    outputs: [{ kind: 'evaluation', id: `rows-${id}` }],
    at: new Date(teamNow - 3_600_000).toISOString(),
    results,
  };
  return { draft, file: [resultsPath(sha256), kept.text] };
}

const dashboard = (files: Readonly<Record<string, string>>, ...drafts: readonly RecordDraft[]) =>
  dashboardWith({}, files, drafts);

async function dashboardWith(
  more: Partial<DashboardPorts>,
  files: Readonly<Record<string, string>>,
  drafts: readonly RecordDraft[],
  compare = emptyPolicy.compare,
) {
  const { ledger } = memoryLedger({ branch: recordsOf([...teamDrafts(), newest, ...drafts]), files });
  const written = new Map<string, string>();
  const report = await buildDashboard(
    { name: 'vision/qwen3-vl', url: teamUrl, settings: boardDefaults, compare },
    {
      ledger,
      tags: () => Promise.resolve([]),
      write: (page) => Promise.resolve((written.set('index.html', page), 'index.html')),
      beside: (name, page) => Promise.resolve(written.set(name, page)),
      now: () => teamNow,
      ...more,
    },
  );
  return { report, written };
}

describe('pages beside the board', () => {
  const page = 'compare/qwen3-vl-30b-sft-207-1.html';

  test('compare a candidate with what serves, and the board leads there', async () => {
    const [before, after] = [evaluated('qwen3-vl-30b-sft-305', 80), evaluated('qwen3-vl-30b-sft-207', 86)];
    const { report, written } = await dashboard(
      Object.fromEntries([before.file, after.file]),
      before.draft,
      after.draft,
    );
    expect(report.facts.candidates).toMatchObject([{ verdict: 'better', page }]);
    expect([...written.keys()]).toEqual([
      page,
      'history.html',
      'feed.xml',
      'badge.svg',
      'board.json',
      'index.html',
    ]);
    expect(written.get('index.html')).toContain(`<a href="./${page}">`);
    expect(written.get(page)).toMatch(/<svg class="interval better"/);
    expect(written.get(page)).toContain('Both chains');
    // Line 92 of the rows is line 93 of the ledger's file, which begins with a line about the whole.
    const [, text] = after.file;
    expect(JSON.parse(text.split('\n')[92] ?? '')).toMatchObject({ id: 's180' });
    const where = `${teamUrl}/blob/${'f'.repeat(40)}/${after.file[0]}#L93`;
    expect(written.get(page)).toContain(`<a href="${where}"`);
  });

  test('say what differs in code, where a clone is at hand, which is opened for a candidate only', async () => {
    const [before, after] = [evaluated('qwen3-vl-30b-sft-305', 80), evaluated('qwen3-vl-30b-sft-207', 86)];
    const asked: string[] = [];
    const compare = (from: string, to: string) => {
      asked.push(from, to);
      return Promise.reject(new UserError('the commits are not here', { help: 'Fetch them.' }));
    };
    const files = Object.fromEntries([before.file, after.file]);
    const ports = { code: () => Promise.resolve({ compare }) };
    const { written } = await dashboardWith(ports, files, [before.draft, after.draft]);
    expect(asked).toHaveLength(2);
    expect(written.get(page)).toContain('the commits are not here');
  });

  test('are judged by the metrics of the policy', async () => {
    const [before, after] = [evaluated('qwen3-vl-30b-sft-305', 80), evaluated('qwen3-vl-30b-sft-207', 86)];
    const files = Object.fromEntries([before.file, after.file]);
    const drafts = [before.draft, after.draft];
    const lower = await dashboardWith({}, files, drafts, { metrics: ['score:lower'] });
    expect(lower.report.facts.candidates).toMatchObject([{ verdict: 'worse' }]);
  });

  test('say which results are missing', async () => {
    const { report, written } = await dashboard({});
    expect(report.facts.candidates).toMatchObject([{ verdict: 'keep-going', page }]);
    expect(written.get(page)).toContain('compare/missing-data');
  });

  test('leave the board whole where a comparison cannot be made', async () => {
    const { draft } = evaluated('qwen3-vl-30b-sft-207', 86);
    const { report, written } = await dashboard({}, draft);
    expect(report.facts.candidates).toMatchObject([{ verdict: null, page: null }]);
    expect(report.findings.map(({ rule }) => rule)).toContain('board/not-compared');
    expect([...written.keys()]).toEqual([
      'history.html',
      'feed.xml',
      'badge.svg',
      'board.json',
      'index.html',
    ]);
  });
});

describe('weights that were just recorded', () => {
  const recorded = async (files: Readonly<Record<string, string>>, drafts: readonly RecordDraft[]) => {
    const { snapshot } = memoryLedger({ branch: recordsOf(drafts), files });
    const report = makeReport({ gate: 'record-lineage', title: 'Recorded', facts: {} });
    return withNewWeights(report, ['qwen3-vl-30b-sft-207'], {
      snapshot,
      by: emptyPolicy.compare,
      now: () => teamNow,
    });
  };

  test('are compared with what serves at once', async () => {
    const [before, after] = [evaluated('qwen3-vl-30b-sft-305', 80), evaluated('qwen3-vl-30b-sft-207', 86)];
    const { facts, sections, verdict } = await recorded(Object.fromEntries([before.file, after.file]), [
      ...teamDrafts(),
      newest,
      before.draft,
      after.draft,
    ]);
    expect(verdict).toBe('pass');
    expect(facts.comparisons).toMatchObject([{ against: 'svc-qwen3-vl-v2.3.2', verdict: 'better' }]);
    expect(sections?.map(({ title }) => title)).toEqual(['Against what serves']);
  });

  test('say what is missing, and fail nothing', async () => {
    const { facts, findings, verdict } = await recorded({}, [...teamDrafts(), newest]);
    expect(verdict).toBe('pass');
    expect(facts.comparisons).toMatchObject([{ verdict: 'keep-going' }]);
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringContaining('recorded for serving:svc-qwen3-vl-v2.3.2'),
      expect.stringContaining('recorded for weights:qwen3-vl-30b-sft-207'),
    ]);
  });

  test('wait for something that serves', async () => {
    const { facts, findings } = await recorded({}, [newest]);
    expect(facts.comparisons).toEqual([]);
    expect(findings.map(({ message }) => message)).toEqual([
      'qwen3-vl-30b-sft-207 was not compared with what serves: nothing serves yet',
    ]);
  });
});
