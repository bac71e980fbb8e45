import type { Sink } from '../samples/collector.ts';
import { isRecord } from '../../kernel/record.ts';
import { scalarText, type Row } from './own-fields.ts';

/** Columns by which plain rows say how they were evaluated, and what each is of. */
const settings: ReadonlyMap<string, string> = new Map([
  ['judge', 'judge'],
  ['judge_model', 'judge'],
  ['judge_name', 'judge'],
  ['grader', 'judge'],
  ['grader_model', 'judge'],
  ['evaluator', 'judge'],
  ['evaluator_model', 'judge'],
  ['annotator', 'judge'],
  ['scorer', 'judge'],
  ['judge_version', 'judge version'],
  ['judge_prompt', 'judge prompt'],
  ['judge_temperature', 'judge temperature'],
  ['rubric', 'rubric'],
  ['rubric_version', 'rubric'],
  ['harness', 'harness'],
  ['framework_version', 'harness version'],
  ['library_version', 'harness version'],
  ['harness_version', 'harness version'],
  ['eval_version', 'harness version'],
  ['task_version', 'task version'],
  ['dataset_version', 'dataset revision'],
  ['dataset_revision', 'dataset revision'],
  ['prompt_template', 'prompt template'],
  ['prompt_version', 'prompt template'],
  ['prompt_name', 'prompt template'],
  ['prompt_hash', 'prompt digest'],
  ['template', 'prompt template'],
  ['system_prompt', 'system prompt'],
  ['chat_template', 'chat template'],
  ['num_fewshot', 'few-shots'],
  ['n_shot', 'few-shots'],
  ['num_shots', 'few-shots'],
  ['few_shot', 'few-shots'],
  ['fewshot', 'few-shots'],
  ['num_few_shot', 'few-shots'],
  ['num_few_shots', 'few-shots'],
  ['shots', 'few-shots'],
  ['do_sample', 'sampling'],
  ['sampling', 'sampling'],
  ['min_p', 'min p'],
  ['max_gen_toks', 'max tokens'],
  ['reasoning_effort', 'reasoning effort'],
  ['torch_dtype', 'dtype'],
  ['precision_mode', 'dtype'],
  ['temperature', 'temperature'],
  ['top_p', 'top p'],
  ['top_k', 'top k'],
  ['max_tokens', 'max tokens'],
  ['max_new_tokens', 'max tokens'],
  ['max_output_tokens', 'max tokens'],
  ['repetition_penalty', 'repetition penalty'],
  ['decoding', 'decoding'],
  ['dtype', 'dtype'],
  ['quantization', 'dtype'],
  ['batch_size', 'batch size'],
  ['seed', 'seed'],
]);

/** Whether a column is a setting of the evaluation, so that it is not a score. */
export function isSetting(name: string): boolean {
  return keyOf(name) !== undefined;
}

/** `maxTokens` is `max_tokens`. A name with a capital is rare: only then it is written anew. */
function keyOf(name: string): string | undefined {
  return settings.get(name) ?? (/[A-Z]/.test(name) ? settings.get(snakeCase(name)) : undefined);
}

function snakeCase(name: string): string {
  return name.replaceAll(/(?<=[a-z\d])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** States what a plain row says of how it was evaluated; what differs from row to row is dropped by who collects it. */
export function statePlainSetup(row: Row, sink: Sink): void {
  for (const name of Object.keys(row)) {
    const key = keyOf(name);
    const value = row[name];
    if (key !== undefined) stateSetting(key, value, sink);
    else if (isRecord(value) && isGroupName(name))
      for (const [own, one] of Object.entries(value)) {
        const of = keyOf(own);
        if (of !== undefined && !isRecord(one)) stateSetting(of, one, sink);
      }
  }
}

/** Where documents keep the settings of a run, beside its rows or totals. */
const groups = [
  'config',
  'configs',
  'configuration',
  'settings',
  'args',
  'arguments',
  'params',
  'parameters',
  'options',
  'run_config',
  'eval_config',
  'evaluation_config',
  'generation_config',
  'generation_kwargs',
  'gen_kwargs',
  'sampling_params',
  'decoding',
  'model_args',
  'metadata',
  'meta',
  'run',
  'setup',
  'hyperparameters',
];

function isGroupName(name: string): boolean {
  return groups.includes(name) || groups.includes(snakeCase(name));
}

/** Only of a whole run: how many of its samples, and of which, are evaluated. */
const ofRuns: ReadonlyMap<string, string> = new Map([
  ['limit', 'sample limit'],
  ['sample_limit', 'sample limit'],
  ['max_samples', 'sample limit'],
  ['split', 'split'],
  ['stop', 'stop'],
  ['stop_sequences', 'stop'],
]);

/** States what a document of a tool that is not known says of its run: at its top, and in groups such as `config` two deep. */
export function stateDocumentSetup(document: unknown, sink: Sink, depth = 0): void {
  if (!isRecord(document)) return;
  for (const [name, value] of Object.entries(document)) {
    const isGroup = isGroupName(name) && isRecord(value);
    if (isGroup && depth < deepestGroup) stateDocumentSetup(value, sink, depth + 1);
    const key = keyOf(name) ?? (depth > 0 ? ofRuns.get(name) : undefined);
    if (key !== undefined && !isGroup) stateSetting(key, value, sink);
  }
}

const deepestGroup = 2;

function stateSetting(key: string, value: unknown, sink: Sink): void {
  const text = scalarText(value) ?? (value === null ? 'none' : JSON.stringify(value));
  sink.setup(key, text.slice(0, longestSetting));
}

const longestSetting = 2000;
