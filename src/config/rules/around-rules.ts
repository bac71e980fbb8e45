import { defineRules } from '../../report/rule.ts';

/** What a config's framework, the other files of its run and those of its model folder find in it. */
export const aroundRules = defineRules('config', {
  'framework-option': {
    severity: 'warning',
    summary:
      "The framework's version that a lock, a requirement or an image decides on has no such option any more, or not yet. An error where the version is exact. Without a version the newest counts: an option that got another name warns, one that is gone is a notice. An option that no version has: an error where the framework refuses it (LLaMA-Factory, ms-swift, torchtitan, accelerate, sections of DeepSpeed; vLLM, SGLang and verl where the version is exact), a warning where it drops it (axolotl, torchtune, configs and processors of transformers, PEFT).",
    example: 'evaluation_strategy: steps   # uv.lock has transformers 4.57.1',
    fix: 'Use the new name, take the option out, or move the framework.',
  },
  'framework-value': {
    severity: 'error',
    summary:
      "The framework's version does not take such a value: it is of another type, none of the choices, or out of range. A warning where nothing refuses it (any text counts as true) or where only a range of versions is known; without a version, what no version takes.",
    example: 'optim: adamw_touch   # transformers, TrainingArguments',
    fix: 'Write a value that the option takes.',
  },
  'framework-default': {
    severity: 'notice',
    summary:
      'A change that moves a framework changes the default of options that a config leaves out: the same file trains another model.',
    example: 'uv.lock: transformers 4.57.6 → 5.0.0   # optim adamw_torch → adamw_torch_fused',
    fix: 'Set what must stay as it was.',
  },
  'wrapped-class': {
    severity: 'warning',
    summary:
      'FSDP is to wrap a class that transformers does not have, and that is near the name of one it has. An error where the model that the config names has other layers.',
    example: 'fsdp_transformer_layer_cls_to_wrap: LLaMADecoderLayer',
    fix: 'Write the name of the class.',
  },
  'files-disagree': {
    severity: 'error',
    summary:
      'The trainer and the DeepSpeed file that it names set the same thing to different values, which the trainer refuses. A warning for two files that only lie in one folder.',
    example: 'sft.yaml: gradient_accumulation_steps: 8\nds.json: {"gradient_accumulation_steps": 4}',
    fix: 'Set both alike, or "auto" in the DeepSpeed file.',
  },
  'unknown-module': {
    severity: 'error',
    summary:
      'None of the LoRA targets is a module of the model that the config names, by name or by pattern. A warning where some are, and for modules to save.',
    example: 'model_name_or_path: ./llama\nlora_target_modules: [query_key_value]',
    fix: "Use names of the model's modules.",
  },
  'folder-vision-sizes': {
    severity: 'error',
    summary:
      'The preprocessor of a model folder cuts images as the tower takes them: patch, temporal patch, merge and image size of both files agree.',
    example:
      'preprocessor_config.json: {"patch_size": 14}\nconfig.json: {"vision_config": {"patch_size": 16}}',
    fix: 'Use the size that the weights of the tower have.',
  },
  'folder-normalisation': {
    severity: 'warning',
    summary:
      'Mean, deviation and scale of pixels, and the filter that resizes images, are those that the family was trained with. A deviation of zero is an error.',
    example:
      'preprocessor_config.json: {"image_mean": [0.48, 0.46, 0.41]}   # and the tower was trained with 0.5',
    fix: 'Use the numbers that are shown, unless the tower was trained anew.',
  },
  'folder-image-processor': {
    severity: 'warning',
    summary: "The class that prepares images is one of the model's family.",
    example:
      'config.json: {"model_type": "qwen3_vl"}\npreprocessor_config.json: {"image_processor_type": "CLIPImageProcessor"}',
    fix: "Use the family's class, or name your own by auto_map.",
  },
  'folder-pixel-limits': {
    severity: 'warning',
    summary: 'The least number of pixels or frames is not above the greatest.',
    example: 'preprocessor_config.json: {"size": {"shortest_edge": 16777216, "longest_edge": 65536}}',
    fix: 'Swap the two limits.',
  },
  'folder-token-range': {
    severity: 'error',
    summary:
      'Every id that generation_config.json, the tokenizer or its added tokens name has a row in the embedding: it is below vocab_size of config.json.',
    example: 'generation_config.json: {"eos_token_id": 351645}\nconfig.json: {"vocab_size": 151936}',
    fix: "Use the ids of this model's tokenizer, or resize the embedding.",
  },
  'folder-tokens-differ': {
    severity: 'warning',
    summary:
      'config.json, generation_config.json and the tokenizer name the same tokens for the beginning, the end and padding.',
    example:
      'generation_config.json: {"eos_token_id": 151643}\ntokenizer_config.json: {"eos_token": "<|im_end|>"}   # 151645',
    fix: 'Name the same token in all files.',
  },
  'folder-sense-tokens': {
    severity: 'error',
    summary:
      'image_token_id, video_token_id, audio_token_id and the ids around a picture are such tokens of the tokenizer. A warning for a text of a processor that is not a token.',
    example: 'config.json: {"image_token_id": 151656}   # <|video_pad|>',
    fix: 'Use the id that the tokenizer has for it.',
  },
  'folder-length': {
    severity: 'warning',
    summary: 'model_max_length of the tokenizer is not above the positions of the model.',
    example:
      'tokenizer_config.json: {"model_max_length": 131072}\nconfig.json: {"max_position_embeddings": 32768}',
    fix: 'Lower model_max_length, or scale RoPE.',
  },
  'folder-template': {
    severity: 'warning',
    summary:
      'A chat template writes only special tokens that the tokenizer has; others are split into letters.',
    example: "chat_template.jinja: {{ '<|im_strat|>' }}",
    fix: 'Add the token to the tokenizer, or correct the template.',
  },
  'folder-token-type': {
    severity: 'error',
    summary: 'Ids of tokens are whole numbers: generation compares them with what the model gives.',
    example: 'generation_config.json: {"eos_token_id": "151645"}',
    fix: 'Write the number without quotes and without a fraction.',
  },
  'folder-weights': {
    severity: 'warning',
    summary:
      'model.safetensors.index.json lists the tensors that config.json describes, and an adapter beside them adapts modules that the model has.',
    example:
      'config.json: {"num_hidden_layers": 24}\nmodel.safetensors.index.json: {"weight_map": {"model.layers.27.…": …}}',
    fix: 'Put the config and the weights of one model into the folder.',
  },
  'folder-file-unreadable': {
    severity: 'error',
    summary: 'A file of a model folder cannot be read, so that nothing is compared with it.',
    example: 'tokenizer.json   # cut off',
    fix: 'Fix the file.',
  },
});
