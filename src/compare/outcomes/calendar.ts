import type { Day } from './collected.ts';
import { dayMs } from './moments.ts';

/** What is known of units once all outcomes were read. */
export interface SeenUnits {
  readonly units: number;
  readonly arms: number;
  armOf(unit: number): number;
  /** When its first outcome was seen. */
  firstAt(unit: number): number;
}

/** Looks at outcomes that have an order and no calendar. */
const orderedLooks = 30;

/** Outcomes by day (UTC) and arm. */
export class Calendar {
  readonly #rows = new Map<number, number[]>();
  #newest: number | undefined;

  get newest(): number | undefined {
    return this.#newest;
  }

  /** `arm` in the order in which arms were first seen. */
  add(at: number, arm: number): void {
    const day = Math.floor(at / dayMs);
    let rows = this.#rows.get(day);
    if (rows === undefined) this.#rows.set(day, (rows = []));
    rows[arm] = (rows[arm] ?? 0) + 1;
    if (this.#newest === undefined || at > this.#newest) this.#newest = at;
  }

  /** Days with outcomes, the oldest first; `order`: of the arms in the result, by their number here. */
  days(order: readonly number[], seen: SeenUnits): Day[] {
    const numbers = [...this.#rows.keys()].toSorted((a, b) => a - b);
    const place = new Map(numbers.map((day, at) => [day, at]));
    const newcomers = numbers.map(() => order.map(() => 0));
    for (let unit = 0; unit < seen.units; unit++) {
      const day = newcomers[place.get(Math.floor(seen.firstAt(unit) / dayMs)) ?? -1];
      if (day !== undefined) day[seen.armOf(unit)] = (day[seen.armOf(unit)] ?? 0) + 1;
    }
    return numbers.map((day, at) => ({
      day: new Date(day * dayMs).toISOString().slice(0, 10),
      rows: order.map((arm) => this.#rows.get(day)?.[arm] ?? 0),
      newcomers: newcomers[at] ?? [],
    }));
  }

  /** Units of each arm at equal steps of an order that is not a calendar. */
  orderedLooks(seen: SeenUnits): number[][] {
    const { units, arms, firstAt, armOf } = seen;
    let [low, high] = [Infinity, -Infinity];
    for (let unit = 0; unit < units; unit++) {
      low = Math.min(low, firstAt(unit));
      high = Math.max(high, firstAt(unit));
    }
    const step = (high - low) / orderedLooks || 1;
    const looks = Array.from({ length: orderedLooks }, () => Array.from({ length: arms }, () => 0));
    for (let unit = 0; unit < units; unit++) {
      const look = looks[Math.min(orderedLooks - 1, Math.floor((firstAt(unit) - low) / step))];
      if (look !== undefined) look[armOf(unit)] = (look[armOf(unit)] ?? 0) + 1;
    }
    return cumulative(looks);
  }
}

/** Of counts at each step those up to it. */
export function cumulative(steps: readonly (readonly number[])[]): number[][] {
  const sofar: number[] = [];
  return steps.map((step) => step.map((n, at) => (sofar[at] = (sofar[at] ?? 0) + n)));
}
