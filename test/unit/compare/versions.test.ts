import { describe, expect, it, test } from 'vitest';
import { compareVersions } from '../../../src/compare/gate/compare-versions.ts';
import { compareDefaults, settingsBy } from '../../../src/compare/index.ts';
import { hashes } from '../../../src/lineage/gate/hashes.ts';
import { resultsPath } from '../../../src/lineage/index.ts';
import { readResults, recordedRows } from '../../../src/regression/index.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';
import { digest, link, sha } from '../lineage/support.ts';

/** Rows as the ledger keeps them: 400 samples, right where their number modulo 100 is below `right`. */
function rowsOf(right: number): { text: string; sha256: string; bytes: number } {
  const rows = Array.from({ length: 400 }, (_, at) => ({ id: `s${at}`, score: Number(at % 100 < right) }));
  const bytes = new TextEncoder().encode(rows.map((row) => JSON.stringify(row)).join('\n'));
  const kept = recordedRows(readResults([{ path: 'evals/a.jsonl', bytes }]));
  if ('text' in kept) return { text: kept.text, sha256: hashes.sha256(kept.text), bytes: kept.text.length };
  throw new Error('not kept');
}

interface Made {
  readonly version: string;
  readonly letter: string;
  readonly day: number;
  /** Of the evaluation of its weights; none where they were not evaluated. */
  readonly right?: number;
  readonly more?: object;
}

function recordsOf({ version, letter, day, right, more = {} }: Made) {
  const at = (hour: number): string => `2026-11-${day}T0${hour}:00:00Z`;
  const rows = right === undefined ? undefined : rowsOf(right);
  return [
    link(`commit ${sha(letter)}`, `job job-${version}`, { at: at(1), ...more }),
    link(`job job-${version}`, `weights w-${version} ${digest(letter)}`, {
      at: at(2),
      metrics: { train_loss: day / 10 },
    }),
    link(`weights w-${version} ${digest(letter)}`, `serving svc-${version}`, { at: at(3) }),
    ...(rows === undefined
      ? []
      : [
          link(`weights w-${version} ${digest(letter)}`, `evaluation eval-${version}`, {
            at: at(4),
            metrics: { score: (right ?? 0) / 100 },
            results: [
              { path: 'evals/a.jsonl', digest: `sha256:${rows.sha256}`, samples: 400, bytes: rows.bytes },
            ],
          }),
        ]),
  ];
}

function compare(baseline: string, candidate: string, ...made: readonly Made[]) {
  const files = Object.fromEntries(
    made.flatMap(({ right }) => {
      const rows = right === undefined ? undefined : rowsOf(right);
      return rows === undefined ? [] : [[resultsPath(rows.sha256), rows.text]];
    }),
  );
  const { ledger } = memoryLedger({ branch: made.flatMap(recordsOf), files });
  const request = { baseline, candidate, settings: compareDefaults };
  return compareVersions(request, { ledger, now: () => Date.parse('2026-11-29T00:00:00Z') });
}

const old: Made = {
  version: 'v1',
  letter: 'a',
  day: 10,
  right: 80,
  more: { parameters: { lr: 1e-5 }, dependencies: { torch: '2.9.0' } },
};
const better: Made = {
  version: 'v2',
  letter: 'b',
  day: 20,
  right: 85,
  more: {
    parameters: { lr: 2e-5 },
    dependencies: { torch: '2.9.1' },
    files: [{ role: 'data', path: 'data/train.jsonl', digest: digest('c') }],
  },
};

test('the policy names what decides, and what does not matter', () => {
  expect(settingsBy({ metrics: ['wer:lower'], margin: 0.005 })).toEqual({
    ...compareDefaults,
    metric: ['wer:lower'],
    margin: '0.005',
  });
  expect(settingsBy({ metrics: [] })).toEqual(compareDefaults);
});

describe('two versions of the ledger', () => {
  it('are compared on the results of what they were made from', async () => {
    const { facts, title, sections } = await compare('svc-v1', 'svc-v2', old, better);
    expect(facts).toMatchObject({
      verdict: 'better',
      metrics: [{ name: 'score', better: 20, worse: 0 }],
      versions: { baseline: { evaluated: { of: 'w-v1' } }, candidate: { evaluated: { of: 'w-v2' } } },
      differences: {
        parameters: [{ name: 'lr', before: 1e-5, after: 2e-5 }],
        packages: [{ name: 'torch', before: '2.9.0', after: '2.9.1' }],
        files: [{ name: 'data data/train.jsonl' }],
      },
    });
    expect(title).toMatch(/^svc-v2 against svc-v1: better; score \+0.0500/);
    expect(sections?.map((section) => section.title)).toEqual(
      expect.arrayContaining(['Metrics', 'What differs', 'Both chains']),
    );
  });

  it('stand in the order in which they were named, whichever came first', async () => {
    const { facts } = await compare('svc-v2', 'svc-v1', old, better);
    expect(facts).toMatchObject({
      verdict: 'worse',
      differences: { packages: [{ name: 'torch', before: '2.9.1', after: '2.9.0' }] },
      versions: { baseline: { id: 'svc-v2' }, candidate: { id: 'svc-v1' } },
    });
  });

  it('show their chains link by link', async () => {
    const { sections } = await compare('svc-v1', 'svc-v2', old, better);
    const chains = sections?.find(({ title }) => title === 'Both chains');
    const rows = chains?.kind === 'table' ? chains.rows : [];
    expect(rows.map(([kind, , , same]) => [kind, same])).toEqual([
      ['serving', 'no'],
      ['weights', 'no'],
      ['job', 'no'],
      ['commit', 'no'],
    ]);
  });

  it('are not compared where results are missing, and that is said', async () => {
    const { right: _right, ...unevaluated } = better;
    const { facts, findings, verdict } = await compare('svc-v1', 'svc-v2', old, unevaluated);
    expect(verdict).toBe('inconclusive');
    expect(facts).toMatchObject({
      verdict: 'keep-going',
      metrics: [{ name: 'train_loss', delta: 1, higherIsBetter: false }],
      versions: { candidate: { evaluated: null } },
    });
    expect(findings.find(({ rule }) => rule === 'compare/missing-data')?.message).toMatch(
      /recorded for svc-v2/,
    );
  });

  it('are void where one of them is not known', async () => {
    const { facts, verdict } = await compare('svc-v1', 'svc-v9', old, better);
    expect(verdict).toBe('inconclusive');
    expect(facts).toMatchObject({
      verdict: 'void',
      void: ['nothing in the ledger is called svc-v9'],
      sampleRatio: { p: null },
      metrics: [],
    });
  });
});
