/** The calls of MLflow's REST API 2.0 that open a run of an experiment, and what its answers say: data only, nothing is sent. */
import { isRecord } from '../../kernel/record.ts';
import type { MlflowCall } from './mlflow-calls.ts';

/** A run to be: what will be trained, and which change asks for it. */
export interface ExperimentRun {
  /** Name of the experiment. */
  readonly experiment: string;
  readonly name: string;
  /** SHA-256 of what makes it this run: a second push with the same values finds the first one's by it. */
  readonly key: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly tags: Readonly<Record<string, string>>;
}

/** The tag that contains the key. */
const runKeyTag = 'model_gates.key';
/** What MLflow takes: characters of a name and of a value, and entries of one call. */
const most = { name: 250, value: 500, batch: 100, parameters: 2000 };

export function getExperiment(name: string): MlflowCall {
  return { method: 'GET', path: 'experiments/get-by-name', fields: { experiment_name: name } };
}

export function createExperiment(name: string): MlflowCall {
  return { method: 'POST', path: 'experiments/create', fields: { name } };
}

/** A key cannot end the quotes. */
export function findRuns(experiment: string, { key }: ExperimentRun): MlflowCall {
  const filter = `tags.\`${runKeyTag}\` = '${key}'`;
  return {
    method: 'POST',
    path: 'runs/search',
    fields: { experiment_ids: [experiment], filter, max_results: 1 },
  };
}

export function createRun(experiment: string, { name, key, tags }: ExperimentRun, now: number): MlflowCall {
  const all = { ...tags, [runKeyTag]: key };
  const list = Object.entries(all).map(([tag, value]) => ({ key: tag, value: value.slice(0, 5000) }));
  const fields = { experiment_id: experiment, start_time: now, run_name: name, tags: list };
  return { method: 'POST', path: 'runs/create', fields };
}

/** All parameters, as many in a call as MLflow takes; the same ones may be sent again. */
export function logParameters(run: string, { parameters }: ExperimentRun): MlflowCall[] {
  const list = [...parameters].slice(0, most.parameters).map(([name, value]) => ({
    key: name.replaceAll(/[^\w.\- :/]/g, '_').slice(0, most.name),
    value: value.length > most.value ? `${value.slice(0, most.value - 1)}…` : value,
  }));
  const distinct = [...new Map(list.map((one) => [one.key, one])).values()];
  const calls: MlflowCall[] = [];
  for (let at = 0; at < distinct.length; at += most.batch)
    calls.push({
      method: 'POST',
      path: 'runs/log-batch',
      fields: { run_id: run, params: distinct.slice(at, at + most.batch) },
    });
  return calls;
}

/** It is to be trained, and does not run yet. */
export function scheduleRun(run: string): MlflowCall {
  return { method: 'POST', path: 'runs/update', fields: { run_id: run, status: 'SCHEDULED' } };
}

export function tagRun(run: string, key: string, value: string): MlflowCall {
  return { method: 'POST', path: 'runs/set-tag', fields: { run_id: run, key, value } };
}

/** The id in an answer to `getExperiment` or `createExperiment`. */
export function experimentIn(answer: unknown): string | undefined {
  if (!isRecord(answer)) return undefined;
  const experiment = isRecord(answer['experiment']) ? answer['experiment'] : answer;
  const id = experiment['experiment_id'];
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

/** The id of the run in an answer to `createRun`. */
export function runCreated(answer: unknown): string | undefined {
  return isRecord(answer) ? runIn(answer['run']) : undefined;
}

/** The id of the run that an answer to `findRuns` has, or that it has none; `undefined` for an answer that is none. */
export function runFound(answer: unknown): { readonly id?: string } | undefined {
  if (!isRecord(answer)) return undefined;
  const listed: unknown = answer['runs'] ?? [];
  if (!Array.isArray(listed)) return undefined;
  const id = runIn(listed[0]);
  return id === undefined ? {} : { id };
}

function runIn(run: unknown): string | undefined {
  const info: unknown = isRecord(run) ? run['info'] : undefined;
  const id: unknown = isRecord(info) ? info['run_id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}
