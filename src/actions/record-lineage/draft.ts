/** From the inputs of the step and the files that they name to records that are not yet checked. */
import { createHash } from 'node:crypto';
import type { FileTree } from '../../gates/ports.ts';
import type { ResultsToRecord } from '../../gates/regression/record-results.ts';
import { UserError } from '../../runtime/user-error.ts';
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
  const verdicts = reports.length === 0 ? [] : await verdictsOf(reports, await files());
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

/** Verdicts and exemptions from the reports that the gates of this run have left. */
async function verdictsOf(paths: readonly string[], files: FileTree): Promise<unknown[]> {
  const { readFile } = await import('node:fs/promises');
  const documents = await Promise.all(
    paths.map(async (path) => {
      // The output `report` of a gate is an absolute path in the runner's own folder.
      const absolute = /^(?:\/|[A-Za-z]:[\\/])/.test(path);
      const text = absolute
        ? await readFile(path, 'utf8').catch((cause: unknown) => unreadable(path, cause))
        : await textOf(path, files);
      return parse(text, path);
    }),
  );
  return documents.flatMap(verdictsIn);
}

function verdictsIn(report: unknown): unknown[] {
  if (!isRecord(report)) return [];
  const own = {
    gate: report['gate'],
    verdict: report['verdict'],
    ...(typeof report['title'] === 'string' ? { title: oneLine(report['title']) } : {}),
    ...exemptedBy(isRecord(report['exemption']) ? report['exemption'] : {}),
  };
  const inner: unknown = report['reports'];
  return [own, ...(Array.isArray(inner) ? inner.flatMap(verdictsIn) : [])];
}

/** Who, when, on which commit and why. A time that GitHub did not tell is left out. */
function exemptedBy({ by, at, sha, reason }: Record<string, unknown>): Record<string, string> {
  return {
    ...(typeof by === 'string' ? { exempted_by: by } : {}),
    ...(typeof at === 'string' && at !== '' ? { exempted_at: at } : {}),
    ...(typeof sha === 'string' ? { exempted_sha: sha } : {}),
    ...(typeof reason === 'string' ? { reason: oneLine(reason) } : {}),
  };
}

/** A title may quote a pull request: what is invisible in it goes. */
function oneLine(text: string): string {
  const shown = text
    .toWellFormed()
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  return shown === '' ? '-' : shown.slice(0, 900).trim();
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function bytesOf(path: string, files: FileTree): Promise<Uint8Array> {
  const bytes = await files.read(path);
  if (bytes !== undefined) return bytes;
  throw new UserError(`${path} does not exist`, {
    place: { file: path },
    help: 'Give a path below working-directory.',
  });
}

async function textOf(path: string, files: FileTree): Promise<string> {
  return Buffer.from(await bytesOf(path, files)).toString('utf8');
}

function unreadable(path: string, cause: unknown): never {
  throw new UserError(`${path} cannot be read`, { help: 'Give the output `report` of a gate.', cause });
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`${name} is not JSON: ${reason.slice(0, 200)}`, {
      help: 'See schema/lineage.schema.json.',
      cause,
    });
  }
}
