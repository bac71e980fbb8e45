import type { Sink } from '../samples/collector.ts';
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
  ['harness_version', 'harness version'],
  ['eval_version', 'harness version'],
  ['task_version', 'task version'],
  ['dataset_version', 'dataset revision'],
  ['dataset_revision', 'dataset revision'],
  ['prompt_template', 'prompt template'],
  ['prompt_version', 'prompt template'],
  ['template', 'prompt template'],
  ['system_prompt', 'system prompt'],
  ['chat_template', 'chat template'],
  ['num_fewshot', 'few-shots'],
  ['n_shot', 'few-shots'],
  ['num_shots', 'few-shots'],
  ['few_shot', 'few-shots'],
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
  return settings.has(name);
}

/** States what a plain row says of how it was evaluated; what differs from row to row is dropped by who collects it. */
export function statePlainSetup(row: Row, sink: Sink): void {
  for (const name of Object.keys(row)) {
    const key = settings.get(name);
    if (key === undefined) continue;
    const value = row[name];
    const text = scalarText(value) ?? (value === null ? 'none' : JSON.stringify(value));
    sink.setup(key, text.slice(0, longestSetting));
  }
}

const longestSetting = 2000;
