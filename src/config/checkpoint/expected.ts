import type { Architecture, TensorGroup } from '../architecture/tensors.ts';

export interface ExpectedTensor {
  readonly shape: readonly number[];
  readonly group: TensorGroup;
  readonly layer: number | undefined;
}

/** More tensors than this are not listed one by one. */
const maxTensors = 500_000;

/** Name → shape of every tensor of a model; `undefined` where there are too many to list. */
export function expectedTensors(architecture: Architecture): ReadonlyMap<string, ExpectedTensor> | undefined {
  const count = architecture.groups.reduce(
    (total, group) => total + (group.layers?.length ?? 1) * (group.experts ?? 1),
    0,
  );
  if (count > maxTensors) return undefined;
  const all = new Map<string, ExpectedTensor>();
  for (const group of architecture.groups) {
    for (const layer of group.layers ?? [undefined]) {
      const inLayer = layer === undefined ? group.name : group.name.replace('{l}', String(layer));
      for (let expert = 0; expert < (group.experts ?? 1); expert += 1) {
        all.set(canonicalName(inLayer.replace('{e}', String(expert))), { shape: group.shape, group, layer });
      }
    }
  }
  return all;
}

const prefixes: readonly (readonly [RegExp, string])[] = [
  [/^model\.language_model\./, 'model.'],
  [/^language_model\.model\./, 'model.'],
  [/^language_model\.lm_head\./, 'lm_head.'],
  // MLX keeps Qwen's tower under LLaVA's name
  [/^(?:model\.)?vision_tower\.(blocks|patch_embed|pos_embed|(?:deepstack_)?merger)/, 'visual.$1'],
  [/^(?:model\.)?vision_tower\.(?:vision_model\.)?/, 'vision_tower.'],
  [/^model\.(visual|multi_modal_projector)\./, '$1.'],
  // transformers 5 in memory; it saves Mixtral under the old name
  [/^model\.layers\.(\d+)\.block_sparse_moe\./, 'model.layers.$1.mlp.'],
];

/** Releases of one model put its parts below different prefixes. */
export function canonicalName(name: string): string {
  for (const [pattern, replacement] of prefixes) {
    if (pattern.test(name)) return name.replace(pattern, replacement);
  }
  return name;
}
