/** A page of all merges beside the board. */
import { grouped } from '../../kernel/text.ts';
import type { Page } from '../../report/html/model.ts';
import type { Board, Merge } from '../model.ts';
import { numberText } from '../metric-text.ts';
import { gates, branchTags } from '../page/tables.ts';
import { commitLink, pullLink, runLink } from '../page/links.ts';
import { emptyNote, table, type Cells } from '../page/pieces.ts';
import { dataText, explorerScript, type ExplorerWords } from '../../report/html/explorer.ts';
import type { Translate } from '../texts/translate.ts';
import { historyData, type HistoryData } from './data.ts';

/** Rows that are there without the script. */
const first = 100;

export const historyFile = 'history.html';

export interface HistoryPage {
  readonly page: Page;
  readonly merges: number;
  readonly shown: number;
}

/** `boardFile`: name of the board's page, beside it. */
export function historyPage(board: Board, boardFile: string, t: Translate = (text) => text): HistoryPage {
  const { merges, made } = board.history;
  const known = { home: board.url, trunk: board.trunk, words: wordsBy(t) };
  const metrics = board.trends.shown.map(({ metric }) => metric);
  const data = historyData({ ...known, merges, made, metrics });
  const { gates: names, metrics: drawn } = data;
  const explorer = {
    data: dataText({ ...known, gates: names, metrics: drawn }),
    script: explorerScript,
  };
  return {
    merges: merges.length,
    shown: data.rows.length,
    page: {
      name: board.name,
      subject: 'all merges',
      home: board.url,
      madeAt: board.builtAt,
      madeFrom: [
        ` from ${grouped(board.ledger.records)} records of the ledger. `,
        { link: 'The board', to: `./${boardFile}` },
      ],
      tiles: [],
      filter: '',
      ...(merges.length > 0 && { explorer }),
      sections: [
        {
          id: 'history',
          title: 'Merges',
          blocks: merges.length === 0 ? emptyNote('No merge is recorded yet.') : [explorerBlock(board, data)],
        },
      ],
      foot: 'Times are UTC. A link to this page keeps what was searched for; `#` and a SHA leads to one merge.',
    },
  };
}

function explorerBlock({ trunk, history: { merges, made } }: Board, { metrics, rows, columns }: HistoryData) {
  const [metric] = metrics;
  const cells: Cells<Merge>[] = [
    ['Commit', 'tight', (merge) => [commitLink(merge.sha), branchTags(merge, trunk)]],
    ['Merged', 'tight', ({ at }) => ({ time: at })],
    ['Pull', 'tight', ({ pullRequest }) => pullLink(pullRequest)],
    ['Author', 'tight', ({ author }) => ({ text: author, max: 30 })],
    ['Gates', '', gates],
    ...(metric === undefined ? [] : [metricCell(metric)]),
    [
      'Made of it',
      '',
      ({ sha }) => ({ between: ' ', parts: (made.get(sha) ?? []).map((id) => ({ code: id, max: 60 })) }),
    ],
    ['Run', 'tight', ({ run }) => runLink(run)],
  ];
  const all = grouped(merges.length);
  const isCut = rows.length < merges.length;
  const title = isCut ? `The newest ${grouped(rows.length)} of ${all} merges` : `All ${all} merges`;
  return {
    kind: 'explorer',
    table: table('Newest first', merges.slice(0, first), cells, false),
    all: { title, columns, rows },
    metrics,
    labels: {
      search: 'Search merges',
      metric: 'Metric',
      from: 'From',
      to: 'To',
      before: 'Newer',
      after: 'Older',
      pages: 'Pages of the table',
    },
    rest: `${grouped(Math.min(first, rows.length))} of ${all} merges are above, and below ${isCut ? `the newest ${grouped(rows.length)}` : 'all'} with a line each. The search and the curves need the script of this page.`,
  } as const;
}

function metricCell(metric: string): Cells<Merge> {
  return [
    'Value',
    'right',
    ({ metrics }) => {
      const value = metrics.get(metric);
      return value === undefined ? undefined : numberText(value, { points: false });
    },
  ];
}

/** Said by the script. */
function wordsBy(t: Translate): ExplorerWords {
  const verdicts = Object.fromEntries(Object.entries(words.verdicts).map(([name, word]) => [name, t(word)]));
  return { found: t(words.found), page: t(words.page), curve: t(words.curve), run: t(words.run), verdicts };
}

const words = {
  found: '# of # merges',
  page: 'Page # of #',
  curve: '# over # merges, # to #: lowest #, highest #, last #',
  run: 'run',
  verdicts: {
    pass: 'pass',
    fail: 'fail',
    inconclusive: 'inconclusive',
    exempt: 'exempt',
    skipped: 'skipped',
  },
} as const;
