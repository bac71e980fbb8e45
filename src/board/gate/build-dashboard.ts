/** The decision board: reads the ledger, makes one page of it, and only then writes it. */
import { branchRules } from '../../branches/rules.ts';
import { boardRules } from '../rules.ts';
import { createHash } from 'node:crypto';
import { boardPage, buildBoard, type Board, type BoardFacts, type BoardSettings } from '../index.ts';
import { renderPage } from '../../report/html/page.ts';
import type { Finding, Report, Section } from '../../report/model.ts';
import { makeReport } from '../../report/make.ts';
import { byteLength, count } from '../../kernel/text.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { TrunkLog } from '../../kernel/trunk-log.ts';
import type { DriftFacts } from '../../promotion/index.ts';
import { promotionRules } from '../../promotion/rules.ts';
import { signersOf } from '../../lineage/gate/signers.ts';
import { verifier } from '../../lineage/gate/verify.ts';
import { withComparisons, type ComparingPorts } from './comparisons.ts';
import { boardRecords } from './records.ts';
import { emptyPolicy } from '../../policy/index.ts';
import type { ComparisonSettings } from '../../policy/settings.ts';
import type { Ledger } from '../../ports/ledger.ts';
import type { WitnessedStates } from '../../ports/ledger-states.ts';
import type { Signatures } from '../../ports/signatures.ts';
import type { Tag } from '../../ports/tags.ts';

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

export interface DashboardPorts extends ComparingPorts {
  readonly ledger: Pick<Ledger, 'snapshot'>;
  /** What runs of trunk saw of the ledger. */
  readonly states?: WitnessedStates;
  /** Signatures of artifacts; without it none is verified. */
  readonly signatures?: Signatures;
  /** Tags of the repository; absent where there is nobody to ask. A failed read is reported on the page. */
  tags?(): Promise<readonly Tag[]>;
  /** Trunk as it was merged; absent without a clone. What cannot be read is on the page. */
  trunkLog?(): Promise<TrunkLog>;
  /** Fixes of release lines that trunk lacks, as findings; absent where no clone is at hand. What cannot be determined is on the page too. */
  missing?(): Promise<readonly Finding[]>;
  /** Compares the manifests of the targets with the ledger, and writes nothing; absent where there are none. */
  drift?(): Promise<Pick<Report<DriftFacts>, 'facts' | 'findings'>>;
  /** Puts the page where it belongs, whole or not at all, and gives its path. */
  write(page: string): Promise<string>;
}

export const dashboardGate = 'build-dashboard';

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
  const { unread: uncertain, ...drift } = await readDrift(ports);
  const unread = [
    ...read.findings,
    ...tagged.findings,
    ...(request.findings ?? []),
    ...lines.unread,
    ...history.unread,
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
  const page = renderPage(boardPage(board), { sha256 });
  return reportOf(
    board,
    [...unread, ...unconfirmed(), ...uncompared],
    await ports.write(page),
    byteLength(page),
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}

async function readTags({ tags }: DashboardPorts): Promise<{ tags: readonly Tag[]; findings: Finding[] }> {
  try {
    if (tags !== undefined) return { tags: await tags(), findings: [] };
    return { tags: [], findings: [tagsUnread('neither a named remote nor a token is at hand')] };
  } catch (error) {
    if (!isUserError(error)) throw error;
    return { tags: [], findings: [tagsUnread(error.message, error.help)] };
  }
}

/** A history that is only partly here tells nothing: then that is said, never that nothing is missing. */
async function readLines({ missing }: DashboardPorts) {
  try {
    const found = (await missing?.()) ?? [];
    return {
      missing: found.filter(({ rule }) => rule === branchRules['missing-on-trunk'].id),
      unread: found.filter(({ rule }) => rule !== branchRules['missing-on-trunk'].id),
    };
  } catch (error) {
    if (!isUserError(error)) throw error;
    const message = `What trunk lacks of release lines could not be determined: ${error.message}`;
    return { missing: [], unread: [boardRules['lines-unread'].finding({ message, help: error.help ?? '' })] };
  }
}

/** A page fails for nothing that it shows, so these are warnings here. */
async function readDrift({ drift }: DashboardPorts) {
  if (drift === undefined) return { targets: [], findings: [], unread: [] };
  try {
    const { facts, findings } = await drift();
    const told = findings.map((finding): Finding => ({ ...finding, severity: 'warning' }));
    const isDrift = ({ rule }: Finding) => rule === promotionRules.drift.id;
    return {
      targets: facts.targets,
      findings: told.filter(isDrift),
      unread: told.filter((one) => !isDrift(one)),
    };
  } catch (error) {
    if (!isUserError(error)) throw error;
    const message = `The manifests could not be compared with what serves: ${error.message}`;
    const finding = promotionRules['not-compared'].finding({ message, help: error.help ?? '' });
    return { targets: [], findings: [], unread: [finding] };
  }
}

async function readHistory({ trunkLog }: DashboardPorts): Promise<{ log?: TrunkLog; unread: Finding[] }> {
  if (trunkLog === undefined) return { unread: [] };
  try {
    return { log: await trunkLog(), unread: [] };
  } catch (error) {
    if (!isUserError(error)) throw error;
    const message = `The history of trunk could not be read, so merges are not counted: ${error.message}`;
    return { unread: [boardRules['figures-unread'].finding({ message, help: error.help ?? '' })] };
  }
}

function tagsUnread(reason: string, help?: string): Finding {
  return boardRules['tags-unread'].finding({
    message: `The tags of the repository could not be read: ${reason}`,
    help: help ?? 'Check the repository out before this step, or pass a token with `contents: read`.',
  });
}

function reportOf(board: Board, unread: readonly Finding[], page: string, bytes: number): Report<BoardFacts> {
  const open = board.debts.shown.filter(({ state }) => state !== 'paid');
  const waiting = board.attention.shown.flatMap(({ finding, part }) => (part === 'unread' ? [] : [finding]));
  return makeReport({
    gate: dashboardGate,
    verdict: 'pass',
    title: titleOf(board, open.length),
    findings: [...waiting, ...unread, ...emptyFinding(board, unread)],
    facts: {
      page,
      bytes,
      records: board.ledger.records,
      unread: unread.length,
      serving: board.services.shown.map(({ name, current, complete, standing }) => ({
        service: name,
        id: current.id,
        at: current.at,
        standing,
        commit: current.commit ?? null,
        pr_number: current.pullRequest ?? null,
        complete,
      })),
      targets: board.targets.map(({ target, service, serving, state }) => ({
        target,
        service,
        serving,
        state,
      })),
      candidates: board.candidates.shown.map(({ id, service, against, compared }) => ({
        id,
        service,
        against,
        verdict: compared?.verdict ?? null,
        page: compared?.page ?? null,
      })),
      figures: board.figures,
      owed: open.map(({ gate, sha, kind, due, state, pullRequest }) => ({
        gate,
        sha,
        kind,
        due,
        state,
        pr_number: pullRequest ?? null,
      })),
      metrics: board.trends.shown.map(
        ({ metric, values, anchor, drift, state, serving = null, test = null }) => ({
          metric,
          value: values.at(-1)?.value ?? null,
          serving,
          anchor: anchor.name,
          drift,
          state,
          trend: test,
          culprits: values.flatMap(({ sha, culprit }) => (culprit === undefined ? [] : [sha])),
        }),
      ),
      merges: board.merges.total,
      versions: board.versions.total,
    },
    sections: sectionsOf(board),
  });
}

function titleOf({ ledger, services, attention }: Board, owed: number): string {
  if (ledger.records === 0) return 'The board is written; the ledger contains no record yet';
  const waits =
    attention.total === 0 ? 'nothing waits for anybody' : `${count(attention.total, 'thing')} to look at`;
  const debts = owed === 0 ? '' : `, ${count(owed, 'evaluation')} owed`;
  return `The board is written from ${count(ledger.records, 'record')}: ${count(services.total, 'service')} serving${debts}, ${waits}`;
}

function emptyFinding({ ledger }: Board, unread: readonly Finding[]): Finding[] {
  if (ledger.records > 0 || unread.some(({ rule }) => rule.startsWith('lineage/'))) return [];
  return [
    boardRules['ledger-empty'].finding({
      message: 'The ledger was read and contains no record yet; the page says how to begin',
      help: 'Add record-lineage to the workflows that merge, build, train and deploy.',
    }),
  ];
}

function sectionsOf({ services }: Board): Section[] {
  if (services.total === 0) return [];
  return [
    {
      kind: 'table',
      title: 'What serves now',
      open: true,
      columns: [
        { title: 'Service' },
        { title: 'Version', code: true },
        { title: 'Since' },
        { title: 'Commit', code: true },
        { title: 'Pull request' },
        { title: 'Chain' },
      ],
      rows: services.shown.map(({ name, current, complete }) => [
        name,
        current.id,
        current.at,
        current.commit?.slice(0, 8) ?? '',
        current.pullRequest === undefined ? '' : `#${current.pullRequest}`,
        complete ? 'whole' : 'a link is missing',
      ]),
    },
  ];
}
