import { describe, expect, test } from 'vitest';
import {
  configDefaults,
  defaultFindings,
  type FrameworkFacts,
  frameworkFindings,
  pinFiles,
  pinsIn,
  readDocument,
} from '../../../src/config/index.ts';
import { ComposedDocument } from '../../../src/config/compose/document.ts';
import { JudgedParts } from '../../../src/config/frameworks/judged-parts.ts';
import type { DictNode, Entry } from '../../../src/documents/tree/node.ts';
import { judgeConfig } from '../../../src/config/gate/validate-model-config.ts';
import { memoryPorts, memoryTree } from '../../support/trees.ts';

const facts: FrameworkFacts = {
  transformers: {
    versions: ['4.45.2', '4.46.3', '5.0.0'],
    groups: {
      TrainingArguments:
        'per_device_train_batch_size:i=8 learning_rate:f=5e-05 eval_strategy:s#0="no" evaluation_strategy:s#0="no"@-0 ' +
        'overwrite_output_dir:b=F@-1 new_option:i@2- optim:s#1="adamw_torch"@-1,s#2="adamw_torch_fused"@2- bf16:b=F report_to:lns',
      model_type: 'llama: new_family:@2-',
      configs: '[llama] hidden_size:i@2- rope_theta:@-1',
      PretrainedConfig: 'vocab_size:',
      quantization: '[awq] bits:i=4 zero_point:b=T',
      processors: '[AcmeImageProcessor] image_mean: patch_size:',
      ImagesKwargs: 'do_pad: image_processor_type:',
    },
    choices: ['no steps epoch', 'adamw_torch adafactor', 'adamw_torch_fused adafactor'],
    renamed: { evaluation_strategy: 'eval_strategy' },
    classes: 'LlamaDecoderLayer Qwen3MoeDecoderLayer',
  },
  torchtune: {
    versions: ['0.5.0', '0.6.1'],
    groups: { components: '[torchtune.models] llama: qwen2:' },
    choices: [],
    renamed: {},
  },
  trl: {
    versions: ['0.24.0', '1.0.0'],
    groups: { SFTConfig: 'packing:b=F max_length:in max_seq_length:in@-0 later:in@1-' },
    choices: [],
    renamed: { max_seq_length: 'max_length' },
  },
  vllm: {
    versions: ['0.9.2', '0.10.0'],
    groups: { EngineArgs: 'model:s max_model_len:in dtype:s#0="auto" runner:s task:s@-0 enforce_eager:b=F' },
    choices: ['auto half bfloat16'],
    renamed: { task: 'runner' },
  },
  deepspeed: {
    versions: ['0.17.6', '0.18.9'],
    groups: {
      json: 'train_batch_size: bf16:d@1- zero_optimization:d [bf16] enabled:b=F@1- [zero_optimization] late:b@1- stage:i#0=0 reduce_bucket_size:i~0~=500000000 overlap_comm:bn offload_param:d [zero_optimization.offload_param] ratio:f~!0~1=1.0',
    },
    choices: ['0 1 2 3'],
    renamed: {},
  },
  axolotl: {
    versions: ['0.12.2', '0.13.2'],
    groups: {
      config:
        'base_model:s datasets:ln micro_batch_size:in sequence_len:i=512 context_parallel_size:in old_size:in',
    },
    choices: [],
    renamed: { old_size: 'context_parallel_size', older_size: 'context_parallel_size' },
  },
  verl: {
    versions: ['0.6.1'],
    groups: { ppo: 'actor_rollout_ref:d profiler:d [profiler] cuda-graphs:b' },
    choices: [],
    renamed: {},
  },
  llamafactory: {
    versions: ['0.9.3', '0.9.4'],
    groups: { arguments: 'model_name_or_path:ns finetuning_type:s#0="lora" template:ns cutoff_len:i=2048' },
    choices: ['lora full freeze'],
    renamed: {},
  },
};

const ds = (line: string) => `zero_optimization:\n  stage: 2\n  ${line}\n`;
const axolotl = (line: string) => `base_model: a\ndatasets: []\nsequence_len: 10\n${line}\n`;
const factory = (line: string) => `model_name_or_path: a\ntemplate: b\ncutoff_len: 10\n${line}\n`;
const processor = (line: string) => `image_processor_type: AcmeImageProcessorFast\n${line}\n`;
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
    ['gone, and nothing pins it', trainer('overwrite_output_dir: true'), {}, 'notice', /take it out/],
    ['an old name that is taken too', axolotl('old_size: 2'), {}, 'warning', /context_parallel_size/],
    ['an old name that no version has', axolotl('older_size: 2'), {}, 'warning', /context_parallel_size/],
    [
      'a slip of a server',
      'model: a\nmax_model_len: 1\nenforce_eagr: true\n',
      {},
      'warning',
      /enforce_eager/,
    ],
    [
      'that, of an exact version',
      'model: a\nmax_model_len: 1\nenforce_eagr: true\n',
      { vllm: '0.10.0' },
      'error',
      /enforce_eager/,
    ],
    [
      'of a family',
      'model_type: llama\ntransformers_version: 5.0.0\nhiden_size: 8\n',
      {},
      'warning',
      /hidden_size/,
    ],
    [
      'of a quantisation',
      'quantization_config: {quant_method: awq, zero_pint: true}\n',
      {},
      'warning',
      /zero_point/,
    ],
    ['of an image processor', processor('imge_mean: [1, 1, 1]'), {}, 'warning', /image_mean/],
    [
      'not there yet, in a section that is',
      'zero_optimization: {late: true}\n',
      { deepspeed: '0.17.6' },
      'warning',
      /0\.18\.9 or later/,
    ],
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
    ['there at the pinned version', trainer('evaluation_strategy: steps'), { transformers: '4.45.0' }],
    ['a patch that came later', trainer('evaluation_strategy: steps'), { transformers: '4.45.9' }],
    ['gone, where no version of its package is known', trainer('max_seq_length: 9'), {}],
    ['a range of versions in a family', 'model_type: llama\nrope_theta: 1\n', { transformers: '5.0.0' }],
    ['a family whose code comes with it', 'model_type: llama\nauto_map: {}\nhiden_size: 8\n', {}],
    ['an option of the server around it', 'model: a\nmax_model_len: 1\nhost: b\n', { vllm: '0.10.0' }],
    [
      'a name with dashes of its own',
      'actor_rollout_ref: {}\nprofiler: {cuda-graphs: true}\n',
      { verl: '0.6.1' },
    ],
    [
      'what a class keeps for itself',
      'quantization_config: {quant_method: awq, bits: 4, _zero_point: true}\n',
      {},
    ],
    ['what every processor may have', processor('do_pad: true'), {}],
    ['a class of which nothing is known', processor('imge_mean: 1').replace('Acme', 'Other'), {}],
    ["a script's own option that its trainer has later", trainer('later: 9'), { trl: '0.24.0' }],
    ['not there yet, and nothing pins it', trainer('new_option: 1'), {}],
    [
      'a section that older versions read in code of their own',
      'zero_optimization: {stage: 2}\nbf16: {enabled: true}\n',
      { deepspeed: '0.17.6' },
    ],
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

const server = (line: string) => `model: a\nmax_model_len: 10\n${line}\n`;

describe('values that a framework does not take', () => {
  test.each([
    ['none of the choices of any version', trainer('optim: adam'), {}, 'error', /adamw_torch/],
    [
      'a choice that the version has no more',
      trainer('optim: adamw_torch'),
      { transformers: '5.0.0' },
      'error',
      /adamw_torch_fused/,
    ],
    ['a text for a number', trainer('learning_rate: fast'), {}, 'error', /a number/],
    ['a fraction for a count', 'per_device_train_batch_size: 2.5\n', {}, 'error', /a whole number/],
    ['a list for a number', trainer('learning_rate: [1]'), {}, 'error', /a number/],
    ['a text that counts as true', trainer("bf16: 'false'"), {}, 'warning', /counts as true/],
    [
      'a flag of a server that is no number',
      server('max_num_seqs: 2\nenforce_eager: maybe'),
      {},
      'error',
      /true or false/,
    ],
    ['a choice of a server', server('dtype: bf16'), {}, 'error', /bfloat16/],
    ['a stage', 'zero_optimization:\n  stage: 4\n', {}, 'error', /0, 1, 2, 3/],
    ['a range', ds('reduce_bucket_size: -1'), {}, 'error', /at least 0/],
    ['an open range', ds('offload_param: {ratio: 0.0}'), {}, 'error', /above 0 and at most 1/],
    ['a number where pydantic wants a text', axolotl('base_model: 7'), {}, 'error', /a text/],
    ['a choice that nobody checks', factory('finetuning_type: lore'), {}, 'warning', /freeze/],
  ])('%s', (_, text, pins, severity, help) => {
    const body = text.replace('base_model: a\n', text.includes('base_model: 7') ? '' : 'base_model: a\n');
    expect(found(body, pins)).toMatchObject([
      { rule: 'config/framework-value', severity, help: expect.stringMatching(help) },
    ]);
  });

  test.each([
    ['a choice of another version, and nothing pins it', trainer('optim: adamw_torch'), {}],
    ['a whole number for a number', trainer('learning_rate: 1'), {}],
    ['a number as text, where a flag is read from it', server("max_model_len: '8192'"), {}],
    ['a bucket with an exponent', ds('reduce_bucket_size: 5.0e+8'), {}],
    ['what the trainer fills in', ds('reduce_bucket_size: auto'), {}],
    ['what a shell or a template fills in', trainer("learning_rate: '${LR}'"), {}],
    ['null', trainer('learning_rate: null'), {}],
    ['several where one text is', trainer('report_to: [tensorboard]'), {}],
    ['a text that pydantic reads as a number', axolotl("micro_batch_size: '2'"), {}],
  ])('says nothing of %s', (_, text, pins) => {
    expect(found(text, pins)).toEqual([]);
  });
});

describe('options that no version has', () => {
  test.each([
    ['a slip that is refused', factory('cutof_len: 1'), {}, 'error', /cutoff_len/],
    ['that, of an exact version', factory('colour: 1'), { llamafactory: '0.9.4' }, 'error', /take it out/],
    ['a slip that is dropped', axolotl('context_parapllel_size: 2'), {}, 'warning', /context_parallel_size/],
    ['in a closed section', ds('stge: 1'), {}, 'error', /stage/],
  ])('%s', (_, text, pins, severity, help) => {
    expect(found(text, pins)).toMatchObject([
      { rule: 'config/framework-option', severity, help: expect.stringMatching(help) },
    ]);
  });

  test.each([
    ["what the trainer's class has", factory('learning_rate: 1.0e-5'), {}],
    ['what is refused, near nothing, and of no known version', factory('colour: 1'), {}],
    ['what is dropped, and near nothing', axolotl('colour: 1'), {}],
    ['what is beside closed sections', 'zero_optimization:\n  stage: 1\ncolour: 1\n', {}],
  ])('says nothing of %s', (_, text, pins) => {
    expect(found(text, pins)).toEqual([]);
  });
});

describe('what a config names beside options', () => {
  const model = 'model_type: new_family\ntransformers_version: 5.0.0\n';
  const layout = 'num_layers: 8\nhidden_size: 64\nnum_query_groups: 2\ntensor_model_parallel_size: 4\n';
  test.each([
    ['a family that comes later', model, { transformers: '4.46.3' }, 'error', /5\.0\.0 or later/],
    [
      'a component',
      'model: {_component_: torchtune.models.lama}\n',
      {},
      'warning',
      /torchtune\.models\.llama/,
    ],
    ['fewer groups than ranks', layout, { 'megatron-core': '0.15.3' }, 'error', /0\.16\.0 or later/],
  ])('%s', (_, text, pins, severity, help) => {
    expect(found(text, pins)).toMatchObject([{ severity, help: expect.stringMatching(help) }]);
  });

  test.each([
    ['a family that is there', model, { transformers: '5.0.0' }],
    [
      'a family whose code comes with it',
      `${model}auto_map: {AutoConfig: a.B}\n`,
      { transformers: '4.46.3' },
    ],
    [
      'a family of which nothing is known',
      'model_type: acme\ntransformers_version: 5.0.0\n',
      { transformers: '4.46.3' },
    ],
    ['a component of somebody else', 'model: {_component_: acme.lama}\n', {}],
    ['groups that ranks may share', layout, { 'megatron-core': '0.16.1' }],
    ['groups that ranks may share, and nothing pins it', layout, {}],
  ])('says nothing of %s', (_, text, pins) => {
    expect(found(text, pins)).toEqual([]);
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
    ['docker/train/requirements.txt', 'transformers==4.46.3\n', '4.46.3', true],
    [
      'pixi.lock',
      '- pypi: https://files.example/a.whl\n  name: transformers\n  version: 4.46.3\n',
      '4.46.3',
      true,
    ],
    [
      'pixi.lock',
      '- conda: https://c.example/noarch/transformers-4.45.2-pyhd8ed1ab_0.conda\n',
      '4.45.2',
      true,
    ],
    ['conda-lock.yml', 'package:\n- name: transformers\n  version: 4.46.3\n', '4.46.3', true],
    [
      'Pipfile.lock',
      '{"default": {"transformers": {"hashes": ["a"], "version": "==4.45.2"}}}',
      '4.45.2',
      true,
    ],
    ['environment.yml', 'dependencies:\n  - conda-forge::transformers=4.46.3=pyhd8ed1ab_0\n', '4.46.3', true],
    ['Dockerfile.train', 'FROM huggingface/transformers-pytorch-gpu:4.45.2\n', '4.45.2', true],
    ['requirements.txt', 'transformers>=9\n', '9', false],
    ['requirements.txt', 'transformers>=9.x\n', undefined, false],
    ['requirements.txt', 'transformers @ git+https://git.example/hf/transformers@v4.45.1\n', '4.45.1', true],
    [
      'requirements.txt',
      'git+ssh://git@git.example/hf/transformers.git@v4.45.1#egg=transformers\n',
      '4.45.1',
      true,
    ],
    [
      'pyproject.toml',
      '[tool.uv.sources]\ntransformers = { git = "https://git.example/t", tag = "v4.45.1" }\n',
      '4.45.1',
      true,
    ],
    [
      'pyproject.toml',
      '[tool.poetry.dependencies.transformers]\ngit = "https://git.example/t"\nrev = "v4.45.1"\n\n[tool.black]\n',
      '4.45.1',
      true,
    ],
    ['pyproject.toml', '[tool.poetry.dependencies."transformers"]\nversion = "4.45.2"\n', '4.45.2', true],
    ['pyproject.toml', '[tool.poetry.dependencies]\ntransformers = "4.45.2"\n', '4.45.2', true],
    ['pyproject.toml', '[tool.poetry.dependencies]\ntransformers = "~4.45 || ^4.46"\n', '4.46.3', false],
    [
      'pyproject.toml',
      '[tool.poetry.group.train.dependencies]\ntransformers = { version = "~4.45", extras = ["torch"] }\n',
      '4.45.2',
      false,
    ],
    [
      'pyproject.toml',
      '[project]\ndependencies = ["transformers>=4.46"]\n[tool.uv.sources.transformers]\ngit = "https://git.example/t"\ntag = "v4.45.1"\n',
      '4.45.1',
      true,
    ],
    [
      'pyproject.toml',
      '[project]\ndependencies = ["transformers==4.46.3"]\n[project.scripts]\ntransformers = "acme.main:run"\n[tool.uv.sources]\ntransformers = { index = "own" }\n',
      '4.46.3',
      true,
    ],
    ['pyproject.toml', '[tool.poetry.dependencies]\ntransformers = "*"\n', undefined, false],
    ['pixi.toml', '[pypi-dependencies]\ntransformers = ">=4.45,<4.46"\n', '4.45.2', false],
    ['Pipfile', '[packages]\ntransformers = "==4.46.3"\n', '4.46.3', true],
    [
      'poetry.lock',
      '[[package]]\nname = "trl"\nversion = "1.0"\n[package.dependencies]\ntransformers = ">=4.46"\n',
      undefined,
      false,
    ],
  ])('%s: %j', (file, text, version, isExact) => {
    expect(pinFiles([file])).toEqual([file]);
    const pin = pinsIn([{ file, text }], facts).get('transformers');
    expect(pin).toEqual(version === undefined ? undefined : { version, file, isExact });
  });

  test.each([
    ['a Dockerfile', 'docker/Dockerfile', 'FROM vllm/vllm-openai:v0.10.0 AS base\n', '0.10.0'],
    ['compose', 'compose.yaml', 'services:\n  llm:\n    image: "vllm/vllm-openai:v0.9.2-cu128"\n', '0.9.2'],
    ['a manifest', 'k8s/llm.yaml', 'image: registry.example/vllm/vllm-openai:v0.9.2\n', '0.9.2'],
    ['an image of no version', 'Dockerfile', 'FROM vllm/vllm-openai:latest\n', undefined],
    ['an image of another name', 'Dockerfile', 'FROM acme/vllm:v0.9.2\n', undefined],
  ])('the image of %s', (_, file, text, version) => {
    expect(pinFiles([file])).toEqual([file]);
    expect(pinsIn([{ file, text }], facts).get('vllm')?.version).toBe(version);
  });

  test.each([
    ['pyproject.toml', '[project]\nname = "transformers"\n', true],
    ['pyproject.toml', '[[tool.uv.index]]\nname = "transformers"\n', undefined],
    ['setup.py', "setup(\n    name='transformers',\n)\n", true],
    ['setup.cfg', '[metadata]\nname = transformers\n', true],
    ['tools/setup.py', "setup(\n    name='transformers',\n)\n", undefined],
  ])('what a repository makes it does not pin: %s %j', (file, text, isOwn) => {
    const texts = [
      { file, text },
      { file: 'docker/Dockerfile', text: 'RUN pip install transformers==4.45.2\n' },
    ];
    expect(pinsIn(texts, facts).get('transformers')?.isOwn).toBe(isOwn);
  });

  test('what a folder pins is sure of that folder alone', () => {
    const pins = pinsIn([{ file: 'chat/requirements.txt', text: 'transformers==4.46.3\n' }], facts);
    const severities = ['chat/configs/a.yaml', 'other/a.yaml'].map(
      (file) =>
        frameworkFindings(
          readDocument(trainer('evaluation_strategy: steps'), { file, dialect: 'pyyaml' }),
          facts,
          pins,
        )[0]?.severity,
    );
    expect(severities).toEqual(['error', 'warning']);
  });

  test('a trainer with options of the server that it starts is no server', () => {
    const judged = (more: string) =>
      frameworkFindings(
        readDocument(`model: a\nmax_model_len: 8\ndtype: float99\n${more}`, {
          file: 'a.yaml',
          dialect: 'pyyaml',
        }),
        facts,
        new Map(),
      ).length;
    expect([judged(''), judged('learning_rate: 1.0e-4\n')]).toEqual([1, 0]);
  });

  test('what is in the repository of a framework may take what no release does', () => {
    const pins = pinsIn([{ file: 'pyproject.toml', text: '[project]\nname = "transformers"\n' }], facts);
    const document = readDocument(trainer('eval_strategy: hourly'), { file: 'a.yaml', dialect: 'pyyaml' });
    expect(frameworkFindings(document, facts, new Map()).map(({ severity }) => severity)).toEqual(['error']);
    expect(frameworkFindings(document, facts, pins)).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('what is in this repository may differ') },
    ]);
  });

  test('environments of tests, documentation and examples run nothing of the repository', () => {
    expect(pinFiles(['docs/requirements.txt', 'examples/a/uv.lock', 'tests/requirements.txt'])).toEqual([]);
  });

  test.each([
    ['folders that differ leave it open', ['a/requirements.txt', 'b/requirements.txt'], false],
    ['the root goes before folders', ['requirements.txt', 'b/requirements.txt'], true],
  ])('%s', (_, files, isExact) => {
    const texts = files.map((file, at) => ({ file, text: `transformers==4.45.${at}\n` }));
    expect(pinsIn(texts, facts).get('transformers')).toMatchObject({ version: '4.45.0', isExact });
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

test('a framework that moves says which defaults change, of what a config leaves out', () => {
  const at = (version: string) => new Map([['transformers', { version, file: 'uv.lock', isExact: true }]]);
  const messages = (line: string) =>
    defaultFindings(
      readDocument(trainer(line), { file: 'a.yaml', dialect: 'pyyaml' }),
      facts,
      at('4.46.3'),
      at('5.0.0'),
    ).map(({ severity, message }) => `${severity}: ${message}`);
  expect(messages('learning_rate: 1.0')).toEqual([
    'notice: transformers 4.46.3 → 5.0.0 changes what this config leaves out: optim adamw_torch → adamw_torch_fused',
  ]);
  expect(messages('optim: adafactor')).toEqual([]);
});

test('a framework that moves breaks launch scripts that the change leaves alone', async () => {
  const script = (flags: string) => `#!/bin/sh\nvllm serve acme/m --max-model-len 8192 ${flags}\n`;
  const before = {
    'serve.sh': script('--num-speculative-tokens 3'),
    'other.sh': script('--enforce-eager'),
    'requirements.txt': 'vllm==0.7.3\n',
  };
  expect(await judged(before, { 'requirements.txt': 'vllm==0.11.0\n' })).toEqual([
    'error config/framework-option serve.sh:2',
  ]);
  expect(await judged(before, { 'requirements.txt': 'vllm==0.7.2\n' })).toEqual([]);
});

test.each([
  ['requirements.txt', 'transformers @ git+https://git.example/hf/transformers@main\n', 'main'],
  ['requirements.txt', 'transformers[torch]@git+https://git.example/hf/transformers@0a1b2c3d\n', '0a1b2c3d'],
  ['requirements.txt', 'git+https://git.example/hf/transformers\n', 'the default branch'],
  ['requirements.txt', 'git+ssh://git@git.example/hf/transformers\n', 'the default branch'],
  [
    'pyproject.toml',
    'transformers = { git = "https://git.example/t", branch = "v4.45-release" }\n',
    'v4.45-release',
  ],
  [
    'pyproject.toml',
    '[tool.poetry.dependencies.transformers]\ngit = "https://git.example/t"\nrev = "0a1b2c3d"\n',
    '0a1b2c3d',
  ],
])('%s: %j says that the version is unknown', (file, text, commit) => {
  const pins = pinsIn([{ file, text }], facts);
  expect(pins.get('transformers')).toMatchObject({ isExact: false, commit });
  const document = readDocument(trainer('evaluation_strategy: steps'), { file: 'a.yaml', dialect: 'pyyaml' });
  expect(
    frameworkFindings(document, facts, pins)
      .map(({ message }) => message)
      .join('\n'),
  ).toContain(`${file} takes ${commit} from git, whose version is unknown`);
});

describe('values of runs', () => {
  const known: FrameworkFacts = {
    verl: {
      versions: ['0.6.0', '0.6.1'],
      groups: { ppo: 'actor_rollout_ref:d [actor_rollout_ref] gone:s@0-0 kept:i' },
      choices: [],
      renamed: {},
    },
  };
  const pins = new Map([['verl', { version: '0.6.1', file: 'uv.lock', isExact: true }]]);
  const place = { line: 3, column: 5, endLine: 3, endColumn: 9 };
  const set = (name: string, word: string): Entry => {
    const source = { kind: 'override' as const, file: 'a.sh', lines: { place: () => place }, name: word };
    const at = { start: 0, end: 0, source };
    return { key: { type: 'str', value: name, ...at }, name, value: { type: 'int', value: 1n, ...at } };
  };
  const run = (...entries: readonly Entry[]) => {
    const own: DictNode = {
      type: 'dict',
      entries: new Map(entries.map((entry) => [entry.name, entry])),
      start: 0,
      end: 0,
    };
    const key = { type: 'str' as const, value: 'actor_rollout_ref', start: 0, end: 0 };
    const inner: Entry = { key, name: key.value, value: own };
    const root: DictNode = { ...own, entries: new Map([['actor_rollout_ref', inner]]) };
    return new ComposedDocument({ file: 'a.yaml', dialect: 'omegaconf' }, root, [], []);
  };

  test.each([
    ['gone=1', ['a.sh:3']],
    ['+gone=1', []],
    ['++gone=1', []],
  ])('%s, which the version has no more', (word, places) => {
    const found = frameworkFindings(run(set('gone', word)), known, pins);
    expect(found.map(({ file, line }) => `${file}:${line}`)).toEqual(places);
  });

  test('are judged once for all runs that share them, and reported in each', () => {
    const gone = set('gone', 'gone=1');
    const before = new JudgedParts();
    for (const document of [run(gone), run(gone, set('kept', 'kept=1')), run(gone, set('kepd', 'kepd=1'))])
      expect(frameworkFindings(document, known, pins, { shared: before })).toEqual(
        frameworkFindings(document, known, pins),
      );
  });
});
