import { describe, expect, it } from 'vitest';
import { emptyPolicy, planGates, type TrunkEvent } from '../../../src/policy/index.ts';
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
