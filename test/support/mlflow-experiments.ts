/** MLflow's experiments on loopback, as far as opening a run asks them. What a real server answers is held against it in test/oracle/lineage. */
import type { Answer, Fields } from './mlflow-server.ts';

interface Pair {
  readonly key: string;
  readonly value: string;
}

interface Run {
  readonly id: string;
  readonly experiment: string;
  readonly name: string;
  status: string;
  tags: Pair[];
  readonly params: Map<string, string>;
}

export interface Experiments {
  readonly names: string[];
  readonly runs: Run[];
}

export function newExperiments(): Experiments {
  return { names: ['Default'], runs: [] };
}

/** `undefined` of a route that has nothing to do with experiments. */
export function answerRuns(route: string, fields: Fields, store: Experiments): Answer | undefined {
  const known = routes[route.replace('/api/2.0/mlflow/', '')];
  return known?.(fields, store);
}

function refused(status: number, error_code: string, message: string): Answer {
  return [status, { error_code, message }];
}

const routes: Readonly<Record<string, (fields: Fields, store: Experiments) => Answer>> = {
  'GET experiments/get-by-name': ({ experiment_name: name }, { names }) => {
    const id = names.indexOf(String(name));
    return id < 0
      ? refused(404, 'RESOURCE_DOES_NOT_EXIST', `Could not find experiment with name '${String(name)}'`)
      : [200, { experiment: { experiment_id: String(id), name } }];
  },
  'POST experiments/create': ({ name }, { names }) => {
    if (names.includes(String(name)))
      return refused(400, 'RESOURCE_ALREADY_EXISTS', `Experiment '${String(name)}' already exists.`);
    names.push(String(name));
    return [200, { experiment_id: String(names.length - 1) }];
  },
  'POST runs/search': ({ filter, experiment_ids: ids }, { runs }) => {
    const [, tag = '', value = ''] = /^tags\.`([^`]+)` = '([^']*)'$/.exec(String(filter)) ?? [];
    const isIn = (run: Run) => Array.isArray(ids) && ids.includes(run.experiment);
    const found = runs.filter(
      (run) => isIn(run) && run.tags.some((one) => one.key === tag && one.value === value),
    );
    return [200, found.length === 0 ? {} : { runs: found.map(shown) }];
  },
  'POST runs/create': ({ experiment_id: experiment, run_name: name, tags }, { runs }) => {
    const id = String(runs.length + 1).padStart(32, '0');
    const run = {
      id,
      experiment: String(experiment),
      name: String(name),
      status: 'RUNNING',
      tags: [...(tags as Pair[])],
      params: new Map(),
    };
    runs.push(run);
    return [200, { run: shown(run) }];
  },
  'POST runs/log-batch': ({ run_id: id, params }, { runs }) => {
    const run = runs.find((each) => each.id === id);
    if (run === undefined) return refused(404, 'RESOURCE_DOES_NOT_EXIST', 'no such run');
    const list = params as Pair[];
    if (list.length > 100) return refused(400, 'INVALID_PARAMETER_VALUE', 'at most 100 parameters');
    for (const { key, value } of list) {
      if (!/^[/\w.\- :]*$/.test(key)) return refused(400, 'INVALID_PARAMETER_VALUE', `Invalid name: ${key}`);
      if ((run.params.get(key) ?? value) !== value)
        return refused(400, 'INVALID_PARAMETER_VALUE', 'Changing param values is not allowed');
      run.params.set(key, value);
    }
    return [200, {}];
  },
  'POST runs/update': ({ run_id: id, status }, { runs }) => {
    const run = runs.find((each) => each.id === id);
    if (run !== undefined) run.status = String(status);
    return [200, { run_info: run === undefined ? {} : shown(run).info }];
  },
  'POST runs/set-tag': ({ run_id: id, key, value }, { runs }) => {
    const run = runs.find((each) => each.id === id);
    if (run !== undefined)
      run.tags = [...run.tags.filter((one) => one.key !== key), { key: String(key), value: String(value) }];
    return [200, {}];
  },
};

function shown({ id, experiment, name, status, tags, params }: Run) {
  return {
    info: { run_id: id, experiment_id: experiment, run_name: name, status },
    data: { tags, params: Array.from(params, ([key, value]) => ({ key, value })) },
  };
}
