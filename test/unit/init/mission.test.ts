import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { yesOrNo } from '../../../src/cli/ask.ts';
import { initVerb } from '../../../src/cli/verbs/init.ts';
import { type Choices, defaultChoices, parts, questions } from '../../../src/init/choices.ts';
import { initialFiles } from '../../../src/init/init.ts';
import { policyPath } from '../../../src/policy/index.ts';
import { readPolicyText } from '../../../src/policy/gate/policy-text.ts';
import { workflowProblems } from '../../support/contract/workflow-lint.ts';
import { rememberingLog } from '../../support/log.ts';
import { createRepository, type TestRepository } from '../../support/repository.ts';
import { memoryTree } from '../../support/trees.ts';

const repositoryFiles = {
  'configs/train.yaml': 'learning_rate: 1.0e-4\nsteps: 10\n',
  'configs/config.json': '{"hidden_size": 64}\n',
};
const everything: Choices = {
  ...defaultChoices,
  parts: new Set(parts),
  mode: 'strict',
  managers: ['rita', 'acme/release'],
};

async function made(choices: Choices): Promise<ReadonlyMap<string, string>> {
  const files = await initialFiles(memoryTree(repositoryFiles), 'main', choices);
  return new Map(files.map(({ path: file, content }) => [file, content]));
}

describe('everything', async () => {
  const files = await made(everything);
  const workflows = [...files].filter(([file]) => file.startsWith('.github/workflows/'));

  test('is pull requests, merges, hotfixes, nights, and settings of an editor', () => {
    expect([...files.keys()]).toEqual([
      '.github/model-gates.yml',
      '.github/model-registry.yml',
      '.github/workflows/model-gates.yml',
      '.github/workflows/model-merge.yml',
      '.github/workflows/model-nightly.yml',
      '.github/workflows/model-hotfix.yml',
      '.vscode/model-configs.schema.json',
      '.vscode/settings.json',
      '.vscode/extensions.json',
    ]);
  });

  test.each(workflows)('%s is a valid workflow', async (_, text) => {
    expect(await workflowProblems(text)).toEqual([]);
  });

  test('the policy says what was chosen', async () => {
    const { value: policy, findings } = await readPolicyText(
      Buffer.from(files.get(policyPath) ?? ''),
      policyPath,
    );
    const people = { users: ['rita'], teams: ['acme/release'] };
    expect(findings).toEqual([]);
    expect(policy).toMatchObject({
      branches: {
        names: ['feature/*', 'fix/*', 'docs/*'],
        'warn-hours': 24,
        'limit-hours': 72,
        'over-limit': 'fail',
      },
      exemptions: [{ label: 'skip-full-eval', gates: ['regression-gate'], by: people }],
      hotfix: { branches: ['hotfix/*'], 'evaluate-within-hours': 24 },
      regression: { mode: 'strict', tolerance: 0.5 },
    });
  });

  test('the price of a strict gate stands beside it, as the documentation measured it', () => {
    const measured = /\(`mode: strict`\) \| ([\d.]+) .*\| ([\d.]+) \//.exec(
      readFileSync('docs/regression-proofs.md', 'utf8'),
    );
    const [, most, least] = measured ?? [];
    expect(files.get(policyPath)).toContain(
      `blocks ${Math.round(Number(least))} to ${Math.round(Number(most))} of 100`,
    );
  });

  test('the editor gets globs of its own for YAML and JSON', () => {
    expect(JSON.parse(files.get('.vscode/settings.json') ?? '')).toEqual({
      'yaml.schemas': { './.vscode/model-configs.schema.json': ['configs/**/*.yaml'] },
      'json.schemas': [{ fileMatch: ['configs/**/*.json'], url: './.vscode/model-configs.schema.json' }],
    });
  });
});

test.each(parts)('%s alone makes a valid policy', async (part) => {
  const text = (await made({ ...defaultChoices, parts: new Set([part]) })).get(policyPath) ?? '';
  expect((await readPolicyText(Buffer.from(text), policyPath)).findings).toEqual([]);
});

describe('in a repository', () => {
  function repository(): TestRepository {
    const created = createRepository();
    created.commit(repositoryFiles);
    return created;
  }

  async function init(root: string, values: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const terminal = { cwd: root, log: rememberingLog(), environment: {}, json: false };
    const outcome = await initVerb.run(values, [], terminal);
    return 'text' in outcome ? outcome.text : '';
  }

  const statesIn = (text: string) =>
    [...text.matchAll(/^(same|kept|wrote|would write) +(\S+)/gm)].map(([, state, file]) => [state, file]);

  test('without options it takes its defaults', async () => {
    const { root } = repository();
    expect(statesIn(await init(root)).map(([, file]) => file)).toEqual([
      '.github/model-gates.yml',
      '.github/model-registry.yml',
      '.github/workflows/model-gates.yml',
    ]);
  });

  test('run again it changes nothing', async () => {
    const created = repository();
    await init(created.root, { all: true });
    created.git('add', '--all');
    const again = await init(created.root, { all: true });
    expect(new Set(statesIn(again).map(([state]) => state))).toEqual(new Set(['same']));
    expect(created.git('diff', '--stat')).toBe('');
  });

  test('run again for more it replaces what nobody changed', async () => {
    const { root } = repository();
    await init(root);
    const text = await init(root, { all: true, mode: 'strict' });
    expect(statesIn(text)).toEqual(
      expect.arrayContaining([
        ['wrote', '.github/model-gates.yml'],
        ['wrote', '.github/workflows/model-gates.yml'],
        ['same', '.github/model-registry.yml'],
      ]),
    );
    expect(readFileSync(path.join(root, policyPath), 'utf8')).toContain('limit-hours: 72');
  });

  test('what a person changed is kept, and what it lacks is shown', async () => {
    const { root } = repository();
    await init(root);
    const own = `${readFileSync(path.join(root, policyPath), 'utf8')}# ours\n`;
    writeFileSync(path.join(root, policyPath), own);
    writeFileSync(path.join(root, '.github/workflows/model-merge.yml'), 'ours\n');
    const text = await init(root, { all: true });
    expect(statesIn(text)).toEqual(
      expect.arrayContaining([
        ['kept', '.github/model-gates.yml'],
        ['kept', '.github/workflows/model-merge.yml'],
        ['wrote', '.github/workflows/model-nightly.yml'],
      ]),
    );
    expect(text).toContain('Add to it what it does not say yet:\n  # A branch lives');
    expect(readFileSync(path.join(root, policyPath), 'utf8')).toBe(own);
    expect(readFileSync(path.join(root, '.github/workflows/model-merge.yml'), 'utf8')).toBe('ours\n');
  });

  test('a section that a person wrote is not shown again: it would stand there twice', async () => {
    const { root } = repository();
    await init(root);
    appendFileSync(path.join(root, policyPath), 'branches: { names: [team/*] }\n');
    const text = await init(root, { all: true });
    expect(text).toContain('Add to it what it does not say yet:\n  # Only who is entitled');
    const [, shown = ''] = /does not say yet:\n((?: {2}.*\n|\n)+)/.exec(text) ?? [];
    appendFileSync(path.join(root, policyPath), shown.replaceAll(/^ {2}/gm, ''));
    const whole = readFileSync(path.join(root, policyPath));
    expect((await readPolicyText(whole, policyPath)).findings).toEqual([]);
  });

  test.each([
    ['master', 'master'],
    ['main', 'main'],
    ['develop', 'feature'],
  ])('trunk called %s is %s in the files that are written on a feature branch', async (name, trunk) => {
    const created = repository();
    created.git('branch', '--move', name);
    created.branch('feature');
    await init(created.root, { all: true });
    expect(readFileSync(path.join(created.root, policyPath), 'utf8')).toContain(`trunk: "${trunk}"`);
  });

  test('the configs of a monorepo are taken each by its folder, and what is there twice is kept', async () => {
    const created = createRepository();
    const settings = { '.vscode/settings.json': '{\n  // ours\n  "editor.tabSize": 2,\n}\n' };
    const model = 'model_type: llama\nlearning_rate: 1.0e-4\nwarmup_steps: 10\n';
    created.commit({ 'vision/configs/a.yaml': model, 'text/configs/b.yaml': model, ...settings });
    const first = await init(created.root, { all: true });
    expect(statesIn(first)).toContainEqual(['kept', '.vscode/settings.json']);
    expect(first).toMatch(/settings\.json was kept\. Add to it[^]*"yaml\.schemas"/);
    const policy = readFileSync(path.join(created.root, policyPath), 'utf8');
    expect(policy).toMatch(/- "text\/configs\/\*\*\/\*\.yaml"\n {4}- "vision\/configs\/\*\*\/\*\.yaml"/);
    const again = await init(created.root, { all: true });
    expect(new Set(statesIn(again).map(([state]) => state))).toEqual(new Set(['same', 'kept']));
  });

  test('editors get the registry that a person wrote', async () => {
    const created = repository();
    created.commit({ '.github/model-registry.yml': 'parameters: { only_ours: { type: int, max: 3 } }\n' });
    await init(created.root, { editor: true });
    expect(readFileSync(path.join(created.root, '.vscode/model-configs.schema.json'), 'utf8')).toContain(
      'only_ours',
    );
  });

  test('a dry run writes nothing', async () => {
    const { root } = repository();
    expect(
      new Set(statesIn(await init(root, { all: true, 'dry-run': true })).map(([state]) => state)),
    ).toEqual(new Set(['would write']));
    expect(existsSync(path.join(root, '.github'))).toBe(false);
  });

  test('it says which rules hold, and what a person must grant', async () => {
    const text = await init(repository().root, {
      all: true,
      mode: 'strict',
      'release-managers': ['acme/release'],
    });
    for (const part of parts) expect(text).toContain(questions[part].keeps);
    expect(text).toMatch(/21 to 36 harmless changes of 100/);
    expect(text).toMatch(/SYNC_APP_TOKEN[^]*gh label create skip-full-eval[^]*members: read/);
  });
});

describe('questions', () => {
  const stream = (text: string, isTTY: boolean) => {
    const stdin = new PassThrough();
    stdin.end(text);
    return { stdin: Object.assign(stdin, { isTTY }), stderr: new PassThrough() } as unknown as Pick<
      NodeJS.Process,
      'stdin' | 'stderr'
    >;
  };

  test('are asked on a terminal only', async () => {
    expect(await yesOrNo(['a?', 'b?'], stream('y\ny\n', false))).toEqual([false, false]);
    expect(await yesOrNo(['a?'], stream('yes\n', true))).toEqual([true]);
    expect(await yesOrNo(['a?'], stream('\n', true))).toEqual([false]);
  });
});
