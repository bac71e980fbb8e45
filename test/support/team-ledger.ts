/** The ledger of a team that trains Qwen3-VL: two months of merges, trainings and deploys, the same each time. */
import { openLedger } from '../../src/git/index.ts';
import { hashes } from '../../src/lineage/gate/hashes.ts';
import { compactInbox } from '../../src/lineage/gate/compact.ts';
import { prepareRecords } from '../../src/lineage/gate/prepare.ts';
import { appendRecords } from '../../src/lineage/gate/record.ts';
import { completeRecord, type LineageRecord, type RecordDraft } from '../../src/lineage/index.ts';
import { rememberingLog } from './log.ts';
import { impatientClock } from './clock.ts';

/** When the board is made. */
export const teamNow = Date.parse('2026-11-22T06:30:00Z');
export const teamUrl = 'https://git.example/vision/qwen3-vl';

const people = ['ada', 'brahim', 'chen', 'dilnoza', 'esi'];
const repository = 'vision/qwen3-vl';

/** A SHA-like name that is always the same. */
export function shaOf(name: string): string {
  return hashes.sha1(name);
}

function digestOf(name: string): string {
  return `sha256:${hashes.sha256(name)}`;
}

function daysBefore(days: number, minutes = 0): string {
  return new Date(teamNow - days * 86_400_000 + minutes * 60_000).toISOString();
}

interface MergeFacts {
  readonly pull: number;
  readonly days: number;
  readonly ref?: string;
}

/** Oldest first: two months of merges, one or two a day. */
const merges: readonly MergeFacts[] = Array.from({ length: 38 }, (_, at) => ({
  pull: 171 + at,
  days: 57 - at * 1.5,
}));

function noise(at: number, salt: string): number {
  return Number.parseInt(hashes.sha1(`${salt}${at}`).slice(0, 6), 16) / 0xffffff - 0.5;
}

function metricsAt(at: number): Record<string, number> {
  const round = (value: number, digits: number) => Number(value.toFixed(digits));
  return {
    docvqa_f1: round(0.8712 + at * 0.00024 + noise(at, 'd') * 0.004, 4),
    chartqa_acc: round(0.8325 + (at > 22 ? (22 - at) * 0.0007 : 0) + noise(at, 'c') * 0.005, 4),
    mmmu_acc: round(0.6108 + at * 0.00012 + noise(at, 'm') * 0.006, 4),
    ttft_ms: round(318 - at * 0.4 + noise(at, 't') * 9, 1),
  };
}

type Verdicts = NonNullable<RecordDraft['verdicts']>;

function verdictsAt(at: number): Verdicts {
  const regression: Verdicts[number] =
    at === 31
      ? {
          gate: 'regression-gate',
          verdict: 'exempt',
          title: 'Not run: the label skip-full-eval',
          exempted_by: 'mei',
          exempted_at: daysBefore(10.6),
          exempted_sha: shaOf('head-202'),
          reason: 'tokenizer cache only, evaluated last night on the same weights',
        }
      : at === 35
        ? {
            gate: 'regression-gate',
            verdict: 'inconclusive',
            title: 'docvqa_f1 fell 0.6 points, 95 % interval −1.9 to +0.7, on 500 paired samples',
          }
        : {
            gate: 'regression-gate',
            verdict: 'pass',
            title: 'docvqa_f1 rose 0.1 points, 95 % interval −0.4 to +0.6, on 1,000 paired samples',
          };
  return [
    { gate: 'validate-model-config', verdict: 'pass', title: '1 config, 31,070,754,032 parameters' },
    {
      gate: 'detect-dep-drift',
      verdict: at % 6 === 0 ? 'pass' : 'skipped',
      title: 'No watched package moved',
    },
    regression,
  ];
}

function mergeRecords(): RecordDraft[] {
  return merges.map(({ pull, days }, at) => ({
    schema: 1,
    inputs: [{ kind: 'commit', id: shaOf(`merge-${pull}`) }],
    outputs: [{ kind: 'verdict', id: `verdict-${pull}` }],
    at: daysBefore(days),
    by: 'github-actions',
    git_ref: 'refs/heads/main',
    author: people[at % people.length] ?? 'ada',
    pr_number: pull,
    repository,
    run: { id: `91${pull}`, url: `${teamUrl}/actions/runs/91${pull}`, workflow: 'merge' },
    verdicts: verdictsAt(at),
    ...(at === 31 || at === 36 ? {} : { metrics: metricsAt(at) }),
  }));
}

/** Image, job, weights and deploy of a version; `without` leaves a link out. */
function release(
  version: string,
  pull: number,
  days: number,
  more: { service: string; replaces?: string; model?: string; without?: 'job' },
): RecordDraft[] {
  const { service, replaces, model = 'qwen3-vl-30b-sft', without } = more;
  const commit = { kind: 'commit' as const, id: shaOf(`merge-${pull}`) };
  const image = { kind: 'image' as const, id: `qwen3-vl:pr-${pull}`, digest: digestOf(`image-${pull}`) };
  const job = { kind: 'job' as const, id: `job-77${pull}` };
  const weights = { kind: 'weights' as const, id: `${model}-${pull}`, digest: digestOf(`${model}${pull}`) };
  const common = {
    schema: 1 as const,
    git_ref: version,
    author: pull > 300 ? 'chen' : (people[(pull - 171) % people.length] ?? 'ada'),
    pr_number: pull,
    repository,
  };
  const records: RecordDraft[] = [
    { ...common, inputs: [commit], outputs: [image], at: daysBefore(days, 12), by: 'github-actions' },
    {
      ...common,
      inputs: [commit, image],
      outputs: [job],
      at: daysBefore(days, 40),
      by: 'trainer',
      command: 'torchrun --nproc-per-node 8 train.py configs/qwen3_vl_30b.yaml',
      seed: 17,
    },
    {
      ...common,
      inputs: [job],
      outputs: [weights],
      at: daysBefore(days, 1300),
      by: 'trainer',
      metrics: { train_loss: 0.8421 },
    },
    {
      ...common,
      inputs: [weights],
      outputs: [{ kind: 'evaluation', id: `eval-${model}-${pull}` }],
      at: daysBefore(days, 1390),
      by: 'evaluator',
      metrics: metricsAt(Math.min(pull - 171, 37)),
    },
    {
      ...common,
      inputs: [weights],
      outputs: [{ kind: 'serving', id: `svc-${service}-${version}`, service }],
      at: daysBefore(days, 1500),
      by: 'deploy-bot',
      run: { id: `95${pull}`, url: `${teamUrl}/actions/runs/95${pull}`, workflow: 'deploy' },
      ...(replaces === undefined ? {} : { replaces }),
    },
  ];
  return records.filter(({ outputs }) => without === undefined || outputs[0]?.kind !== without);
}

/** A hotfix that went in without its evaluation, and one that was evaluated the day after. */
function hotfixes(): RecordDraft[] {
  const judged = (pull: number, ref: string, days: number): RecordDraft => ({
    schema: 1,
    inputs: [{ kind: 'commit', id: shaOf(`merge-${pull}`) }],
    outputs: [{ kind: 'verdict', id: `verdict-${pull}` }],
    at: daysBefore(days),
    by: 'github-actions',
    git_ref: ref,
    author: 'chen',
    pr_number: pull,
    repository,
    run: { id: `91${pull}`, url: `${teamUrl}/actions/runs/91${pull}`, workflow: 'hotfix' },
    parameters: {
      evaluate_by: daysBefore(days - 1),
      hotfix_minutes: pull === 301 ? '24.5' : '37',
      evaluation_issue: String(pull + 2),
    },
    verdicts: [
      { gate: 'validate-model-config', verdict: 'pass', title: '1 config, 31,070,754,032 parameters' },
      { gate: 'detect-dep-drift', verdict: 'pass', title: 'No watched package moved' },
      {
        gate: 'regression-gate',
        verdict: 'exempt',
        title: 'Not run: hotfix approved by mei',
        exempted_by: 'mei',
        reason: 'empty answers on images wider than 4,096 pixels',
      },
    ],
  });
  return [
    judged(301, 'refs/heads/release/v2.3', 9),
    {
      schema: 1,
      inputs: [{ kind: 'commit', id: shaOf('merge-301') }],
      outputs: [{ kind: 'verdict', id: 'verdict-301-late' }],
      at: daysBefore(8.3),
      by: 'github-actions',
      git_ref: 'refs/heads/release/v2.3',
      pr_number: 301,
      verdicts: [{ gate: 'regression-gate', verdict: 'pass', title: 'docvqa_f1 rose 0.2 points' }],
      metrics: { docvqa_f1: 0.8791 },
    },
    judged(305, 'refs/heads/release/v2.3', 1.4),
  ];
}

export function teamDrafts(): RecordDraft[] {
  return [
    ...mergeRecords(),
    ...hotfixes(),
    ...release('v2.2.0', 180, 44, { service: 'qwen3-vl' }),
    ...release('v2.3.0', 193, 24, { service: 'qwen3-vl', replaces: 'svc-qwen3-vl-v2.2.0' }),
    ...release('v2.3.1', 301, 9.4, { service: 'qwen3-vl', replaces: 'svc-qwen3-vl-v2.3.0' }),
    ...release('v2.3.2', 305, 2.2, { service: 'qwen3-vl', replaces: 'svc-qwen3-vl-v2.3.1' }),
    ...release('v2.3.0', 196, 20, { service: 'qwen3-vl-batch', model: 'qwen3-vl-8b-sft', without: 'job' }),
  ];
}

export const teamTags = [
  { name: 'v2.2.0', sha: shaOf('merge-180') },
  { name: 'v2.3.0', sha: shaOf('merge-193') },
  { name: 'v2.3.1', sha: shaOf('merge-301') },
  { name: 'v2.3.2', sha: shaOf('merge-305') },
  { name: 'v2.4.0-rc.1', sha: shaOf('merge-207') },
  { name: 'nightly', sha: shaOf('merge-208') },
];

/** Records as the ledger would give them. */
export function recordsOf(drafts: readonly RecordDraft[]): LineageRecord[] {
  return drafts.map((draft) => completeRecord(draft, { at: daysBefore(0), by: 'somebody' }, hashes));
}

/** Writes drafts into the ledger of a git remote, with the ledger's own writer. */
export async function writeLedger(
  remote: string,
  drafts: readonly unknown[],
  { compact = true }: { readonly compact?: boolean } = {},
): Promise<void> {
  const ledger = await openLedger({ cwd: remote, log: rememberingLog(), remote });
  try {
    const prepared = prepareRecords([...drafts], { at: daysBefore(0), by: 'somebody' });
    const report = await appendRecords(prepared, ledger);
    if (report.verdict !== 'pass') throw new Error(report.title);
    if (compact) await compactInbox(ledger, { log: rememberingLog(), clock: impatientClock });
  } finally {
    await ledger.close();
  }
}
