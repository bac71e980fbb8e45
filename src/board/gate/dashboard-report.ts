/** What a written board says to machines, and in the summary. */
import { boardRules } from '../rules.ts';
import type { Board, BoardFacts } from '../index.ts';
import { makeReport } from '../../report/make.ts';
import type { Finding, Report, Section } from '../../report/model.ts';
import { count } from '../../kernel/text.ts';

export const dashboardGate = 'build-dashboard';

export function reportOf(
  board: Board,
  unread: readonly Finding[],
  page: string,
  bytes: number,
): Report<BoardFacts> {
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
      feedback: board.feedback ?? null,
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
