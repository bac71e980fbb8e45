/** What a board says in sentences of its own, in the language of its page; names, ids and reasons of others stay as they are. */
import type { Board } from '../model.ts';
import type { Finding } from '../../report/model.ts';
import type { Translate } from './translate.ts';

export function translatedBoard(board: Board, t: Translate): Board {
  const said = (finding: Finding): Finding => ({
    ...finding,
    message: t(finding.message),
    ...(finding.help !== undefined && { help: t(finding.help) }),
  });
  const { attention, services, figures } = board;
  return {
    ...board,
    attention: {
      ...attention,
      shown: attention.shown.map((one) => ({ ...one, finding: said(one.finding) })),
    },
    services: { ...services, shown: services.shown.map((one) => ({ ...one, gaps: one.gaps.map(said) })) },
    figures: figures.map((figure) => ({
      ...figure,
      title: t(figure.title),
      definition: t(figure.definition),
      unknown: figure.unknown === null ? null : t(figure.unknown),
      aside: figure.aside === null ? null : t(figure.aside),
    })),
    unread: board.unread.map(said),
  };
}
