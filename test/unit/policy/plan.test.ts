import { describe, expect, it } from 'vitest';
import { emptyPolicy, planGates, type TrunkEvent } from '../../../src/policy/index.ts';
import { runPlanned } from '../../../src/policy/gate/planned.ts';
import { makeReport } from '../../../src/report/make.ts';
import { rememberingLog } from '../../support/log.ts';
import { planStates } from './plan-states.ts';

const event: TrunkEvent = { kind: 'pull-request', name: 'pull_request' };
const draft: TrunkEvent = {
  ...event,
  pullRequest: { number: 1, author: 'ada', draft: true, fork: false, labels: [] },
};

function due(event: TrunkEvent, policy = emptyPolicy): string[] {
  return planGates(event, policy)
    .gates.filter(({ run }) => run)
    .map(({ gate }) => gate);
}

describe('planGates', () => {
  it('runs every gate by default', () => {
    expect(due(event)).toEqual([
      'validate-model-config',
      'detect-dep-drift',
      'detect-input-drift',
      'regression-gate',
    ]);
  });

  it('postpones the evaluation of a draft and says when it runs', () => {
    expect(due(draft)).toEqual(['validate-model-config', 'detect-dep-drift', 'detect-input-drift']);
    expect(planGates(draft, emptyPolicy).gates.at(-1)?.reason).toContain('ready for review');
  });

  it('plans a gate that the policy turned off as not run, never leaves it out', () => {
    const plan = planGates(event, { ...emptyPolicy, gates: { 'detect-dep-drift': false } }).gates;
    expect(plan).toHaveLength(4);
    expect(plan[1]).toEqual({
      gate: 'detect-dep-drift',
      decision: 'off',
      run: false,
      reason: 'turned off by the policy',
    });
  });
});

describe('the way out of a gate', () => {
  const rule = {
    label: 'skip-full-eval',
    gates: ['regression-gate'],
    by: { users: ['grace'], teams: ['acme/release-managers'] },
    authorMay: false,
    reasonRequired: true,
    sticky: false,
    effect: 'lift',
  } as const;
  const open = { ...draft, pullRequest: { number: 1, author: 'ada', draft: false, fork: false, labels: [] } };
  const planned = (change: object) =>
    planGates(open, { ...emptyPolicy, exemptions: [{ ...rule, ...change }] }).gates.at(-1);

  it.each<[string, object, string | undefined]>([
    [
      'names who, the comment and the label',
      {},
      '@grace or one of @acme/release-managers, not the author, comments `/exempt skip-full-eval because …`, then puts on the label `skip-full-eval`',
    ],
    [
      'asks no more than the policy',
      { authorMay: true, reasonRequired: false, by: { users: [], teams: [], permission: 'maintain' } },
      'somebody with the permission "maintain" puts on the label `skip-full-eval`',
    ],
    ['is none by a label for fewer samples', { effect: 'light' }, undefined],
    ['is none by a label for another gate', { gates: ['detect-dep-drift'] }, undefined],
    ['is none where nobody may', { by: { users: [], teams: [] } }, undefined],
  ])('%s', (_, change, expected) => {
    expect(planned(change)?.wayOut).toBe(expected);
  });

  it('is said once, with the first error of a gate that blocks', async () => {
    const gate = planned({});
    if (gate === undefined) throw new Error('not planned');
    const finding = {
      rule: 'regression/drop',
      severity: 'error',
      message: 'F1 fell',
      help: 'Fix it.',
    } as const;
    const run = async (verdict: 'fail' | 'pass') =>
      runPlanned(
        gate,
        'standard',
        async () =>
          makeReport({
            gate: 'regression-gate',
            verdict,
            title: '',
            findings: [finding, finding],
            facts: {},
          }),
        { now: () => 0, log: rememberingLog() },
      );
    expect((await run('fail')).findings.map(({ help }) => help)).toEqual([
      `Fix it. Where it is accepted as it is, ${gate.wayOut}.`,
      'Fix it.',
    ]);
    expect((await run('pass')).findings.map(({ help }) => help)).toEqual(['Fix it.', 'Fix it.']);
  });
});

describe('each state gets its plan', () => {
  it.each(planStates)('$event: $state', ({ given, mode, decisions, findings = [] }) => {
    const plan = planGates(given.event, given.policy, given.authority, given.paths);
    expect(plan.mode).toBe(mode);
    expect(plan.gates.map(({ decision }) => decision)).toEqual(decisions);
    expect(plan.findings.map(({ rule }) => rule)).toEqual(findings);
  });

  it('none is left without a reason, and nothing that runs not is silent', () => {
    const plans = planStates.map(({ given }) =>
      planGates(given.event, given.policy, given.authority, given.paths),
    );
    for (const { gates } of plans) {
      expect(gates).toHaveLength(4);
      expect(gates.filter(({ reason }) => reason === '')).toEqual([]);
    }
  });
});

describe('by default the evaluation depends on everything but', () => {
  const evaluation = (path: string) =>
    planGates(event, emptyPolicy, undefined, [path]).gates.find(({ gate }) => gate === 'regression-gate')
      ?.decision;

  it.each([
    'README.md',
    'README.zh-CN.md',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'docs/use.md',
    'LICENSE',
    'LICENSE.md',
    'LICENSE.txt',
    'LICENCE',
    'COPYING',
    'NOTICE.txt',
    '.gitignore',
    '.github/CODEOWNERS',
    '.github/PULL_REQUEST_TEMPLATE.md',
    '.github/ISSUE_TEMPLATE/bug.yml',
  ])('%s', (path) => {
    expect(evaluation(path)).toBe('not-applicable');
  });

  it.each([
    'LICENSE_head.py',
    'LICENSE.py',
    'LICENSE.yaml',
    'LICENSES/head.py',
    'LICENSE/head.py',
    'NOTICE.jsonl',
    'prompt.md',
    'SYSTEM_PROMPT.md',
    'README.md.py',
    'README_prompt.md',
    'prompts/README.md',
    'docs/conf.py',
    'docs/prompt.txt',
    '.gitignore.py',
    '.github/ISSUE_TEMPLATE/head.py',
    '.github/ISSUE_TEMPLATE/a/b.md',
    '.github/prompts/x.md',
    'license',
    '{LICENSE}',
  ])('and not %s', (path) => {
    expect(evaluation(path)).toBe('run');
  });
});
