/** From the inputs of the step and the files that they name to records that are not yet checked. */
import type { FileTree } from '../../ports/index.ts';
import type { ResultsToRecord } from '../../check/record-results.ts';
import { UserError } from '../../kernel/user-error.ts';
import { readVerdicts } from '../gate-reports.ts';
import { bytesOf, parse, textOf } from '../named-files.ts';
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
  const { from = [], to = [], id, service, command, seed, configs = [], locks = [], reports = [] } = inputs;
  const read =
    configs.length + locks.length === 0
      ? []
      : [
          ...(await digests('config', configs, await files())),
          ...(await digests('lock', locks, await files())),
        ];
  const verdicts = reports.length === 0 ? [] : await readVerdicts(reports, files);
  return {
    ...(id === undefined ? {} : { id }),
    inputs: from,
    outputs: to.map((node) =>
      service !== undefined && node.kind === 'serving' ? { ...node, service } : node,
    ),
    ...(command === undefined ? {} : { command }),
    ...(seed === undefined ? {} : { seed }),
    ...(read.length === 0 ? {} : { files: read }),
    ...(inputs.parameters === undefined ? {} : { parameters: Object.fromEntries(inputs.parameters) }),
    ...(inputs.metrics === undefined && evaluated === undefined
      ? {}
      : { metrics: { ...evaluated?.metrics, ...numbers(inputs.metrics ?? []) } }),
    ...(evaluated === undefined ? {} : { results: evaluated.results }),
    ...(verdicts.length === 0 ? {} : { verdicts }),
  };
}

/** What is no number stays a text, for the check of the record to name it. */
function numbers(pairs: readonly (readonly [string, string])[]): Record<string, unknown> {
  return Object.fromEntries(
    pairs.map(([name, value]) => [
      name,
      /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(value) ? Number(value) : value,
    ]),
  );
}

async function digests(role: string, paths: readonly string[], files: FileTree): Promise<unknown[]> {
  const { createHash } = await import('node:crypto');
  return Promise.all(
    paths.map(async (path) => ({
      role,
      path,
      digest: `sha256:${createHash('sha256')
        .update(await bytesOf(path, files))
        .digest('hex')}`,
    })),
  );
}
