import type { Path } from '../../documents/tree/node.ts';

/** Sections that say which side of a run they are about, not which part of it: what stands in them belongs to all around it. */
const aspect = new RegExp(
  `^(?:${[
    '(?:.*_)?(?:config|cfg|conf|args|arguments|params|parameters|kwargs|opts|options|settings)',
    'model|network|net|arch|architecture|transformer|backbone|megatron|deepspeed|fsdp',
    '(?:tensor_|pipeline_)?parallel(?:ism)?|distributed|dist|strategy|mesh|layout|topology|cluster|resources|compute|hardware',
    'train|training|trainer|pretrain|finetune|sft|run|experiment|exp|job|main|default|global|common|general|base',
    'optim(?:izer)?|optimization|optimisation|scheduler|lr_scheduler|sched|schedule|hparams|hyperparameters',
    'data|datasets?|datamodule|dataloader|batch(?:ing|es)?|tokens|tokenizer|engine|runtime|launch(?:er)?',
    'serv(?:e|er|ing)|inference|vllm|sglang|quantization|zero_optimization|checkpoint|precision|env',
  ].join('|')})$`,
  'i',
);

/** Whole models or roles beside others: nothing of one is compared with another. */
const component =
  /^(?:vision|visual|image|video|audio|speech|vae|unet|llm|language|text|encoder|decoder|actor|critic|ref|reference|rollout|reward|policy|teacher|student|draft|target|generator|discriminator|adapter|projector|connector|ema|eval|validation)(?:_|$)/i;

/** Towers of other senses, whose heads are split in their own way. */
const tower = /^(?:vision|visual|image|video|audio|speech|vae|unet|projector|connector)(?:_|$)/i;

/** `text_config` contains the language model, which is the model that all is about. */
const mainModel = /^(?:text|llm|language)_config$/;

/** The steps of a parameter's path that name a part of the run, in order; none: it is about all of it. */
export function partsOf(path: Path): readonly string[] {
  const parts: string[] = [];
  for (const step of path.slice(0, -1)) {
    if (typeof step !== 'string' || mainModel.test(step)) continue;
    // `vision_config` is the config of a part
    if (component.test(step) || !aspect.test(step)) parts.push(step);
  }
  return parts;
}

export function isComponent(parts: readonly string[]): boolean {
  return parts.some((part) => component.test(part));
}

export function isTower(parts: readonly string[]): boolean {
  return parts.some((part) => tower.test(part));
}

/** Whether what is set for `outer` holds for `inner` too. */
export function encloses(outer: readonly string[], inner: readonly string[]): boolean {
  return outer.length <= inner.length && outer.every((part, index) => part === inner[index]);
}
