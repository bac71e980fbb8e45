/** Stanford's HELM: `per_instance_stats.json`, `display_predictions.json` and `stats.json` of a run. */
import { statusOfWord } from '../status-fields.ts';
import { field, rowsOf, type Row } from '../own-fields.ts';
import type { DocumentFormat } from '../json-document.ts';
import { at, documentOf, hasFields, listOf, numbersOf, textAt, total, type Answer } from './tool.ts';

/** What HELM counts beside its metrics. */
const counted =
  /^(?:num_\w+|finish_reason_\w+|logprob|max_prob|inference_\w+|training_\w+|batch_size|prompt_truncated|predicted_index|ci_coverage|estimated_num_tokens_cost)$/;

const isMetric = (name: string): boolean => !counted.test(name);

export const helmInstances: DocumentFormat = documentOf({
  name: 'HELM instances',
  matches: (value) => isListOf(value, (row) => hasFields(row, 'instance_id', 'stats')),
  *answers({ value, outline }) {
    const lines = outline.elementLines();
    for (const [place, row] of rowsOf(value).entries()) yield [[instance(row)], lines[place]];
  },
});

/** Perturbed forms of an instance, and trials with other examples in the prompt, are one cluster with it. */
function instance(row: Row): Answer {
  const id = textAt(row, 'instance_id');
  const perturbation = textAt(row, 'perturbation', 'name');
  const trial = textAt(row, 'train_trial_index') ?? '0';
  const stats = Object.fromEntries(statsOf(field(row, 'stats')));
  return {
    id: [
      id,
      ...(trial === '0' ? [] : [`trial ${trial}`]),
      ...(perturbation === undefined ? [] : [perturbation]),
    ].join('/'),
    cluster: id,
    scores: numbersOf(stats, isMetric),
    status: stats['finish_reason_length'] === 1 ? statusOfWord('length') : undefined,
  };
}

/** A list of statistics, or an object of means. */
function statsOf(stats: unknown): [string, unknown][] {
  if (!Array.isArray(stats)) return Object.entries(numbersOf(stats));
  return rowsOf(stats).map((one) => [textAt(one, 'name', 'name') ?? 'statistic', field(one, 'mean')]);
}

export const helmStats: DocumentFormat = {
  name: 'HELM statistics',
  matches: (value) =>
    isListOf(value, (row) => at(row, 'name', 'name') !== undefined && hasFields(row, 'count', 'sum')),
  read({ value, path }, sink) {
    for (const one of rowsOf(value)) {
      const [name = 'statistic', split] = [textAt(one, 'name', 'name'), textAt(one, 'name', 'split')];
      const perturbed = field(field(one, 'name'), 'perturbation') !== undefined;
      total(sink, path, split === undefined ? name : `${split}.${name}`, field(one, 'mean'), {
        secondary: perturbed || split === 'train' || !isMetric(name),
      });
    }
  },
};

function isListOf(value: unknown, matches: (row: unknown) => boolean): boolean {
  return listOf(value).length > 0 && matches(listOf(value)[0]);
}
