/** Keeps the datasets of one evaluation apart whose ids start again in each. */
import type { Sample } from './sample.ts';

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
  const named = datasetNames([...samples.values(), ...collided]);
  const several = new Set<string>();
  const duplicates: Sample[] = [];
  const apart: Sample[] = [];
  for (const sample of collided) {
    const other = samples.get(sample.id);
    const names = [other ?? sample, sample].map(named);
    if (other === undefined || names[0] === names[1] || !startsAgain(other, sample)) duplicates.push(sample);
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
function startsAgain(a: Sample, b: Sample): boolean {
  if (a.dataset !== undefined && b.dataset !== undefined) return true;
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
    ...sample,
    id: `${name}/${id}`,
    dataset: name,
    ...(cluster !== undefined && { cluster: `${name}/${cluster}` }),
    slices: isNamed ? slices : [...slices, `dataset=${name}`],
  };
}

/** The dataset that a sample's file states, else what only its file's name says. */
function datasetNames(samples: readonly Sample[]): (sample: Sample) => string {
  const files = [...new Set(samples.filter(({ dataset }) => dataset === undefined).map(({ file }) => file))];
  const names = namesOf(files);
  return ({ dataset, file }) => dataset ?? names.get(file) ?? file;
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
