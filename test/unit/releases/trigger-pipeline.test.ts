import { describe, expect, it, test } from 'vitest';
import { triggerPipeline, type Target } from '../../../src/releases/gate/trigger-pipeline.ts';
import type { DispatchPort, ListedRun } from '../../../src/ports/dispatches.ts';
import { identityOf } from '../../../src/releases/index.ts';
import { UserError } from '../../../src/kernel/user-error.ts';
import { createHash } from 'node:crypto';
import { rememberingLog } from '../../support/log.ts';
import { impatientClock } from '../../support/clock.ts';

const call = {
  schema: 1,
  pipeline: 'train',
  repository: 'acme/qwen3-vl',
  version: 'v2.3.1',
  git_ref: 'main',
  sha: 'a'.repeat(40),
  author: 'ada',
  pr_number: 89,
  config_digest: null,
  dependency_digest: null,
} as const;
const common = { repository: call.repository, inputs: {}, waitMs: 20_000, again: false };
const event = { kind: 'repository-event', ...common, eventType: 'train' } as const;
const workflow = { kind: 'workflow', ...common, workflow: 'train.yml', ref: 'main' } as const;

const keyOf = (target: string) => createHash('sha256').update(identityOf(call, target)).digest('hex');
const keys = {
  event: keyOf('acme/qwen3-vl#train'),
  workflow: keyOf('acme/qwen3-vl/.github/workflows/train.yml@main'),
};
const began = '2026-11-20T10:00:00Z';

/** A run named after the key of the event, unless it says otherwise. */
function run(runId: number, more: Partial<ListedRun> = {}): ListedRun {
  const url = `https://github.example/runs/${runId}`;
  return {
    runId,
    url,
    title: `train ${keys.event} ${keys.workflow}`,
    createdAt: '2026-11-20T10:05:00Z',
    ...more,
  };
}

const unnamed = { title: 'train' };
const badGateway = Object.assign(new UserError('could not start it: GitHub answered 502'), { unclear: true });
const unprocessable = Object.assign(new UserError('could not start it: GitHub answered 422'), {
  unclear: false,
});

interface World {
  /** What each look at the runs gives; the last one stands for all after it. */
  readonly looks?: readonly (readonly ListedRun[])[];
  readonly fails?: Error;
  readonly repeats?: string;
  readonly tells?: { readonly runId?: number };
  readonly file?: string;
  readonly blind?: boolean;
}

async function trigger(
  target: Target,
  { looks = [[]], fails, repeats, tells = {}, file, blind = false }: World,
) {
  const sent: unknown[] = [];
  let looked = 0;
  const send = (what: unknown) => {
    sent.push(what);
    return fails === undefined ? Promise.resolve() : Promise.reject(fails);
  };
  const dispatches: DispatchPort = {
    workflow: async (name, ref, inputs) => {
      await send({ name, ref, inputs });
      return tells;
    },
    repository: (name, payload) => send({ name, payload }),
    runs: () =>
      blind
        ? Promise.reject(new UserError('could not read the runs', { help: 'Add actions: read.' }))
        : Promise.resolve(looks[looked++] ?? looks.at(-1) ?? []),
    workflowFile: () => Promise.resolve(file === undefined ? undefined : Buffer.from(file)),
  };
  const report = await triggerPipeline(call, target, {
    log: rememberingLog(),
    send: () => Promise.reject(new Error('no platform is asked')),
    clock: impatientClock,
    repeats: () => Promise.resolve(repeats),
    dispatches: () => Promise.resolve(dispatches),
  });
  const { state, jobId } = report.facts;
  const rules = report.findings.map(({ rule }) => rule.replace('pipeline/', ''));
  const text = report.findings.map(({ message, help = '' }) => `${message} ${help}`).join('\n');
  return { sent, state, jobId, rules, text, verdict: report.verdict };
}

describe('what is sent is called started only where its run was seen', () => {
  test.each<[string, Target, World, string, string | null, string[]]>([
    ['an event whose run comes late', event, { looks: [[], [], [], [run(7)]] }, 'started', '7', []],
    [
      'an event beside a run of another key',
      event,
      { looks: [[], [run(8, { title: `train ${'0'.repeat(64)}` })], [run(9)]] },
      'started',
      '9',
      [],
    ],
    ['an event that nobody listens to', event, {}, 'sent', null, ['unseen']],
    ['an event by a token that sees no runs', event, { blind: true }, 'sent', null, ['unseen']],
    [
      'an event with a run that has no key',
      event,
      { looks: [[], [run(7, unnamed)]] },
      'sent',
      null,
      ['unseen'],
    ],
    ['a workflow whose run GitHub names', workflow, { tells: { runId: 5 } }, 'started', '5', []],
    ['a workflow on a server that names none', workflow, { looks: [[], [run(6)]] }, 'started', '6', []],
    ['a workflow on such a server, no run', workflow, {}, 'sent', null, ['unseen']],
    [
      'a workflow, and a 502 after the start',
      workflow,
      { fails: badGateway, looks: [[], [run(4)]] },
      'started',
      '4',
      [],
    ],
    ['a workflow, and a 502 with no run', workflow, { fails: badGateway }, 'sent', null, ['unclear']],
    ['an event, and a 502 with no run', event, { fails: badGateway }, 'sent', null, ['unclear']],
    [
      'a workflow that is refused',
      workflow,
      { fails: unprocessable },
      'refused',
      null,
      ['runtime/cannot-run'],
    ],
  ])('%s', async (_, target, world, state, jobId, rules) => {
    const one = await trigger(target, world);
    expect(one.sent).toHaveLength(1);
    expect({ ...one, sent: undefined, text: undefined }).toEqual({
      state,
      jobId,
      rules,
      verdict: { started: 'pass', sent: 'inconclusive', refused: 'fail' }[state],
    });
  });

  it('says where to look, never to run it again', async () => {
    const { text } = await trigger(workflow, { fails: badGateway, looks: [[], [run(4, unnamed)]] });
    expect(text).toContain('https://github.example/runs/4');
    expect(text).toContain(keys.workflow);
    expect(text).not.toContain('run the job again');
  });
});

describe('nothing is started twice', () => {
  test.each<[string, Target, World, string, string | null, string[]]>([
    ['a run with the key still runs', workflow, { looks: [[run(3)]] }, 'started', '3', ['already-started']],
    [
      'a run with the key succeeded',
      event,
      { looks: [[run(3, { conclusion: 'success' })]] },
      'started',
      '3',
      ['already-started'],
    ],
    ['two runs carry the key', event, { looks: [[run(4), run(3)]] }, 'started', '4', ['already-started']],
    [
      'it is repeated, and a run without a name may be its own',
      workflow,
      { repeats: began, looks: [[run(3, unnamed)]] },
      'sent',
      null,
      ['unclear'],
    ],
    [
      'it is repeated, and no run can be seen',
      event,
      { repeats: began, blind: true },
      'sent',
      null,
      ['unclear'],
    ],
  ])('%s', async (_, target, world, state, jobId, rules) => {
    const one = await trigger(target, { ...world, tells: { runId: 99 } });
    expect(one.sent).toEqual([]);
    expect([one.state, one.jobId, one.rules]).toEqual([state, jobId, rules]);
  });

  test.each<[string, World]>([
    ['the run with the key failed', { looks: [[run(3, { conclusion: 'failure' })]] }],
    ['it is repeated, and no run came since its first attempt', { repeats: began }],
    [
      'it is repeated, and the runs since have the keys of others',
      { repeats: began, looks: [[run(3, { title: `train ${'f'.repeat(64)}` })]] },
    ],
    [
      'it is repeated, and the run is older',
      { repeats: began, looks: [[run(3, { ...unnamed, createdAt: '2026-11-20T09:00:00Z' })]] },
    ],
  ])('but it is started where %s', async (_, world) => {
    const one = await trigger(workflow, { ...world, tells: { runId: 99 } });
    expect([one.sent.length, one.jobId]).toEqual([1, '99']);
  });

  it('unless it is asked for', async () => {
    const one = await trigger({ ...workflow, again: true }, { looks: [[run(3)]], tells: { runId: 99 } });
    expect([one.sent.length, one.jobId]).toEqual([1, '99']);
  });

  it('names both runs of one key', async () => {
    const { text } = await trigger(event, { looks: [[run(4), run(3)]] });
    expect(text).toContain(
      '2 runs have this key: https://github.example/runs/4, https://github.example/runs/3',
    );
  });
});

const declared = [
  'pipeline',
  'repository',
  'version',
  'git_ref',
  'sha',
  'author',
  'pr_number',
  'config_digest',
  'dependency_digest',
  'idempotency_key',
];
const receiver = (more: string, names = declared) =>
  `on:\n  workflow_dispatch:\n    inputs:\n${names.map((name) => `      ${name}: { type: string }\n`).join('')}${more}`;

describe('what the receiver would refuse is not sent', () => {
  test.each<[string, Target, string, string]>([
    ['no trigger', workflow, 'on: push\n', 'no `workflow_dispatch`'],
    ['other triggers', workflow, 'on: [push, workflow_call]\n', 'no `workflow_dispatch`'],
    ['no inputs', workflow, 'on: workflow_dispatch\n', 'does not declare pipeline'],
    ['a name less', workflow, receiver('', declared.slice(1)), 'does not declare pipeline'],
    [
      'an input that it requires',
      workflow,
      receiver('      cluster: { required: true }\n'),
      'requires cluster',
    ],
    [
      'a choice that it has not',
      { ...workflow, inputs: { cluster: 'z9' } },
      receiver('      cluster: { type: choice, options: [a3, h100] }\n'),
      'one of a3, h100, not "z9"',
    ],
    [
      'no boolean',
      { ...workflow, inputs: { dry: 'yes' } },
      receiver('      dry: { type: boolean }\n'),
      'true or false, not "yes"',
    ],
    [
      'no number',
      { ...workflow, inputs: { gpus: 'eight' } },
      receiver('      gpus: { type: number }\n'),
      'a number, not "eight"',
    ],
    [
      'an input that it has not',
      { ...workflow, inputs: { gpu: 8 } },
      receiver('      gpus: { type: number }\n'),
      'does not declare gpu',
    ],
    ['no YAML', workflow, 'on: {workflow_dispatch:\njobs: [', 'cannot be read, line'],
    ['a list', workflow, '- on\n', 'no `workflow_dispatch`'],
    ['too many inputs', { ...workflow, inputs: many(16) }, receiver(''), '26 inputs are more than the 25'],
    [
      'too long inputs',
      { ...workflow, inputs: { notes: 'x'.repeat(66_000) } },
      receiver(''),
      'more than the 65535',
    ],
    ['too many properties', { ...event, inputs: many(10) }, '', '11 properties'],
    ['too long an event', { ...event, eventType: 'e'.repeat(101) }, '', 'longer than 100'],
  ])('%s', async (_, target, file, words) => {
    const one = await trigger(target, { file });
    expect(one.sent).toEqual([]);
    expect([one.state, one.verdict]).toEqual(['refused', 'fail']);
    expect(one.rules).toEqual(one.rules.map(() => 'bad-inputs'));
    expect(one.text).toContain(words);
  });

  test.each<[string, Target, string | undefined]>([
    ['all that it takes', workflow, receiver('')],
    [
      'its own inputs too',
      { ...workflow, inputs: { Cluster: 'a3', gpus: 8, dry: true } },
      receiver(
        '      cluster: { type: choice, options: [a3], required: true }\n      gpus: { type: number }\n      dry: { type: boolean }\n',
      ),
    ],
    [
      'a required input with a default',
      workflow,
      receiver('      cluster: { required: true, default: a3 }\n'),
    ],
    ['a file that the token may not read', workflow, undefined],
  ])('%s is sent', async (_, target, file) => {
    const one = await trigger(target, { ...(file === undefined ? {} : { file }), tells: { runId: 1 } });
    expect([one.state, one.sent.length]).toEqual(['started', 1]);
  });
});

function many(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`own${at}`, 'x']));
}
