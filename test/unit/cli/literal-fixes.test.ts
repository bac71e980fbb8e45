/** What a message says to do, done to the letter, and the gate run again. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { allRules } from '../../../src/bundles/rules.ts';
import { checkVerb } from '../../../src/cli/verbs/check.ts';
import { configVerb } from '../../../src/cli/verbs/config.ts';
import { regressionVerb } from '../../../src/cli/verbs/regression.ts';
import type { Verb } from '../../../src/cli/verb.ts';
import { allFindings, type Finding, type Report } from '../../../src/report/model.ts';
import { rememberingLog } from '../../support/log.ts';
import { createRepository, temporaryFolder } from '../../support/repository.ts';

type Files = Readonly<Record<string, string | undefined>>;

/** The edit that somebody makes who reads nothing but the fix: from its words and the text to the new text. */
type Follow = (said: RegExpExecArray, text: string) => string;

type Scene = readonly [rule: string, text: string, says: RegExp, follow: Follow];

const put = (from: string | RegExp, into: string): Follow => {
  return (said, text) => text.replace(from, into.replace('$said', said[1] ?? ''));
};

const registry = `parameters:
  lr: { type: float, min: 0, max: 0.1 }
  steps: { type: int }
  mode: { enum: [fast, slow] }
  name: { type: str }
  limit: { type: str }
  old: { type: int, deprecated: one name for one thing, replaced-by: steps }
`;

/** Of a config below a registry. */
const values: readonly Scene[] = [
  ['config/duplicate-key', 'lr: 0.01\nlr: 0.02\n', /^keep one of the two/, put('lr: 0.01\n', '')],
  ['config/number-as-text', 'lr: 1e-5\n', /^write (\S+)$/, put('1e-5', '$said')],
  ['config/leading-zero', 'steps: 010\n', /^write (\d+),/, put('010', '$said')],
  ['config/word-as-bool', 'name: no\n', /or (".*") in quotes/, put('no', '$said')],
  ['config/base-60', 'limit: 1:30\n', /or (".*") in quotes/, put('1:30', '$said')],
  ['config/text-as-date', 'name: 2026-01-31\n', /^write (".*") in quotes/, put('2026-01-31', '$said')],
  ['config/large-integer', 'name: 9007199254740993\n', /^quote it/, put(/\d{5,}/, '"$&"')],
  ['config/misspelt-parameter', 'setps: 3\n', /did you mean (\w+)\?/, put('setps', '$said')],
  ['config/unregistered-parameter', 'lr: 0.1\nnovel: 1\n', /or remove it$/, put('novel: 1\n', '')],
  ['config/wrong-type', 'steps: 48.0\n', /^write a value of type int/, put('48.0', '48')],
  ['config/out-of-range', 'lr: 10\n', /^keep to what the registry allows/, put('10', '0.1')],
  ['config/not-allowed', 'mode: fats\n', /did you mean (\w+)\?/, put('fats', '$said')],
  ['config/deprecated-parameter', 'old: 4\n', /^use (\w+) instead/, put('old', '$said')],
  ['config/no-parameters', '# lr: 1\n', /^write ({}) /, put(/^.*$/m, '$said')],
  ['config/unreadable', 'name: !!python/object:run x\n', /^remove the tag/, put(/!!\S+ /, '')],
];

const llama = (changes: Readonly<Record<string, string>>): string => {
  const model = {
    model_type: 'llama',
    hidden_size: '4096',
    intermediate_size: '11008',
    num_attention_heads: '32',
    num_key_value_heads: '32',
    num_hidden_layers: '32',
    vocab_size: '32000',
    max_position_embeddings: '4096',
    ...changes,
  };
  return Object.entries(model)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
};
const rope = (more: string): string => llama({ rope_scaling: `{ ${more} }` });

/** Of a model's config, without a registry. */
const models: readonly Scene[] = [
  [
    'config/merge-order',
    'a: &a { lr: 0.1 }\nb: &b { lr: 0.2 }\nc: { <<: [*a, *b] }\n',
    /^write lr beside <</,
    put('{ <<', '{ lr: 0.2, <<'),
  ],
  [
    'config/heads-divide-hidden',
    llama({ num_attention_heads: '30', num_key_value_heads: '30' }),
    /or set head_dim$/,
    put(/$/, 'head_dim: 128\n'),
  ],
  [
    'config/heads-divide-hidden',
    llama({ num_attention_heads: '30', num_key_value_heads: '4' }),
    /^change num_attention_heads to (\d+),/,
    put('num_attention_heads: 30', 'num_attention_heads: $said'),
  ],
  [
    'config/kv-heads-divide-heads',
    llama({ num_key_value_heads: '6' }),
    /^change num_key_value_heads to (\d+),/,
    put('heads: 6', 'heads: $said'),
  ],
  [
    'config/mrope-section',
    rope('rope_type: default, mrope_section: [24, 20, 18]'),
    /add up to half/,
    put('18', '20'),
  ],
  ['config/odd-rotary-width', llama({ head_dim: '127' }), /even$/, put('127', '128')],
  [
    'config/rope-keys',
    rope('rope_type: linear'),
    /^set (\w+) beside rope_type/,
    put('linear', 'linear, $said: 2.0'),
  ],
  [
    'config/rope-type-conflict',
    rope('type: linear, rope_type: yarn, factor: 4.0'),
    /^keep rope_type only/,
    put('type: linear, ', ''),
  ],
  [
    'config/yarn-factor',
    rope('rope_type: yarn, factor: 2.0, original_max_position_embeddings: 1024'),
    /^correct factor/,
    put('2.0', '4.0'),
  ],
  [
    'config/llama3-rope',
    rope(
      'rope_type: llama3, factor: 8.0, low_freq_factor: 4.0, high_freq_factor: 1.0, original_max_position_embeddings: 1024',
    ),
    /^swap the two factors$/,
    put('low_freq_factor: 4.0, high_freq_factor: 1.0', 'low_freq_factor: 1.0, high_freq_factor: 4.0'),
  ],
  [
    'config/llama3-rope',
    rope(
      'rope_type: llama3, factor: 8.0, low_freq_factor: 1.0, high_freq_factor: 4.0, original_max_position_embeddings: 8192',
    ),
    /before RoPE was scaled, below 4096/,
    put('8192', '2048'),
  ],
  [
    'config/rope-set-twice',
    llama({ rope_theta: '10000.0', rope_parameters: '{ rope_theta: 1000000.0, rope_type: default }' }),
    /^keep rope_parameters only/,
    put('rope_theta: 10000.0\n', ''),
  ],
  [
    'config/experts-per-token',
    llama({ model_type: 'mixtral', num_local_experts: '8', num_experts_per_tok: '16' }),
    /^set num_experts_per_tok to (\d+) or less/,
    put('16', '$said'),
  ],
  [
    'config/expert-groups',
    llama({ model_type: 'deepseek_v3', n_routed_experts: '256', num_experts_per_tok: '8', n_group: '7' }),
    /divides 256, such as (\d+)$/,
    put('n_group: 7', 'n_group: $said'),
  ],
  [
    'config/expert-groups',
    llama({ model_type: 'deepseek_v3', n_routed_experts: '256', n_group: '8', topk_group: '9' }),
    /^set topk_group to (\d+) or less/,
    put('topk_group: 9', 'topk_group: $said'),
  ],
  [
    'config/expert-parallel',
    llama({ model_type: 'mixtral', num_local_experts: '8', expert_model_parallel_size: '3' }),
    /such as (\d+)$/,
    put('parallel_size: 3', 'parallel_size: $said'),
  ],
  [
    'config/first-dense-layers',
    llama({ model_type: 'deepseek_v3', first_k_dense_replace: '40' }),
    /^set first_k_dense_replace to (\d+) or less/,
    put('replace: 40', 'replace: $said'),
  ],
  [
    'config/dense-layers',
    llama({ model_type: 'qwen3_moe', mlp_only_layers: '[0, 32]' }),
    /^name layers from 0 to (\d+)$/,
    put('[0, 32]', '[0, $said]'),
  ],
  [
    'config/pipeline-parallel',
    llama({ pipeline_model_parallel_size: '5' }),
    /such as (\d+), or set an uneven split$/,
    put('size: 5', 'size: $said'),
  ],
  [
    'config/vision-heads-divide',
    'model_type: qwen2_vl\nhidden_size: 3584\nnum_attention_heads: 28\nnum_key_value_heads: 4\nvision_config: { embed_dim: 1280, num_heads: 15, depth: 32, hidden_size: 3584 }\n',
    /^use (\d+) heads/,
    put('15', '$said'),
  ],
  [
    'config/linear-heads-divide',
    llama({ model_type: 'qwen3_next', linear_num_key_heads: '15', linear_num_value_heads: '32' }),
    /^change linear_num_key_heads to (\d+),/,
    put('15', '$said'),
  ],
  [
    'config/longrope-length',
    rope('rope_type: longrope, factor: 4.0, short_factor: [1.0], long_factor: [1.0]'),
    /^give \w+ (\d+) numbers/,
    ([, length = ''], text) => text.replaceAll('[1.0]', `[${Array(Number(length)).fill('1.0').join(', ')}]`),
  ],
  [
    'config/deepstack-indexes',
    'model_type: qwen3_vl\ntext_config: { hidden_size: 4096 }\nvision_config: { depth: 27, deepstack_visual_indexes: [8, 16, 40], out_hidden_size: 4096, hidden_size: 1152, num_heads: 16 }\n',
    /^name layers from 0 to (\d+)$/,
    put('40]', '$said]'),
  ],
  ['config/zero-stage', 'zero_optimization: { stage: 4 }\n', /^use 0, 1, 2 or (3)$/, put('4', '$said')],
  [
    'config/zero-options',
    'zero_optimization: { stage: 1, offload_param: { device: cpu } }\n',
    /^raise the stage/,
    put('stage: 1', 'stage: 3'),
  ],
  [
    'config/batch-product',
    'train_batch_size: 96\ntrain_micro_batch_size_per_gpu: 4\ngradient_accumulation_steps: 2\nworld_size: 10\n',
    /^write (\d+),/,
    put('96', '$said'),
  ],
  [
    'config/rope-keys',
    rope('rope_type: lineer, factor: 2.0'),
    /^did you mean (\w+)\?$/,
    put('lineer', '$said'),
  ],
  [
    'config/window-layers',
    llama({
      model_type: 'qwen2',
      use_sliding_window: 'true',
      sliding_window: '4096',
      max_window_layers: '40',
    }),
    /or switch the window off$/,
    put('use_sliding_window: true', 'use_sliding_window: false'),
  ],
  ['config/none-as-text', 'resume_from: None\n', /^write (null),/, put('None', '$said')],
  ['config/count-range', 'num_train_epochs: -2\n', /^use a count that the framework takes/, put('-2', '2')],
  ['config/learning-rate-range', 'lr: 30\n', /^check the exponent/, put('30', '3.0e-1')],
  [
    'config/latent-head-dim',
    llama({
      model_type: 'deepseek_v3',
      qk_rope_head_dim: '63',
      qk_nope_head_dim: '128',
      v_head_dim: '128',
      kv_lora_rank: '512',
    }),
    /the rotating part even$/,
    put('63', '64'),
  ],
  [
    'config/quantization-groups',
    llama({ quantization_config: '{ quant_method: gptq, bits: 4, group_size: 100 }' }),
    /quantize with smaller groups$/,
    put('group_size: 100', 'group_size: 64'),
  ],
  [
    'config/token-id-range',
    llama({ pad_token_id: '-3' }),
    /^use the ids of this model's tokenizer/,
    put('-3', '-1'),
  ],
  [
    'config/tied-embeddings-conflict',
    llama({ tie_word_embeddings: 'false', text_config: '{ tie_word_embeddings: true }' }),
    /^set both alike/,
    put('true', 'false'),
  ],
  [
    'config/alias-conflict',
    llama({ num_experts: '128', num_local_experts: '64' }),
    /^keep one of them/,
    put('num_local_experts: 64\n', ''),
  ],
  [
    'config/not-positive',
    llama({ num_hidden_layers: '0' }),
    /^use an integer of (1) or more/,
    put('layers: 0', 'layers: $said'),
  ],
  ['config/scale-sign', llama({ rms_norm_eps: '1.0e+6' }), /such as (\S+)$/, put('1.0e+6', '$said')],
  [
    'config/unlikely-sizes',
    llama({ hidden_size: '14336', intermediate_size: '4096' }),
    /^swap them back/,
    put(/14336([^]*?)4096/, '4096$114336'),
  ],
  [
    'config/layer-types',
    llama({ layer_types: '[full_attention, full_attention]', num_hidden_layers: '3' }),
    /^give layer_types 3 entries/,
    put('[', '[full_attention, '),
  ],
  [
    'config/window-switch',
    llama({ model_type: 'qwen2', sliding_window: '4096' }),
    /take sliding_window out$/,
    put('sliding_window: 4096\n', ''),
  ],
  [
    'config/labels',
    llama({ num_labels: '3', id2label: '{ 0: a, 1: b }' }),
    /^write (num_labels: 2),/,
    put('num_labels: 3', '$said'),
  ],
  [
    'config/token-id-range',
    llama({ eos_token_id: '151643' }),
    /^use the ids of this model's tokenizer/,
    put('151643', '2'),
  ],
  [
    'config/position-grid',
    'model_type: qwen3_vl\ntext_config: { hidden_size: 4096 }\nvision_config: { num_position_embeddings: 2510, out_hidden_size: 4096, hidden_size: 1152, num_heads: 16 }\n',
    /square of the grid: (\d+) = 50²/,
    put('2510', '$said'),
  ],
  [
    'config/tensor-parallel',
    llama({ tensor_model_parallel_size: '6' }),
    /^use a size that divides 32, such as (\d+)/,
    put('size: 6', 'size: $said'),
  ],
  ['config/sequence-length', llama({ seq_length: '8192' }), /^shorten the sequences/, put('8192', '4096')],
  [
    'config/learning-rate-order',
    'lr: 1.0e-5\nmin_lr: 1.0e-4\n',
    /^swap them/,
    () => 'lr: 1.0e-4\nmin_lr: 1.0e-5\n',
  ],
  ['config/warmup', 'max_steps: 10\nwarmup_steps: 2000\n', /^shorten the warm-up/, put('2000', '2')],
  [
    'config/decay-end',
    'train_iters: 2000\nlr_decay_iters: 1000\n',
    /^set the decay to the number of steps/,
    put('1000', '2000'),
  ],
  [
    'config/best-model',
    'load_best_model_at_end: true\neval_strategy: steps\nsave_strategy: epoch\n',
    /^use the same strategy for both/,
    put('epoch', 'steps'),
  ],
  [
    'config/two-precisions',
    'bf16: true\nfp16: true\n',
    /^switch one of them off/,
    put('fp16: true', 'fp16: false'),
  ],
  [
    'config/batch-product',
    'train_batch_size: 30\ntrain_micro_batch_size_per_gpu: 4\ngradient_accumulation_steps: 2\n',
    /^write a multiple of (\d+)/,
    put('30', '$said'),
  ],
  [
    'config/share-range',
    llama({ attention_dropout: '10' }),
    /such as (0\.1) for 10 %/,
    put(': 10\n', ': $said\n'),
  ],
];

async function run(
  verb: Verb,
  cwd: string,
  given: Readonly<Record<string, unknown>>,
  files: readonly string[] = [],
): Promise<Report> {
  const terminal = { cwd, log: rememberingLog(), environment: {}, json: false };
  const outcome = await verb.run(given, files, terminal);
  if (!('report' in outcome)) throw new Error('no report');
  return outcome.report;
}

function write(root: string, files: Files): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    if (text === undefined) rmSync(path.join(root, file));
    else writeFileSync(path.join(root, file), text);
  }
}

const of = (report: Report, rule: string): Finding | undefined =>
  allFindings(report).find((finding) => finding.rule === rule);

function said(report: Report, rule: string, says: RegExp): RegExpExecArray {
  const { help = '' } = of(report, rule) ?? {};
  const match = says.exec(help);
  if (match === null) throw new Error(`${rule} says: ${help}`);
  return match;
}

describe.each([
  ['below a registry', { '.github/model-registry.yml': registry }, values],
  ['of a model', {}, models],
] as const)('a config %s', (_, files, scenes) => {
  test.each(scenes)('%s in %j', async (rule, text, says, follow) => {
    const root = temporaryFolder();
    const judge = () => run(configVerb, root, {}, ['a.yaml']);
    write(root, { ...files, 'a.yaml': text });
    const match = said(await judge(), rule, says);
    write(root, { 'a.yaml': follow(match, text) });
    const report = await judge();
    expect(of(report, rule)).toBeUndefined();
    expect([report.verdict, allFindings(report).filter(({ severity }) => severity === 'error')]).toEqual([
      'pass',
      [],
    ]);
  });
});

const lock = (version: string) => `version = 1
requires-python = ">=3.12"

[[package]]
name = "m"
version = "1"
source = { virtual = "." }
dependencies = [{ name = "torch" }]

[package.metadata]
requires-dist = [{ name = "torch", specifier = ">=2.6" }]

[[package]]
name = "torch"
version = "${version}"
source = { registry = "https://index.example/simple" }
`;
const base: Files = {
  '.github/model-gates.yml': 'config:\n  files: [configs/*.yaml]\n',
  'pyproject.toml':
    '[project]\nname = "m"\nversion = "1"\nrequires-python = ">=3.12"\ndependencies = ["torch>=2.6"]\n',
  'uv.lock': lock('2.9.1'),
  'requirements.txt': 'datasets>=2,<4\n',
};
const policyFile = '.github/model-gates.yml';

/** Of a change to a repository: what it is, and what is committed or written after reading the fix. */
const changes: readonly (readonly [
  rule: string,
  change: Files,
  says: RegExp,
  follow: (said: RegExpExecArray) => { readonly files?: Files; readonly message?: string },
])[] = [
  [
    'deps/unexplained',
    { 'uv.lock': lock('2.10.0') },
    /add the line "([^"]+)" to (\S+), or/,
    ([, line = '', file = '']) => ({ files: { [file]: `${line}\n` } }),
  ],
  [
    'deps/unexplained',
    { 'uv.lock': lock('2.10.0') },
    /or "(Dependency-Change: [^"]+)" to the last paragraph of a commit message/,
    ([, trailer = '']) => ({ files: { note: '1' }, message: `Take torch 2.10\n\n${trailer}` }),
  ],
  [
    'deps/downgraded',
    { 'uv.lock': lock('2.8.0') },
    /add the line "([^"]+)" to (\S+), or/,
    ([, line = '', file = '']) => ({ files: { [file]: `${line}\n` } }),
  ],
  [
    'deps/floats',
    { 'requirements.txt': 'datasets>=2\n' },
    /^Put the bound back \(([^)]+)\)/,
    ([, bound = '']) => ({ files: { 'requirements.txt': `datasets${bound}\n` } }),
  ],
  [
    'deps/near-name',
    { 'requirements.txt': 'datasets>=2,<4\ntransfomers==4.57.0\n' },
    /transformers/,
    ([name = '']) => ({ files: { 'requirements.txt': `datasets>=2,<4\n${name}==4.57.0\n` } }),
  ],
  [
    'policy/misplaced',
    { '.github/model-gates.yaml': 'regression: { tolerance: 0.5 }\n' },
    /or delete it\.$/,
    () => ({ files: { '.github/model-gates.yaml': undefined } }),
  ],
  [
    'policy/out-of-range',
    { [policyFile]: 'regression: { alpha: 0.9 }\n' },
    /^write a number of at most (\S+)$/,
    ([, limit = '']) => ({ files: { [policyFile]: `regression: { alpha: ${limit} }\n` } }),
  ],
  [
    'policy/wrong-type',
    { [policyFile]: 'regression: { tolerance: half a point }\n' },
    /^write a number$/,
    () => ({ files: { [policyFile]: 'regression: { tolerance: 0.5 }\n' } }),
  ],
];

describe('a change', () => {
  test.each(changes)('%s in %j', async (rule, change, says, follow) => {
    const repository = createRepository();
    const { [policyFile]: _policy, ...bare } = base;
    repository.commit(rule === 'policy/misplaced' ? bare : base);
    repository.branch('feature');
    repository.commit(change);
    const judge = () => run(checkVerb, repository.root, { base: 'main' });
    const { files = {}, message = 'Follow' } = follow(said(await judge(), rule, says));
    repository.commit(files, message);
    const report = await judge();
    expect(of(report, rule)?.severity ?? 'notice').toBe('notice');
    expect(allFindings(report).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

const rows = (...list: readonly object[]) => list.map((row) => `${JSON.stringify(row)}\n`).join('');
const answers = (ids: readonly string[]) =>
  ids.map((id, index) => ({ id, target: index % 2 ? 'cat' : 'dog', prediction: index % 3 ? 'cat' : 'dog' }));
const ids = Array.from({ length: 1200 }, (_, index) => `s${index}`);
const good = rows(...answers(ids));

/** Of two files of results: what they are, and what is given after reading the fix. */
const evaluations: readonly (readonly [
  rule: string,
  candidate: string,
  metric: string,
  says: RegExp,
  follow: (said: RegExpExecArray) => { readonly candidate?: string; readonly metric?: string },
])[] = [
  [
    'regression/duplicate-sample',
    good + rows({ id: 's1', target: 'cat', prediction: 'dog' }),
    'accuracy',
    /^Give each sample one row/,
    () => ({ candidate: good }),
  ],
  [
    'regression/unmatched-samples',
    rows(...answers(ids.slice(0, 1000))),
    'accuracy',
    /^Evaluate the candidate on every sample of the baseline/,
    () => ({ candidate: good }),
  ],
  [
    'regression/no-pairs',
    rows(...answers(ids.map((id) => `t${id}`))),
    'accuracy',
    /^Let both evaluations write the same sample ids/,
    () => ({ candidate: good }),
  ],
  [
    'regression/metric-missing',
    good,
    'bleu',
    /^Name a metric that both sides carry/,
    () => ({ metric: 'accuracy' }),
  ],
  ['regression/positive-label', good, 'f1_binary', /f1_binary:positive=\w+/, ([metric = '']) => ({ metric })],
  [
    'regression/unreadable-results',
    `${good}{"id": "s9", "tar`,
    'accuracy',
    /^Write one row for each sample/,
    () => ({ candidate: good }),
  ],
];

describe('an evaluation', () => {
  test.each(evaluations)('%s', async (rule, candidate, metric, says, follow) => {
    const root = temporaryFolder();
    write(root, { 'a.jsonl': good, 'b.jsonl': candidate });
    const judge = (name: string) =>
      run(regressionVerb, root, {
        baseline: path.join(root, 'a.jsonl'),
        candidate: path.join(root, 'b.jsonl'),
        metric: [name],
      });
    const next = follow(said(await judge(metric), rule, says));
    write(root, { 'b.jsonl': next.candidate ?? candidate });
    const report = await judge(next.metric ?? metric);
    expect([of(report, rule), report.verdict]).toEqual([undefined, 'pass']);
  });
});

test('these are far more than thirty rules, all of them documented', () => {
  const tried = new Set([values, models, changes, evaluations].flat().map(([rule]) => rule));
  const known = new Set(allRules.map(({ id }) => id));
  expect([...tried].filter((rule) => !known.has(rule))).toEqual([]);
  expect(tried.size).toBeGreaterThanOrEqual(55);
});
