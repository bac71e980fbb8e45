/** A chain in the words of another tool. */
import { exportWalk, recordsOf, type ExportFormat } from '../../lineage/index.ts';
import { UserError } from '../../runtime/user-error.ts';
import { hashes } from './hashes.ts';
import { openReader } from './reader.ts';
import { traceFrom, type TracePorts } from './trace.ts';

export interface ExportRequest {
  readonly id: string;
  readonly format: ExportFormat;
  /** `https://github.com`. */
  readonly serverUrl: string;
  /** `owner/name`; default: what the records say. */
  readonly repository?: string;
  readonly version: string;
}

/** JSON for the tool, as text. Throws a UserError for an id that nothing has, and where no record names the repository. */
export async function exportTrace(request: ExportRequest, ports: TracePorts): Promise<string> {
  const reader = await openReader(await ports.ledger.snapshot());
  const traced = await traceFrom(request.id, reader, ports);
  if (traced === undefined)
    throw new UserError(`nothing in the ledger is called ${request.id.slice(0, 200)}`, {
      help: 'Check the spelling.',
    });
  const repository =
    request.repository ?? recordsOf(traced.up).find((record) => record.repository !== undefined)?.repository;
  if (repository === undefined)
    throw new UserError('no record names its repository', { help: 'Give it: --repository owner/name.' });
  const repositoryUrl = /^https?:/.test(repository) ? repository : `${request.serverUrl}/${repository}`;
  const context = { repository, repositoryUrl, version: request.version };
  return `${JSON.stringify(exportWalk(request.format, traced.up, context, hashes), null, 2)}\n`;
}
