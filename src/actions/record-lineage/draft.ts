/** From the inputs of the step and the files that they name to records that are not yet checked. */
import type { FileTree } from '../../ports/index.ts';
import type { ResultsToRecord } from '../../check/record-results.ts';
import { UserError } from '../../kernel/user-error.ts';
import { readVerdicts } from '../../runner/gate/gate-reports.ts';
import { bytesOf, parse, textOf } from '../../runner/named-files.ts';
import type { RecordInputs } from './inputs.ts';

/** What the inputs say: a list of records, or `undefined` where they say nothing. */
export async function draftRecords(
  inputs: RecordInputs,
  files: () => Promise<FileTree>,
  evaluated?: ResultsToRecord,
): Promise<unknown> {
  const given = [inputs.record, inputs.file, inputs.to].filter((one) => one !== undefined);
  if (given.length > 1)
    throw new UserError('record, file and to say the same in three ways', { help: 'Give one of them.' });
  if (inputs.record !== undefined) return parse(inputs.record, 'the input record');
  if (inputs.file !== undefined) return parse(await textOf(inputs.file, await files()), inputs.file);
  return inputs.to === undefined ? undefined : fromFields(inputs, files, evaluated);
}

async function fromFields(
  inputs: RecordInputs,
  files: () => Promise<FileTree>,
  evaluated: ResultsToRecord | undefined,
): Promise<unknown> {
  const { from = [], to = [], id, service, command, seed, parameters, metrics, reports = [] } = inputs;
  const read = await digestsOf(inputs, files);
  const verdicts = reports.length === 0 ? [] : await readVerdicts(reports, files);
  // Of what is undefined the record has no field.
  return {
    id,
    inputs: from,
    outputs: to.map((node) => (node.kind === 'serving' ? { ...node, service } : node)),
    command,
    seed,
    files: read.length === 0 ? undefined : read,
    parameters: parameters && Object.fromEntries(parameters),
    metrics:
      metrics === undefined && evaluated === undefined
        ? undefined
        : { ...evaluated?.metrics, ...numbers(metrics ?? []) },
    results: evaluated?.results,
    verdicts: verdicts.length === 0 ? undefined : verdicts,
  };
}

/** What is not a number stays a text, for the check of the record to name it. */
function numbers(pairs: readonly (readonly [string, string])[]): Record<string, unknown> {
  return Object.fromEntries(
    pairs.map(([name, value]) => [
      name,
      /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(value) ? Number(value) : value,
    ]),
  );
}

/** The files by content; `files` is opened only where some are named. */
async function digestsOf(
  { configs = [], locks = [] }: RecordInputs,
  files: () => Promise<FileTree>,
): Promise<unknown[]> {
  const named = [
    ...configs.map((path) => ({ role: 'config', path })),
    ...locks.map((path) => ({ role: 'lock', path })),
  ];
  if (named.length === 0) return [];
  const [tree, { createHash }] = await Promise.all([files(), import('node:crypto')]);
  return Promise.all(
    named.map(async ({ role, path }) => ({
      role,
      path,
      digest: `sha256:${createHash('sha256')
        .update(await bytesOf(path, tree))
        .digest('hex')}`,
    })),
  );
}
