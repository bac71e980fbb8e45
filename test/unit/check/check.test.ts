import { describe, expect, it } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { emptyPolicy, type Policy, type TrunkEvent } from '../../../src/policy/index.ts';
import { memoryPorts, memoryTree } from '../../support/trees.ts';

const event: TrunkEvent = { kind: 'pull-request', name: 'pull_request' };
const policyFile = '.github/model-gates.yml';

async function run(
  policy: Policy = emptyPolicy,
  findings: [] | [{ rule: string; severity: 'error'; message: string }] = [],
) {
  const tree = memoryTree({ 'README.md': 'x' });
  return check(
    { event, policy: { policy, findings, present: true, listed: [] }, policyFile },
    await memoryPorts(tree, tree),
  );
}

describe('check', () => {
  it('is skipped, and says so, where no gate has anything to judge', async () => {
    const report = await run();
    expect(report).toMatchObject({
      gate: 'model-gates',
      verdict: 'skipped',
      title: 'No gate had anything to judge in this change',
    });
    expect(report.reports?.map(({ gate }) => gate)).toEqual([
      'validate-model-config',
      'detect-dep-drift',
      'detect-input-drift',
      'regression-gate',
    ]);
  });

  it.each([
    ['in time', 5, false, 'within the goal of 10 minutes', []],
    ['late', 45, false, 'over the goal of 10 minutes', ['trunk/feedback-late']],
    ['of a run that was started again', 45, true, 'not known', []],
  ])('says how long it is since the event: %s', async (_what, minutes, isRepeated, words, rules) => {
    const tree = memoryTree({ 'README.md': 'x' });
    const ports = await memoryPorts(tree, tree);
    const loaded = { policy: emptyPolicy, findings: [], present: true, listed: [] };
    const at = ports.now() - minutes * 60_000;
    const report = await check(
      { event: { ...event, at }, policy: loaded, policyFile, isRepeated },
      { ...ports, now: () => at + minutes * 60_000 },
    );
    expect(JSON.stringify(report.sections)).toContain(words);
    expect(report.findings.map(({ rule }) => rule)).toEqual(rules);
    expect(report.verdict).toBe('skipped');
  });

  it('fails on an invalid policy even where nothing else is wrong', async () => {
    const report = await run(emptyPolicy, [{ rule: 'policy/unknown-key', severity: 'error', message: 'x' }]);
    expect(report).toMatchObject({ verdict: 'fail', title: 'Blocked by the policy' });
  });

  it('keeps the other gates when one breaks, and fails for the broken one', async () => {
    const broken = {
      get files(): never {
        throw new TypeError('boom');
      },
    };
    const tree = memoryTree({ 'uv.lock': 'version = 1\n' });
    const ports = await memoryPorts(memoryTree({}), tree);
    const policy = {
      policy: { ...emptyPolicy, config: broken as never },
      findings: [],
      present: true,
      listed: [],
    };
    const report = await check({ event, policy, policyFile }, ports);
    expect(report.verdict).toBe('fail');
    expect(report.reports?.[0]).toMatchObject({
      gate: 'validate-model-config',
      verdict: 'fail',
      findings: [{ rule: 'runtime/bug' }],
    });
    expect(report.reports?.[1]?.findings.some(({ rule }) => rule === 'runtime/bug')).toBe(false);
  });

  it('shows a gate that the policy turned off', async () => {
    const report = await run({ ...emptyPolicy, gates: { 'regression-gate': false } });
    expect(report.reports?.[3]).toMatchObject({
      verdict: 'skipped',
      title: 'Not run: turned off by the policy',
    });
  });
});
