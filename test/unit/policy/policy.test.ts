import { describe, expect, it } from 'vitest';
import { loadPolicy, policyChangeFindings } from '../../../src/policy/gate/policy.ts';
import { memoryTree } from '../../support/trees.ts';

const file = '.github/model-gates.yml';

function load(text: string) {
  return loadPolicy(memoryTree({ [file]: text }), file);
}

describe('loadPolicy', () => {
  it('is empty where there is no file, and valid', async () => {
    expect(await loadPolicy(memoryTree({}), file)).toMatchObject({
      present: false,
      findings: [],
      policy: { config: {}, gates: {} },
    });
  });

  it.each(['', '# only a comment\n', '{}\n'])('is empty and valid for %j', async (text) => {
    expect(await load(text)).toMatchObject({
      present: true,
      findings: [],
      policy: { config: {}, regression: {} },
    });
  });

  it('reads kebab-case keys of each section', async () => {
    const { policy } = await load(
      'config:\n  expect-parameters: 31.07B\nregression:\n  on-inconclusive: warn\n  tolerance: 0.3\n',
    );
    expect(policy.config).toEqual({ expectParameters: '31.07B' });
    expect(policy.regression).toEqual({ onInconclusive: 'warn', tolerance: 0.3 });
  });

  it.each([
    [
      '- id: a\n      check: num_experts %% 3',
      { line: 4, column: 14, message: /^check cannot be used: unexpected %/ },
    ],
    ["- { id: a, check: '1 == 1' }", { line: 3, column: 23, message: /it names no parameter/ }],
    ["- { id: a, check: 'open(x) > 1' }", { line: 3, column: 23, message: /there is no function open/ }],
  ])('places an expression that cannot be evaluated: %s', async (text, { message, ...place }) => {
    const { policy, findings } = await load(`config:\n  expressions:\n    ${text}\n`);
    expect(policy.config).toEqual({});
    expect(findings).toMatchObject([
      {
        rule: 'policy/bad-value',
        severity: 'error',
        file,
        ...place,
        message: expect.stringMatching(message),
      },
    ]);
  });

  it('places a rule that does not exist, and knows those of the team', async () => {
    const rules = (name: string) =>
      load(
        `config:\n  expressions: [{ id: ep, check: a > 1 }]\n  rules:\n    ${name}: { severity: off, reason: ours }\n`,
      );
    expect((await rules('config/expert-paralel')).findings).toMatchObject([
      { rule: 'policy/bad-value', line: 4, column: 5, help: 'did you mean config/expert-parallel?' },
    ]);
    for (const name of ['config/expert-parallel', 'config/number-as-text', 'config/ep'])
      expect((await rules(name)).findings).toEqual([]);
  });

  it('places such a rule where nothing else of configs is set', async () => {
    const { findings } = await load(
      'config:\n  rules:\n    config/expert-paralel: { severity: off, reason: ours }\n',
    );
    expect(findings).toMatchObject([{ rule: 'policy/bad-value', line: 3, column: 5 }]);
  });

  it('shows how a text is written that fits no pattern, and takes it', async () => {
    const roster = (day: string) => load(`roster:\n  ada: ${day}\n`);
    expect((await roster('2026-13-01')).findings).toMatchObject([
      {
        rule: 'policy/bad-value',
        line: 2,
        message: 'roster.ada may not be "2026-13-01"',
        help: 'write it as "2026-09-01"',
      },
    ]);
    expect((await roster('2026-09-01')).findings).toEqual([]);
  });

  it('places a size that cannot be read', async () => {
    const { findings } = await load('config:\n  expect-parameters: about 30B\n');
    expect(findings).toMatchObject([{ rule: 'policy/bad-value', line: 2, column: 22 }]);
    expect((await load('config:\n  expect-parameters: 31.07B ± 0.5%\n')).findings).toEqual([]);
  });

  it('names an unknown key with its place and what was meant, and is empty then', async () => {
    const { policy, findings } = await load('config:\n  strict: true\nregression:\n  tolerence: 5\n');
    expect(policy.config).toEqual({});
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: 'policy/unknown-key',
      severity: 'error',
      file,
      line: 4,
      column: 3,
    });
    expect(`${findings[0]?.message} ${findings[0]?.help}`).toContain('tolerance');
  });

  it.each([
    ['a wrong type', 'regression:\n  tolerance: much\n', 2],
    ['a value outside of its range', 'regression:\n  alpha: 0.9\n', 2],
    ['a word that is not offered', 'config:\n  dialect: yaml\n', 2],
    ['a list for a map', '- config\n', 1],
    ['broken YAML', 'config: [\n', 2],
    ['a duplicate key', 'config: {}\nconfig: {}\n', 2],
  ])('refuses %s at its line', async (_, text, line) => {
    const { findings, policy } = await load(text);
    expect(findings[0]).toMatchObject({ severity: 'error', file, line });
    expect(policy.config).toEqual({});
  });

  it('does not let __proto__ reach an object', async () => {
    const { findings } = await load('config:\n  __proto__:\n    strict: false\n');
    expect(findings[0]?.rule).toBe('policy/unknown-key');
  });
});

describe('policyChangeFindings', () => {
  const here = { present: true, listed: [] };
  it('tells that a change of the policy applies after the merge, and checks the new one', async () => {
    const head = memoryTree({ [file]: 'regression:\n  tolerence: 5\n' });
    const findings = await policyChangeFindings(
      { base: memoryTree({}), head },
      [{ status: 'modified', path: file }],
      file,
      here,
    );
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'error policy/unknown-key',
      'notice policy/changed',
    ]);
  });

  it.each([
    ['removed', { status: 'deleted' as const, path: file }],
    ['moved away', { status: 'renamed' as const, path: 'old.yml', previousPath: file }],
  ])('tells that a policy was %s', async (_, change) => {
    const findings = await policyChangeFindings(
      { base: memoryTree({}), head: memoryTree({}) },
      [change],
      file,
      here,
    );
    expect(findings[0]?.message).toContain('removes the policy');
  });

  const workflow = '.github/workflows/gates.yml';
  it.each([
    ['changed workflow', { status: 'modified' as const, path: workflow }],
    [
      'workflow that was moved away',
      { status: 'renamed' as const, path: 'attic/gates.yml', previousPath: workflow },
    ],
    [
      'changed action of this repository',
      { status: 'added' as const, path: '.github/actions/eval/action.yml' },
    ],
  ])('shows a %s', async (_, change) => {
    expect(
      await policyChangeFindings({ base: memoryTree({}), head: memoryTree({}) }, [change], file, here),
    ).toMatchObject([{ rule: 'policy/workflow-changed', file: change.path }]);
  });
});
