/** Takes outcomes one by one, in any order, and keeps a few numbers for each unit. */
import { compareText } from '../../kernel/compare.ts';
import { UserError } from '../../kernel/user-error.ts';
import { shown } from '../../regression/index.ts';
import { Calendar, cumulative } from './calendar.ts';
import type { CollectedOutcomes, Unreadable } from './collected.ts';
import { Crossings } from './crossings.ts';
import { bytes, doubles } from './growing.ts';
import { MetricSums } from './metric-sums.ts';
import type { Moment } from './moments.ts';
import { UnitIndex } from './unit-index.ts';

export interface Outcome {
  readonly unit: string;
  readonly arm: string;
  /** By name; a unit without one still counts as assigned. */
  readonly values: readonly (readonly [metric: string, value: number])[];
  readonly time?: Moment | undefined;
}

const mostArms = 20;
const mostMetrics = 50;
const mostUnreadable = 50;

export class OutcomeCollector {
  readonly #units = new UnitIndex();
  /** Number of the unit's arm plus one. */
  readonly #armOf = bytes();
  readonly #firstAt = doubles();
  readonly #arms = new Map<string, { index: number; rows: number }>();
  readonly #aside = new Set<string>();
  readonly #metrics = new Map<string, MetricSums>();
  readonly #calendar = new Calendar();
  readonly #crossings = new Crossings();
  readonly #files: string[] = [];
  readonly #unreadable: Unreadable[] = [];
  #columns: Readonly<Record<string, string>> = {};
  #rows = 0;
  /** Whether the times are a calendar's; undefined before the first. */
  #timed: boolean | undefined;
  #untimed = 0;

  file(path: string): void {
    this.#files.push(path);
  }

  /** What was found where; `aside` are metrics that nobody asked for. */
  named(columns: Readonly<Record<string, string>>, aside: readonly string[]): void {
    this.#columns = { ...this.#columns, ...columns };
    for (const name of aside) this.#aside.add(name);
  }

  unreadable(problem: Unreadable): void {
    if (this.#unreadable.length < mostUnreadable) this.#unreadable.push(problem);
  }

  get rows(): number {
    return this.#rows;
  }

  /** Why the outcome cannot be taken, if so. Throws a UserError where arms or metrics are too many to be any. */
  add({ unit, arm, values, time }: Outcome): string | undefined {
    if (time !== undefined) {
      this.#timed ??= time.calendar;
      if (time.calendar !== this.#timed) return 'its time is of another kind than those before it';
    }
    const own = this.#arm(arm);
    const index = this.#units.of(unit);
    this.#rows++;
    own.rows++;
    if (time === undefined) this.#untimed++;
    else if (time.calendar) this.#calendar.add(time.at, own.index);
    this.#assign(index, unit, own.index, time?.at);
    for (const [name, value] of values) this.#metric(name).add(index, value);
    return undefined;
  }

  #assign(index: number, unit: string, arm: number, at: number | undefined): void {
    const before = this.#armOf.at(index) - 1;
    if (before < 0) {
      this.#armOf.set(index, arm + 1);
      if (at !== undefined) this.#firstAt.set(index, at);
    } else {
      const first = this.#firstAt.at(index);
      if (at !== undefined && at < first) this.#firstAt.set(index, at);
      if (before !== arm || this.#crossings.has(index))
        this.#crossings.add(index, { unit, arm, at, first: { arm: before, at: first } });
    }
  }

  #arm(name: string): { index: number; rows: number } {
    const known = this.#arms.get(name);
    if (known !== undefined) return known;
    if (this.#arms.size >= mostArms)
      throw new UserError(
        `There are more than ${mostArms} arms, such as ${[...this.#arms.keys()].slice(0, 3).map(shown).join(', ')}: that is not an assignment.`,
        { help: 'Name the column that contains the arm with --arm.' },
      );
    const made = { index: this.#arms.size, rows: 0 };
    this.#arms.set(name, made);
    return made;
  }

  #metric(name: string): MetricSums {
    const known = this.#metrics.get(name);
    if (known !== undefined) return known;
    if (this.#metrics.size >= mostMetrics)
      throw new UserError(`There are more than ${mostMetrics} metrics in one file of outcomes.`, {
        help: 'Name the ones that count with --metric.',
      });
    const made = new MetricSums();
    this.#metrics.set(name, made);
    return made;
  }

  /** Where others have a time, a row without one belongs to no day, and the days cannot be judged. */
  #withoutTime(): Unreadable[] {
    const [file = ''] = this.#files;
    if (this.#timed === undefined || this.#untimed === 0) return [];
    return [{ file, rows: this.#untimed, reason: 'they have no time, which others have' }];
  }

  result(): CollectedOutcomes {
    const names = [...this.#arms.keys()].toSorted(compareText);
    const order = names.map((name) => this.#arms.get(name)?.index ?? -1);
    const armOf = (unit: number): number => order.indexOf(this.#armOf.at(unit) - 1);
    const units = names.map(() => 0);
    for (let unit = 0; unit < this.#units.size; unit++) {
      const arm = armOf(unit);
      units[arm] = (units[arm] ?? 0) + 1;
    }
    const timed = this.#untimed === 0 ? this.#timed : undefined;
    const seen = {
      units: this.#units.size,
      arms: names.length,
      armOf,
      firstAt: (unit: number) => this.#firstAt.at(unit),
    };
    const days = timed === true ? this.#calendar.days(order, seen) : [];
    return {
      files: this.#files,
      rows: this.#rows,
      arms: names.map((name, at) => ({
        name,
        units: units[at] ?? 0,
        rows: this.#arms.get(name)?.rows ?? 0,
      })),
      looks: timed === false ? this.#calendar.orderedLooks(seen) : looksOf(days, units),
      metrics: [...this.#metrics].map(([name, sums]) => ({
        name,
        aside: this.#aside.has(name),
        ...sums.result(names.length, this.#units.size, armOf),
      })),
      days,
      ...(timed === true && this.#calendar.newest !== undefined && { newest: this.#calendar.newest }),
      ordered: timed !== undefined,
      crossed: this.#crossings.result(),
      unreadable: [...this.#unreadable, ...this.#withoutTime()],
      columns: this.#columns,
    };
  }
}

/** Units up to the end of each day; all at once where no day is known. */
function looksOf(days: CollectedOutcomes['days'], units: readonly number[]): number[][] {
  return days.length === 0 ? [[...units]] : cumulative(days.map(({ newcomers }) => newcomers));
}
