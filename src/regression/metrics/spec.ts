import { shown } from '../shown.ts';
import type { Agreement } from './agreement.ts';
import type { Part } from './classes.ts';

/** A metric as asked for: `f1_macro`, `f1:positive=yes`, `latency:lower`, `loss:tolerance=1:unit=percent`. */
export interface MetricSpec {
  /** As asked for. */
  readonly name: string;
  /** Without options, in lower case with underscores. */
  readonly key: string;
  /** As in a sentence: `F1`, `macro F1`, `latency`. */
  readonly title: string;
  readonly positive?: string;
  readonly higherIsBetter?: boolean;
  readonly tolerance?: number;
  readonly margin?: number;
  readonly unit?: 'points' | 'percent';
  /** Averaged over tasks, each of which counts once, not over samples. */
  readonly byTask?: boolean;
  /** A macro average over the classes of the targets alone. */
  readonly overTargets?: boolean;
}

type Options = { -readonly [K in keyof MetricSpec]?: MetricSpec[K] };

/** `option` or `option=value` → what it sets; `undefined` when the value does not fit. */
const optionReaders: Readonly<Record<string, (value: string) => Options | undefined>> = {
  lower: () => ({ higherIsBetter: false }),
  higher: () => ({ higherIsBetter: true }),
  positive: (value) => (value === '' ? undefined : { positive: value }),
  tolerance: (value) => amount(value, (tolerance) => ({ tolerance })),
  margin: (value) => amount(value, (margin) => ({ margin })),
  unit: (value) => (value === 'points' || value === 'percent' ? { unit: value } : undefined),
  tasks: () => ({ byTask: true }),
};

function amount(value: string, set: (amount: number) => Options): Options | undefined {
  const number = Number(value);
  return value !== '' && Number.isFinite(number) && number >= 0 ? set(number) : undefined;
}

/** The metric, or what is wrong with its text. */
export function parseMetric(text: string): MetricSpec | string {
  const [name = '', ...options] = text.split(':').map((part) => part.trim());
  if (name === '') return `A metric has no name: ${shown(text)}`;
  let set: Options = {};
  for (const option of options) {
    const [word = '', value = ''] = option.split('=', 2);
    const read = Object.hasOwn(optionReaders, word) ? optionReaders[word]?.(value) : undefined;
    if (read === undefined)
      return `Metric ${shown(text)}: ${shown(option)} is none of ${Object.keys(optionReaders).join(', ')} with a fitting value`;
    set = { ...set, ...read };
  }
  return { ...set, ...plainMetric(name) };
}

/** The metric of exactly this name, without options: names in result files may hold colons. */
export function plainMetric(name: string): MetricSpec {
  const key = keyOf(name);
  return { name, key, title: titleOf(key, name) };
}

/** `Macro-F1`, `macro_f1` and `f1-macro` are the same metric. */
function keyOf(name: string): string {
  const plain = name.toLowerCase().replaceAll(/[-\s]+/g, '_');
  const turned = /^(macro|micro|weighted|binary)_(f1|precision|recall)$/.exec(plain);
  return turned === null ? plain : `${turned[2]}_${turned[1]}`;
}

export interface LabelMetric {
  /** How the classes are joined; `exact`: share of samples that are right; `auto`: binary for two labels, else macro. */
  readonly average: 'auto' | 'binary' | 'micro' | 'macro' | 'weighted' | 'balanced' | 'exact' | Agreement;
  readonly part: Part;
  readonly title: string;
}

const averages = ['binary', 'micro', 'macro', 'weighted'] as const;
const partTitles: Record<Part, string> = { f1: 'F1', precision: 'precision', recall: 'recall' };

/** Metrics that are computed from target and prediction. */
export const labelMetrics: ReadonlyMap<string, LabelMetric> = new Map<string, LabelMetric>([
  ['accuracy', { average: 'exact', part: 'f1', title: 'accuracy' }],
  ['exact_match', { average: 'exact', part: 'f1', title: 'exact match' }],
  ['mcc', { average: 'mcc', part: 'f1', title: "Matthews' correlation" }],
  ['matthews_correlation', { average: 'mcc', part: 'f1', title: "Matthews' correlation" }],
  ['kappa', { average: 'kappa', part: 'f1', title: "Cohen's kappa" }],
  ['cohen_kappa', { average: 'kappa', part: 'f1', title: "Cohen's kappa" }],
  ['balanced_accuracy', { average: 'balanced', part: 'recall', title: 'balanced accuracy' }],
  ...(['f1', 'precision', 'recall'] as const).flatMap((part): [string, LabelMetric][] => [
    [part, { average: 'auto', part, title: partTitles[part] }],
    ...averages.map((average): [string, LabelMetric] => [
      `${part}_${average}`,
      { average, part, title: average === 'binary' ? partTitles[part] : `${average} ${partTitles[part]}` },
    ]),
  ]),
]);

/** Names under which result files carry the score of a metric, beside its own. */
export const scoreAliases: ReadonlyMap<string, readonly string[]> = new Map([
  ['accuracy', ['acc', 'correct', 'is_correct', 'if_right', 'true_false', 'hit']],
  ['exact_match', ['em']],
  ['pass_rate', ['passed', 'pass', 'success', 'resolved', 'solved']],
  ['squad_f1', ['token_f1']],
]);

const otherTitles: ReadonlyMap<string, string> = new Map([
  ['score', 'score'],
  ['pass_rate', 'pass rate'],
  ['squad_f1', 'token F1'],
  ['squad_em', 'exact match after normalisation'],
]);

function titleOf(key: string, name: string): string {
  return labelMetrics.get(key)?.title ?? otherTitles.get(key) ?? shown(name);
}

/** The label that counts as positive by convention, where two labels are one of these pairs. */
const conventions: readonly (readonly [negative: string, positive: string])[] = [
  ['0', '1'],
  ['false', 'true'],
  ['no', 'yes'],
  ['negative', 'positive'],
  ['neg', 'pos'],
  ['-1', '1'],
  ['n', 'y'],
  ['fail', 'pass'],
  ['incorrect', 'correct'],
];

/** The positive one of the labels, spelled as in the results; `undefined` when it must be said. */
export function positiveLabel(labels: readonly string[]): string | undefined {
  for (const [negative, positive] of conventions) {
    const fits = labels.every((label) => [negative, positive].includes(label.toLowerCase()));
    const found = labels.find((label) => label.toLowerCase() === positive);
    if (fits && labels.length <= 2 && found !== undefined) return found;
  }
  return undefined;
}
