/** Keeps the datasets of one evaluation apart whose ids start again in each. */
import { whole } from './like.ts';
import type { Aggregate, Sample } from './sample.ts';

export interface Apart {
  readonly samples: ReadonlyMap<string, Sample>;
  /** Samples that really are there twice. */
  readonly duplicates: readonly Sample[];
}

/**
 * `collided`: samples whose id another one of `samples` has. Where the two are of different datasets, by what their files say or by the
 * names of the files, all samples of these datasets get its name before their id; whoever has only one dataset keeps plain ids.
 */
export function keepApart(samples: ReadonlyMap<string, Sample>, collided: readonly Sample[]): Apart {
  if (collided.length === 0) return { samples, duplicates: [] };
  const column = columnOf(samples, collided);
  const named = datasetNames([...samples.values(), ...collided], column);
  const several = new Set<string>();
  const duplicates: Sample[] = [];
  const apart: Sample[] = [];
  for (const sample of collided) {
    const other = samples.get(sample.id);
    const names = [other ?? sample, sample].map(named);
    if (other === undefined || names[0] === names[1] || !startsAgain(other, sample, column))
      duplicates.push(sample);
    else {
      for (const name of names) several.add(name);
      apart.push(sample);
    }
  }
  if (several.size === 0) return { samples, duplicates };
  const kept = new Map<string, Sample>();
  for (const sample of [...samples.values(), ...apart]) {
    const name = named(sample);
    const own = several.has(name) ? within(name, sample) : sample;
    if (kept.has(own.id)) duplicates.push(sample);
    else kept.set(own.id, own);
  }
  return { samples: kept, duplicates };
}

/** Ids that count, or contents that differ: overlapping shards have neither. */
function startsAgain(a: Sample, b: Sample, column: string | undefined): boolean {
  if (a.dataset !== undefined && b.dataset !== undefined) return true;
  if (column !== undefined && areOfDifferent(column, a, b)) return true;
  if (a.file === b.file) return false;
  return isCount(a.id) || differs(a, b);
}

/** `17`, `test 17/prompt 0`: a position. */
function isCount(id: string): boolean {
  return /^\d+(?:\/.*)?$|^test \d+\//.test(id);
}

function differs(a: Sample, b: Sample): boolean {
  return (['hash', 'input', 'target'] as const).some(
    (name) => a[name] !== undefined && b[name] !== undefined && String(a[name]) !== String(b[name]),
  );
}

function within(name: string, sample: Sample): Sample {
  const { id, cluster, slices } = sample;
  const isNamed = slices.some((slice) => slice.endsWith(`=${name}`));
  return {
    ...whole(sample),
    id: `${name}/${id}`,
    dataset: name,
    ...(cluster !== undefined && { cluster: `${name}/${cluster}` }),
    slices: isNamed ? slices : [...slices, `dataset=${name}`],
  };
}

/** Columns that tell datasets apart within one file, the likeliest first. */
const setColumns = ['dataset', 'task', 'subject', 'category', 'split', 'language', 'lang'];

/** The column in which all samples that share an id within a file differ. */
function columnOf(samples: ReadonlyMap<string, Sample>, collided: readonly Sample[]): string | undefined {
  const pairs = collided.flatMap((sample) => {
    const other = samples.get(sample.id);
    return other === undefined || other.file !== sample.file || other.dataset !== undefined
      ? []
      : [[other, sample] as const];
  });
  return pairs.length === 0
    ? undefined
    : setColumns.find((column) => pairs.every(([a, b]) => areOfDifferent(column, a, b)));
}

function areOfDifferent(column: string, a: Sample, b: Sample): boolean {
  const [one, other] = [valueIn(column, a), valueIn(column, b)];
  return one !== undefined && other !== undefined && one !== other;
}

function valueIn(column: string, { slices }: Sample): string | undefined {
  return slices.find((slice) => slice.startsWith(`${column}=`))?.slice(column.length + 1);
}

/** Whether two samples of one id are of two datasets, by any column that says so: they are not two answers to one question. */
export function areOfTwoSets(a: Sample, b: Sample): boolean {
  return setColumns.some((column) => areOfDifferent(column, a, b));
}

/** The dataset that a sample's file states, in a column perhaps, else what only its file's name says. */
function datasetNames(samples: readonly Sample[], column: string | undefined): (sample: Sample) => string {
  const files = [...new Set(samples.filter(({ dataset }) => dataset === undefined).map(({ file }) => file))];
  const names = namesOf(files);
  return (sample) =>
    sample.dataset ??
    (column === undefined ? undefined : valueIn(column, sample)) ??
    names.get(sample.file) ??
    sample.file;
}

/**
 * `more`: totals of a name that another file has. They are those of several datasets where the names of the files say so, and get their
 * names before their own; else the same total twice is one, and another value is a conflict.
 */
export function totalsApart(
  first: ReadonlyMap<string, Aggregate>,
  more: readonly Aggregate[],
): { totals: ReadonlyMap<string, Aggregate>; conflicts: readonly (readonly [Aggregate, Aggregate])[] } {
  if (more.length === 0) return { totals: first, conflicts: [] };
  const all = [...first.values(), ...more];
  const names = namesOf([...new Set(all.map(({ file }) => file))]);
  const isNamed = new Set(names.values()).size === names.size && ![...names.values()].includes('');
  const shared = new Set(more.map(({ name }) => name));
  const totals = new Map<string, Aggregate>();
  const conflicts: (readonly [Aggregate, Aggregate])[] = [];
  for (const total of all) {
    const set = isNamed && shared.has(total.name) ? names.get(total.file) : undefined;
    const name = set === undefined || set === '' ? total.name : `${set}/${total.name}`;
    const before = totals.get(name);
    if (before !== undefined && before.value !== total.value) conflicts.push([before, total]);
    else totals.set(name, { ...total, name });
  }
  return { totals, conflicts };
}

/** `Own_MMBench_result.csv` and `Own_MMStar_result.csv` are MMBench and MMStar: the words that not all of the names have, without numbers. */
export function namesOf(files: readonly string[]): ReadonlyMap<string, string> {
  const words = files.map((file) =>
    file
      .replace(/\.\w{1,10}$/, '')
      .split(/[/\\_.\s-]+/)
      .filter(isWord),
  );
  const shared = (word: string): boolean => words.every((all) => all.includes(word));
  return new Map(
    files.map((file, at) => [file, (words[at] ?? []).filter((word) => !shared(word)).join('_')] as const),
  );
}

/** Numbers, times and the counters of shards name no dataset. */
function isWord(word: string): boolean {
  return !/^(?:[\dTZ]*|(?:shards?|parts?|ranks?|chunks?|splits?|workers?|gpu|node|proc|job|run|round|batch|of|p|r)\d*)$/i.test(
    word,
  );
}
