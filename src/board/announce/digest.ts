/** What those read who do not open the board: what waits for somebody, what serves, how it goes. */
import type { Attention, Board } from '../model.ts';
import { valueText } from '../figures/texts.ts';
import { feedbackLines } from '../delivery/texts.ts';
import { clip, count } from '../../kernel/text.ts';
import type { Translate } from '../texts/translate.ts';
import { oneLine } from '../../report/escape.ts';

export interface DigestItem {
  /** `serving` and `now` are wrong, `soon` is to be seen to. */
  readonly level: Attention['level'];
  readonly text: string;
  readonly help: string;
  /** The same while the same thing waits, whatever its numbers. */
  readonly key: string;
}

export interface Digest {
  /** `owner/name`. */
  readonly name: string;
  readonly title: string;
  /** ISO 8601. */
  readonly at: string;
  /** Web address of the board; absent where nobody gave it. */
  readonly page?: string | undefined;
  readonly needs: readonly DigestItem[];
  /** Of the link to the page. */
  readonly open: string;
  /** How many need somebody in all. */
  readonly total: number;
  /** What serves, and the figures that are known. */
  readonly lines: readonly string[];
}

/** Things of one message, and units of text of each. */
const mostItems = 10;
const mostText = 300;

const figuresSaid = ['trunk-success', 'merges', 'lead-time-to-merge', 'deployments', 'change-failure'];

/** Good-to-know things wait for nobody. */
export function waitingIn({ attention }: Board): Attention[] {
  return attention.shown.filter(({ level }) => level !== 'note');
}

/** `t`: of what it says itself; `board` is in that language already. */
export function digestOf(board: Board, page?: string, t: Translate = (text) => text): Digest {
  const needs = waitingIn(board);
  const title =
    needs.length === 0 ? 'nothing waits for anybody' : `${count(needs.length, 'thing')} to look at`;
  return {
    name: board.name,
    title: t(title),
    open: t('Open the board'),
    at: board.builtAt,
    page,
    needs: needs.slice(0, mostItems).map(({ level, finding }) => ({
      level,
      text: short(finding.message),
      help: short(finding.help ?? ''),
      key: `${finding.rule} ${short(finding.message).replaceAll(/[−-]?\d+\.\d+/g, '#')}`,
    })),
    total: needs.length,
    lines: [...servingLines(board), ...figureLines(board, t)].map(short),
  };
}

function servingLines({ services }: Board): string[] {
  return services.shown
    .slice(0, 5)
    .map(({ name, current, complete }) => `${name}: ${current.id}${complete ? '' : ' (chain incomplete)'}`);
}

function figureLines({ figures, feedback }: Board, t: Translate): string[] {
  const known = figures.filter(({ name, value }) => figuresSaid.includes(name) && value !== null);
  const wait = feedback === undefined ? [] : feedbackLines(feedback).slice(0, 1);
  return [...known.map((figure) => `${figure.title}: ${t(valueText(figure))}`), ...wait.map(t)];
}

/** One visible line, whatever a pull request wrote. */
function short(text: string): string {
  return clip(oneLine(text), mostText);
}
