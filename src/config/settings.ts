import { dialects } from '../documents/dialect.ts';
import { text as textField } from '../kernel/fields.ts';
import { defaultsOf, section, settings, type ValuesOf } from '../kernel/settings.ts';
import { choice, flag, globs, list, map, name, path, text } from '../kernel/kinds.ts';

const ruleSetting = settings({
  severity: { kind: choice(['error', 'warning', 'notice', 'off']), required: true },
  reason: { kind: text({ min: 3 }), required: true },
});

export type RuleSetting = ValuesOf<typeof ruleSetting>;

const expressionRule = settings({
  id: { kind: text({ pattern: '^[a-z0-9-]+$', example: 'experts-divide' }), required: true },
  check: {
    kind: text({ max: 500 }),
    required: true,
    description: 'Such as `num_experts % expert_parallel_size == 0`.',
  },
  message: { kind: text({ max: 500 }) },
  severity: { kind: choice(['error', 'warning', 'notice']) },
});

export type DeclaredRun = ValuesOf<typeof declaredRun>;

export type ExpressionRule = ValuesOf<typeof expressionRule>;

const declaredRun = settings({
  command: {
    kind: text({ max: 4000 }),
    required: true,
    description: 'As a shell would run it, such as `torchrun train.py --config configs/a.yaml`.',
  },
  cwd: { kind: path, description: 'The folder in which it runs. Default: the root of the repository.' },
  config: { kind: path, description: 'A config that it reads and that its command does not name.' },
});

/** `policy.runs`. */
export const runsTable = settings({
  runs: {
    kind: list(section(declaredRun), { max: 200 }),
    default: [],
    description: 'Runs that start outside of the repository, or in a way that is not found.',
  },
});

/** `policy.config`. */
export const configTable = settings({
  files: {
    kind: globs,
    default: ['configs/**/*.{yaml,yml,json}', '**/config.json'],
    description: 'Globs of the config files. A glob behind ! takes out what the others take in.',
    input: 'Config files, as globs; one a line or separated by commas.',
  },
  dialect: {
    kind: choice(dialects),
    default: 'pyyaml',
    description: 'How the training code reads YAML.',
    input: 'How the training code reads YAML: {choices}.',
    option: { value: 'NAME', help: 'How the training code reads YAML: {choices}.' },
  },
  /** Read at the head, compared with the base. */
  registry: {
    kind: path,
    default: '.github/model-registry.yml',
    description: 'Path of the registry of model parameters.',
    input: true,
    option: { value: 'FILE', help: 'Registry of model parameters.' },
  },
  schema: {
    kind: path,
    description: "Path of the team's own JSON Schema, applied beside the registry.",
    input: true,
    option: { value: 'FILE', help: 'A JSON Schema of your own, applied beside the registry.' },
  },
  strict: {
    kind: flag,
    default: true,
    description: 'Unregistered parameters fail (true, the default) or warn (false).',
    input: '`true`: an unregistered parameter fails. `false`: it warns.',
    option: { help: 'Unregistered parameters fail instead of warn.' },
  },
  family: {
    kind: name,
    field: textField('a family, auto or none'),
    default: 'auto',
    description: 'A model family, {default} (the default) or none.',
    input: 'Model family whose rules apply, `auto` (by `model_type` and `architectures`) or `none`.',
    option: { value: 'NAME', help: 'Model family whose rules apply, {default} (default) or none.' },
  },
  rules: {
    kind: map(section(ruleSetting), '^config/[a-z0-9-]+$'),
    default: {},
    description: 'Rule id to severity or off, with the reason why.',
  },
  expressions: {
    kind: list(section(expressionRule), { max: 200 }),
    default: [],
    description: "The team's own cross-field rules.",
  },
  checkpoint: {
    kind: path,
    description: 'A safetensors file, index or folder that the config must fit.',
    input: 'A safetensors file, a sharded index or a folder that the config must fit. Only headers are read.',
    option: { value: 'PATH' },
  },
  structural: {
    kind: choice(['allow', 'needs-reason']),
    default: 'allow',
    description:
      'needs-reason: a structural change fails unless the registry states the reason for exactly the new value. Default: {default}.',
  },
  'expect-parameters': {
    kind: text({ max: 60 }, 'a number of parameters'),
    description: 'Such as 31.07B ± 0.5%.',
    input: 'Total that the config must have, such as `31.07B ± 0.5%`.',
    option: { value: 'TEXT', help: 'Total that the config must have: "31.07B ± 0.5%".' },
  },
});

/** What validate-model-config judges and how. */
export interface ConfigSettings extends ValuesOf<typeof configTable>, ValuesOf<typeof runsTable> {
  /** Judge exactly these files, changed or not (the command line's arguments). */
  readonly only?: readonly string[];
}

export const configDefaults: ConfigSettings = { ...defaultsOf(configTable), ...defaultsOf(runsTable) };
