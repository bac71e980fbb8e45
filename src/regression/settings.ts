/** What the regression gate is reported, and how its entries are read: light, for what only asks. */
import { list as listField, number as numberField, numbers, type Field } from '../kernel/fields.ts';
import { defaultsOf, settings, type ValuesOf } from '../kernel/settings.ts';
import { choice, globs, integer, list, number, path, text, type TypeOf } from '../kernel/kinds.ts';
import { isPinned } from './pinned.ts';
import { isSetupPart, setupParts, type SetupPart } from './samples/setup-parts.ts';

export { entryOf, globsOf, isLatestRelease, isPinned, type Entry } from './pinned.ts';

const mode = choice(['paired', 'strict', 'non-inferiority']);

export type DecisionMode = TypeOf<typeof mode>;

/** A workflow file comes from the pull request: which other state of trunk a change is measured against is for the policy alone to say. */
const atMergeBase: Field<readonly string[]> = {
  expects: 'paths at the merge base (REF:PATH is taken from the policy alone)',
  parse: (raw) => {
    const paths = listField.parse(raw);
    return paths === undefined || isPinned(paths) ? undefined : paths;
  },
};

/** Parts of a set-up, in one text with commas or as a list. */
const declaredParts: Field<readonly SetupPart[]> = {
  expects: `parts of a set-up: ${setupParts.join(', ')}`,
  parse: (raw) => {
    const words = listField.parse(raw);
    const parts = words?.filter(isSetupPart);
    return parts?.length === words?.length ? parts : undefined;
  },
};

/** `policy.regression`. */
export const regressionTable = settings({
  /** In the workspace; shards are merged. Empty: nothing to judge. */
  candidate: {
    kind: globs,
    default: [],
    description: 'Globs of the result files of the change.',
    input: 'Result files of this change, as globs; shards are merged.',
  },
  baseline: {
    kind: globs,
    field: atMergeBase,
    default: [],
    description:
      'Globs of the result files at the merge base, or of another state of trunk: main:evals/*.jsonl, v2.3.0:evals/*.jsonl, latest-release:evals/*.jsonl. Default: the same as candidate.',
    input:
      'Result files at the merge base, as globs; another state of trunk (`main:evals/*.jsonl`) is for the policy to name. Default: the same paths as `candidate`.',
  },
  /** Never of the change: files that are committed with it are refused. */
  'baseline-again': {
    kind: globs,
    default: ['.model-gates/baseline/*.jsonl'],
    description:
      "Globs of files that this job wrote: trunk's answers to samples that its results leave open, evaluated again on the commit that these are of.",
    input:
      "Files that this job wrote, as globs: trunk's answers to the samples of `rerun-baseline`, evaluated on `rerun-baseline-commit`.",
  },
  anchor: {
    kind: text({ min: 1 }, 'latest-release, a path or ref:path'),
    description:
      'Pinned results (`latest-release`, a path, or `ref:path`) against which slow erosion is measured.',
    input: true,
  },
  metrics: {
    kind: globs,
    default: [],
    description: 'Metrics to judge. Default: what the results carry.',
    input: 'Metrics to judge, such as `f1, accuracy`. Default: what the results carry.',
    option: {
      value: 'NAME',
      help: 'Metric to judge, such as f1 or accuracy. Default: what the results carry.',
    },
  },
  mode: {
    kind: mode,
    default: 'paired',
    input: '{choices}.',
    option: { value: 'NAME', help: '{choices}.' },
  },
  tolerance: {
    kind: number({ min: 0 }),
    default: 0.5,
    description: 'Largest drop that is tolerated.',
    input: true,
    option: { value: 'T', help: 'Largest drop that is tolerated. Default: {default}.' },
  },
  margin: {
    kind: number({ min: 0 }),
    default: 2,
    description: 'A drop this large must be excluded for a pass.',
    input: true,
    option: { value: 'M', help: 'A drop this large must be excluded for a pass. Default: {default}.' },
  },
  /** 1 point = 0.01 of a share; percent of the baseline. */
  unit: {
    kind: choice(['points', 'percent']),
    default: 'points',
    description: 'Unit of tolerance and margin.',
    input: '{choices}, of tolerance and margin.',
    option: { value: 'NAME', help: '{choices}, of tolerance and margin.' },
  },
  alpha: {
    kind: number({ above: 0, max: 0.5 }),
    field: numberField({ min: 0.000_001, max: 0.5 }),
    default: 0.05,
    description: 'One-sided significance level.',
    input: true,
    option: { value: 'A', help: 'One-sided significance level. Default: {default}.' },
  },
  /** `auto`: fail when the observed drop exceeds the tolerance, else warn. */
  'on-inconclusive': {
    kind: choice(['auto', 'fail', 'warn', 'pass']),
    default: 'auto',
    input: '{choices}.',
  },
  /** Of what is in trunk already, at night or after a merge: nothing is changed, so the merge base is trunk itself. */
  judge: {
    kind: choice(['change', 'trunk']),
    default: 'change',
    description:
      'What is judged: the change, or trunk as the ledger has it, against the anchor (default: the latest release).',
    input:
      '{choices}: the change, or (with `base: HEAD`) trunk as the ledger has it, against the anchor (default: the latest release).',
  },
  history: {
    kind: integer({ min: 0, max: 30 }),
    default: 8,
    description:
      'How many earlier evaluations in the ledger, of commits since which only harmless files changed, are averaged with the baseline. 0: none.',
  },
  seed: {
    kind: integer({ min: 0 }),
    default: 1,
    description: 'Seed of the order in which samples are evaluated.',
    input: true,
    option: { value: 'N', help: 'Seed of the order in which samples are evaluated. Default: {default}.' },
  },
  /** Of a pool with looks: in an order by chance alone, or first more of what flipped between earlier evaluations of trunk. */
  sampling: {
    kind: choice(['random', 'history']),
    default: 'random',
    description:
      'Which samples a look takes of the pool: at random, or more of those that flipped in earlier evaluations of trunk in the ledger, each weighed by how many it stands for.',
  },
  /** O'Brien–Fleming boundaries keep the error at `alpha` over all looks. Absent: one look at what is there. */
  looks: {
    kind: list(integer({ min: 1 }), { min: 1, max: 20 }),
    field: numbers,
    description:
      'Numbers of samples at which the gate may look, rising. While undecided it asks for the next.',
    input:
      'Numbers of samples at which the gate may look, rising: `500, 1000, 1500, 2000`. While undecided it asks for the next.',
  },
  /** Run without a shell, from the policy or the workflow only, round by round until the gate can decide. */
  evaluate: {
    kind: text({ min: 1, max: 4096 }, 'a command'),
    description:
      'Command that evaluates the candidate: {ids} is a file with one sample id a line, {out} the file to write results to.',
    input:
      'Command that evaluates the candidate, such as `python eval.py --ids {ids} --out {out}`. Run round by round, without a shell, until the gate can decide. Default: the results are already there.',
  },
  pool: {
    kind: path,
    description: 'File at the merge base with one sample id a line, for evaluate.',
    input:
      'File at the merge base with one sample id a line: what `evaluate` may evaluate where the baseline has no results yet.',
  },
  id: {
    kind: text({ min: 1, max: 200 }, 'the name of a column'),
    description:
      'Column of plain rows that names the sample. Default: the usual names, else what the model was asked.',
    option: { value: 'COLUMN', help: 'Column of plain rows that names the sample.' },
  },
  dataset: {
    kind: text({ min: 1, max: 200 }, 'the name of a column'),
    description: 'Column of plain rows that names the dataset within which ids count.',
    option: { value: 'COLUMN', help: 'Column of plain rows that names the dataset within which ids count.' },
  },
  changed: {
    kind: list(choice(setupParts), { max: setupParts.length }),
    field: declaredParts,
    default: [],
    description:
      "Parts of the evaluation's set-up whose change is what is tested ({choices}): a difference in them does not stop the comparison.",
    input:
      "Parts of the evaluation's set-up that this change changes on purpose ({choices}), such as `prompt`: shown in the report, and no reason to stop the comparison.",
    option: {
      value: 'PARTS',
      help: 'Parts of the set-up that were changed on purpose, such as prompt or judge.',
    },
  },
  stale: {
    kind: choice(['refuse', 'allow']),
    default: 'refuse',
    description:
      "Whether results that are byte for byte the baseline's count although the evaluation was due.",
  },
  'time-budget': {
    kind: number({ min: 0 }),
    description: 'Minutes after which no further round of `evaluate` begins.',
    input: true,
  },
});

/** What regression-gate compares and how it decides. */
export interface RegressionSettings extends ValuesOf<typeof regressionTable> {
  /** The change is in trunk already: what is judged is a merge. Known from the event, from nobody else. */
  readonly merged?: boolean;
  /** When the event happened, in milliseconds since the epoch: the same for all jobs of a run. Known from the event, from nobody else. */
  readonly eventAt?: number;
  /** Globs of files on which no evaluation depends: the policy's, from its plan. */
  readonly harmless?: readonly string[];
}

export const regressionDefaults: RegressionSettings = defaultsOf(regressionTable);

/** The columns that the settings name, for readers of plain rows. */
export function columnsOf({ id, dataset }: Pick<RegressionSettings, 'id' | 'dataset'>): {
  id?: string;
  dataset?: string;
} {
  return { ...(id !== undefined && { id }), ...(dataset !== undefined && { dataset }) };
}
