/** What changed since the version before, as a table. */
import type { Section } from '../../report/model.ts';
import { count } from '../../kernel/text.ts';
import type { RankedChange, RankedChanges } from '../index.ts';

/** Rows that a person sees; the JSON has more. */
const most = 40;

export function changesSections(served: string, { since, ranked, more, harmless }: RankedChanges): Section[] {
  if (since === null)
    return [
      {
        kind: 'list',
        title: `No version before ${served} is recorded, so nothing says what changed`,
        items: [],
      },
    ];
  const at = since.commit === undefined ? '' : ` (${since.commit.slice(0, 8)})`;
  const left = [
    ...(more + ranked.length > most ? [count(more + ranked.length - most, 'more change')] : []),
    ...(harmless > 0 ? [`${count(harmless, 'file')} on which no evaluation depends`] : []),
  ].join(', and ');
  if (ranked.length === 0)
    return [
      {
        kind: 'list',
        title: `Nothing changed since ${since.id}${at} that is known here`,
        items: left === '' ? [] : [left],
      },
    ];
  return [
    {
      kind: 'table',
      title: `What changed since ${since.id}${at}, what to look at first${left === '' ? '' : `; not listed: ${left}`}`,
      open: true,
      columns: [
        { title: 'Kind' },
        { title: 'What', code: true },
        { title: 'Change', code: true },
        { title: 'Where', code: true },
        { title: 'Brought by' },
      ],
      rows: ranked
        .slice(0, most)
        .map((one) => [one.grade, one.name, changeText(one), placeOf(one), mergesText(one)]),
    },
  ];
}

function changeText({ kind, before, after }: RankedChange): string {
  if (kind === 'code' || kind === 'inputs') return after ?? '';
  return `${before ?? 'nothing'} -> ${after ?? 'nothing'}`;
}

function placeOf({ file, lines, name, kind }: RankedChange): string {
  if (file === null) return kind === 'inputs' ? '' : 'records';
  if (file === name) return lines ?? '';
  return lines === null ? file : `${file}:${lines}`;
}

function mergesText({ merges }: RankedChange): string {
  return merges
    .slice(0, 3)
    .map(({ pr, sha, author }) => `${pr === null ? sha.slice(0, 8) : `#${pr}`} by ${author}`)
    .concat(merges.length > 3 ? [`${merges.length - 3} more`] : [])
    .join(' or ');
}
