/**
 * What each way to run the gate costs and finds: simulated changes of known truth, judged by the built gate (`npm run build` first); what counts is
 * the verdict of its report. F1 0.85, tolerance 0.5, margin 2. All tables of docs/regression.md and docs/regression-proofs.md that say so,
 * as Markdown; ends with 1 where a rate breaks what the docs promise by more than three Monte Carlo errors.
 * `--changes N` of each kind for each cell (200), `--table NAME`, `--agreement 95`, `--world NAME` some of them alone, `--files` each change is also written to result files,
 * read and judged again, and ends with 1 where that verdict is another. `--trunk SERIES` (0) trunk against its anchor over 30 merges.
 */
import { parseArgs } from 'node:util';
import { seededRandom } from '../src/regression/statistics/random.ts';
import { judge, isBlamed, type Rule } from './price/rules.ts';
import { alpha, markdown, tables, type Cell, type Found, type Rate, type Table } from './price/tables.ts';
import { changeIn, mergesIn } from './price/worlds.ts';

const drop = 0.018;

function main(): void {
  const { values } = parseArgs({
    options: {
      changes: { type: 'string', default: '200' },
      table: { type: 'string', multiple: true, default: Object.keys(tables) },
      agreement: { type: 'string', multiple: true, default: ['90', '95', '98'] },
      world: { type: 'string', multiple: true },
      files: { type: 'boolean', default: false },
      trunk: { type: 'string', default: '0' },
    },
  });
  const changes = Number.parseInt(values.changes, 10) || 200;
  const chosen = values.table.flatMap((name) => tables[name] ?? []);
  const isAsked = ({ agreement, world }: Cell): boolean =>
    values.agreement.includes(String(agreement)) && (values.world?.includes(world) ?? true);
  const found = measured(chosen, isAsked, changes, values.files);
  const broken = chosen.flatMap((table) =>
    shown(table, (cell, rule) => found.get(keyOf(table, cell))?.get(rule)),
  );
  console.log(
    `\n${changes} changes of each kind a cell, of harmless ones alone twice as many; Monte Carlo error at most ± ${(100 * largestError(found)).toFixed(1)}`,
  );
  for (const one of broken) console.log(`broken: ${one}`);
  if (broken.length > 0) process.exitCode = 1;
  trunk(Number.parseInt(values.trunk, 10) || 0);
}

type AllFound = ReadonlyMap<string, ReadonlyMap<Rule, Found>>;

/** Cells that several tables need are measured once, for the rules of all of them. */
function measured(
  chosen: readonly Table[],
  isAsked: (cell: Cell) => boolean,
  changes: number,
  files: boolean,
): AllFound {
  const wanted = new Map<string, { cell: Cell; rules: Set<Rule>; harmless: boolean }>();
  for (const table of chosen)
    for (const cell of table.cells.filter(isAsked)) {
      const key = keyOf(table, cell);
      const one = wanted.get(key) ?? { cell, rules: new Set(), harmless: table.harmless === true };
      for (const rule of table.rules) one.rules.add(rule);
      wanted.set(key, one);
    }
  return new Map(
    [...wanted].map(([key, { cell, rules, harmless }]) => [
      key,
      measure(
        cell,
        [...rules],
        harmless
          ? [[0, 2 * changes]]
          : [
              [0, changes],
              [drop, changes],
            ],
        files,
      ),
    ]),
  );
}

function keyOf({ harmless }: Table, cell: Cell): string {
  return JSON.stringify([harmless, cell]);
}

/** `kinds`: share that a change loses, and how many such. */
function measure(
  cell: Cell,
  rules: readonly Rule[],
  kinds: readonly (readonly [lost: number, changes: number])[],
  files: boolean,
): ReadonlyMap<Rule, Found> {
  const random = seededRandom(10 * cell.agreement + cell.world.length);
  const tallies = kinds.map(([lost, changes]) => {
    const counts = rules.map(() => ({ fails: 0, samples: 0 }));
    for (let i = 0; i < changes; i++) {
      const change = changeIn(cell.world, { ...cell, agreement: cell.agreement / 100 }, lost, random);
      for (const [at, one] of counts.entries()) {
        const { verdict, n } = judge(rules[at] ?? 'auto', change, cell.looks, files);
        one.fails += Number(verdict === 'fail');
        one.samples += n;
      }
    }
    return counts.map(({ fails, samples }) => ({ rate: rateOf(fails, changes), samples: samples / changes }));
  });
  return new Map(
    rules.map((rule, at) => {
      const [harmless, drops] = tallies.map((counts) => counts[at]);
      const blocked = harmless?.rate ?? rateOf(0, 0);
      const samples = [harmless, drops].flatMap((one) => (one === undefined ? [] : [one.samples]));
      return [rule, { blocked, samples, ...(drops !== undefined && { caught: drops.rate }) }];
    }),
  );
}

function rateOf(count: number, all: number): Rate {
  const value = count / all;
  return { value, error: Math.sqrt((value * (1 - value)) / all) };
}

/** Printed; returned are the promises that it breaks. */
function shown(table: Table, found: (cell: Cell, rule: Rule) => Found | undefined): string[] {
  console.log(`\n${table.title}\n\n${markdown(table, found).join('\n')}`);
  return table.cells.flatMap((cell) =>
    table.rules.flatMap((rule) => {
      const one = found(cell, rule);
      return one === undefined
        ? []
        : brokenBy(one, table.promise(rule, cell)).map(
            (what) => `${cell.world}, ${cell.agreement} %, ${rule}: ${what}`,
          );
    }),
  );
}

function brokenBy({ blocked, caught }: Found, promise: ReturnType<Table['promise']>): string[] {
  const { blocked: most = 1, caught: least = 0 } = promise;
  return [
    ...(isBeyond(blocked, most, 1)
      ? [`${(100 * blocked.value).toFixed(1)} % blocked, at most ${100 * most} are promised`]
      : []),
    ...(caught !== undefined && isBeyond(caught, least, -1)
      ? [`${(100 * caught.value).toFixed(1)} % caught, at least ${100 * least} are promised`]
      : []),
  ];
}

/** By more than three errors of what is promised. */
function isBeyond({ value, error }: Rate, promised: number, sign: 1 | -1): boolean {
  const spread = Math.sqrt(value * (1 - value));
  const changes = spread > 0 ? (spread / error) ** 2 : Infinity;
  return sign * (value - promised) > 3 * Math.sqrt((promised * (1 - promised)) / changes);
}

function largestError(found: AllFound): number {
  const all = [...found.values()].flatMap((byRule) => [...byRule.values()]);
  return Math.max(0, ...all.flatMap(({ blocked, caught }) => [blocked.error, caught?.error ?? 0]));
}

/** The share of series with an alarm, by the drop that the sixteenth merge brings, in points; ends with 1 where harmless ones have more than alpha. */
function trunk(series: number): void {
  if (series === 0) return;
  console.log('\n| answers of trunk | samples | 0 points | 1.0 | 1.8 |\n|---|---:|---|---|---|');
  for (const name of ['concentrated', 'deterministic'] as const)
    for (const n of [500, 2000]) {
      const rates = [0, 0.01, drop].map((lost) => {
        const random = seededRandom(n + Math.round(1000 * lost));
        const alarms = Array.from({ length: series }, () => isBlamed(mergesIn(name, 2000, lost, random), n));
        return rateOf(alarms.filter(Boolean).length, series);
      });
      const shares = rates.map(
        ({ value, error }) => `${(100 * value).toFixed(1)} ± ${(100 * error).toFixed(1)}`,
      );
      console.log(`| ${name} | ${n} | ${shares.join(' | ')} |`);
      if (rates[0] !== undefined && isBeyond(rates[0], alpha, 1)) process.exitCode = 1;
    }
}

main();
