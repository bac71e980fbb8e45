import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  configDefaults,
  type FrameworkFacts,
  frameworkFindings,
  pinFiles,
  pinsIn,
  readDocument,
} from '../../../src/config/index.ts';
import { judgeConfig } from '../../../src/config/gate/validate-model-config.ts';
import { memoryPorts, memoryTree } from '../../support/trees.ts';

const facts: FrameworkFacts = {
  transformers: {
    versions: ['4.45.2', '4.46.3', '5.0.0'],
    groups: {
      TrainingArguments: {
        always: 'per_device_train_batch_size learning_rate eval_strategy',
        some: {
          evaluation_strategy: [0, 0],
          overwrite_output_dir: [0, 1],
          new_option: [2, 2],
        },
      },
    },
    renamed: { evaluation_strategy: 'eval_strategy' },
    classes: 'LlamaDecoderLayer Qwen3MoeDecoderLayer',
  },
  trl: {
    versions: ['0.24.0', '1.0.0'],
    groups: { SFTConfig: { always: 'packing', some: { max_seq_length: [0, 0], later: [1, 1] } } },
    renamed: { max_seq_length: 'max_length' },
  },
  vllm: {
    versions: ['0.9.2', '0.10.0'],
    groups: { EngineArgs: { always: 'model max_model_len', some: { task: [0, 0] } } },
    renamed: { task: 'runner' },
  },
};

const trainer = (line: string) => `per_device_train_batch_size: 2\n${line}\n`;

function found(text: string, pins: Readonly<Record<string, string>> = {}, isExact = true) {
  const document = readDocument(text, { file: 'a.yaml', dialect: 'pyyaml' });
  const all = new Map(
    Object.entries(pins).map(([name, version]) => [name, { version, file: 'uv.lock', isExact }]),
  );
  return frameworkFindings(document, facts, all);
}

describe('options of a framework by version', () => {
  test.each([
    ['renamed, and nothing pins it', trainer('evaluation_strategy: steps'), {}, 'warning', /eval_strategy/],
    [
      'by other names of a trainer alone',
      'learning_rate: 1.0e-5\nmax_steps: 10\nevaluation_strategy: steps\n',
      {},
      'warning',
      /eval_strategy/,
    ],
    [
      'renamed before the pinned version',
      trainer('evaluation_strategy: steps'),
      { transformers: '4.46.0' },
      'error',
      /eval_strategy/,
    ],
    ['gone', trainer('overwrite_output_dir: true'), { transformers: '5.0.0' }, 'error', /take it out/],
    ['not there yet', trainer('new_option: 1'), { transformers: '4.46.1' }, 'warning', /5\.0\.0 or later/],
    [
      'newer than all that is known',
      trainer('overwrite_output_dir: true'),
      { transformers: '6.1.0' },
      'error',
      /take it out/,
    ],
    [
      'gone from one of several classes',
      trainer('max_seq_length: 9'),
      { trl: '1.0.0' },
      'error',
      /max_length/,
    ],
    ['with dashes', 'model: a\nmax-model-len: 10\ntask: embed\n', { vllm: '0.10.1' }, 'error', /runner/],
    [
      'a slip of a class',
      'fsdp_transformer_layer_cls_to_wrap: LLaMADecoderLayer\n',
      {},
      'warning',
      /LlamaDecoderLayer/,
    ],
    [
      'a slip of a letter',
      'transformer_layer_cls_to_wrap: [Qwen3MoeDecodrLayer]\n',
      {},
      'warning',
      /Qwen3MoeDecoderLayer/,
    ],
  ])('%s', (_, text, pins, severity, help) => {
    expect(found(text, pins)).toMatchObject([
      { severity, file: 'a.yaml', help: expect.stringMatching(help) },
    ]);
  });

  test.each([
    ['gone without a new name, and nothing pins it', trainer('overwrite_output_dir: true'), {}],
    ['there at the pinned version', trainer('evaluation_strategy: steps'), { transformers: '4.45.0' }],
    ['a patch that came later', trainer('evaluation_strategy: steps'), { transformers: '4.45.9' }],
    ['gone, where no version of its package is known', trainer('max_seq_length: 9'), {}],
    ["a script's own option that its trainer has later", trainer('later: 9'), { trl: '0.24.0' }],
    ['not there yet, and nothing pins it', trainer('new_option: 1'), {}],
    ['what no version knows', trainer('constructor: 1\n__proto__: 2'), { transformers: '5.0.0' }],
    ['the same word in another file', 'evaluation_strategy: steps\n', { transformers: '5.0.0' }],
    ['a class of its own', 'fsdp_transformer_layer_cls_to_wrap: AcmeBlock\n', {}],
  ])('says nothing of %s', (_, text, pins) => {
    expect(found(text, pins)).toEqual([]);
  });

  test('a range of versions only warns', () => {
    expect(found(trainer('evaluation_strategy: steps'), { transformers: '5.0.0' }, false)).toMatchObject([
      { severity: 'warning' },
    ]);
  });
});

describe('what decides on a version', () => {
  test.each([
    ['uv.lock', '[[package]]\nname = "transformers"\nversion = "4.46.3"\n', '4.46.3', true],
    ['requirements.txt', 'torch\ntransformers==4.45.2\n', '4.45.2', true],
    ['requirements/train.txt', 'transformers[torch] >=4.40, <5\n', '4.46.3', false],
    ['pyproject.toml', 'dependencies = ["transformers>=4.45,<4.46"]\n', '4.45.2', false],
    ['Dockerfile', 'RUN pip install "transformers==4.46.1" vllm\n', '4.46.1', true],
    ['requirements.txt', 'sentence-transformers==3.0\ntransformers-stream==1.0\n', undefined, false],
    ['requirements.txt', 'transformers>=9\n', undefined, false],
  ])('%s: %j', (file, text, version, isExact) => {
    expect(pinFiles([file])).toEqual([file]);
    const pin = pinsIn([{ file, text }], facts).get('transformers');
    expect(pin).toEqual(version === undefined ? undefined : { version, file, isExact });
  });

  test('an exact version goes before a range, wherever it stands', () => {
    const texts = [
      { file: 'requirements/eval.txt', text: 'transformers>=4.40\n' },
      { file: 'requirements/train.txt', text: 'transformers==4.45.2\n' },
      { file: 'requirements/late.txt', text: 'transformers>=4.46\n' },
    ];
    expect(pinsIn(texts, facts).get('transformers')).toMatchObject({ version: '4.45.2', isExact: true });
  });
});

/** Errors and warnings of a change, as `severity rule file:line`. */
async function judged(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) {
  const ports = await memoryPorts(memoryTree(before), memoryTree({ ...before, ...after }));
  const report = await judgeConfig(configDefaults, ports);
  return report.findings
    .filter(({ severity }) => severity !== 'notice')
    .map(({ severity, rule, file, line }) => `${severity} ${rule} ${file}:${line}`);
}

test('a framework that moves breaks configs that the change leaves alone', async () => {
  const before = {
    'configs/sft.yaml': trainer('evaluation_strategy: steps'),
    'requirements.txt': 'transformers==4.50.3\n',
  };
  expect(await judged(before, { 'requirements.txt': 'transformers==4.57.6\n' })).toEqual([
    'error config/framework-option configs/sft.yaml:2',
  ]);
  expect(await judged(before, { 'requirements.txt': 'transformers==4.50.2\n' })).toEqual([]);
});

test('the facts are whole: versions rise, spans lie in them, and all is small', () => {
  const text = readFileSync('src/config/frameworks/facts.json', 'utf8');
  expect(text.length).toBeLessThan(150_000);
  const all = JSON.parse(text) as FrameworkFacts;
  expect(Object.keys(all).length).toBeGreaterThan(3);
  for (const { versions, groups } of Object.values(all)) {
    expect(versions.length).toBeGreaterThan(2);
    const spans = Object.values(groups).flatMap(({ some }) => Object.values(some));
    const isIn = ([first = -1, last = -1]: readonly number[]) =>
      first >= 0 && first <= last && last < versions.length;
    expect(spans.filter((span) => !isIn(span))).toEqual([]);
  }
});
