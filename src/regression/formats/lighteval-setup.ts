/** How lighteval says, beside its totals, that it evaluated. */
import type { Sink } from '../samples/collector.ts';
import { entries, settingText } from './harness-setup.ts';
import { field } from './own-fields.ts';

/** Of each task's entry in `config_tasks`, under the names that other harnesses give the same. */
const ofTask: Readonly<Record<string, string>> = {
  hf_repo: 'dataset',
  hf_subset: 'dataset subset',
  hf_revision: 'dataset revision',
  evaluation_splits: 'split',
  few_shots_split: 'few-shots split',
  few_shots_select: 'few-shots selection',
  num_fewshots: 'few-shots',
  generation_size: 'generation size',
  stop_sequence: 'stop sequence',
  num_samples: 'sampled answers',
};

/** Of the model's configuration what changes its numbers; its name is the change itself. */
const ofModel = [
  'dtype',
  'system_prompt',
  'batch_size',
  'max_length',
  'quantization',
  'seed',
  'override_chat_template',
];

/** States all of it; null is a setting too, and what a release does not write is none. */
export function stateLightevalSetup(value: unknown, sink: Sink): void {
  const general = field(value, 'config_general');
  const model = field(general, 'model_config');
  const state = (key: string, setting: unknown): void => {
    if (setting !== undefined) sink.setup(key, settingText(setting));
  };
  const release = field(general, 'lighteval_sha');
  if (release !== '?') state('lighteval version', release);
  state('limit', field(general, 'max_samples'));
  state('few-shots seeds', field(general, 'num_fewshot_seeds'));
  for (const name of ofModel) state(name.replaceAll('_', ' '), field(model, name));
  for (const [name, setting] of entries(field(model, 'generation_parameters'))) state(name, setting);
  for (const [task, settings] of entries(field(value, 'config_tasks')))
    for (const [name, known] of Object.entries(ofTask)) state(`${known} of ${task}`, field(settings, name));
  for (const [task, summary] of entries(field(value, 'summary_tasks')))
    state(`prompt hash of ${task}`, field(field(summary, 'hashes'), 'hash_examples'));
}
