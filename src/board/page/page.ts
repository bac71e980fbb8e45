import { count, grouped } from '../../kernel/text.ts';
import type { Block, Inline, Page, PageSection } from '../../report/html/model.ts';
import type { Board } from '../model.ts';
import { limits } from '../settings.ts';
import { beginning } from './beginning.ts';
import { candidatesPart } from './candidates.ts';
import { cutList, problem } from './pieces.ts';
import { servingPart } from './serving.ts';
import { figuresPart } from './figures.ts';
import { debtsPart, mergesPart, versionsPart } from './tables.ts';
import { stagesPart } from './stages.ts';
import { tiles } from './tiles.ts';
import type { Translate } from '../texts/translate.ts';
import { trendsPart } from './trends.ts';

/** Names of pages that are written beside the board. */
export interface Beside {
  readonly history?: string;
  /** Of its sentences that contain names of others; default: they stay English. */
  readonly t?: Translate;
}

/** What the page says of a board, in the order in which it says it. */
export function boardPage(board: Board, beside: Beside = {}): Page {
  return {
    name: board.name,
    subject: 'model board',
    home: board.url,
    madeAt: board.builtAt,
    madeFrom: madeFrom(board),
    sections: sections(board, beside),
    tiles: tiles(board),
    filter: 'Filter merges, exemptions and versions',
    foot: [
      'Times are UTC; “ago” counts from when this page was made. Trunk is ',
      { text: board.trunk, max: 80 },
      '. Who recorded something, when and in which run is what the record says, unless “recorded by” or a name alone stands there: that GitHub confirms. A gate that was lifted is paid for by a verdict on the same commit, not by a later merge. Metrics that are shares are shown in points; the band is the tolerance of the policy around the last release.',
    ],
  };
}

function madeFrom({ ledger }: Board): Inline {
  return [
    ` from ${grouped(ledger.records)} records of the ledger`,
    { lead: ' at ', of: { code: ledger.commit?.slice(0, 8) } },
    { lead: ', the newest from ', of: { time: ledger.newest } },
    '.',
  ];
}

function sections(board: Board, { history, t }: Beside): PageSection[] {
  if (board.ledger.records === 0 && board.unread.length === 0)
    return [{ id: 'begin', title: 'The ledger is empty', blocks: beginning(board) }];
  return [
    { id: 'attention', title: 'What waits for somebody', blocks: attentionPart(board) },
    { id: 'serving', title: 'What serves now', blocks: servingPart(board) },
    ...(board.targets.length === 0
      ? []
      : [{ id: 'stages', title: 'Stages of promotion', blocks: stagesPart(board) }]),
    { id: 'candidates', title: 'What may serve next', blocks: candidatesPart(board) },
    { id: 'trends', title: 'Metrics over the last merges', blocks: trendsPart(board) },
    { id: 'figures', title: 'How the team delivers', blocks: figuresPart(board, t) },
    { id: 'debts', title: 'Exemptions and hotfixes', blocks: debtsPart(board) },
    { id: 'merges', title: 'Merged lately', blocks: mergesPart(board, history) },
    { id: 'versions', title: 'Versions', blocks: versionsPart(board) },
    { id: 'unread', title: 'What could not be read', blocks: unreadPart(board) },
  ];
}

const looks = { serving: 'fail', now: 'fail', soon: 'inconclusive', note: 'skipped' } as const;

/** What to look at first, or that there is nothing. */
function attentionPart({ attention }: Board): Block[] {
  if (attention.total === 0) return [{ kind: 'text', look: 'calm', words: 'Nothing waits for anybody.' }];
  const items = attention.shown.map(({ finding, part, level }): Inline => [
    { badge: level, look: looks[level], mark: '' },
    { look: 'line', of: problem(finding, part) },
  ]);
  const list: Block = { kind: 'list', look: 'ranked', items };
  return cutList(attention, 'entries', 'The parts below have the others.', list);
}

/** What is missing from the page because it could not be read; it says so where nothing is. */
function unreadPart({ unread, ledger }: Board): Block[] {
  const records = `${grouped(ledger.records)} records`;
  if (unread.length === 0) return [{ kind: 'text', look: 'calm', words: `All of it was read: ${records}.` }];
  const more = unread.length >= limits.unread ? ' at least' : '';
  const words = `${records} were read;${more} ${count(unread.length, 'thing')} could not be read or counted, so the parts above may lack something.`;
  const items = unread.map((finding) => problem(finding, undefined, finding.rule));
  return [
    { kind: 'text', words },
    { kind: 'list', look: 'findings', items },
  ];
}
