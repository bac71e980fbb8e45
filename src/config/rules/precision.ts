import type { ConfigNode } from '../../documents/tree/node.ts';
import type { TrainingRule } from './rule.ts';
import { isOn, textOf } from './training-view.ts';

/** Number formats and DeepSpeed's stages. */
export const precisionRules: readonly TrainingRule[] = [
  {
    id: 'config/two-precisions',
    severity: 'error',
    summary: 'A run trains in one precision: bf16 and fp16 are not both on.',
    needs: ['fp16', 'bf16'],
    source: 'transformers TrainingArguments, DeepSpeed runtime/engine.py, Megatron-LM arguments.py',
    example: 'bf16: true\nfp16: true',
    fix: 'switch one of them off',
    *check(view) {
      for (const fp16 of view.all('fp16')) {
        const bf16 = view.beside('bf16', fp16);
        if (bf16 === undefined || !isOn(fp16) || !isOn(bf16)) continue;
        yield { at: fp16.path, message: `${fp16.name} and ${bf16.name} are both on` };
      }
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
    id: 'config/zero-options',
    severity: 'warning',
    summary:
      'Options of ZeRO that belong to another stage do nothing: stage3_… and offload_param below stage 3, accelerate’s zero3_… too.',
    needs: ['zeroStage'],
    source: 'DeepSpeed runtime/zero/config.py',
    example: 'zero_optimization: { stage: 2, offload_param: { device: cpu } }',
    fix: 'raise the stage, or take the option out',
    *check(view) {
      for (const stage of view.numbers('zeroStage')) {
        if (stage.value >= 3) continue;
        for (const { name, value } of stage.holder.entries.values()) {
          if (!ofStage3.test(name) || isOff(value)) continue;
          const at = [...stage.path.slice(0, -1), name];
          yield { at, message: `${name} does nothing at stage ${stage.value}: it belongs to stage 3` };
        }
      }
    },
  },
];

/** Options that only stage 3 reads: DeepSpeed's and accelerate's. */
const ofStage3 =
  /^(?:offload_param(?:_device)?$|zero3_(?:init_flag|save_16bit_model)$|stage3_(?!gather_16bit_weights_on_model_save$))/;

/** Null, false, `none`, or a mapping whose device is none of them. */
function isOff(value: ConfigNode): boolean {
  const own = value.type === 'dict' ? value.entries.get('device')?.value : value;
  if (own?.type === 'str') return own.value === 'none' || own.value === 'auto';
  return own?.type === 'NoneType' || (own?.type === 'bool' && !own.value);
}
