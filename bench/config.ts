/**
 * Judges 1 and 1,000 configs of 73 lines, against PyYAML's C loader with python jsonschema on the same texts:
 * `node bench/config.ts`. Prints CPU seconds, without start-up, and peak memory. Skips Python where it is not there.
 */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import {
  configDefaults,
  deriveRegistry,
  judgeConfigFile,
  readDocument,
  readRegistry,
} from '../src/config/index.ts';

const file = 'model.yaml';

function configText(experts: number): string {
  const numbers = Array.from(
    { length: 14 },
    (_, index) =>
      `  lr_${index}: 1.0e-${(index % 7) + 1}\n  width_${index}: ${index * 16}\n  name_${index}: value_${index}\n`,
  );
  return `model_type: qwen3_moe
architectures: [Qwen3MoeForCausalLM]
hidden_size: 2048
num_hidden_layers: 48
num_attention_heads: 32
num_key_value_heads: 4
head_dim: 128
intermediate_size: 6144
moe_intermediate_size: 768
num_experts: ${experts}
num_experts_per_tok: 8
decoder_sparse_step: 1
mlp_only_layers: []
vocab_size: 151936
max_position_embeddings: 40960
rms_norm_eps: 1.0e-6
rope_theta: 1000000.0
tie_word_embeddings: false
attention_bias: false
attention_dropout: 0.0
hidden_act: silu
initializer_range: 0.02
use_cache: true
torch_dtype: bfloat16
bos_token_id: 151643
eos_token_id: 151645
use_sliding_window: false
max_window_layers: 48
router_aux_loss_coef: 0.001
training:
${numbers.join('')}`;
}

function judgeMany(count: number): number {
  const { registry } = readRegistry(
    deriveRegistry([readDocument(configText(128), { file, dialect: 'pyyaml' })]),
    'registry.yml',
  );
  if (registry === undefined) throw new Error('the registry cannot be used');
  const before = process.cpuUsage();
  for (let index = 0; index < count; index += 1) {
    const head = readDocument(configText(128 + index * 8), { file, dialect: 'pyyaml' });
    judgeConfigFile({ head, registry, settings: configDefaults });
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const python = `
import json, resource, sys, yaml
from jsonschema import Draft202012Validator
texts = json.load(sys.stdin)
def schema(value):
    if isinstance(value, dict):
        return {"type": "object", "properties": {k: schema(v) for k, v in value.items()}, "additionalProperties": False}
    names = {bool: "boolean", int: "integer", float: "number", list: "array"}
    return {"type": names.get(type(value), "string")}
validator = Draft202012Validator(schema(yaml.load(texts[0], Loader=yaml.CSafeLoader)))
before = resource.getrusage(resource.RUSAGE_SELF)
for text in texts:
    list(validator.iter_errors(yaml.load(text, Loader=yaml.CSafeLoader)))
after = resource.getrusage(resource.RUSAGE_SELF)
print(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, after.ru_maxrss / 1024)
`;

function pythonFigures(count: number): string {
  const texts = Array.from({ length: count }, (_, index) => configText(128 + index * 8));
  const { status, stdout } = spawnSync('python3', ['-c', python], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
  });
  if (status !== 0) return 'PyYAML with jsonschema is not here';
  const [seconds = 0, memory = 0] = stdout.trim().split(' ').map(Number);
  return `${seconds.toFixed(3)} s CPU, ${memory.toFixed(0)} MiB peak`;
}

for (const count of [1, 1000]) {
  const seconds = judgeMany(count);
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(`${count} configs of ${configText(1).split('\n').length} lines`);
  console.log(`  validate-model-config: ${seconds.toFixed(3)} s CPU, ${memory.toFixed(0)} MiB peak`);
  console.log(`  PyYAML (C) + jsonschema: ${pythonFigures(count)}`);
}
