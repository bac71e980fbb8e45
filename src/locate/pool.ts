/** From the results of many evaluations to one table: the same sample in the same column. */
import type { Evaluated, Measured, MeasuredSample } from './merges.ts';
import type { Outcomes } from './model/outcomes.ts';

export interface Pool extends Outcomes {
  /** Ids of the samples, column by column. */
  readonly ids: readonly string[];
}

/** By what samples of different evaluations are one. */
interface Key {
  /** `undefined`: this sample is like no other. */
  name(sample: MeasuredSample): string | undefined;
  /** What must be equal beside the name. */
  content(sample: MeasuredSample): Pick<MeasuredSample, 'hash' | 'target'>;
}

/** By id and content; where no ids are shared by the sample's own name, else by what the model was asked. */
const keys: readonly Key[] = [
  { name: ({ id }) => id, content: (sample) => sample },
  { name: ({ example }) => example, content: () => ({}) },
  { name: ({ input }) => input, content: () => ({}) },
];

/** Samples that at least two evaluations share; more is better, whatever the metric's direction. */
export function pooled(evaluations: readonly Evaluated<Measured>[]): Pool {
  const pools = keys.map((key) => () => poolBy(key, evaluations));
  return pools.reduce<Pool>((found, next) => (found.ids.length > 0 ? found : next()), {
    ids: [],
    values: [],
  });
}

function poolBy(key: Key, evaluations: readonly Evaluated<Measured>[]): Pool {
  const columns = new Columns(key);
  const rows = evaluations.map(({ results }) => results.samples.map(({ sample }) => columns.of(sample)));
  const shared = columns.shared();
  const values = evaluations.map(({ results }, index) => {
    const row = new Float64Array(shared.length).fill(NaN);
    const sign = results.higherIsBetter ? 1 : -1;
    for (const [number, { value }] of results.samples.entries()) {
      const at = rows[index]?.[number]?.at;
      if (at !== undefined) row[at] = sign * value;
    }
    return row;
  });
  const samples = shared.map(({ sample }) => sample);
  return { ids: samples.map(({ id }) => id), values, ...clustersOf(samples.map(({ cluster }) => cluster)) };
}

interface Column {
  /** Absent where one evaluation alone has it. */
  at?: number;
  times: number;
  /** The first of them. */
  readonly sample: MeasuredSample;
}

class Columns {
  readonly #key: Key;
  readonly #all = new Map<string, Column>();
  /** The last column of each name: mostly it is this one again, and nothing needs to be written out to see it. */
  readonly #last = new Map<string, Column>();

  constructor(key: Key) {
    this.#key = key;
  }

  of(sample: MeasuredSample): Column | undefined {
    const name = this.#key.name(sample);
    if (name === undefined) return undefined;
    const last = this.#last.get(name);
    const column = last !== undefined && this.#isSame(last.sample, sample) ? last : this.#find(name, sample);
    column.times++;
    return column;
  }

  /** In the order in which they were first seen, and numbered so. */
  shared(): readonly Column[] {
    const shared = [...this.#all.values()].filter(({ times }) => times > 1);
    shared.forEach((column, at) => (column.at = at));
    return shared;
  }

  #isSame(one: MeasuredSample, other: MeasuredSample): boolean {
    const [a, b] = [this.#key.content(one), this.#key.content(other)];
    return a.hash === b.hash && a.target === b.target;
  }

  #find(name: string, sample: MeasuredSample): Column {
    const { hash, target } = this.#key.content(sample);
    const written = JSON.stringify([name, hash, target]);
    const column = this.#all.get(written) ?? { times: 0, sample };
    this.#all.set(written, column);
    this.#last.set(name, column);
    return column;
  }
}

function clustersOf(names: readonly (string | undefined)[]): { clusters?: Int32Array } {
  if (names.every((name) => name === undefined)) return {};
  const numbers = new Map<string, number>();
  const clusters = Int32Array.from(names, (name, at) => {
    const own = name === undefined ? `sample ${at}` : `cluster ${name}`;
    const number = numbers.get(own) ?? numbers.size;
    numbers.set(own, number);
    return number;
  });
  return { clusters };
}
