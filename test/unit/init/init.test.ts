import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { policyPath } from '../../../src/policy/index.ts';
import { configDefaults } from '../../../src/config/index.ts';
import { defaultChoices } from '../../../src/init/choices.ts';
import { initialFiles } from '../../../src/init/init.ts';
import { ratesOf } from '../../../src/init/rates.ts';
import { recordedOf, type RecordedTrunk, type Unread } from '../../../src/init/recorded.ts';
import { UserError } from '../../../src/kernel/user-error.ts';
import { readPolicyText } from '../../../src/policy/gate/policy-text.ts';
import { readResults, recordedRows } from '../../../src/regression/index.ts';
import { memoryTree } from '../../support/trees.ts';

async function made(files: Readonly<Record<string, string>>, recorded?: RecordedTrunk | Unread) {
  const written = await initialFiles(memoryTree(files), 'main', defaultChoices, recorded);
  const {
    content: policy = '',
    note = '',
    details = [],
  } = written.find((file) => file.path === policyPath) ?? {};
  const registry = written.find((file) => file.path === configDefaults.registry)?.content ?? '';
  return { policy, registry, note, details };
}

/** The globs of a policy. */
function globsIn(policy: string): string[] {
  const [, list = ''] = /files:\n((?: {4}- .*\n)+)/.exec(policy) ?? [];
  return [...list.matchAll(/- (".*")/g)].map(([, text = '']) => String(JSON.parse(text)));
}

const training = 'base_model: a/b\nlearning_rate: 1.0e-4\n';

describe('the files that a first policy judges', () => {
  test.each([
    ['configs/llm/a.yaml', 'configs/**/*.yaml'],
    ['train/conf/model/a.yml', 'train/conf/**/*.yml'],
    ['models/qwen/config.json', 'models/**/config.json'],
    ['config.json', 'config.json'],
    ['config/config.json', 'config/**/*.json'],
  ])('%s: %s', async (file, glob) => {
    const { policy } = await made({ [file]: file.endsWith('.json') ? '{"a": 1}' : 'a: 1\n' });
    expect(policy).toContain(`files:\n    - "${glob}"\n  #`);
  });

  test('a config is known by what it holds, wherever it is', async () => {
    const { policy, registry } = await made({
      'examples/llama/sft.yaml': training,
      'examples/qwen/dpo.yaml': 'optimizer: { lr: 1.0e-4 }\nmodel: { hidden_size: 64 }\n',
      'serve.json': '{"model": "models/qwen", "tensor_parallel_size": 2, "max_model_len": 8192}',
      'debug.toml': '[training]\nseq_len = 2048\n[parallelism]\ntensor_parallel_degree = 1\n',
      'tool.toml': '[training]\nsteps = 10\n',
      'deploy/compose.yaml': 'services: { db: { image: postgres } }\n',
      'mkdocs.yml': 'site_name: docs\n',
      '.github/workflows/ci.yml': training,
      'tests/data/sft.yaml': training,
      'data/rows.json': '[{"learning_rate": 1, "model_type": "a"}]',
    });
    expect(globsIn(policy)).toEqual(['debug.toml', 'examples/**/*.yaml', 'serve.json']);
    expect(registry).toContain('  optimizer.lr: ');
    expect(registry).not.toContain('services');
  });

  test('what inherits in Python is a config wherever it is', async () => {
    const { policy } = await made({
      'cfg/big.py': "_base_ = './base.py'\nlr = 1e-4\n",
      'cfg/base.py': 'lr = 1e-5\nmax_epochs = 3\n',
      'cfg/tool.py': 'import os\n',
    });
    expect(globsIn(policy)).toContain('cfg/big.py');
  });

  test('a slip that leaves one known word takes no config out of those beside it', async () => {
    const run = (steps: string) => `model: m\n${steps}: 4\nlearning_rate: 1.0e-5\n`;
    const right = [1, 2, 3, 4, 5, 6].map((at) => [`cfg/r${at}.yaml`, run('gradient_accumulation_steps')]);
    const { policy, registry } = await made({
      ...Object.fromEntries(right),
      'cfg/slip.yaml': run('gradient_acumulation_steps'),
      'cfg/other.yaml': 'services: {}\nmodel: 1\n',
    });
    expect(globsIn(policy)).toEqual(['cfg/**/*.yaml', '!cfg/other.yaml']);
    expect(registry).not.toContain('gradient_acumulation_steps:');
  });

  test('TOML counts as YAML does, Python where it sets what configs set', async () => {
    const { policy, registry } = await made({
      'train_configs/llama.toml': '[optimizer]\nlr = 8e-4\n[training]\nseq_len = 8192\nsteps = 1000\n',
      'pyproject.toml': '[project]\nname = "a"\n',
      'configs/sft.py': "_base_ = ['base.py']\n",
      'configs/base.py': "lr = 1e-4\nbatch_size = 2\nmodel = dict(type='SFT')\n",
      'configs/tools.py': 'def f():\n    return 1\n',
      'train.py': 'lr = 1e-4\nbatch_size = 2\n',
    });
    expect(globsIn(policy)).toEqual(['configs/**/*.py', 'train_configs/**/*.toml', '!configs/tools.py']);
    expect(registry).toContain('  model.type: { type: str');
    expect(registry).toContain('  optimizer.lr: { type: float');
  });

  test('what stands beside configs and is none is taken out', async () => {
    const { policy } = await made({
      ...Object.fromEntries(
        Array.from({ length: 12 }, (_, index) => [`examples/m${index}/sft.yaml`, training]),
      ),
      'examples/m1/compose.yaml': 'services: {}\n',
      'examples/cloud/a.yaml': 'image: x\n',
      'examples/cloud/b.yaml': '{% if x %}\n',
    });
    expect(globsIn(policy)).toEqual([
      'examples/**/*.yaml',
      '!examples/cloud/**/*.yaml',
      '!examples/m1/compose.yaml',
    ]);
  });

  test('where most files of a folder are none, configs are named more closely', async () => {
    const { policy } = await made({
      'src/a/train[1].yaml': training,
      'src/b/c/one.yaml': training,
      'src/b/c/two.yaml': training,
      'src/b/table.yaml': '- 1\n',
      'src/x.yaml': 'name: x\n',
      'src/y.yaml': 'name: y\n',
      'train.yaml': training,
    });
    expect(globsIn(policy)).toEqual(['src/a/**/*.yaml', 'src/b/c/**/*.yaml', 'train.yaml']);
  });

  test('a folder for configs is judged as a whole, but for what is none', async () => {
    const { policy } = await made({
      'configs/a.yaml': 'x: 1\n',
      'configs/b/template.yaml': '{% if x %}\n',
    });
    expect(globsIn(policy)).toEqual(['configs/**/*.yaml', '!configs/b/template.yaml']);
  });

  test('all of more than a few hundred configs are registered', async () => {
    const files = Array.from({ length: 300 }, (_, index) => [`configs/${index}.yaml`, `only_${index}: 1\n`]);
    expect((await made(Object.fromEntries(files))).registry).toContain('only_299: ');
  });

  test('what is not a mapping is left to itself', async () => {
    const { policy } = await made({ 'configs/list.yaml': '- a\n', 'conf/train.yml': 'lr: 0.1\n' });
    expect(policy).toContain('files:\n    - "conf/**/*.yml"\n  #');
  });
});

test.each([
  ['lr: 1e-5\n', 'pyyaml'],
  ['dir: ${HOME}/x\n', 'pyyaml'],
  ['lr: ${base.lr}\n', 'omegaconf'],
  ["lr: '${.other}'\n", 'omegaconf'],
  ['dir: ${oc.env:HOME}/x\n', 'omegaconf'],
])('the dialect of %j is %s', async (text, dialect) => {
  const { policy } = await made({ 'configs/a.yaml': text, 'configs/b.yaml': 'x: 1\n' });
  expect(policy).toContain(`  dialect: ${dialect}\n`);
});

test.each([
  { code: ['OmegaConf.load(path)'], text: 'x: 1\n', dialect: 'omegaconf' },
  { code: ['@hydra.main(version_base=None)'], text: 'x: 1\n', dialect: 'omegaconf' },
  { code: ['yaml.safe_load(file)'], text: 'lr: ${base.lr}\n', dialect: 'pyyaml' },
  { code: ['yaml.safe_load(file)', 'OmegaConf.load(path)'], text: 'x: 1\n', dialect: 'pyyaml' },
  { code: ['yaml.safe_load(file)', 'OmegaConf.load(path)'], text: 'lr: ${base.lr}\n', dialect: 'omegaconf' },
])('the dialect of $text read by $code is $dialect', async ({ code, text, dialect }) => {
  const sources = code.map((line, index) => [`src/m${index}.py`, `import x\n${line}\n`]);
  const { policy } = await made({ 'configs/a.yaml': text, ...Object.fromEntries(sources) });
  expect(policy).toContain(`  dialect: ${dialect}\n`);
});

describe('faults of configs that are in use', () => {
  const numbered = (faulty: number, all: number) =>
    Object.fromEntries(
      Array.from({ length: all }, (_, index) => [
        `configs/${index}.yaml`,
        `lr: ${index < faulty ? '1e-5' : '1.0e-5'}\n`,
      ]),
    );

  test('many make a habit, which warns and says why', async () => {
    const { policy, note } = await made(numbered(5, 20));
    expect(policy).toContain(
      'config/number-as-text: { severity: warning, reason: 5 of 20 configs had such when the gates began }',
    );
    expect(note).not.toContain('errors');
  });

  test('a rule stands once, however many configs have names that are left out', async () => {
    const slips = ['gradient_step', 'gradient_stepss', 'gradientt_steps'];
    const { policy, registry } = await made({
      'train.py':
        'p = argparse.ArgumentParser()\np.add_argument("--gradient_steps", type=int)\np.parse_args()\n',
      'train.sh': 'python train.py --gradient_steps 2\n',
      ...Object.fromEntries(slips.map((name) => [`configs/${name}.yaml`, `${name}: 2\nlr: 0.1\n`])),
    });
    expect(registry).not.toContain('gradient');
    expect(policy.match(/config\/unregistered-parameter:/g)).toHaveLength(1);
  });

  test('a few are reported, and stay errors', async () => {
    const { policy, note } = await made(numbered(2, 20));
    expect(policy).not.toContain('config/number-as-text');
    expect(note).toContain(
      '2 of them with errors, which count once a change touches them: configs/0.yaml, configs/1.yaml',
    );
  });
});

test.each([
  ['learning_rate: 1e-5\n', 'learning_rate: { type: float, kind: tuning, seen: 1 }'],
  ['learning_rate: "1e-5"\n', 'learning_rate: { type: str, kind: tuning, seen: 1 }'],
  ['weight_decay: 0\n', 'weight_decay: { type: float, kind: tuning, seen: 1 }'],
  ['rope_theta: 10000\n', 'rope_theta: { type: float, kind: structural, seen: 1 }'],
  ['rope_scaling: null\n', 'rope_scaling: { type: any, kind: structural }'],
  ['bos_token_id: 1\n', "bos_token_id: { type: [int, 'null'], kind: structural, seen: 1 }"],
  ['ci: { a.b: 1, 7: x }\n', '"ci.*": { type: any, kind: structural }'],
  ['num_layers: 2\n', 'num_layers: { type: int, kind: structural, seen: 1 }'],
  ['betas: [0.9, 1]\n', 'betas: { type: list, items: { type: float }, kind: tuning, seen: 1 }'],
])('%j is registered as %s', async (text, line) => {
  const { registry } = await made({ 'configs/a.yaml': text });
  expect(registry).toContain(`  ${line}\n`);
});

test('an editor finds the schema of the policy where the policy says: no node_modules holds it', async () => {
  const { policy } = await made({ 'configs/train.yaml': training });
  const [, file = ''] = /^# yaml-language-server: \$schema=https:\/\/\S+\/main\/(\S+)$/m.exec(policy) ?? [];
  expect(file).toMatch(/^schema\//);
  expect(existsSync(path.resolve(import.meta.dirname, '../../..', file))).toBe(true);
});

describe('how drops of a metric are decided', () => {
  const rows = (samples: number): string =>
    `${Array.from({ length: samples }, (_, id) => JSON.stringify({ id, score: id % 2 })).join('\n')}\n`;
  const looksIn = (policy: string) => /^ {2}looks: (.*)$/m.exec(policy)?.[1];

  test.each([
    [550, undefined],
    [600, '[500, 600]'],
    [1200, '[500, 1000, 1200]'],
    [5000, '[500, 1000, 1500, 2000, 2500, 3000]'],
  ])('of %d committed samples the gate looks at %s', async (samples, looks) => {
    const { policy, details } = await made({ 'evals/test.jsonl': rows(samples) });
    expect(looksIn(policy)).toBe(looks);
    expect(policy.includes('  sampling: history\n')).toBe(looks !== undefined);
    expect(details[0]).toContain(
      `${samples.toLocaleString('en')} samples of trunk are committed: ${looks === undefined ? 'one look' : `looks at ${looks.slice(1, -1)}`}`,
    );
  });

  const recorded = { path: 'evals/merge.jsonl', evaluations: 9, samples: 2000 };

  test('where the ledger has what trunk was evaluated on, that is the baseline', async () => {
    const { policy, details } = await made({}, recorded);
    expect(policy).toContain('  baseline: ["evals/merge.jsonl"]\n');
    expect(looksIn(policy)).toBe('[500, 1000, 1500, 2000]');
    const { value, findings } = await readPolicyText(new TextEncoder().encode(policy), policyPath);
    expect(findings).toEqual([]);
    expect(value).toMatchObject({ regression: { baseline: ['evals/merge.jsonl'], sampling: 'history' } });
    expect(details[0]).toContain('2,000 samples of trunk are in the ledger as evals/merge.jsonl: looks at');
    expect(details[1]).toContain('missing: candidate or evaluate');
    expect(details[2]).toContain(
      'the ledger has 9 evaluations of trunk under evals/merge.jsonl: those of the',
    );
  });

  test.each<[string, Parameters<typeof made>[1], string]>([
    ['few evaluations', { ...recorded, evaluations: 3 }, 'from 4 on, samples that flip are looked at first'],
    ['the committed results themselves', { ...recorded, path: 'evals/test.jsonl' }, 'They are not averaged'],
    ['other results than are committed', recorded, 'baseline: ["evals/merge.jsonl"] compares with them'],
    ['a ledger that cannot be read', { problem: 'the remote hung up' }, 'counted on: the remote hung up'],
  ])('says what becomes of %s', async (_, found, sentence) => {
    const files =
      found !== undefined && 'evaluations' in found && found.evaluations < 4
        ? {}
        : { 'evals/test.jsonl': rows(1200) };
    const { details } = await made(files, found);
    expect(details.join('\n')).toContain(sentence);
  });

  test('names the price, and what makes it less, by numbers that only fall with more samples', async () => {
    const { details } = await made({ 'evals/test.jsonl': rows(1200) });
    expect(details[0]).toMatch(
      /\. \d+ % of harmless changes are blocked at most and \d+ % of drops of 1\.8 points caught/,
    );
    expect(details.filter((line) => line.startsWith('better: '))).toHaveLength(2);
    for (const history of [false, true])
      for (const agreement of [90, 95] as const) {
        const all = [500, 1000, 1500, 2000, 3000].map(
          (samples) => ratesOf(samples, agreement, history)?.blocked ?? NaN,
        );
        expect(all).toEqual(all.toSorted((a, b) => b - a));
      }
    expect(ratesOf(499, 95, false)).toBeUndefined();
  });

  test('nothing to compare with is said', async () => {
    expect((await made({})).details).toEqual([expect.stringContaining('no results of trunk were found')]);
  });
});

test('the ledger is asked for the file that most evaluations of trunk wrote', async () => {
  const bytes = (samples: number) => {
    const text = Array.from({ length: samples }, (_, id) => JSON.stringify({ id, score: id % 2 })).join('\n');
    const kept = recordedRows(
      readResults([{ path: 'evals/a.jsonl', bytes: new TextEncoder().encode(text) }]),
    );
    return new TextEncoder().encode('text' in kept ? kept.text : '');
  };
  const evaluation = (...files: [string, number][]) => ({
    sha: 'a'.repeat(40),
    at: '2026-11-20T03:00:00Z',
    files: new Map(files.map(([file, samples]) => [file, bytes(samples)])),
  });
  const recent = async () => [
    evaluation(['evals/nightly.jsonl', 50]),
    evaluation(['evals/merge.jsonl', 20]),
    evaluation(['evals/merge.jsonl', 10], ['evals/nightly.jsonl', 40]),
    evaluation(['evals/merge.jsonl', 10]),
  ];
  const tip = async () => 'a'.repeat(40);
  expect(await recordedOf(tip, { recent })).toEqual({
    path: 'evals/merge.jsonl',
    evaluations: 3,
    samples: 20,
  });
  expect(await recordedOf(tip, { recent: async () => [] })).toBeUndefined();
  const unread = async () => Promise.reject(new UserError('the remote hung up'));
  expect(await recordedOf(tip, { recent: unread })).toEqual({ problem: 'the remote hung up' });
});

describe('a program that writes what the model is fed', () => {
  const program = async (files: Readonly<Record<string, string>>) =>
    (await initialFiles(memoryTree(files), 'main')).find(({ path: file }) => file === 'fingerprint.py');

  test.each<[string, Record<string, string>, string]>([
    [
      'a processor in code',
      { 'train/data.py': 'p = AutoProcessor.from_pretrained("a/b")\n' },
      'AutoProcessor.from_pretrained("a/b")',
    ],
    [
      'a processor of the repository',
      { 'model/preprocessor_config.json': '{}' },
      'AutoProcessor.from_pretrained("model")',
    ],
    ['a WebDataset', { 'data/load.py': 'd = wds.WebDataset(urls)\n' }, 'wds.WebDataset(samples'],
    [
      'a data set of torch',
      { 'train/data/__init__.py': 'class Invoices(torch.utils.data.Dataset):\n    pass\n' },
      'from train.data import Invoices',
    ],
    ['a collator', { 'src/batch.py': 'class DocCollator:\n    pass\n' }, 'collate = DocCollator()'],
    [
      'a function that collates',
      { 'batch.py': 'import x\n\ndef my_collate_fn(rows):\n    pass\n' },
      'return my_collate_fn(rows)',
    ],
  ])('is written for %s, in under 40 lines', async (_, files, line) => {
    const { content = '' } = (await program(files)) ?? {};
    expect(content).toContain(line);
    expect(content.split('\n').length).toBeLessThan(41);
  });

  test('is not written where there is none', async () => {
    expect(
      await program({ 'train.py': 'print(1)\n', 'tests/data.py': 'AutoProcessor.from_pretrained("a/b")\n' }),
    ).toBeUndefined();
  });
});
