import { momentText, spanText } from '../../kernel/moment.ts';
import { count } from '../../kernel/text.ts';
import type { Tile } from '../../report/html/model.ts';
import type { Board } from '../model.ts';
import { isWorse } from '../trends.ts';

/** The page in a few numbers. */
export function tiles({ services, debts, merges, trends, versions, unread, builtAt }: Board): Tile[] {
  const broken = services.shown.filter(({ complete }) => !complete).length;
  const overdue = debts.shown.filter(({ state }) => state === 'overdue').length;
  const owed = debts.shown.filter(({ state }) => state !== 'paid').length;
  const [last] = merges.shown;
  const worse = trends.shown.filter(isWorse).length;
  const compared = trends.shown.filter(
    ({ state, serving }) => state !== 'alone' || serving !== undefined,
  ).length;
  const newest = versions.shown.find(({ release }) => release);
  const lost = unread.filter(({ severity }) => severity !== 'notice').length;
  return [
    tile('serving', 'Serving now', count(services.total, 'service'), [
      [broken > 0, `${broken} not traced to a commit`, 'fail'],
      [services.total > 0, 'all traced to a commit', 'pass'],
      [true, 'none recorded'],
    ]),
    tile('debts', 'Evaluations owed', String(owed), [
      [overdue > 0, `${overdue} overdue`, 'fail'],
      [owed > 0, 'none overdue', 'inconclusive'],
      [true, 'nothing is owed', 'pass'],
    ]),
    tile('merges', 'Last merge', last === undefined ? 'none' : `${spanText(last.at, builtAt)} ago`, [
      [last === undefined, ''],
      [true, `${last?.verdict ?? 'no verdict'}, ${momentText(last?.at ?? '')}`, last?.verdict],
    ]),
    tile('trends', 'Metrics', String(trends.total), [
      [worse > 0, `${worse} worse than tolerated`, 'inconclusive'],
      [compared > 0, 'none worse than tolerated', 'pass'],
      [trends.total > 0, 'nothing to compare with'],
      [true, 'none recorded'],
    ]),
    tile('versions', 'Newest release', newest?.tag ?? 'none', [
      [newest === undefined, ''],
      [newest?.serving.length === 0, 'does not serve'],
      [true, 'serves now'],
    ]),
    tile('unread', 'Not readable', String(lost), [
      [lost > 0, 'something is missing here', 'inconclusive'],
      [true, 'the ledger was read whole', 'pass'],
    ]),
  ];
}

type Case = readonly [applies: boolean, note: string, look?: Tile['look']];

/** With the note and the look of the first case that applies. */
function tile(section: string, label: string, value: string, cases: readonly Case[]): Tile {
  const [, note = '', look] = cases.find(([applies]) => applies) ?? [];
  return { section, label, value, note, look };
}
