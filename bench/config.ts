/**
 * Judges 1 and 1,000 configs of 73 lines, against PyYAML's C loader with python jsonschema on the same files: whole processes,
 * from start to exit, in turns: `npm run build && node bench/config.ts`. The gate also runs its rules, counts the model and reports;
 * Python only reads and validates. Medians of processor seconds, and peak memory. Skips Python where it is not there.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { median } from './measure.ts';

const rounds = 5;
const cli = path.join(import.meta.dirname, '../dist/cli/index.js');
const probe = path.join(import.meta.dirname, 'probe.cjs');

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

const python = `
import resource, sys, yaml
from jsonschema import Draft202012Validator
def schema(value):
    if isinstance(value, dict):
        return {"type": "object", "properties": {k: schema(v) for k, v in value.items()}, "additionalProperties": False}
    names = {bool: "boolean", int: "integer", float: "number", list: "array"}
    return {"type": names.get(type(value), "string")}
def read(name):
    with open(name) as file:
        return yaml.load(file, Loader=yaml.CSafeLoader)
validator = Draft202012Validator(schema(read(sys.argv[1])))
for name in sys.argv[1:]:
    list(validator.iter_errors(read(name)))
used = resource.getrusage(resource.RUSAGE_SELF)
print((used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024)
`;

interface Used {
  /** Milliseconds of processor time. */
  readonly cpu: number;
  /** MiB of memory at the peak. */
  readonly rss: number;
}

function gate(folder: string, files: readonly string[]): Used {
  const args = ['--require', probe, cli, 'config', '--json', '--registry', 'registry.yml', ...files];
  const { status, output, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(stderr.toString());
  return JSON.parse(output[3]?.toString() ?? '') as Used;
}

function peer(folder: string, files: readonly string[]): Used | undefined {
  const { status, stdout } = spawnSync('python3', ['-c', python, ...files], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) return undefined;
  const [cpu = 0, rss = 0] = stdout.trim().split(' ').map(Number);
  return { cpu, rss };
}

function shown(used: readonly Used[]): string {
  const cpu = median(used.map((one) => one.cpu));
  const rss = Math.max(...used.map((one) => one.rss));
  return `${(cpu / 1000).toFixed(2)} s CPU, ${rss.toFixed(0)} MiB peak`;
}

/** The median over the turns: what else runs slows both sides of a turn. */
function shares(turns: readonly { readonly ours: Used; readonly peers: Used | undefined }[]): string {
  return median(
    turns.flatMap(({ ours, peers }) => (peers === undefined ? [] : ours.cpu / peers.cpu)),
  ).toFixed(2);
}

const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
const files = Array.from({ length: 1000 }, (_, at) => `${at}.yaml`);
for (const [at, file] of files.entries()) writeFileSync(path.join(folder, file), configText(128 + at * 8));
const registry = spawnSync(process.execPath, [cli, 'config', '--write-registry', '0.yaml'], { cwd: folder });
writeFileSync(path.join(folder, 'registry.yml'), registry.stdout);

for (const count of [1, files.length]) {
  const some = files.slice(0, count);
  const turns = Array.from({ length: rounds }, () => ({
    ours: gate(folder, some),
    peers: peer(folder, some),
  }));
  const peers = turns.flatMap((turn) => turn.peers ?? []);
  console.log(`${count} configs of ${configText(1).split('\n').length} lines`);
  console.log(`  validate-model-config: ${shown(turns.map(({ ours }) => ours))}`);
  console.log(`  PyYAML (C) + jsonschema: ${peers.length === 0 ? 'not here' : shown(peers)}`);
  if (peers.length > 0) console.log(`  ${shares(turns)} of its processor time (goal at 1,000: 0.50)`);
}
rmSync(folder, { recursive: true, force: true });
