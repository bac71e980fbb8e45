/** The decision board: reads the ledger, makes one page of it, and only then writes it. */
import { createHash } from 'node:crypto';
import {
  boardPage,
  buildBoard,
  historyFile,
  historyPage,
  type Beside,
  type Board,
  type BoardFacts,
  type BoardSettings,
} from '../index.ts';
import { renderPage } from '../../report/html/page.ts';
import type { Finding, Report } from '../../report/model.ts';
import { byteLength } from '../../kernel/text.ts';
import { signersOf } from '../../lineage/gate/signers.ts';
import { verifier } from '../../lineage/gate/verify.ts';
import { withComparisons } from './comparisons.ts';
import type { DashboardPorts } from './dashboard-ports.ts';
import { reportOf } from './dashboard-report.ts';
import { readDrift, readHistory, readKnownDelivery, readLines, readTags } from './dashboard-sources.ts';
import { boardRecords } from './records.ts';
import { emptyPolicy } from '../../policy/index.ts';
import type { ComparisonSettings } from '../../policy/settings.ts';

export interface DashboardRequest {
  /** `owner/name`, or what else the repository is called. */
  readonly name: string;
  /** Web address of the repository. */
  readonly url?: string;
  readonly settings: BoardSettings;
  /** How candidates are compared with what serves. */
  readonly compare?: ComparisonSettings;
  /** What the caller could not read: the policy. */
  readonly findings?: readonly Finding[];
}

/** Passes when the page is written. Throws a UserError where the ledger cannot be read: then the page before it stays. */
export async function buildDashboard(
  request: DashboardRequest,
  ports: DashboardPorts,
): Promise<Report<BoardFacts>> {
  const snapshot = await ports.ledger.snapshot();
  const [read, tagged] = [
    await boardRecords(snapshot, { rights: ports.rights, states: ports.states, now: () => ports.now() }),
    await readTags(ports),
  ];
  const lines = await readLines(ports);
  const history = await readHistory(ports);
  const delivery = await readKnownDelivery(ports, request.settings.trunk);
  const { unread: uncertain, ...drift } = await readDrift(ports);
  const unread = [
    ...read.findings,
    ...tagged.findings,
    ...(request.findings ?? []),
    ...lines.unread,
    ...history.unread,
    ...delivery.unread,
    ...uncertain,
  ];
  const { verify, findings: unconfirmed } = verifier(ports.runs, () => ports.now());
  const built = await buildBoard({
    records: read.records,
    verify,
    signers: async (steps) => (await signersOf(steps, ports.signatures)).signers,
    tags: tagged.tags,
    unread,
    missing: lines.missing,
    drift,
    trunkLog: history.log,
    delivery: delivery.known,
    lookup: read.lookup,
    name: request.name,
    url: request.url,
    now: ports.now(),
    settings: request.settings,
    ledgerCommit: snapshot.head ?? snapshot.tip,
  });
  const { board, findings: uncompared } = await withComparisons(built, {
    ...ports,
    snapshot,
    by: request.compare ?? emptyPolicy.compare,
  });
  const beside = await writeBeside(board, ports);
  const page = renderPage(boardPage(board, beside), { sha256 });
  return reportOf(
    board,
    [...unread, ...unconfirmed(), ...uncompared],
    await ports.write(page),
    byteLength(page),
  );
}

/** Pages that the board leads to: written first, so that no link leads nowhere. */
async function writeBeside(board: Board, ports: DashboardPorts): Promise<Beside> {
  if (ports.beside === undefined) return {};
  const { page } = historyPage(board, ports.file ?? 'index.html');
  await ports.beside(historyFile, renderPage(page, { sha256 }));
  return { history: historyFile };
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}
