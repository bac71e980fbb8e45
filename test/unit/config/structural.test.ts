import { expect, test } from 'vitest';
import { configDefaults } from '../../../src/config/index.ts';
import { allConfigRules as ruleDocs } from '../../../src/config/rules.ts';
import { judgeConfig } from '../../../src/config/gate/validate-model-config.ts';
import { memoryPorts, memoryTree } from '../../support/trees.ts';

const path = 'configs/a.yaml';
const registry = 'parameters:\n  width: { type: int }\n  lr: { type: float, kind: tuning }\n';

async function judge(reasons: string, head: string) {
  const base = memoryTree({ [path]: 'width: 8\nlr: 0.1\n', [configDefaults.registry]: registry });
  const changed = memoryTree({ [path]: head, [configDefaults.registry]: registry + reasons });
  const report = await judgeConfig(
    { ...configDefaults, structural: 'needs-reason' },
    await memoryPorts(base, changed),
  );
  return report.findings.map(({ rule }) => rule);
}

test.each([
  ['', 'width: 16\nlr: 0.1\n', ['config/structural-without-reason']],
  [
    'reasons: [{ parameter: width, to: 16, reason: a wider model }]\n',
    'width: 16\nlr: 0.1\n',
    ['config/structural-reason'],
  ],
  [
    'reasons: [{ parameter: width, to: 32, reason: a wider model }]\n',
    'width: 16\nlr: 0.1\n',
    ['config/structural-without-reason'],
  ],
  [
    'reasons: [{ parameter: width, to: null, reason: no longer used }]\n',
    'lr: 0.1\n',
    ['config/structural-reason'],
  ],
  ['', 'width: 8\nlr: 0.2\n', []],
])('%j and %j: %j', async (reasons, head, rules) => {
  expect(await judge(reasons, head)).toEqual(rules);
});

test('rule ids are documented once each', () => {
  const ids = ruleDocs.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  expect(ids.every((id) => /^config\/[a-z0-9-]+$/.test(id))).toBe(true);
});
