import { integer, list, text, type Field } from '../../kernel/fields.ts';
import { inputs, type ValuesOf } from '../../kernel/settings.ts';
import { folderInput, remoteInput, switchInput, tokenInput } from '../../runner/shared-inputs.ts';

/** One `name=value` a line. */
const pairs: Field<readonly (readonly [string, string])[]> = {
  expects: 'one name=value a line',
  parse: (raw) => {
    const read = linesOf(raw).map((line) => /^([^=]*[^=\s])\s*=\s*(.*)$/s.exec(line));
    return read.includes(null)
      ? undefined
      : read.map((match) => [match?.[1] ?? '', match?.[2] ?? ''] as const);
  },
};

/** One artifact a line: `kind id`, and its digest behind it. */
const artifacts: Field<readonly Artifact[]> = {
  expects: 'one `kind id [digest]` a line, such as `image qwen3-vl:pr-89 sha256:…`',
  parse: (raw) => {
    const read = linesOf(raw).map((line) => /^(\S+)\s+(\S+)(?:\s+(\S+:\S+))?$/.exec(line));
    return read.includes(null)
      ? undefined
      : read.map((match): Artifact => {
          const [, kind = '', id = '', digest] = match ?? [];
          return { kind, id, ...(digest === undefined ? {} : { digest }) };
        });
  },
};

function linesOf(raw: string): string[] {
  const lines = raw.split(/\r?\n/).map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

export interface Artifact {
  readonly kind: string;
  readonly id: string;
  readonly digest?: string;
}

export const recordInputs = inputs({
  from: {
    field: artifacts,
    description:
      'What went in - one `kind id [digest]` a line. Kinds - commit, dataset, verdict, image, job, evaluation, inputs, weights, serving, trace.',
  },
  to: { field: artifacts, description: 'What came out, in the same form - `weights qwen3-vl-sft sha256:…`.' },
  record: {
    field: text('JSON'),
    description:
      'The record, or a list of records, as JSON (schema/lineage.schema.json), instead of `from` and `to`.',
  },
  file: {
    field: text('a path'),
    description: 'Path of a file with the record, or a list of records, as JSON, instead of `from` and `to`.',
  },
  id: {
    field: text('an id'),
    description:
      'Id of the record. Default: made from its content, so that a repeated step records nothing new.',
  },
  service: {
    field: text('a name'),
    description:
      'Service that the serving version in `to` is a version of. The version before it is found by this.',
  },
  command: { field: text('a command'), description: 'Command that repeats the step.' },
  seed: { field: integer({ min: 0 }), description: 'Seed of the random numbers.' },
  configs: {
    field: list,
    description: 'Paths of the configs that were read, one a line. They are recorded by digest.',
  },
  locks: {
    field: list,
    description: 'Paths of the lock files that were installed, one a line. They are recorded by digest.',
  },
  parameters: { field: pairs, description: 'Parameters of the step, one `name=value` a line.' },
  metrics: { field: pairs, description: 'Values of metrics, one `name=number` a line.' },
  results: {
    field: list,
    description:
      'Globs of the files that an evaluation wrote, one a line; with `to: evaluation …`. Their rows are kept in the ledger, as baseline and anchor of regression-gate, and `metrics` is filled in. `policy` stands for `regression.baseline` or `regression.candidate` of the policy; where those match nothing, nothing is recorded. With `to: inputs …` files of what the model is fed, or its fingerprint: the ledger keeps the fingerprint, as baseline of detect-input-drift.',
  },
  reports: {
    field: list,
    description:
      'Reports of gates (their output `report`), one path a line. Their verdicts and exemptions are recorded.',
  },
  signatures: {
    field: list,
    description:
      'Files with signatures of what the record made, one path a line: OpenSSF Model Signing, or provenance of `actions/attest`. They must be of somebody whom `signatures` of the policy on trunk names, and are kept in the record.',
  },
  compact: switchInput(
    '`true` folds the inbox into the branch model-lineage. Needs no checkout; one job a repository at a time is enough.',
  ),
  'note-state': switchInput(
    '`true` notes on the commit of trunk where the ledger stands, so that a later rewrite is noticed; needs `statuses: write`. Elsewhere than on the default branch nothing is noted.',
  ),
  remote: remoteInput('Git remote that keeps the ledger, used where there is no token, and to compact.'),
  'working-directory': folderInput(' No checkout is needed to write a record.'),
  'github-token': tokenInput(
    'Token to write over the API; needs `contents: write`. Without a token git is used.',
  ),
});

export type RecordInputs = ValuesOf<typeof recordInputs>;
