/** The tables of docs/regression.md and docs/regression-proofs.md, each from the cells that it needs, as Markdown. */
import { looksFor } from '../../src/init/looks.ts';
import { ratesOf } from '../../src/init/rates.ts';
import { plainWorlds, type WorldName } from './worlds.ts';
import type { Rule } from './rules.ts';

export interface Cell {
  readonly world: WorldName;
  /** Percent. */
  readonly agreement: number;
  readonly pool: number;
  readonly looks: readonly number[];
}

export interface Rate {
  /** Shares. */
  readonly value: number;
  readonly error: number;
}

/** What was found in a cell for one rule. */
export interface Found {
  /** Of harmless changes. */
  readonly blocked: Rate;
  /** Of drops; absent where only harmless changes were asked for. */
  readonly caught?: Rate;
  /** Mean samples of harmless changes, and of drops. */
  readonly samples: readonly number[];
}

export interface Table {
  readonly title: string;
  readonly cells: readonly Cell[];
  readonly rules: readonly Rule[];
  /** No drops, and twice as many changes. */
  readonly harmless?: true;
  readonly text: (found: Found) => string;
  /** What is promised: the largest share of harmless changes that may fail, and the smallest of drops that must. */
  readonly promise: (rule: Rule, cell: Cell) => { readonly blocked?: number; readonly caught?: number };
}

const places: Readonly<Record<WorldName, string>> = {
  homogeneous: 'every sample alike',
  concentrated: 'few samples',
  diffuse: 'some more, some less',
  deterministic: 'only with the change',
  drift: 'few samples, and others before',
  wrong: 'few samples, history of other samples',
  few: 'twenty samples before, now any',
};

/** One-sided. */
export const alpha = 0.05;

/** A rule that only warns of what is undecided keeps the level. */
const level: Table['promise'] = (rule) => (rule.startsWith('warn') ? { blocked: alpha } : {});

/** What `init` sets up, and looks alone where two evaluations agree on 95 % and more. */
const price: Table['promise'] = (rule, { agreement, world }) => {
  const isKept = world === 'deterministic' && agreement === 90;
  if (!rule.startsWith('looks') || isKept || (agreement === 90 && !rule.includes('history')))
    return level(rule, cellOf(world, agreement));
  return { blocked: 0.06, caught: 0.9 };
};

function cellOf(
  world: WorldName,
  agreement: number,
  looks: readonly number[] = [500, 1000, 1500, 2000],
  pool = 2000,
): Cell {
  return { world, agreement, looks, pool };
}

const plainCells = [90, 95, 98].flatMap((agreement) => plainWorlds.map((world) => cellOf(world, agreement)));

const percent = ({ value }: Rate): string => String(Number((100 * value).toFixed(1)));
const whole = (count: number | undefined): string => Math.round(count ?? 0).toLocaleString('en');

const rates: Table['text'] = ({ blocked, caught }) =>
  `${percent(blocked)}${caught === undefined ? ` ± ${(100 * blocked.error).toFixed(1)}` : ` / ${percent(caught)}`}`;
const samples: Table['text'] = ({ samples: [harmless, drop] }) => `${whole(harmless)} / ${whole(drop)}`;
const both: Table['text'] = (found) => `${rates(found)} at ${samples(found)}`;

export const tables: Readonly<Record<string, Table>> = {
  price: {
    title: 'harmless changes that fail / drops of 1.8 points that fail, in %',
    cells: plainCells,
    rules: [
      'auto',
      'warn',
      'auto, history',
      'warn, history',
      'looks',
      'looks, history',
      'looks, flips',
      'looks, flips, history',
    ],
    text: rates,
    promise: price,
  },
  samples: {
    title: 'mean samples, harmless / drop',
    cells: plainCells,
    rules: ['looks', 'looks, history', 'looks, flips', 'looks, flips, history'],
    text: samples,
    promise: () => ({}),
  },
  flips: {
    title:
      'one look of 500 of a pool of 2,000: harmless changes that fail / drops of 1.8 points that fail, in %',
    cells: plainCells,
    rules: ['warn', 'warn, flips', 'warn, flips, history'],
    text: rates,
    promise: level,
  },
  level: {
    title: 'harmless changes that fail, in %, whatever the history is',
    cells: [...plainWorlds, 'drift' as const, 'wrong' as const, 'few' as const].map((world) =>
      cellOf(world, 95),
    ),
    rules: ['warn', 'warn, history', 'warn, flips', 'warn, flips, history'],
    harmless: true,
    text: rates,
    promise: level,
  },
  closer: {
    title:
      'looks at 250, 500, 750 and 1,000: harmless changes / drops of 1.8 points that fail, in %, and mean samples',
    cells: plainWorlds.map((world) => cellOf(world, 95, [250, 500, 750, 1000])),
    rules: ['looks, history', 'looks, flips, history'],
    text: both,
    promise: () => ({}),
  },
  pools: {
    title:
      'looks to the end of a pool, as init sets them: harmless changes / drops of 1.8 points that fail, in %, and mean samples',
    cells: [1000, 1500, 3000].flatMap((pool) =>
      [90, 95].flatMap((agreement) =>
        plainWorlds.map((world) => cellOf(world, agreement, looksFor(pool), pool)),
      ),
    ),
    rules: ['looks', 'looks, history', 'looks, flips, history'],
    text: both,
    promise: (rule, { agreement, pool, world }) => {
      const isAveraged = rule.includes('history') && world !== 'deterministic';
      const rates = ratesOf(pool, agreement === 90 ? 90 : 95, isAveraged);
      return rates === undefined ? {} : { blocked: rates.blocked / 100, caught: rates.caught / 100 };
    },
  },
};

/** Rows of cells, columns of rules. */
export function markdown(table: Table, found: (cell: Cell, rule: Rule) => Found | undefined): string[] {
  const rows = table.cells.flatMap((cell) => {
    const all = table.rules.map((rule) => found(cell, rule));
    if (all.every((one) => one === undefined)) return [];
    return [
      `| ${whole(cell.pool)} | ${cell.agreement} % | ${places[cell.world]} | ${all.map((one) => (one === undefined ? '' : table.text(one))).join(' | ')} |`,
    ];
  });
  return [
    `| pool | agreement | where answers change | ${table.rules.map((rule) => rule.replace(/, flips.*/, ', `sampling`') + (/flips, history/.test(rule) ? ', history' : '')).join(' | ')} |`,
    `|---:|---|---|${'---|'.repeat(table.rules.length)}`,
    ...rows,
  ];
}
