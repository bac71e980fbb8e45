import type { Block, Inline } from '../../report/html/model.ts';
import type { FeedbackTime } from '../delivery/feedback.ts';
import { feedbackLines } from '../delivery/texts.ts';
import type { Figure } from '../figures/model.ts';
import { beforeText, trendText, valueText } from '../figures/texts.ts';
import type { Board } from '../model.ts';
import type { Translate } from '../texts/translate.ts';
import { table, type Cells } from './pieces.ts';

/** Known figures first; each with what it counts, for a number alone is read as another one. */
export function figuresPart({ figures, feedback }: Board, t: Translate = (text) => text): Block[] {
  const known = figures.filter(({ value }) => value !== null);
  const unknown = figures.filter(({ value }) => value === null);
  const more = table('What nobody recorded is not guessed', unknown, unknownCells, false);
  const title = `${unknown.length} of ${figures.length} are unknown`;
  return [
    ...(feedback === undefined ? [] : [feedbackBlock(feedback, t)]),
    ...(known.length === 0
      ? []
      : [table('The last 90 days, against the 90 days before', known, cells, false)]),
    ...(unknown.length === 0 ? [] : [{ kind: 'fold', title, blocks: [more] } as const]),
  ];
}

function feedbackBlock(feedback: FeedbackTime, t: Translate): Block {
  return {
    kind: 'list',
    look: 'findings',
    items: feedbackLines(feedback).map((text) => ({ text: t(text), max: 600 })),
  };
}

const cells: Cells<Figure>[] = [
  ['Figure', '', ({ title }) => title],
  ['Value', 'tight', valueText],
  ['Events', 'right', ({ count }) => String(count)],
  ['Before', 'tight', beforeText],
  ['Trend', 'tight', trend],
  [
    'What is counted',
    '',
    ({ definition, aside }) => [definition, { lead: ' Here: ', of: aside ?? undefined }],
  ],
];

const unknownCells: Cells<Figure>[] = [
  ['Figure', '', ({ title }) => title],
  ['Why', '', ({ unknown }) => ({ text: unknown ?? '', max: 300 })],
  ['What would be counted', '', ({ definition }) => definition],
];

function trend(figure: Figure): Inline {
  const { trend: moved, lowerIsBetter } = figure;
  if (moved === null || moved === 0) return trendText(figure);
  return { badge: trendText(figure), look: moved > 0 === lowerIsBetter ? 'inconclusive' : 'pass' };
}
