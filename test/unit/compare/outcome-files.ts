/** Outcomes of a made-up A/B test, as files. */
import { compareOutcomes } from '../../../src/compare/gate/compare-outcomes.ts';
import { compareDefaults, type ColumnNames, type CompareSettings } from '../../../src/compare/index.ts';
import { seededRandom } from '../../../src/regression/statistics/random.ts';
import { memoryTree } from '../../support/trees.ts';

export interface Test {
  readonly units?: number;
  /** Rates of success of both arms. */
  readonly control?: number;
  readonly treatment?: number;
  /** Share of units in the treatment; by day where it is a function. */
  readonly split?: number | ((day: number) => number);
  readonly days?: number;
  readonly perUnit?: number;
  readonly seed?: number;
}

export interface OutcomeRow {
  readonly unit: string;
  readonly arm: string;
  readonly outcome: number;
  readonly time: string;
}

const began = Date.UTC(2026, 9, 5);
export const dayMs = 86_400_000;

/** After the last outcome of every test. */
export const now = began + 60 * dayMs;

export function rowsOf(test: Test = {}): OutcomeRow[] {
  const {
    units = 10_000,
    control = 0.5,
    treatment = 0.5,
    split = 0.5,
    days = 20,
    perUnit = 1,
    seed = 1,
  } = test;
  const random = seededRandom(seed);
  const rows: OutcomeRow[] = [];
  for (let unit = 0; unit < units; unit++) {
    const at = (unit / units) * days;
    const isTreated = random.uniform() < (typeof split === 'number' ? split : split(Math.floor(at)));
    const rate = isTreated ? treatment : control;
    // Units differ by more than chance: what one does often is alike.
    const own = perUnit === 1 ? rate : Math.min(1, Math.max(0, rate + (random.uniform() < 0.5 ? -0.4 : 0.4)));
    for (let time = 0; time < perUnit; time++)
      rows.push({
        unit: `u${unit}`,
        arm: isTreated ? 'treatment' : 'control',
        outcome: Number(random.uniform() < own),
        time: new Date(began + at * dayMs).toISOString(),
      });
  }
  return rows;
}

export function csvOf(rows: readonly object[]): string {
  const [first = {}] = rows;
  const names = Object.keys(first);
  return [names.join(','), ...rows.map((row) => Object.values(row).join(','))].join('\n');
}

export function jsonlOf(rows: readonly unknown[]): string {
  return rows.map((row) => JSON.stringify(row)).join('\n');
}

interface Options extends Partial<CompareSettings> {
  readonly columns?: ColumnNames;
  readonly at?: number;
}

/** The report on files: name → content. */
export function compareFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  { columns = {}, at = now, ...settings }: Options = {},
) {
  return compareOutcomes({
    tree: memoryTree(files),
    columns,
    settings: { ...compareDefaults, ...settings },
    now: () => at,
  });
}

export const compareRows = (rows: readonly object[], options?: Options) =>
  compareFiles({ 'outcomes.csv': csvOf(rows) }, options);
