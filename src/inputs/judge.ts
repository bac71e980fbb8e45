import { compareInputs, type Compared, type FirstToken, type Learned } from './compare/compare.ts';
import type { TensorResult } from './compare/tensor.ts';
import type { InputFacts, TensorFacts } from './facts.ts';
import { figure } from './causes/cause.ts';
import { count, enumerate, shown } from '../kernel/text.ts';
import type { Finding, Judgement, Section } from '../report/model.ts';
import { verdictOf } from '../report/model.ts';
import type { Side } from './read/side.ts';
import { inputRules } from './rules.ts';

export type InputJudgement = Judgement<InputFacts>;

/** Where a change says of itself that a tensor changes: `pixel_values resampling`. */
export interface Declared {
  readonly tensor: string;
  readonly kind: string;
  /** `commit 1a2b3c4d`. */
  readonly where: string;
}

export interface JudgeOptions {
  readonly learned?: Learned;
  readonly declared?: readonly Declared[];
  /** The text of ids, where a vocabulary is at hand. */
  readonly decode?: (ids: readonly (number | string)[]) => string;
}

/** The judgement of two sides; whatever of them cannot be read fails it. */
export function judgeInputs(before: Side, after: Side, options: JudgeOptions = {}): InputJudgement {
  const unread = [...before.unread, ...after.unread].map(({ file, message, help }) =>
    inputRules.unreadable.finding({ message: sentence(message), file, ...(help !== undefined && { help }) }),
  );
  const compared = compareInputs(before.fingerprints, after.fingerprints, options.learned);
  // of tensors without a sample on both sides nothing is known
  const tensors = !compared.sides.paired
    ? []
    : compared.tensors.map((result) => withDeclared(result, options.declared ?? []));
  const findings = [
    ...unread,
    ...emptyFindings(before, after, unread.length > 0),
    ...sampleFindings(compared),
    ...(!compared.sides.paired
      ? []
      : tensors.flatMap(({ result, declared }) => tensorFindings(result, declared))),
  ];
  return {
    verdict: verdictOf(findings),
    title: titleOf(compared, findings),
    findings,
    facts: factsOf(compared, tensors, options),
    sections: sectionsOf(
      tensors.map(({ result }) => result),
      compared.tokens.first,
      options,
    ),
  };
}

interface Judged {
  readonly result: TensorResult;
  readonly declared: Declared | undefined;
}

function withDeclared(result: TensorResult, all: readonly Declared[]): Judged {
  const kind = result.cause?.kind ?? 'values';
  const declared =
    result.verdict === 'changed'
      ? all.find((one) => one.tensor === result.name && one.kind === kind)
      : undefined;
  return { result, declared };
}

/** Longer than a name: a whole sentence. */
function sentence(text: string): string {
  return text.replaceAll(/\p{C}/gu, ' ').slice(0, 500);
}

function emptyFindings(before: Side, after: Side, isUnread: boolean): Finding[] {
  return [
    { name: 'The baseline', side: before },
    { name: 'The candidate', side: after },
  ].flatMap(({ name, side }) =>
    side.fingerprints.samples.size > 0 || isUnread
      ? []
      : [
          inputRules['no-samples'].finding({
            message: `${name} has no sample.`,
            help: 'Let the program write what it feeds the model for a few dozen fixed samples: safetensors, .npz, .npy, JSONL or Parquet.',
          }),
        ],
  );
}

function sampleFindings({ sides, samples }: Compared): Finding[] {
  const { onlyBefore, onlyAfter, reordered } = sides;
  const other = (ids: readonly string[], what: string): Finding[] =>
    ids.length === 0
      ? []
      : [
          inputRules['other-samples'].finding({
            message: `${count(ids.length, 'sample')} ${what}: ${some(ids)}.`,
            help: 'Write the same fixed samples before and after, with their ids.',
          }),
        ];
  return [
    ...(samples === 0 && (onlyBefore.length === 0 || onlyAfter.length === 0)
      ? []
      : other(onlyBefore, `of the baseline ${onlyBefore.length === 1 ? 'is' : 'are'} not there now`)),
    ...(onlyBefore.length === 0 && samples === 0
      ? []
      : other(onlyAfter, `${onlyAfter.length === 1 ? 'is' : 'are'} not in the baseline`)),
    ...(reordered
      ? [
          inputRules['sample-order'].finding({
            message: `The ${count(samples, 'sample')} come in another order; they are paired by their ids.`,
            help: 'Look at what shuffles them where their order matters.',
          }),
        ]
      : []),
  ];
}

function some(ids: readonly string[]): string {
  const first = ids.slice(0, 3).map(shown);
  return ids.length > first.length
    ? `${first.join(', ')} and ${ids.length - first.length} more`
    : enumerate(first);
}

function tensorFindings(result: TensorResult, declared: Declared | undefined): Finding[] {
  if (result.verdict !== 'changed') return [];
  const kind = result.cause?.kind ?? 'values';
  const name = shown(result.name);
  const message = `${name} changed in ${result.changed.length} of ${count(result.samples, 'sample')}: ${clause(result)}.`;
  if (declared !== undefined)
    return [
      inputRules.declared.finding({
        message: `${message} The change says so (${shown(declared.where)}).`,
        help: 'Evaluate the change: the model sees something new.',
      }),
    ];
  return [
    inputRules.changed.finding({
      message: `${message} Distance ${figure(result.distance)}${result.tolerance === undefined ? '' : `, noise is at most ${figure(result.tolerance.distance)}`}.`,
      help: `Undo what changed it, or declare it in a commit of this change with the trailer \`Input-Change: ${name} ${kind}\`.`,
    }),
  ];
}

function clause({ cause }: TensorResult): string {
  return cause === undefined ? 'its cause does not show' : sentence(cause.text);
}

function titleOf({ samples, tensors }: Compared, findings: readonly Finding[]): string {
  const changed = tensors.filter(({ verdict }) => verdict === 'changed');
  const own = findings.find(({ severity, rule }) => severity === 'error' && rule !== inputRules.changed.id);
  if (own !== undefined) return own.message;
  const [first] = changed;
  const isDeclared = !findings.some(({ severity }) => severity === 'error');
  if (first !== undefined)
    return `${isDeclared ? 'As declared, the' : 'The'} model is fed something else: ${shown(first.name)}: ${clause(first)}${changed.length > 1 ? `, and ${count(changed.length - 1, 'tensor')} more` : ''}`;
  const noisy = tensors.filter(({ verdict }) => verdict === 'numeric noise').length;
  return noisy === 0
    ? `The model is fed the same: ${count(samples, 'sample')}, ${count(tensors.length, 'tensor')}`
    : `The model is fed the same but for numeric noise: ${count(samples, 'sample')}, ${noisy} of ${count(tensors.length, 'tensor')}`;
}

function factsOf(
  { samples, tokens }: Compared,
  tensors: readonly Judged[],
  { decode }: JudgeOptions,
): InputFacts {
  const { first } = tokens;
  return {
    samples,
    tensors: tensors.map(({ result, declared }): TensorFacts => ({
      name: result.name,
      verdict: result.verdict,
      distance: result.distance,
      cause: result.verdict === 'same' ? null : clause(result),
      kind: result.verdict === 'changed' ? (result.cause?.kind ?? 'values') : null,
      changed: result.changed.length,
      tolerance: result.tolerance?.distance ?? null,
      ...(declared !== undefined && { declared: declared.where }),
    })),
    tokens: {
      changed: tokens.changed,
      first: first?.position ?? null,
      ...(first !== undefined && {
        at: {
          sample: first.sample,
          tensor: first.tensor,
          baseline: first.before,
          candidate: first.after,
          ...(decode !== undefined && {
            baselineText: decode(first.before),
            candidateText: decode(first.after),
          }),
        },
      }),
    },
  };
}

function sectionsOf(
  tensors: readonly TensorResult[],
  first: FirstToken | undefined,
  { decode }: JudgeOptions,
): Section[] {
  const table: Section = {
    kind: 'table',
    title: 'What the model is fed',
    columns: [
      { title: 'Tensor', code: true },
      { title: 'Verdict' },
      { title: 'Distance', align: 'right' },
      { title: 'Noise up to', align: 'right' },
      { title: 'Samples', align: 'right' },
      { title: 'Cause' },
    ],
    rows: tensors.map((result) => [
      shown(result.name),
      result.verdict,
      figure(result.distance),
      result.tolerance === undefined
        ? 'exact'
        : `${figure(result.tolerance.distance)}${result.tolerance.learned ? ' (two runs of the base)' : ''}`,
      `${result.changed.length} of ${result.samples}`,
      result.verdict === 'same' ? '' : clause(result),
    ]),
    open: tensors.some(({ verdict }) => verdict === 'changed'),
  };
  if (tensors.length === 0) return [];
  if (first === undefined) return [table];
  const words = (ids: readonly (number | string)[]): string =>
    decode === undefined ? ids.join(' ') : decode(ids);
  return [
    table,
    {
      kind: 'list',
      title: `First token that differs: place ${first.position} of ${shown(first.tensor)} in the sample ${shown(first.sample)}`,
      items: [`Before: ${sentence(words(first.before))}`, `After: ${sentence(words(first.after))}`],
      open: true,
    },
  ];
}
