import { count } from '../../kernel/text.ts';
import { nodeKinds, type ChainLink, type Moved } from '../../lineage/index.ts';
import { shown, shownList } from '../../regression/index.ts';
import type { Section } from '../../report/model.ts';
import type { Differences } from '../facts.ts';

interface Chained {
  readonly id: string;
  readonly chain: readonly ChainLink[];
}

/** Both chains, link by link, and where they part. */
export function chainSection(baseline: Chained, candidate: Chained): Section {
  const named = ({ chain }: Chained, kind: string): string =>
    chain
      .filter((link) => link.kind === kind)
      .map(({ id, digest }) =>
        digest === undefined ? shown(short(id)) : `${shown(short(id))} ${digest.slice(0, 19)}`,
      )
      .join(', ');
  const kinds = nodeKinds.filter((kind) => named(baseline, kind) !== '' || named(candidate, kind) !== '');
  return {
    kind: 'table',
    title: 'Both chains',
    open: true,
    columns: [
      { title: 'Link' },
      { title: `Baseline ${shown(baseline.id)}`, code: true },
      { title: `Candidate ${shown(candidate.id)}`, code: true },
      { title: 'Same' },
    ],
    rows: kinds.toReversed().map((kind) => {
      const [before, after] = [named(baseline, kind), named(candidate, kind)];
      return [kind, before || 'not recorded', after || 'not recorded', before === after ? 'yes' : 'no'];
    }),
  };
}

function short(id: string): string {
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(id) ? id.slice(0, 8) : id;
}

/** What differs, on one screen: how many of each kind and the first of them. */
export function differenceSection(differences: Differences | null): Section[] {
  if (differences === null) return [];
  const { commits, configs, parameters, packages, files, artifacts } = differences;
  const data = files.filter(({ name }) => name.startsWith('data '));
  const others = files.filter(({ name }) => !name.startsWith('data '));
  const rows = [
    ['Commits', commits === null ? 'not compared' : count(commits, 'commit'), ''],
    ['Config', ...movesText(parameters, 'value')],
    [
      'Config files',
      configs.length === 0 ? 'nothing' : count(configs.length, 'file'),
      shownList(configs, configs.length, 3),
    ],
    ['Packages', ...movesText(packages, 'package')],
    ['Inputs', ...movesText(others, 'file')],
    ['Data', ...movesText(data, 'file')],
    ['Artifacts', ...movesText(artifacts, 'kind')],
  ];
  return [
    {
      kind: 'table',
      title: 'What differs',
      open: true,
      columns: [{ title: 'In' }, { title: 'How much' }, { title: 'Such as' }],
      rows,
    },
  ];
}

function movesText(moves: readonly Moved<unknown>[], one: string): [string, string] {
  return [
    moves.length === 0 ? 'nothing' : count(moves.length, one),
    shownList(
      moves
        .slice(0, 3)
        .map(({ name, before, after }) => `${name} ${valueText(before)} → ${valueText(after)}`),
      moves.length,
      3,
    ),
  ];
}

function valueText(value: unknown): string {
  if (value === undefined) return 'none';
  return typeof value === 'string' ? value.slice(0, 40) : JSON.stringify(value).slice(0, 40);
}
