/** A badge for a README: whether something waits for somebody. */
import { htmlText } from '../../report/escape.ts';
import type { Board } from '../model.ts';
import { waitingIn } from './digest.ts';

const looks = { bad: '#a8201a', soon: '#7d4c00', good: '#11693a', none: '#55606d' } as const;

interface State {
  readonly text: string;
  readonly look: keyof typeof looks;
}

/** SVG, 20 pixels high. A board without records is neither good nor bad. */
export function badgeSvg(board: Board): string {
  const { text, look } = stateOf(board);
  const label = 'model-gates';
  const [left, right] = [widthOf(label), widthOf(text)];
  const word = (x: number, words: string) => `<text x="${x}" y="14">${htmlText(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${htmlText(`${label}: ${text}`)}">`,
    `<title>${htmlText(`${label}: ${text}`)}</title>`,
    `<rect width="${left + right}" height="20" rx="3" fill="#39424c"/>`,
    `<path d="M${left} 0h${right - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-${right - 3}z" fill="${looks[look]}"/>`,
    `<g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">`,
    `${word(left / 2, label)}${word(left + right / 2, text)}`,
    '</g></svg>\n',
  ].join('');
}

function stateOf(board: Board): State {
  if (board.ledger.records === 0) return { text: 'no records', look: 'none' };
  const waiting = waitingIn(board);
  const wrong = waiting.filter(({ level }) => level !== 'soon').length;
  if (wrong > 0) return { text: `${wrong} wrong`, look: 'bad' };
  return waiting.length > 0
    ? { text: `${waiting.length} to look at`, look: 'soon' }
    : { text: 'all clear', look: 'good' };
}

/** Of eleven-pixel Verdana some 6.6 pixels a letter, and five on each side. */
function widthOf(text: string): number {
  return Math.round(text.length * 6.6 + 10);
}
