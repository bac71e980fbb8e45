import { describe, expect, test } from 'vitest';
import { promote, type PromotionRequest } from '../../src/promotion/gate/promote.ts';
import { messageOf } from '../../src/promotion/message.ts';
import { standingOf } from '../../src/promotion/standing.ts';
import type { SignatureCheck } from '../../src/ports/signatures.ts';
import type { OwedEvaluation } from '../../src/report/owed-evaluation.ts';
import { UserError } from '../../src/kernel/user-error.ts';
import {
  digest,
  file,
  manifest,
  scene,
  serving,
  sha,
  targetOf,
  versionRecords,
  type VersionParts,
} from '../support/promotion.ts';

interface Attempt {
  readonly records?: readonly object[];
  readonly request?: Partial<PromotionRequest>;
  readonly ports?: object;
}

const weights = (id: string, more: object = {}) => ({ kind: 'weights', id, ...more });
const job = (id: string) => ({ kind: 'job', id });
const parts = (more: VersionParts): Attempt => ({ records: versionRecords('w2', more) });
const verdicts = (...all: readonly object[]): Attempt => parts({ verdicts: all.map((one) => ({ ...one })) });
const more = (...all: readonly object[]): Attempt => parts({ more: all });
const owes = (one: Partial<OwedEvaluation>): object => ({
  owed: () =>
    Promise.resolve([{ sha: sha('trunk'), branch: 'main', due: '2026-11-21', state: 'owed', ...one }]),
});
const target = (requires: readonly string[]): Partial<PromotionRequest> => ({
  target: targetOf({ requires }),
});
const says = (name: string, state: string) => ({
  [name]: () => Promise.resolve({ state, says: `it is ${state}` }),
});

/** Weights with a signature in their record, and what becomes of it. */
const signed = (state: SignatureCheck['state'], request: object = {}): Attempt => ({
  records: versionRecords('w2', { more: [{ ...made, signatures: ['{}'] }] }),
  request: { ...target(['regression-gate', 'signature']), ...request },
  ports: { signatures: { check: () => Promise.resolve({ state, says: `it is ${state}` }) } },
});
const made = { inputs: [job('job-w2')], outputs: [weights('w2', { digest: digest('w2') })], note: 'signed' };

const broken: readonly (readonly [string, Attempt])[] = [
  ['no record', { records: [] }],
  [
    'weights that nothing made',
    { records: [{ inputs: [weights('w2')], outputs: [{ kind: 'evaluation', id: 'e' }] }] },
  ],
  ['a job without a commit', parts({ commit: undefined })],
  [
    'a job that only an image made',
    {
      records: [
        ...versionRecords('w2', { commit: undefined }),
        { inputs: [{ kind: 'image', id: 'train:1' }], outputs: [job('job-w2')] },
      ],
    },
  ],
  ['a commit that no branch of record has', parts({ commit: sha('elsewhere') })],
  [
    'two commits, one of which is elsewhere',
    more({ inputs: [{ kind: 'commit', id: sha('elsewhere') }], outputs: [job('job-w2')] }),
  ],
  [
    'two jobs that made it',
    more({ inputs: [job('job-9')], outputs: [weights('w2', { digest: digest('w2') })] }),
  ],
  ['a commit of which nobody can tell', { ports: { commits: undefined } }],
  [
    'a clone that cannot be asked',
    { ports: { commits: { describe: () => Promise.reject(new UserError('no such commit')) } } },
  ],
  [
    'a commit that is said to be elsewhere',
    { ports: { commits: { describe: () => Promise.resolve({ merged: false }) } } },
  ],
  ['a commit whose branch is not given', { ports: { commits: { describe: () => Promise.resolve({}) } } }],
  [
    'a circle',
    {
      records: [
        ...versionRecords('w2', { commit: undefined }),
        { inputs: [weights('w2', { digest: digest('w2') })], outputs: [job('job-w2')] },
      ],
    },
  ],
  ['a name that is not an artifact', { request: { version: 'job-none' } }],
  ['a commit that made nothing', { request: { version: sha('nothing') } }],
  ['a service instead of a version', { request: { version: 'other-service' } }],
  ['a name with a kind that it is not', { request: { version: 'image:w2' } }],
  ['an empty name', { request: { version: '' } }],
  ['a name of another case', { request: { version: 'W2' } }],
  ['a name that looks alike', { request: { version: 'ԝ2' } }],
  ['a path for a name', { request: { version: '../../w2' } }],
];

const failed: readonly (readonly [string, Attempt])[] = [
  ['no verdict', verdicts()],
  ['a fail', verdicts({ verdict: 'fail' })],
  ['an inconclusive', verdicts({ verdict: 'inconclusive' })],
  ['a skip', verdicts({ verdict: 'skipped' })],
  ['a pass, then a fail', verdicts({ verdict: 'pass' }, { verdict: 'fail' })],
  ['an exemption, then a fail', verdicts({ verdict: 'exempt', exempted_by: 'grace' }, { verdict: 'fail' })],
  ['a pass of another gate', verdicts({ gate: 'detect-dep-drift', verdict: 'pass' })],
  ['a pass of a gate with a longer name', verdicts({ gate: 'regression-gate-2', verdict: 'pass' })],
  [
    'a pass on another commit',
    parts({
      verdicts: [],
      more: [
        {
          inputs: [{ kind: 'commit', id: sha('other') }],
          outputs: [{ kind: 'verdict', id: 'v' }],
          verdicts: [{ gate: 'regression-gate', verdict: 'pass' }],
        },
      ],
    }),
  ],
  [
    'a pass on other weights',
    parts({
      verdicts: [],
      more: [
        {
          inputs: [weights('w1', { digest: digest('w1') })],
          outputs: [{ kind: 'verdict', id: 'v' }],
          verdicts: [{ gate: 'regression-gate', verdict: 'pass' }],
        },
      ],
    }),
  ],
  [
    'a pass on weights of this name with another digest',
    parts({
      verdicts: [],
      more: [
        {
          inputs: [weights('w2', { digest: digest('x') })],
          outputs: [{ kind: 'verdict', id: 'v' }],
          verdicts: [{ gate: 'regression-gate', verdict: 'pass' }],
        },
      ],
    }),
  ],
  [
    'a fail on the weights beside a pass on the commit',
    more({
      at: '2026-11-20T11:00:00Z',
      inputs: [weights('w2', { digest: digest('w2') })],
      outputs: [{ kind: 'verdict', id: 'v' }],
      verdicts: [{ gate: 'regression-gate', verdict: 'fail' }],
    }),
  ],
  ['one gate of two', { request: target(['regression-gate', 'validate-model-config']) }],
  ['no evaluation', parts({ evaluated: 'none' })],
  [
    'an evaluation of another version',
    parts({
      evaluated: 'none',
      more: [
        { inputs: [weights('w1', { digest: digest('w1') })], outputs: [{ kind: 'evaluation', id: 'e' }] },
      ],
    }),
  ],
  [
    'an evaluation of the commit alone',
    parts({
      evaluated: 'none',
      more: [{ inputs: [{ kind: 'commit', id: sha('trunk') }], outputs: [{ kind: 'evaluation', id: 'e' }] }],
    }),
  ],
  [
    'an evaluation of the job alone',
    parts({
      evaluated: 'none',
      more: [{ inputs: [job('job-w2')], outputs: [{ kind: 'evaluation', id: 'e' }] }],
    }),
  ],
];

const unpaid: readonly (readonly [string, Attempt])[] = [
  ['an evaluation that is owed', { ports: owes({}) }],
  ['one that is overdue', { ports: owes({ state: 'overdue' }) }],
  ['one that was paid with a fail', { ports: owes({ state: 'paid', verdict: 'fail' }) }],
  [
    'an exemption whose evaluation is owed',
    { ...verdicts({ verdict: 'exempt', exempted_by: 'grace' }), ports: owes({}) },
  ],
  [
    'a ledger of debts that cannot be read',
    { ports: { owed: () => Promise.reject(new UserError('no network')) } },
  ],
];

const altered: readonly (readonly [string, Attempt])[] = [
  ['no digest', parts({ digest: undefined })],
  ['a digest that differs from what is deployed', { request: { digest: digest('x') } }],
  [
    'one that differs in its last digit',
    { request: { digest: `${digest('w2').slice(0, -1)}${digest('w2').endsWith('0') ? '1' : '0'}` } },
  ],
  ['one of another algorithm', { request: { digest: digest('w2').replace('sha256', 'sha512') } }],
  [
    'two digests of one name',
    more({ inputs: [job('job-w2')], outputs: [weights('w2', { digest: digest('x') })] }),
  ],
  ['an evaluation of another digest', parts({ evaluated: digest('x') })],
  ['a digest that only the evaluation has', parts({ digest: undefined, evaluated: digest('w2') })],
  ['no signature', { request: target(['regression-gate', 'signature']) }],
  ['a signature that nobody can verify', { ...signed('verified'), ports: {} }],
  ['a bad signature', signed('broken')],
  ['a signature of somebody else', signed('untrusted')],
  [
    'a signature of another version',
    {
      ...signed('verified'),
      records: [
        ...versionRecords('w2'),
        ...versionRecords('w3', {
          more: [
            {
              ...made,
              inputs: [job('job-w3')],
              outputs: [weights('w3', { digest: digest('w3') })],
              signatures: ['{}'],
            },
          ],
        }),
      ],
    },
  ],
  ['no comparison', { request: target(['regression-gate', 'comparison']) }],
  [
    'a comparison that it loses',
    { request: target(['regression-gate', 'comparison']), ports: says('comparison', 'wrong') },
  ],
  ['records that GitHub does not confirm', { request: target(['regression-gate', 'verified']) }],
];

const forced: readonly (readonly [string, Attempt])[] = [
  ['nobody', { ...verdicts(), request: { force: { by: '', reason: 'now' } } }],
  ['a stranger', { ...verdicts(), request: { force: { by: 'mallory', reason: 'now' } } }],
  ['a name that looks alike', { ...verdicts(), request: { force: { by: 'grасe', reason: 'now' } } }],
  ['an approver without a reason', { ...verdicts(), request: { force: { by: 'grace', reason: ' ' } } }],
  [
    'an approver over a fail',
    { ...verdicts({ verdict: 'fail' }), request: { force: { by: 'grace', reason: 'now' } } },
  ],
  [
    'an approver over another digest',
    { request: { digest: digest('x'), force: { by: 'grace', reason: 'now' } } },
  ],
  ['an approver over a bad signature', signed('broken', { force: { by: 'grace', reason: 'now' } })],
  [
    'an approver over a commit elsewhere',
    { ...parts({ commit: sha('elsewhere') }), request: { force: { by: 'grace', reason: 'now' } } },
  ],
  [
    'an approver over a failed debt',
    { ports: owes({ state: 'paid', verdict: 'fail' }), request: { force: { by: 'grace', reason: 'now' } } },
  ],
  [
    'an approver over two origins',
    {
      ...more({ inputs: [job('job-9')], outputs: [weights('w2', { digest: digest('w2') })] }),
      request: { force: { by: 'grace', reason: 'now' } },
    },
  ],
  [
    'an approver of a target that names none',
    {
      ...verdicts(),
      request: { target: targetOf({ approvers: [] }), force: { by: 'grace', reason: 'now' } },
    },
  ],
];

async function attempted({ records, request = {}, ports = {} }: Attempt) {
  const one = scene(records);
  const report = await promote(
    { version: 'w2', target: targetOf(), dryRun: false, ...request },
    one.ports(ports),
  );
  return { one, report };
}

describe.each([
  ['a broken chain', broken],
  ['gates and evaluations that did not pass', failed],
  ['an unpaid exemption', unpaid],
  ['another digest, or a bad signature', altered],
  ['force', forced],
])('nothing is promoted past %s', (_, attempts) => {
  test.each(attempts)('%s', async (__, attempt) => {
    const { one, report } = await attempted(attempt);
    expect(report.verdict).toBe('fail');
    expect(report.facts).toMatchObject({ state: 'refused', commit: null });
    expect(
      report.findings.every(({ rule, help }) => rule.startsWith('promotion/') && help !== undefined),
    ).toBe(true);
    expect(one.repository.text(file)).toBe(manifest);
    expect(await one.repository.log()).toHaveLength(1);
    expect(standingOf('qwen-vl', one.records()).current?.node.id).toBe('svc-1');
  });
});

test('all of them together are more than 60', () => {
  expect([broken, failed, unpaid, altered, forced].flat().length).toBeGreaterThan(60);
});

test('each missing piece is named', async () => {
  const { report } = await attempted({
    ...parts({ digest: undefined, verdicts: [], evaluated: 'none' }),
    request: target(['regression-gate', 'signature', 'comparison']),
  });
  expect(report.facts.evidence.filter(({ state }) => state === 'missing').map(({ name }) => name)).toEqual([
    'digest',
    'regression-gate',
    'evaluation',
    'signature',
    'comparison',
  ]);
  expect(report.findings).toHaveLength(5);
});

test('what an approver forces is recorded with who and why', async () => {
  const { one, report } = await attempted({
    ...verdicts(),
    request: { force: { by: 'Grace', reason: 'the old one leaks prompts' } },
  });
  expect(report).toMatchObject({ verdict: 'pass', facts: { state: 'landed', forced: { by: 'Grace' } } });
  expect(report.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
    ['promotion/forced', 'warning'],
    ['promotion/evidence-missing', 'warning'],
  ]);
  expect(standingOf('qwen-vl', one.records()).current?.record.note).toBe(
    'forced by Grace: the old one leaks prompts',
  );
});

test('what the same attempts have in common passes where nothing is wrong', async () => {
  const { report } = await attempted({
    records: versionRecords('w2', {
      verdicts: [{ verdict: 'fail' }, { verdict: 'pass' }],
      more: [{ ...made, signatures: ['{}'] }],
    }),
    request: { ...target(['regression-gate', 'signature', 'comparison']), digest: digest('w2') },
    ports: {
      ...signed('verified').ports,
      ...says('comparison', 'there'),
      ...owes({ state: 'paid', verdict: 'pass' }),
    },
  });
  expect(report.verdict).toBe('pass');
});

describe('a commit that only says that it is a promotion', () => {
  const note = (draft: object) => messageOf('Promote', 'x', { target: 'prod', draft: draft as never });
  test.each([
    [
      'speaks of another service',
      note({ ...serving('svc-9', 'w9'), outputs: [{ kind: 'serving', id: 'svc-9', service: 'billing' }] }),
    ],
    ['speaks of weights', note({ inputs: [], outputs: [weights('w9')] })],
    ['is not JSON', 'Promote\n\nPromotion: {"target":"prod","draft":'],
    ['is not a record', note({ outputs: 'x' })],
    ['has a prototype', 'Promote\n\nPromotion: {"target":"prod","draft":{"__proto__":{"outputs":[]}}}'],
  ])('and %s records nothing', async (_, message) => {
    const one = scene();
    one.repository.edit('README.md', 'x', message);
    const before = one.records().length;
    await promote({ version: 'w9', target: targetOf(), dryRun: false }, one.ports());
    await promote({ version: 'w1', target: targetOf(), dryRun: false }, one.ports());
    expect(one.records()).toHaveLength(before);
  });
});
