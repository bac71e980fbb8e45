import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { configDefaults, readDocument } from '../../../src/config/index.ts';
import { compareCheckpoint } from '../../../src/config/checkpoint/compare.ts';
import { canonicalName } from '../../../src/config/checkpoint/expected.ts';
import { countModels } from '../../../src/config/size/counted.ts';

interface Saved {
  readonly writer: string;
  readonly config: { readonly model_type: string };
  /** Elements of all parameters and stored buffers, tied ones once. */
  readonly parameters: number;
  /** Name → lengths, such as `96x24`. */
  readonly tensors: Readonly<Record<string, string>>;
}

/** Small models that transformers built from these configs and saved: each family, with the options that add tensors. */
const fixture = join(import.meta.dirname, '../../fixtures/config/transformers.json');
const saved: readonly Saved[] = JSON.parse(readFileSync(fixture, 'utf8'));

function summaryOf(config: object) {
  const document = readDocument(JSON.stringify(config), { file: 'config.json', dialect: 'json' });
  const summary = countModels(document, configDefaults)[0]?.summary;
  if (summary === undefined) throw new Error('the model is not counted');
  return summary;
}

function shapes(tensors: Saved['tensors']) {
  return new Map(
    Object.entries(tensors).map(([name, shape]) => [name, { shape: shape.split('x').map(Number) }]),
  );
}

const cases = saved.map((model) => ({ name: `${model.config.model_type}, ${model.writer}`, ...model }));

describe.each(cases)('$name', ({ config, parameters, tensors }) => {
  const { architecture, counts } = summaryOf(config);

  test('has as many parameters', () => {
    expect(Number(counts.total)).toBe(parameters);
  });

  test('has tensors of the same names and shapes', () => {
    expect(compareCheckpoint(architecture, shapes(tensors))).toEqual([]);
  });

  test.each(Object.keys(tensors).filter((_, index) => index % 9 === 0))('misses %s', (name) => {
    const rest = shapes(tensors);
    rest.delete(name);
    expect(compareCheckpoint(architecture, rest)).toMatchObject([{ kind: 'missing' }]);
  });
});

test('every family is among them', () => {
  const families =
    'llama mistral qwen2 qwen3 qwen2_moe qwen3_moe mixtral deepseek_v3 gemma3_text gemma3 phi3 gpt_oss qwen2_vl qwen2_5_vl qwen3_vl qwen3_vl_moe';
  expect(new Set(saved.map(({ config }) => config.model_type))).toEqual(new Set(families.split(' ')));
});

function savedAs(modelType: string): Saved {
  const found = saved.find(({ config }) => config.model_type === modelType);
  if (found === undefined) throw new Error(`no ${modelType} is saved`);
  return found;
}

describe('as releases keep them', () => {
  test('DeepSeek: fp8 with scales, and a prediction layer behind the last', () => {
    const { config, tensors } = savedAs('deepseek_v3');
    const all = shapes(tensors);
    for (const name of Object.keys(tensors))
      if (name.endsWith('_proj.weight')) all.set(`${name}_scale_inv`, { shape: [1, 1] });
    for (const name of ['enorm.weight', 'eh_proj.weight', 'shared_head.norm.weight', 'mlp.gate.weight'])
      all.set(`model.layers.2.${name}`, { shape: [1] });
    const compared = (more: object) => compareCheckpoint(summaryOf({ ...config, ...more }).architecture, all);
    expect(compared({ num_nextn_predict_layers: 1 })).toEqual([]);
    expect(compared({})).toMatchObject([{ kind: 'extra', count: 4 }]);
  });

  test('gpt-oss: experts in MXFP4 blocks and scales', () => {
    const { config, tensors } = savedAs('gpt_oss');
    const all = shapes(tensors);
    for (const name of Object.keys(tensors).filter((key) => /experts\.(?:gate_up|down)_proj$/.test(key))) {
      all.delete(name);
      all.set(`${name}_blocks`, { shape: [2, 3, 1, 16] });
      all.set(`${name}_scales`, { shape: [2, 3, 1] });
    }
    expect(compareCheckpoint(summaryOf(config).architecture, all)).toEqual([]);
    all.delete('model.layers.0.mlp.experts.down_proj_blocks');
    expect(compareCheckpoint(summaryOf(config).architecture, all)).toMatchObject([
      { kind: 'missing', count: 1 },
    ]);
  });
});

test.each([
  ['vision_tower.blocks.0.attn.qkv.weight', 'visual.blocks.0.attn.qkv.weight'],
  ['model.visual.patch_embed.proj.weight', 'visual.patch_embed.proj.weight'],
  [
    'vision_tower.vision_model.encoder.layers.0.mlp.fc1.weight',
    'vision_tower.encoder.layers.0.mlp.fc1.weight',
  ],
])('%s is %s of another release', (name, canonical) => {
  expect(canonicalName(name)).toBe(canonical);
});
