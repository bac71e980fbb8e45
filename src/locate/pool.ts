/** From the results of many evaluations to one table: the same sample in the same column. */
import type { Sample, SideOutcomes } from '../regression/index.ts';
import type { Evaluated } from './merges.ts';
import type { Outcomes } from './model/outcomes.ts';

export interface Pool extends Outcomes {
  /** Ids of the samples, column by column. */
  readonly ids: readonly string[];
}

type Key = (sample: Sample) => string | undefined;

/** By id and content; where no ids are shared by the sample's own name, else by what the model was asked. */
const keys: readonly Key[] = [
  ({ id, hash, target }) => JSON.stringify([id, hash, target]),
  ({ example }) => example,
  ({ input }) => input,
];

/** Samples that at least two evaluations share; more is better, whatever the metric's direction. */
export function pooled(evaluations: readonly Evaluated<SideOutcomes>[]): Pool {
  const pools = keys.map((key) => () => poolBy(key, evaluations));
  return pools.reduce<Pool>((found, next) => (found.ids.length > 0 ? found : next()), {
    ids: [],
    values: [],
  });
}

function poolBy(key: Key, evaluations: readonly Evaluated<SideOutcomes>[]): Pool {
  const columns = columnsBy(key, evaluations);
  const samples = [...columns.values()];
  const values = evaluations.map(({ results }) => {
    const row = new Float64Array(columns.size).fill(NaN);
    const sign = results.higherIsBetter ? 1 : -1;
    for (const { sample, value } of results.samples) {
      const column = columns.get(key(sample) ?? '');
      if (column !== undefined) row[column.at] = sign * value;
    }
    return row;
  });
  return { ids: samples.map(({ id }) => id), values, ...clustersOf(samples.map(({ cluster }) => cluster)) };
}

interface Column {
  at: number;
  readonly id: string;
  readonly cluster: string | undefined;
}

function columnsBy(key: Key, evaluations: readonly Evaluated<SideOutcomes>[]): ReadonlyMap<string, Column> {
  const seen = new Map<string, Column & { times: number }>();
  for (const { results } of evaluations)
    for (const { sample } of results.samples) {
      const name = key(sample);
      if (name === undefined) continue;
      const known = seen.get(name);
      if (known === undefined) seen.set(name, { at: 0, id: sample.id, cluster: sample.cluster, times: 1 });
      else known.times++;
    }
  const shared = new Map([...seen].filter(([, { times }]) => times > 1));
  [...shared.values()].forEach((column, at) => (column.at = at));
  return shared;
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
