/** A sample's task, which is its own and neither its file's nor its commit's: harnesses number samples by the task in a file's name. */
import type { Evaluated, Measured, MeasuredSample } from '../index.ts';

/** Of a file that names no task. */
const unnamed = 'results';

/** Recorded under a name with a short SHA of this commit: `gsm8k` of `gsm8k_4f1c22d0`. */
export function withoutShaOf<T extends Measured>(sha: string, outcomes: T): T {
  return renamed(outcomes, (task) => {
    const plain = task
      .split(/(?=[_.-])/)
      .filter((part) => !isShort(part.replace(/^[_.-]/, ''), sha))
      .join('');
    return plain === '' ? unnamed : plain;
  });
}

const fewestDigits = 7;

function isShort(part: string, sha: string): boolean {
  return part.length >= fewestDigits && sha.startsWith(part.toLowerCase());
}

/** The output of an evaluation names no task: it is that of the samples that were asked for, where all are of one. */
export function asAsked<T extends Measured>(ids: readonly string[], outcomes: T): T {
  const [task, another] = new Set(ids.map((id) => /^[^/]+(?=\/)/.exec(id)?.[0]));
  if (task === undefined || another !== undefined) return outcomes;
  return renamed(outcomes, (one) => (one === unnamed ? task : one));
}

/** Where files of some evaluations name no task, and all others are of one: it is that. */
export function underOneTask(evaluations: readonly Evaluated<Measured>[]): readonly Evaluated<Measured>[] {
  const tasks = new Set(
    evaluations.flatMap(({ results }) => results.samples.flatMap(({ sample }) => taskOf(sample) ?? [])),
  );
  if (!tasks.delete(unnamed) || tasks.size !== 1) return evaluations;
  const [only = unnamed] = tasks;
  return evaluations.map(({ at, results }) => ({
    at,
    results: renamed(results, (task) => (task === unnamed ? only : task)),
  }));
}

/** `undefined`: its id does not begin with it. */
function taskOf({ id, dataset }: MeasuredSample): string | undefined {
  return dataset !== undefined && id.startsWith(`${dataset}/`) ? dataset : undefined;
}

function renamed<T extends Measured>(outcomes: T, nameOf: (task: string) => string): T {
  const names = new Map<string, string>();
  const samples = outcomes.samples.map((one) => {
    const task = taskOf(one.sample);
    if (task === undefined) return one;
    const name = names.get(task) ?? nameOf(task);
    names.set(task, name);
    return name === task ? one : { ...one, sample: under(name, task, one.sample) };
  });
  const [of, as] = [[...names.keys()], [...names.values()]];
  const moved = (text: string): string => {
    const at = of.findIndex((task) => text === task || text.endsWith(` of ${task}`));
    return at < 0 ? text : `${text.slice(0, text.length - (of[at] ?? '').length)}${as[at] ?? ''}`;
  };
  const setup = new Map([...outcomes.setup].map(([key, value]) => [moved(key), moved(value)]));
  return { ...outcomes, samples, setup };
}

function under<T extends MeasuredSample>(name: string, task: string, sample: T): T {
  const { id, cluster } = sample;
  const moved = (text: string): string =>
    text.startsWith(`${task}/`) ? `${name}${text.slice(task.length)}` : text;
  return {
    ...sample,
    id: moved(id),
    dataset: name,
    ...(cluster !== undefined && { cluster: moved(cluster) }),
  };
}
