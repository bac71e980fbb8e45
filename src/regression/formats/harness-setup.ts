/** How lm-evaluation-harness and lmms-eval say that they evaluated. */
import { isRecord } from '../../kernel/record.ts';
import type { Sink } from '../samples/collector.ts';
import { field, scalarText } from './own-fields.ts';

/** For the whole run, beside the results. */
const ofRun = [
  'lm_eval_version',
  'lmms_eval_version',
  'transformers_version',
  'chat_template_sha',
  'system_instruction_sha',
  'system_instruction',
  'fewshot_as_multiturn',
];

/** Of `config`. */
const ofConfig = [
  'batch_size',
  'limit',
  'gen_kwargs',
  'random_seed',
  'numpy_seed',
  'torch_seed',
  'fewshot_seed',
  'model_dtype',
];

/** Of each task's entry in `configs`. */
const ofTask = [
  'dataset_path',
  'dataset_name',
  'dataset_kwargs',
  'test_split',
  'fewshot_split',
  'doc_to_text',
  'doc_to_target',
  'doc_to_choice',
  'description',
  'target_delimiter',
  'fewshot_delimiter',
  'generation_kwargs',
  'output_type',
  'repeats',
  'filter_list',
];

/** Of the model's arguments what changes its numbers; paths and names are the change itself. */
const ofModel =
  /^(?:dtype|load_in_\w+|max_length|max_gen_toks|max_model_len|temperature|top_[pk]|seed|trust_remote_code|add_bos_token|quantization|enable_thinking|think_end_token|softmax_dtype|truncation|prefix_token_id)$/;

/** States all of it; null is a setting too. */
export function stateSetup(value: unknown, sink: Sink): void {
  const state = (key: string, setting: unknown): void => {
    if (setting !== undefined) sink.setup(key, settingText(setting));
  };
  for (const name of ['versions', 'n-shot'])
    for (const [task, version] of entries(field(value, name))) state(`${name} of ${task}`, version);
  for (const name of ofRun) state(name.replaceAll('_', ' '), field(value, name));
  const config = field(value, 'config');
  for (const name of ofConfig) state(name.replaceAll('_', ' '), field(config, name));
  for (const [name, setting] of modelArguments(field(config, 'model_args')))
    if (ofModel.test(name)) state(`${name} of the model`, setting);
  for (const [task, settings] of entries(field(value, 'configs')))
    for (const name of ofTask) state(`${name} of ${task}`, field(settings, name));
  for (const [task, samples] of entries(field(value, 'n-samples')))
    state(`samples of ${task}`, field(samples, 'effective'));
}

/** `pretrained=m,dtype=bfloat16`, or an object. */
function modelArguments(value: unknown): [string, unknown][] {
  if (isRecord(value)) return Object.entries(value);
  return (scalarText(value) ?? '').split(',').flatMap((part): [string, unknown][] => {
    const [name = '', ...setting] = part.split('=');
    return setting.length === 0 ? [] : [[name.trim(), setting.join('=').trim()]];
  });
}

/** A setting as it is compared; null is one too. */
export function settingText(setting: unknown): string {
  return setting === null ? 'none' : (scalarText(setting) ?? JSON.stringify(setting)).slice(0, longest);
}

const longest = 2000;

/** Of an object; none of anything else. */
export function entries(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}
