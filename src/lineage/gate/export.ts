/** A chain in the words of another tool. */
import {
  exportWalk,
  recordsOf,
  type ExportContext,
  type ExportFormat,
  type LineageRecord,
  type Walk,
} from '../index.ts';
import { UserError } from '../../kernel/user-error.ts';
import { hashes } from './hashes.ts';
import { openReader } from './reader.ts';
import { type TracePorts, traceFrom } from './traced.ts';

export interface ExportSource {
  readonly id: string;
  /** `https://github.com`. */
  readonly serverUrl: string;
  /** `owner/name`; default: what the records say. */
  readonly repository?: string;
  readonly version: string;
}

export interface ExportRequest extends ExportSource {
  readonly format: ExportFormat;
}

/** JSON for the tool, as text. Throws a UserError for an id that nothing has, and where no record names the repository. */
export async function exportTrace(request: ExportRequest, ports: TracePorts): Promise<string> {
  const { walk, context } = await exportable(request, ports);
  return `${JSON.stringify(exportWalk(request.format, walk, context, hashes), null, 2)}\n`;
}

/** The chain upwards, and where it belongs. Throws as `exportTrace` does. */
export async function exportable(
  request: ExportSource,
  ports: TracePorts,
): Promise<{ readonly walk: Walk; readonly context: ExportContext }> {
  const reader = await openReader(await ports.ledger.snapshot(), ports);
  const traced = await traceFrom(request.id, reader, ports);
  if (traced === undefined)
    throw new UserError(`nothing in the ledger is called ${request.id.slice(0, 200)}`, {
      help: 'Check the spelling.',
    });
  return { walk: traced.up, context: exportContext(recordsOf(traced.up), request) };
}

/** Where records belong: as is said, else as one of them says. Throws a UserError where none does. */
export function exportContext(
  records: readonly LineageRecord[],
  request: Omit<ExportSource, 'id'>,
): ExportContext {
  const repository =
    request.repository ?? records.find((record) => record.repository !== undefined)?.repository;
  if (repository === undefined)
    throw new UserError('no record names its repository', { help: 'Give it: --repository owner/name.' });
  const repositoryUrl = /^https?:/.test(repository) ? repository : `${request.serverUrl}/${repository}`;
  return { repository, repositoryUrl, version: request.version };
}
