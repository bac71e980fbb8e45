/** One comparison as a page: the verdict and its numbers on the first screen, then what differs, then the details. */
import { count, grouped } from '../../kernel/text.ts';
import { shown } from '../../regression/index.ts';
import type { Block, Inline, Page, PageSection, Tile } from '../../report/html/model.ts';
import type { Judgement, Section, Verdict } from '../../report/model.ts';
import type { CompareFacts, CompareVerdict } from '../facts.ts';
import { percent, signedFigure } from '../presentation/numbers.ts';
import { metricTable, sliceTable, turnedFold } from './tables.ts';

export interface PageFrame {
  /** `owner/name`, or what else the repository is called. */
  readonly name: string;
  /** Web address of the repository. */
  readonly home: string | undefined;
  /** ISO 8601. */
  readonly madeAt: string;
}

const looks: Readonly<Record<CompareVerdict, Verdict>> = {
  better: 'pass',
  'no-difference': 'pass',
  worse: 'fail',
  'keep-going': 'inconclusive',
  void: 'fail',
};

export function comparePage(judged: Omit<Judgement<CompareFacts>, 'verdict'>, frame: PageFrame): Page {
  return {
    ...frame,
    subject: 'two versions compared',
    madeFrom: '.',
    sections: sectionsOf(judged),
    tiles: tilesOf(judged.facts),
    filter: 'Filter what turned and what differs',
    foot: 'A difference is candidate less baseline, in the metric’s own unit. An interval that touches the line shows nothing. Of an A/B test it is valid at every look; of results it is a 95 % interval of paired samples.',
  };
}

/** Those that have a picture of their own here. */
const drawn = /^(?:Metrics|Slices|Samples that turned)/;

function sectionsOf({ title, findings, facts, sections = [] }: Omit<Judgement<CompareFacts>, 'verdict'>) {
  const rest = sections.filter((one) => !drawn.test(one.title));
  const first = rest.filter(({ open }) => open === true);
  const details = rest.filter(({ open }) => open !== true);
  const all: PageSection[] = [
    { id: 'verdict', title: 'Verdict', blocks: verdictBlocks(title, facts) },
    { id: 'metrics', title: 'Metrics', blocks: metricTable(facts) },
    { id: 'slices', title: 'Slices', blocks: sliceTable(facts) },
    {
      id: 'more',
      title: facts.arms === undefined ? 'What differs' : 'Arms',
      blocks: first.flatMap(tableBlock),
    },
    {
      id: 'details',
      title: 'Details',
      blocks: [
        ...turnedFold(facts),
        ...details.map((one): Block => ({ kind: 'fold', title: one.title, blocks: tableBlock(one) })),
      ],
    },
    {
      id: 'findings',
      title: 'What was found',
      blocks: [{ kind: 'list', look: 'findings', items: findings.map(problem) }],
    },
  ];
  return all.filter(({ blocks }) => blocks.some((one) => !('items' in one) || one.items.length > 0));
}

function verdictBlocks(title: string, { verdict }: CompareFacts): Block[] {
  return [
    { kind: 'text', look: 'name', words: { badge: verdict, look: looks[verdict], says: 'the verdict' } },
    { kind: 'text', words: { text: title, max: 600 } },
  ];
}

function tilesOf(facts: CompareFacts): Tile[] {
  const { verdict, metrics, slices = [], differences, arms, sampleRatio } = facts;
  const [first] = metrics;
  const worse = slices.filter(({ isWorse }) => isWorse).length;
  const tiles: (Tile | undefined)[] = [
    { section: 'verdict', label: 'Verdict', value: verdict, note: '', look: looks[verdict] },
    first && {
      section: 'metrics',
      label: shown(first.name),
      value: signedFigure(first.delta),
      note: `${signedFigure(first.ci[0])} to ${signedFigure(first.ci[1])}`,
      look: looks[first.verdict],
    },
    slices.length > 0
      ? {
          section: 'slices',
          label: 'Slices',
          value: grouped(slices.length),
          note: worse === 0 ? 'no loss is shown in any' : `a loss in ${worse}`,
          look: worse === 0 ? 'pass' : 'fail',
        }
      : undefined,
    arms
      ? {
          section: 'more',
          label: 'Units',
          value: grouped(arms.reduce((sum, { units }) => sum + units, 0)),
          note: arms.map(({ share }) => percent(share)).join(' to '),
          look: (sampleRatio.p ?? 1) <= sampleRatio.alpha ? 'fail' : 'pass',
        }
      : undefined,
    differences
      ? {
          section: 'more',
          label: 'What differs',
          value: differences.commits === null ? 'code not compared' : count(differences.commits, 'commit'),
          note: `${count(differences.parameters.length, 'value')}, ${count(differences.packages.length, 'package')}`,
        }
      : undefined,
  ];
  return tiles.filter((tile) => tile !== undefined);
}

function problem({ message, help, rule }: Judgement<CompareFacts>['findings'][number]): Inline {
  return [
    { text: message, max: 500 },
    ' ',
    {
      look: 'help',
      of: [
        { text: help, max: 300 },
        { lead: ' ', of: { code: rule } },
      ],
    },
  ];
}

/** Characters of cells whose words are not broken. */
const shortest = 20;

/** A table of the report as it stands; a picture of Mermaid's is none here. */
function tableBlock(section: Section): Block[] {
  if (section.kind === 'list')
    return [
      {
        kind: 'fold',
        title: section.title,
        blocks: [{ kind: 'list', items: section.items.map((text) => ({ text })) }],
      },
    ];
  if (section.kind !== 'table') return [];
  const { title, columns, rows } = section;
  return [
    {
      kind: 'table',
      title,
      columns: columns.map((column, at) => ({
        ...column,
        tight: rows.every((row) => (row[at] ?? '').length <= shortest),
      })),
      rows: rows.map((row) =>
        row.map((text, at): Inline =>
          columns[at]?.code === true ? { code: text, max: 160 } : { text, max: 160 },
        ),
      ),
      filtered: true,
    },
  ];
}
