/** What stands below the findings: the likeliest merges, the metric over the range, what turned. */
import { shown } from '../regression/index.ts';
import type { Section } from '../report/model.ts';
import type { LocateFacts } from './facts.ts';
import { knownOf } from './known.ts';
import { nameOf } from './names.ts';
import type { SearchInput } from './search.ts';
import { amountText } from './words.ts';

/** Most merges in the table. */
const mostRows = 15;

/** Of more than the first of these the table says only what it does not round to 0.0 %. */
const fewRows = 3;
const leastShown = 0.0005;

export function sectionsOf(input: SearchInput, facts: LocateFacts): Section[] {
  return [
    suspects(input, facts),
    ...knownOf(input.merges, facts),
    chart(input, facts),
    ...amounts(input, facts),
    ...turned(facts),
    weights(input, facts),
  ];
}

function suspects({ merges }: SearchInput, { merges: all, set, noMerge = 1 }: LocateFacts): Section {
  const named = all.filter(({ probability }, at) => at < fewRows || probability >= leastShown);
  const rows = named.slice(0, mostRows).map(({ sha, pr, probability }): string[] => {
    const merge = merges.find((one) => one.sha === sha);
    return [
      sha.slice(0, 8),
      pr === null ? '' : `#${pr}`,
      shown(merge?.title ?? ''),
      shown(merge?.author ?? ''),
      `${bar(probability)} ${(100 * probability).toFixed(1)} %`,
      set.includes(sha) ? 'yes' : '',
    ];
  });
  return {
    kind: 'table',
    title: 'The likeliest merges',
    open: true,
    columns: [
      { title: 'Merge', code: true },
      { title: 'Pull request' },
      { title: 'Title' },
      { title: 'Author' },
      { title: 'Probability' },
      { title: 'In the 90 % set' },
    ],
    rows: [...rows, ['', '', 'no merge: noise', '', `${bar(noMerge)} ${(100 * noMerge).toFixed(1)} %`, '']],
  };
}

/** Ten blocks are certainty. */
function bar(probability: number): string {
  const full = Math.round(probability * 10);
  return '█'.repeat(full) + '░'.repeat(10 - full);
}

/** The metric after each evaluated merge: as it stands, whatever samples it was measured on. */
function chart({ merges, evaluations }: SearchInput, { metric }: LocateFacts): Section {
  const [low, high] = evaluations.reduce(
    ([least, most], { results: { value } }) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
  const place = (value: number): number =>
    high > low ? Math.round(((value - low) / (high - low)) * 24) : 12;
  return {
    kind: 'table',
    title: `${shown(metric)} after each evaluated merge`,
    columns: [{ title: 'Merge', code: true }, { title: 'Value', align: 'right' }, { title: '' }],
    rows: evaluations.map(({ at, results: { value } }) => [
      merges[at]?.sha.slice(0, 8) ?? '',
      String(Number(value.toPrecision(4))),
      `${'·'.repeat(place(value))}●`,
    ]),
  };
}

/** What each change that is claimed took or gave, and what is left; nothing where none is. */
function amounts({ merges }: SearchInput, { changes = [], whole, beside }: LocateFacts): Section[] {
  if (changes.length === 0 || whole === undefined) return [];
  const rows = [
    ...changes.map(({ sha, effect }) => ({ name: nameOf(merges, sha), effect })),
    { name: 'beside these', effect: beside },
    { name: 'from the first evaluation to the last', effect: whole },
  ];
  return [
    {
      kind: 'table',
      title: 'By how much it got worse, sample by sample',
      columns: [
        { title: 'Where' },
        { title: 'By', align: 'right' },
        { title: 'Contained with 90 % in', align: 'right' },
      ],
      rows: rows.flatMap(({ name, effect }) =>
        effect === undefined
          ? []
          : [[name, amountText(effect.by), `${amountText(effect.low)} to ${amountText(effect.high)}`]],
      ),
    },
  ];
}

function turned({ changes = [] }: LocateFacts): Section[] {
  const falls = changes.filter(({ direction, worse }) => direction === 'fell' && worse.length > 0);
  return falls.map(({ sha, worse }) => ({
    kind: 'list',
    title: `Samples that turned worse at ${sha.slice(0, 8)} and stayed so`,
    items: worse.slice(0, 20).map(shown),
  }));
}

function weights({ merges }: SearchInput, { merges: all }: LocateFacts): Section {
  const known = new Map(merges.map((merge) => [merge.sha, merge]));
  const weighed = all.flatMap(({ sha }) => {
    const merge = known.get(sha);
    return merge === undefined || merge.reasons.length === 0 ? [] : [merge];
  });
  return {
    kind: 'list',
    title: 'What was likelier before any evaluation',
    items:
      weighed.length === 0
        ? ['Nothing: every merge counts the same.']
        : weighed
            .slice(0, mostRows)
            .map(
              ({ sha, weight, reasons }) =>
                `${sha.slice(0, 8)}: ${weight} times as likely, for ${reasons.join(', ')}`,
            ),
  };
}
