import type { ConfigNode, DictNode, Path } from '../../documents/tree/node.ts';
import { mappingCheck } from './mappings.ts';
import type { TrainingRule, Violation } from './rule.ts';
import { isOn, textOf } from './training-view.ts';

/** Number formats and DeepSpeed's stages. */
export const precisionRules: readonly TrainingRule[] = [
  {
    id: 'config/two-precisions',
    severity: 'error',
    summary: 'A run trains in one precision: bf16 and fp16 are not both on.',
    source: 'transformers TrainingArguments, DeepSpeed runtime/engine.py, Megatron-LM arguments.py',
    example: 'bf16: true\nfp16: true',
    fix: 'switch one of them off',
    *check(view) {
      for (const fp16 of view.all('fp16')) {
        const bf16 = view.beside('bf16', fp16);
        if (bf16 === undefined || !isOn(fp16) || !isOn(bf16)) continue;
        yield { at: fp16.path, message: `${fp16.name} and ${bf16.name} are both on` };
      }
      yield* view.inEach(bothEvaluations);
    },
  },
  {
    id: 'config/mixed-precision-conflict',
    severity: 'warning',
    summary: 'mixed_precision and the switches bf16 and fp16 beside it name the same precision.',
    needs: ['mixedPrecision'],
    source: 'accelerate launch sets ACCELERATE_MIXED_PRECISION; transformers TrainingArguments',
    example: 'mixed_precision: fp16\nbf16: true',
    fix: 'name one precision',
    *check(view) {
      for (const mixed of view.all('mixedPrecision')) {
        const text = textOf(mixed);
        for (const concept of ['bf16', 'fp16'] as const) {
          const other = view.related(concept, mixed)[0];
          if (other === undefined || !isOn(other) || (text !== 'bf16' && text !== 'fp16') || text === concept)
            continue;
          yield {
            at: mixed.path,
            message: `${mixed.name} is ${text}, but ${other.name} is on${other.file === undefined ? '' : ` in ${other.file}`}`,
          };
        }
      }
    },
  },
  {
    id: 'config/zero-stage',
    severity: 'error',
    summary: 'ZeRO has the stages 0, 1, 2 and 3.',
    needs: ['zeroStage'],
    source: 'DeepSpeed runtime/zero/config.py',
    example: 'zero_optimization: { stage: 4 }',
    fix: 'use 0, 1, 2 or 3',
    *check(view) {
      for (const stage of view.numbers('zeroStage')) {
        if ([0, 1, 2, 3].includes(stage.value)) continue;
        yield { at: stage.path, message: `there is no ZeRO stage ${stage.value}: they are 0, 1, 2 and 3` };
      }
    },
  },
  {
    id: 'config/offload-path',
    severity: 'error',
    summary:
      'What DeepSpeed offloads to nvme has a folder there: nvme_path, or accelerate’s offload_…_nvme_path.',
    source: 'DeepSpeed runtime/zero/offload_config.py, runtime/swap_tensor',
    example: 'zero_optimization: { stage: 3, offload_param: { device: nvme } }',
    fix: 'set the path of a folder on a local disk',
    *check(view) {
      yield* view.inEach(withoutFolder);
    },
  },
  {
    id: 'config/zero-options',
    severity: 'warning',
    summary:
      'Options of ZeRO that belong to another stage do nothing: stage3_…, offload_param and ZeRO++ below stage 3, accelerate’s zero3_… too, round_robin_gradients at stage 3, and all of them at stage 0, which counts where none is set.',
    source: 'DeepSpeed runtime/zero/config.py',
    example: 'zero_optimization: { stage: 2, offload_param: { device: cpu } }',
    fix: 'raise the stage, or take the option out',
    *check(view) {
      for (const { value: stage, holder, path } of view.numbers('zeroStage'))
        yield* idle(stage, holder, path.slice(0, -1), `at stage ${stage}`);
      yield* view.inEach(idleWithoutStage);
    },
  },
];

const bothEvaluations = mappingCheck(
  (name) => name === 'fp16_full_eval',
  function* ({ entries }, path) {
    const [fp16, bf16] = ['fp16_full_eval', 'bf16_full_eval'].map((name) => entries.get(name)?.value);
    if (fp16?.type !== 'bool' || bf16?.type !== 'bool' || !fp16.value || !bf16.value) return;
    yield { at: [...path, 'fp16_full_eval'], message: 'fp16_full_eval and bf16_full_eval are both on' };
  },
);

const idleWithoutStage = mappingCheck(
  (name) => name === 'zero_optimization',
  function* (node, path) {
    if (path.at(-1) === 'zero_optimization' && !node.entries.has('stage'))
      yield* idle(0, node, path, 'at stage 0, which counts because none is set');
  },
);

const isOffload = (name: string): boolean => /^offload_(?:param|optimizer)(?:_device)?$/.test(name);

const withoutFolder = mappingCheck(isOffload, function* ({ entries }, path) {
  const section = /^offload_(?:param|optimizer)$/.test(String(path.at(-1))) ? ['device', 'nvme_path'] : [];
  const pairs = [
    section,
    ['offload_param_device', 'offload_param_nvme_path'],
    ['offload_optimizer_device', 'offload_optimizer_nvme_path'],
  ];
  for (const [device = '', folder = ''] of pairs) {
    const to = entries.get(device)?.value;
    const on = entries.get(folder)?.value;
    if (to?.type !== 'str' || to.value !== 'nvme') continue;
    if (on !== undefined && on.type !== 'NoneType' && !(on.type === 'str' && /^(?:none)?$/i.test(on.value)))
      continue;
    yield {
      at: [...path, device],
      message: `${device} is nvme, and no ${folder} says where`,
      help: `set ${folder}`,
    };
  }
});

/** Options of one section of ZeRO that its stage does not read. */
function* idle(stage: number, { entries }: DictNode, within: Path, where: string): Iterable<Violation> {
  const lost = [...entries.values()].flatMap(({ name, value }) => {
    const home = isOff(value) ? undefined : homeOf(name, value);
    return home === undefined || home.includes(stage) ? [] : [{ name, home }];
  });
  const [first] = lost;
  if (first === undefined) return;
  const names = lost.map(({ name }) => name).join(', ');
  const stages = first.home.length === 1 ? `stage ${first.home[0]}` : `stages ${first.home.join(', ')}`;
  const [does, belongs] = lost.length === 1 ? ['does', 'it belongs'] : ['do', `${first.name} belongs`];
  yield {
    at: [...within, first.name],
    message: `${names} ${does} nothing ${where}: ${belongs} to ${stages}`,
  };
}

/** The stages that read an option; `undefined` where that is unknown. */
function homeOf(name: string, value: ConfigNode): readonly number[] | undefined {
  if (ofStage3.test(name) || (name === 'offload_optimizer' && deviceOf(value) === 'nvme')) return [3];
  if (name === 'round_robin_gradients') return [1, 2];
  return ofAnyStage.test(name) ? [1, 2, 3] : undefined;
}

/** Options that only stage 3 reads: DeepSpeed's and accelerate's. */
const ofStage3 =
  /^(?:offload_param(?:_device)?$|zero3_(?:init_flag|save_16bit_model)$|zero_(?:quantized_(?:weights|gradients|nontrainable_weights)|hpz_partition_size)$|stage3_(?!gather_16bit_weights_on_model_save$))/;
/** Options that stages from 1 on read, and stage 0 does not. */
const ofAnyStage =
  /^(?:offload_optimizer(?:_device)?|cpu_offload|(?:reduce|allgather)_bucket_size|allgather_partitions|reduce_scatter|overlap_comm|contiguous_gradients)$/;

/** Null, false, `none`, or a mapping whose device is none of them. */
function isOff(value: ConfigNode): boolean {
  if (value.type === 'int') return Number(value.value) <= 1;
  const device = deviceOf(value);
  if (device !== undefined) return device === 'none' || device === 'auto';
  const own = value.type === 'dict' ? value.entries.get('device')?.value : value;
  return own?.type === 'NoneType' || (own?.type === 'bool' && !own.value);
}

function deviceOf(value: ConfigNode): string | undefined {
  const own = value.type === 'dict' ? value.entries.get('device')?.value : value;
  return own?.type === 'str' ? own.value : undefined;
}
