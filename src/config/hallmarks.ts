import type { ConfigDocument } from '../documents/document.ts';
import type { ConfigNode } from '../documents/tree/node.ts';

/** Names by which a file is known for the config of a model, its training or its server, in whatever framework. */
const hallmark = new RegExp(
  `^(?:${[
    'model_type|architectures|(?:torch_)?dtype|model_name_or_path|(?:pretrained_)?model_(?:name|path)(?:_or_path)?|base_model(?:_name_or_path)?',
    'adapter_name_or_path|trust_remote_code|mixed_precision|distributed_type|num_processes|fsdp(?:_config)?|deepspeed(?:_config)?',
    'hidden_size|d_model|n_embd|intermediate_size|vocab_size|max_position_embeddings|rope_theta',
    'num_(?:hidden_|attention_)?(?:layers|heads)|n_layers?|n_heads?|num_key_value_heads|num_experts',
    'lr|learning_rate|weight_decay|warmup_(?:ratio|steps)|lr_scheduler(?:_type)?|optimizer(?:_type)?',
    '(?:.*_)?batch_size(?:_per_(?:gpu|device))?|gradient_accumulation_steps|gradient_checkpointing|max_grad_norm',
    'num_(?:train_)?epochs|max_(?:train_)?steps|train_(?:iters|steps)',
    'seq(?:uence)?_len(?:gth)?|max_seq(?:uence)?_len(?:gth)?|cutoff_len',
    '(?:tensor|pipeline|expert|context|data)(?:_model)?_parallel_(?:(?:replicate_|shard_)?degree|size)|tp_size|pp_size|zero_optimization|bf16|fp16',
    'max_model_len|gpu_memory_utilization|served_model_name|max_num_(?:seqs|batched_tokens)|kv_cache_dtype|mem_fraction_static|enforce_eager',
    'lora_(?:r|rank|alpha|dropout|target|target_modules)|finetuning_type|peft_type',
    'quantization_config|load_in_[48]bit|bnb_4bit_(?:quant_type|compute_dtype)',
  ].join('|')})$`,
);

/** One name may stand in any file. */
const enough = 2;
const maxDepth = 5;

/** Whether a file, wherever it is kept, is the config of a model or of a training: it sets names that such configs set. */
export function looksLikeModelConfig({ root }: ConfigDocument): boolean {
  const found = new Set<string>();
  if (root !== undefined) collect(root, 0, found);
  return found.size >= enough;
}

function collect(node: ConfigNode, depth: number, found: Set<string>): void {
  if (node.type !== 'dict' || depth >= maxDepth || found.size >= enough) return;
  for (const { name, value } of node.entries.values()) {
    const canonical = name.replace(/^--/, '').replaceAll('-', '_');
    if (canonical.length <= 100 && hallmark.test(canonical)) found.add(canonical);
    collect(value, depth + 1, found);
  }
}
