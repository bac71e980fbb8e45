import { describe, expect, test } from 'vitest';
import { configDefaults, headerLength, readHeader, readShardIndex } from '../../../src/config/index.ts';
import { judgeConfig } from '../../../src/config/gate/validate-model-config.ts';
import { memoryPorts, memoryTree } from '../../support/trees.ts';

const path = 'configs/config.json';
const config = {
  model_type: 'qwen3_moe',
  hidden_size: 8,
  intermediate_size: 16,
  moe_intermediate_size: 4,
  num_hidden_layers: 2,
  num_attention_heads: 2,
  num_key_value_heads: 1,
  head_dim: 4,
  vocab_size: 10,
  num_experts: 3,
  num_experts_per_tok: 2,
  tie_word_embeddings: true,
};

type Shapes = Record<string, number[]>;

/** The tensors of `config`, one an expert. */
function shapesOf(): Shapes {
  const shapes: Shapes = { 'model.embed_tokens.weight': [10, 8], 'model.norm.weight': [8] };
  for (const layer of [0, 1]) {
    const at = `model.layers.${layer}`;
    shapes[`${at}.input_layernorm.weight`] = [8];
    shapes[`${at}.post_attention_layernorm.weight`] = [8];
    shapes[`${at}.self_attn.q_proj.weight`] = [8, 8];
    shapes[`${at}.self_attn.k_proj.weight`] = [4, 8];
    shapes[`${at}.self_attn.v_proj.weight`] = [4, 8];
    shapes[`${at}.self_attn.o_proj.weight`] = [8, 8];
    shapes[`${at}.self_attn.q_norm.weight`] = [4];
    shapes[`${at}.self_attn.k_norm.weight`] = [4];
    shapes[`${at}.mlp.gate.weight`] = [3, 8];
    for (const expert of [0, 1, 2]) {
      shapes[`${at}.mlp.experts.${expert}.gate_proj.weight`] = [4, 8];
      shapes[`${at}.mlp.experts.${expert}.up_proj.weight`] = [4, 8];
      shapes[`${at}.mlp.experts.${expert}.down_proj.weight`] = [8, 4];
    }
  }
  return shapes;
}

function edited(edit: (shapes: Shapes) => void): Shapes {
  const shapes = shapesOf();
  edit(shapes);
  return shapes;
}

/** A safetensors file of zeros. */
function safetensors(
  shapes: Shapes,
  edit: (header: Record<string, unknown>) => void = () => undefined,
): Uint8Array {
  let offset = 0;
  const header: Record<string, unknown> = { __metadata__: { format: 'pt' } };
  for (const [name, shape] of Object.entries(shapes)) {
    const bytes = 2 * shape.reduce((product, length) => product * length, 1);
    header[name] = { dtype: 'BF16', shape, data_offsets: [offset, offset + bytes] };
    offset += bytes;
  }
  edit(header);
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, json, Buffer.alloc(offset)]);
}

async function judge(
  files: Readonly<Record<string, Uint8Array | string>>,
  checkpoint: string,
  over: object = {},
) {
  const text = JSON.stringify({ ...config, ...over });
  const ports = await memoryPorts(memoryTree({}), memoryTree({ [path]: text }));
  const report = await judgeConfig(
    { ...configDefaults, checkpoint },
    { ...ports, workspace: memoryTree(files) },
  );
  return report.findings.filter(({ rule }) => rule !== 'config/no-registry');
}

describe('a checkpoint of one file', () => {
  test('fits its config', async () => {
    expect(
      await judge({ 'ckpt/model.safetensors': safetensors(shapesOf()) }, 'ckpt/model.safetensors'),
    ).toEqual([]);
    expect(await judge({ 'ckpt/model.safetensors': safetensors(shapesOf()) }, 'ckpt')).toEqual([]);
  });

  test('fits with fused experts, in either order of lengths, below another prefix, with its tied head and buffers', async () => {
    const fused = edited((shapes) => {
      for (const name of Object.keys(shapes))
        if (name.includes('.experts.')) Reflect.deleteProperty(shapes, name);
      for (const layer of [0, 1]) {
        shapes[`model.layers.${layer}.mlp.experts.gate_up_proj`] = layer === 0 ? [3, 8, 8] : [3, 8, 8];
        shapes[`model.layers.${layer}.mlp.experts.down_proj`] = [3, 8, 4];
      }
      shapes['lm_head.weight'] = [10, 8];
      shapes['model.layers.0.self_attn.rotary_emb.inv_freq'] = [2];
    });
    const renamed = Object.fromEntries(
      Object.entries(fused).map(([name, shape]) => [
        name.replace(/^model\./, 'model.language_model.'),
        shape,
      ]),
    );
    expect(await judge({ 'm.safetensors': safetensors(renamed) }, 'm.safetensors')).toEqual([]);
  });

  test.each([
    [
      'a missing tensor',
      edited((shapes) => Reflect.deleteProperty(shapes, 'model.layers.1.mlp.gate.weight')),
      'config/checkpoint-missing-tensor',
      /lacks 1 tensor: model\.layers\.1\.mlp\.gate\.weight/,
    ],
    [
      'an extra tensor',
      edited((shapes) => Object.assign(shapes, { 'model.layers.2.extra': [1] })),
      'config/checkpoint-extra-tensor',
      /does not describe 1 tensor of the checkpoint \S+: model\.layers\.2\.extra/,
    ],
    [
      'another shape',
      edited((shapes) => Object.assign(shapes, { 'model.norm.weight': [9] })),
      'config/checkpoint-shape',
      /model\.norm\.weight is \[9\], the config makes it \[8\]/,
    ],
  ])('%s', async (_, shapes, rule, message) => {
    const findings = await judge({ 'm.safetensors': safetensors(shapes) }, 'm.safetensors');
    expect(findings).toMatchObject([
      { rule, severity: 'error', file: path, message: expect.stringMatching(message) },
    ]);
  });

  test('a checkpoint without tensors does not pass', async () => {
    const findings = await judge({ 'm.safetensors': safetensors({}) }, 'm.safetensors');
    expect(findings).toMatchObject([
      { rule: 'config/checkpoint-unreadable', message: expect.stringMatching(/contains no tensor/) },
    ]);
    const index = JSON.stringify({ weight_map: {} });
    expect(await judge({ 'c/model.safetensors.index.json': index }, 'c')).toMatchObject([
      { rule: 'config/checkpoint-unreadable' },
    ]);
  });

  test.each([
    ['bitsandbytes', 'U8', ['weight.absmax', 'weight.quant_map', 'weight.quant_state.bitsandbytes__nf4']],
    ['LLM.int8()', 'I8', ['SCB', 'weight_format']],
    ['MLX', 'U32', ['scales', 'biases']],
    ['NVFP4', 'U8', ['weight_scale', 'weight_scale_2', 'input_scale']],
  ])('fits where %s packed a weight', async (_, dtype, beside) => {
    const at = 'model.layers.0.self_attn.q_proj';
    const shapes = edited((all) => {
      all[`${at}.weight`] = [8, 4];
      for (const name of beside) all[`${at}.${name}`] = [2];
    });
    // 64 bytes of BF16 are 64 of an 8-bit dtype in another shape
    const shape = dtype === 'U32' ? [8, 2] : [8, 8];
    const packed = safetensors(shapes, (header) => {
      header[`${at}.weight`] = { ...Object(header[`${at}.weight`]), dtype, shape };
    });
    expect(await judge({ 'm.safetensors': packed }, 'm.safetensors')).toEqual([]);
  });

  test('a config of another vocabulary misses its checkpoint', async () => {
    const findings = await judge({ 'm.safetensors': safetensors(shapesOf()) }, 'm.safetensors', {
      vocab_size: 12,
    });
    expect(findings).toMatchObject([{ rule: 'config/checkpoint-shape' }]);
  });

  test('a model that is not known cannot be compared, and fails', async () => {
    const findings = await judge({ 'm.safetensors': safetensors(shapesOf()) }, 'm.safetensors', {
      model_type: 'fresh',
    });
    expect(findings).toMatchObject([
      { rule: 'config/checkpoint-unreadable', severity: 'error' },
      { rule: 'config/family-unknown', severity: 'notice' },
    ]);
  });

  test.each([
    ['nothing', {}, /no such file/],
    [
      'a Git LFS pointer',
      { 'm.safetensors': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n' },
      /Git LFS pointer/,
    ],
    ['five bytes', { 'm.safetensors': new Uint8Array(5) }, /shorter than/],
  ])('%s is reported', async (_, files, message) => {
    const findings = await judge(files, 'm.safetensors');
    expect(findings).toMatchObject([
      { rule: 'config/checkpoint-unreadable', message: expect.stringMatching(message) },
    ]);
  });
});

describe('a sharded checkpoint', () => {
  const names = Object.keys(shapesOf());
  const half = (part: 0 | 1): Shapes =>
    Object.fromEntries(Object.entries(shapesOf()).filter((_, index) => index % 2 === part));
  const map = Object.fromEntries(
    names.map((name, index) => [name, `model-0000${(index % 2) + 1}-of-00002.safetensors`]),
  );
  const index = (total?: number) =>
    JSON.stringify({ metadata: total === undefined ? {} : { total_size: total }, weight_map: map });
  const files = {
    'ckpt/model.safetensors.index.json': index(),
    'ckpt/model-00001-of-00002.safetensors': safetensors(half(0)),
    'ckpt/model-00002-of-00002.safetensors': safetensors(half(1)),
  };

  test.each(['ckpt', 'ckpt/', './ckpt/model.safetensors.index.json'])('fits, named as %s', async (name) => {
    expect(await judge(files, name)).toEqual([]);
  });

  test('a shard that is missing is named', async () => {
    const { 'ckpt/model-00002-of-00002.safetensors': _, ...rest } = files;
    const findings = await judge(rest, 'ckpt');
    expect(findings).toMatchObject([
      { rule: 'config/checkpoint-missing-shard', file: 'ckpt/model-00002-of-00002.safetensors' },
    ]);
  });

  test('a wrong total is a warning', async () => {
    const findings = await judge({ ...files, 'ckpt/model.safetensors.index.json': index(1) }, 'ckpt');
    expect(findings).toMatchObject([{ rule: 'config/checkpoint-total', severity: 'warning' }]);
  });

  test('a shard without what the index says is an error', async () => {
    const findings = await judge(
      { ...files, 'ckpt/model-00002-of-00002.safetensors': safetensors(half(0)) },
      'ckpt',
    );
    expect(findings[0]).toMatchObject({
      rule: 'config/checkpoint-unreadable',
      message: expect.stringContaining('which is not so'),
    });
  });

  test.each([
    ['{', 'it has no weight_map'],
    ['{"weight_map": {"a": "../b"}}', 'the shard of a is not a file name'],
    ['{"weight_map": {"a": 1}}', 'the shard of a is not a file name'],
  ])('index %s', (text, problem) => {
    expect(readShardIndex(text)).toBe(problem);
  });
});

describe('a hostile header', () => {
  const prefix = (length: bigint): Uint8Array => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(length);
    return bytes;
  };

  test.each([
    ['claims 2^63 bytes', 2n ** 63n, 100, /claims 9223372036854775808 bytes; the format allows/],
    ['claims more than the file has', 1000n, 100, /cut off/],
    ['claims none', 0n, 100, /too few/],
  ])('%s', (_, claimed, size, problem) => {
    expect(headerLength(prefix(claimed), size)).toMatchObject({
      ok: false,
      problem: expect.stringMatching(problem),
    });
  });

  const entry = (start: number, end: number, shape: unknown = [(end - start) / 2]) => ({
    dtype: 'BF16',
    shape,
    data_offsets: [start, end],
  });
  const read = (header: unknown, dataBytes: number) => {
    const bytes = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
    return readHeader(bytes, 8 + bytes.length + dataBytes);
  };

  test.each([
    ['no object', '[]', 0, /not a JSON object/],
    ['broken JSON', '{"a":', 0, /not a JSON object/],
    ['overlapping data', { a: entry(0, 4), b: entry(2, 6) }, 6, /overlaps/],
    ['a hole', { a: entry(0, 4), b: entry(6, 8) }, 8, /hole of 2 bytes/],
    ['data cut off', { a: entry(0, 8) }, 4, /cut off/],
    ['data left over', { a: entry(0, 8) }, 9, /1 bytes follow/],
    ['a shape that does not fit', { a: entry(0, 8, [3]) }, 8, /need 6/],
    ['a shape beyond numbers', { a: entry(0, 8, [1e300]) }, 8, /malformed/],
    ['a negative shape', { a: entry(0, 8, [-4]) }, 8, /malformed/],
    ['an unknown dtype', { a: { ...entry(0, 8), dtype: 'X1' } }, 8, /unknown dtype/],
    ['metadata that is not text', { __metadata__: { a: 1 } }, 0, /__metadata__/],
    ['an entry that is null', { a: null }, 0, /malformed/],
  ])('%s', (_, header, dataBytes, problem) => {
    expect(read(header, dataBytes)).toMatchObject({ ok: false, problem: expect.stringMatching(problem) });
  });

  test('keeps a tensor called __proto__ to itself', () => {
    const result = read('{"__proto__": {"dtype": "U8", "shape": [1], "data_offsets": [0, 1]}}', 1);
    expect(result).toMatchObject({ ok: true });
    expect({}).not.toHaveProperty('dtype');
  });
});

/** What a change of `config` says of the checkpoints before it. */
async function leftBehind(over: object): Promise<string | undefined> {
  const base = memoryTree({ [path]: JSON.stringify(config) });
  const head = memoryTree({ [path]: JSON.stringify({ ...config, ...over }) });
  const { findings } = await judgeConfig(configDefaults, await memoryPorts(base, head));
  return findings.find(({ rule }) => rule === 'config/checkpoints-will-not-load')?.message;
}

describe('existing checkpoints will not load', () => {
  const attention = 'model.layers.*.self_attn';
  test.each([
    [
      'experts of another width, and one more layer of 9 + 9 tensors',
      { moe_intermediate_size: 8, num_hidden_layers: 3 },
      '18 tensors change shape, 18 tensors are new: model.layers.*.mlp.experts.*.gate_proj.weight [4, 8] → [8, 8] (6); ' +
        'model.layers.*.mlp.experts.*.up_proj.weight [4, 8] → [8, 8] (6); ' +
        'model.layers.*.mlp.experts.*.down_proj.weight [8, 4] → [8, 8] (6); …',
    ],
    [
      'more key-value heads',
      { num_key_value_heads: 2 },
      `4 tensors change shape: ${attention}.k_proj.weight [4, 8] → [8, 8] (2); ${attention}.v_proj.weight [4, 8] → [8, 8] (2)`,
    ],
    ['a head of its own', { tie_word_embeddings: false }, '1 tensor is new: lm_head.weight [10, 8]'],
    [
      'a bias on attention',
      { attention_bias: true },
      `8 tensors are new: ${attention}.q_proj.bias [8] (2); ${attention}.k_proj.bias [4] (2); ${attention}.v_proj.bias [4] (2); …`,
    ],
  ])('%s', async (_, over, message) => {
    expect(await leftBehind(over)).toBe(`existing checkpoints will not load: ${message}`);
  });

  test('another layer is dense, though as many are', async () => {
    const dense = (layer: number) => ({ mlp_only_layers: [layer] });
    const base = memoryTree({ [path]: JSON.stringify({ ...config, ...dense(0) }) });
    const head = memoryTree({ [path]: JSON.stringify({ ...config, ...dense(1) }) });
    const { findings } = await judgeConfig(configDefaults, await memoryPorts(base, head));
    expect(findings.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/will not load: 13 tensors are new, 13 tensors are gone/),
    );
  });

  test('a change that only tunes leaves them be', async () => {
    expect(await leftBehind({ rope_theta: 5 })).toBeUndefined();
  });
});
