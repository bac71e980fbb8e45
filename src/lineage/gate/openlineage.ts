/** Sends records to an OpenLineage backend, such as Marquez: those of one chain, or all of the ledger where git is no longer the place for it. */
import { lineageRules } from '../rules.ts';
import {
  openLineageEvent,
  recordsOf,
  type ExportContext,
  type LineageRecord,
  type SentFacts,
} from '../index.ts';
import { makeReport } from '../../report/make.ts';
import type { Finding, Report } from '../../report/model.ts';
import { count, grouped } from '../../kernel/text.ts';
import { UserError } from '../../kernel/user-error.ts';
import { saidBy, succeeded, type HttpOutcome } from '../../kernel/http-outcome.ts';
import type { HttpPort } from '../../ports/http.ts';
import { checkedTarget, fitsHeader, shownTarget } from '../../releases/index.ts';
import { exportable, exportContext, type ExportSource } from './export.ts';
import { hashes } from './hashes.ts';
import { openReader, type RecordReader } from './reader.ts';
import type { TracePorts } from './traced.ts';

export interface OpenLineageBackend {
  /** Where events are posted. */
  readonly url: URL;
  readonly key?: string;
}

/** The key comes in OpenLineage's own variable. Throws a UserError for an address that is none, or to which the key would go unencrypted. */
export function openLineageBackend(
  address: string,
  environment: Readonly<Record<string, string | undefined>>,
): OpenLineageBackend {
  const key = environment['OPENLINEAGE_API_KEY'] ?? '';
  if (key !== '' && !fitsHeader(key))
    throw new UserError(
      'OPENLINEAGE_API_KEY cannot be sent: it has a line break or a character that headers have not.',
      { help: 'Set it again, without what was pasted around it.' },
    );
  const checked = checkedTarget(address, { plain: key === '' });
  if (!checked.ok)
    throw new UserError(`The address of the OpenLineage backend cannot be used: ${checked.problem}.`, {
      help: 'Give the address of its API, such as https://marquez.example, and a key in OPENLINEAGE_API_KEY.',
    });
  const { url } = checked;
  const path = url.pathname === '/' ? '/api/v1/lineage' : url.pathname;
  return { url: new URL(`${url.origin}${path}`), ...(key !== '' && { key }) };
}

/** Without `id` all records are sent. */
export type SendRequest = Omit<ExportSource, 'id'> & {
  readonly id?: string | undefined;
  readonly backend: OpenLineageBackend;
};

/** Fails with the first event that the backend does not take. Throws a UserError for an id that nothing has, and where no record names the repository. */
export async function sendOpenLineage(
  { backend, ...request }: SendRequest,
  ports: TracePorts & HttpPort,
): Promise<Report<SentFacts>> {
  const server = shownTarget(backend.url);
  const { batches, findings } = await recordsFor(request, ports);
  let sent = 0;
  for await (const { records, context } of batches)
    for (let from = 0; from < records.length; from += atOnce) {
      const some = records.slice(from, from + atOnce);
      const outcomes = await Promise.all(some.map((one) => post(one, context, backend, ports)));
      const refused = outcomes.findIndex((outcome) => !succeeded(outcome));
      sent += refused === -1 ? some.length : refused;
      const [outcome, record] = [outcomes[refused], some[refused]];
      if (outcome !== undefined && record !== undefined)
        return reportOf({ server, sent }, [
          ...findings(),
          notSent(record, outcome, { server, backend, sent }),
        ]);
    }
  return reportOf({ server, sent }, findings());
}

/** Requests that are on the way together. */
const atOnce = 8;

interface Batch {
  readonly records: readonly LineageRecord[];
  readonly context: ExportContext;
}

async function recordsFor(
  { id, ...request }: Omit<SendRequest, 'backend'>,
  ports: TracePorts,
): Promise<{ readonly batches: AsyncIterable<Batch> | Iterable<Batch>; findings(): readonly Finding[] }> {
  if (id !== undefined) {
    const { walk, context } = await exportable({ id, ...request }, ports);
    return { batches: [{ records: recordsOf(walk), context }], findings: () => [] };
  }
  const reader = await openReader(await ports.ledger.snapshot(), ports);
  return { batches: wholeLedger(reader, request), findings: () => reader.findings() };
}

async function* wholeLedger(reader: RecordReader, request: Omit<ExportSource, 'id'>): AsyncGenerator<Batch> {
  for await (const records of reader.all())
    if (records.length > 0) yield { records, context: exportContext(records, request) };
}

async function post(
  record: LineageRecord,
  context: ExportContext,
  { url, key }: OpenLineageBackend,
  { send }: HttpPort,
): Promise<HttpOutcome> {
  return send({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'model-gates',
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify(openLineageEvent(record, context, hashes)),
    timeoutMs: 30_000,
    attempts: 4,
    idempotent: true,
    told: (outcome) => `${url.pathname}: ${saidBy(outcome, [key])}`,
  });
}

function notSent(
  { id }: LineageRecord,
  outcome: HttpOutcome,
  { server, backend: { key }, sent }: { server: string; backend: OpenLineageBackend; sent: number },
): Finding {
  return lineageRules['not-sent'].finding({
    message: `${server} did not take record ${id}: ${saidBy(outcome, [key])}; ${count(sent, 'record')} before it were sent`,
    help: helpFor(outcome, key),
  });
}

function helpFor(outcome: HttpOutcome, key: string | undefined): string {
  if (outcome.kind !== 'answer')
    return 'Check the address, and run it again: an event that is sent again is the same run.';
  if (outcome.status === 401 || outcome.status === 403)
    return key === undefined ? 'Set OPENLINEAGE_API_KEY.' : 'Check the key in OPENLINEAGE_API_KEY.';
  if (outcome.status === 404 || outcome.status === 405)
    return 'Give the address to which it takes events; without a path it is /api/v1/lineage.';
  return 'See what the backend says of it.';
}

function reportOf(openlineage: SentFacts['openlineage'], findings: readonly Finding[]): Report<SentFacts> {
  const { server, sent } = openlineage;
  return makeReport({
    gate: 'trace-lineage',
    title: `${grouped(sent)} ${sent === 1 ? 'record was' : 'records were'} sent to ${server}`,
    findings,
    facts: { openlineage },
  });
}
