/** The decision board: reads the ledger, makes one page of it, and only then writes it. */
import { createHash } from 'node:crypto';
import {
  atomFeed,
  badgeSvg,
  boardJson,
  boardPage,
  buildBoard,
  digestOf,
  historyFile,
  historyPage,
  translatedBoard,
  translatedPage,
  translator,
  type Language,
  type Translate,
  type Beside,
  type Board,
  type BoardFacts,
  type BoardSettings,
} from '../index.ts';
import type { Page } from '../../report/html/model.ts';
import { renderPage } from '../../report/html/page.ts';
import type { Finding, Report } from '../../report/model.ts';
import { byteLength } from '../../kernel/text.ts';
import { signersOf } from '../../lineage/gate/signers.ts';
import { verifier } from '../../lineage/gate/verify.ts';
import type { Announcing } from './announce.ts';
import { withComparisons } from './comparisons.ts';
import type { DashboardPorts } from './dashboard-ports.ts';
import { reportOf } from './dashboard-report.ts';
import { readDrift, readHistory, readKnownDelivery, readLines, readTags } from './dashboard-sources.ts';
import { withKept } from './kept-records.ts';
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
  /** Of the pages and the summary; default English. */
  readonly language?: Language;
  /** Web address at which the board is published, for links to it. */
  readonly pageUrl?: string | undefined;
  /** Where the summary goes; nowhere where it is absent. */
  readonly announcing?: Announcing | undefined;
  /** What the caller could not read: the policy. */
  readonly findings?: readonly Finding[];
}

/** Passes when the page is written. Throws a UserError where the ledger cannot be read: then the page before it stays. */
export async function buildDashboard(
  request: DashboardRequest,
  ports: DashboardPorts,
): Promise<Report<BoardFacts>> {
  const { snapshot, before, keep } = await withKept(await ports.ledger.snapshot(), ports.kept);
  const [read, tagged] = [
    await boardRecords(snapshot, {
      rights: ports.rights,
      states: ports.states,
      now: () => ports.now(),
      before,
    }),
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
  await keep(read.known);
  const t = translator(request.language ?? 'en');
  const said = translatedBoard(board, t);
  const beside = await writeBeside(said, request, ports, t);
  const page = render(boardPage(said, { ...beside, t }), request, t);
  const written = await ports.write(page);
  const unsent = await sendSummary(said, request, ports, t);
  const found = [...new Set([...unread, ...built.unread]), ...unconfirmed(), ...uncompared, ...unsent];
  return reportOf(board, found, written, byteLength(page));
}

/** Pages that the board leads to: written first, so that no link leads nowhere. */
async function writeBeside(
  board: Board,
  request: DashboardRequest,
  { beside, file = 'index.html' }: DashboardPorts,
  t: Translate,
): Promise<Beside> {
  if (beside === undefined) return {};
  const { page } = historyPage(board, file, t);
  await beside(historyFile, render(page, request, t));
  await beside('feed.xml', atomFeed(board, { page: request.pageUrl, sha256: hexDigest, t }));
  await beside('badge.svg', badgeSvg(board));
  await beside('board.json', boardJson(board));
  return { history: historyFile };
}

async function sendSummary(
  board: Board,
  { announcing, pageUrl }: DashboardRequest,
  { http, cache, now }: DashboardPorts,
  t: Translate,
): Promise<readonly Finding[]> {
  if (announcing === undefined || announcing.targets.length === 0 || http === undefined) return [];
  const { announce } = await import('./announce.ts');
  return announce(digestOf(board, pageUrl, t), announcing, { http: await http(), cache, now });
}

function hexDigest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function render(page: Page, { language = 'en' }: DashboardRequest, t: Translate): string {
  const shown = language === 'en' ? page : translatedPage(page, language, t);
  return renderPage(shown, { sha256 });
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}
