/** The settings a person may give to each gate: as an action's inputs and as options of the CLI, with the policy's own names. */
import { dialects } from '../documents/dialect.ts';
import { decisionModes, isPinned } from '../regression/settings.ts';
import { choice, flag, integer, list, number, numbers, text, type Field } from '../kernel/fields.ts';

export const configFields = {
  files: list,
  dialect: choice(dialects),
  registry: text('a path'),
  schema: text('a path'),
  strict: flag,
  family: text('a family, auto or none'),
  checkpoint: text('a path'),
  'expect-parameters': text('a number of parameters'),
};

export const dependencyFields = {
  files: list,
  watch: list,
  'also-watch': list,
  'allow-file': text('a path'),
  environment: flag,
  python: text('a path'),
  snapshot: text('a path'),
};

/** A workflow file comes from the pull request: which other state of trunk a change is measured against is for the policy alone to say. */
const atMergeBase: Field<readonly string[]> = {
  expects: 'paths at the merge base (REF:PATH is taken from the policy alone)',
  parse: (raw) => {
    const paths = list.parse(raw);
    return paths === undefined || isPinned(paths) ? undefined : paths;
  },
};

export const regressionFields = {
  candidate: list,
  baseline: atMergeBase,
  anchor: text('latest-release, a path or ref:path'),
  metrics: list,
  mode: choice(decisionModes),
  tolerance: number({ min: 0 }),
  margin: number({ min: 0 }),
  unit: choice(['points', 'percent']),
  alpha: number({ min: 0.000_001, max: 0.5 }),
  'on-inconclusive': choice(['auto', 'fail', 'warn', 'pass']),
  seed: integer({ min: 0 }),
  looks: numbers,
  evaluate: text('a command'),
  pool: text('a path'),
  'time-budget': number({ min: 0 }),
};
