import { count } from '../../kernel/text.ts';
import type { Attention, Board } from '../model.ts';
import { momentText, spanText } from '../words.ts';
import { html, told, type Html } from './markup.ts';
import { cutNote } from './table.ts';

/** What to look at first, or that there is nothing. */
export function attentionPart({ attention }: Board): Html {
  if (attention.total === 0)
    return html`<p class="calm"><span aria-hidden="true">✓ </span>Nothing waits for anybody.</p> `;
  return html`<ul class="attention">
      ${attention.shown.map(item)}
    </ul>
    ${cutNote(attention, 'entries', 'The parts below have the others.')}`;
}

const styles: Readonly<Record<Attention['level'], string>> = {
  serving: 'fail',
  now: 'fail',
  soon: 'inconclusive',
  note: 'skipped',
};

function item({ finding, part, level }: Attention): Html {
  return html`<li>
    <span class="chip ${styles[level]}">${level}</span>
    <span
      ><a href="#${part}">${told(finding.message, 500)}</a>
      <span class="help">${told(finding.help ?? '', 300)}</span></span
    >
  </li> `;
}

interface Tile {
  readonly part: string;
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly level: '' | 'fail' | 'inconclusive' | 'pass';
}

/** The page in five numbers. */
export function tiles(board: Board): Html {
  return html`<ul class="tiles">
    ${tilesOf(board).map(
      ({ part, label, value, note, level }) =>
        html`<li class="${level}">
          <a href="#${part}"
            ><span class="label">${label}</span><span class="number">${told(value, 40)}</span
            ><span class="note">${told(note, 120)}</span></a
          >
        </li> `,
    )}
  </ul> `;
}

function tilesOf({ services, debts, merges, trends, unread, builtAt, versions }: Board): Tile[] {
  const broken = services.shown.filter(({ complete }) => !complete).length;
  const overdue = debts.shown.filter(({ state }) => state === 'overdue').length;
  const owed = debts.shown.filter(({ state }) => state !== 'paid').length;
  const last = merges.shown[0];
  const worse = trends.shown.filter(({ state }) => state === 'worse').length;
  const newest = versions.shown.find(({ release }) => release);
  const lost = unread.filter(({ severity }) => severity !== 'notice').length;
  return [
    {
      part: 'serving',
      label: 'Serving now',
      value: count(services.total, 'service'),
      note:
        broken === 0
          ? services.total === 0
            ? 'none recorded'
            : 'all traced to a commit'
          : `${broken} not traced to a commit`,
      level: broken > 0 ? 'fail' : services.total === 0 ? '' : 'pass',
    },
    {
      part: 'debts',
      label: 'Evaluations owed',
      value: String(owed),
      note: overdue > 0 ? `${overdue} overdue` : owed > 0 ? 'none overdue' : 'nothing is owed',
      level: overdue > 0 ? 'fail' : owed > 0 ? 'inconclusive' : 'pass',
    },
    {
      part: 'merges',
      label: 'Last merge',
      value: last === undefined ? 'none' : `${spanText(last.at, builtAt)} ago`,
      note: last === undefined ? '' : `${last.verdict ?? 'no verdict'}, ${momentText(last.at)}`,
      level: levelOf(last?.verdict),
    },
    {
      part: 'trends',
      label: 'Metrics',
      value: String(trends.total),
      note:
        trends.total === 0
          ? 'none recorded'
          : worse === 0
            ? 'none worse than tolerated'
            : `${worse} worse than tolerated`,
      level: worse > 0 ? 'inconclusive' : trends.total === 0 ? '' : 'pass',
    },
    {
      part: 'versions',
      label: 'Newest release',
      value: newest?.tag ?? 'none',
      note: newest === undefined ? '' : newest.serving.length > 0 ? 'serves now' : 'does not serve',
      level: '',
    },
    {
      part: 'unread',
      label: 'Not readable',
      value: String(lost),
      note: lost === 0 ? 'the ledger was read whole' : 'something is missing here',
      level: lost > 0 ? 'inconclusive' : 'pass',
    },
  ];
}

function levelOf(verdict: string | undefined): Tile['level'] {
  if (verdict === 'fail') return 'fail';
  if (verdict === 'inconclusive' || verdict === 'exempt') return 'inconclusive';
  return verdict === 'pass' ? 'pass' : '';
}
