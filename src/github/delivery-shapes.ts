/** Pull requests, runs and jobs of the API, narrowed: figures are made of their times, so what is none is never taken for one. */
import type { ClosedPull, ListedWorkflowRun, WorkflowJob } from '../ports/delivery.ts';
import { objectOf, textOf, type JsonObject } from './client/shape.ts';
import { ghost } from './pulls.ts';

/** `undefined` for anything else than a pull request. */
export function pullOf(value: unknown): ClosedPull | undefined {
  const pull = objectOf(value) ?? {};
  const [number, createdAt, updatedAt] = [
    numberOf(pull['number']),
    timeOf(pull['created_at']),
    timeOf(pull['updated_at']),
  ];
  if (number === undefined || createdAt === undefined || updatedAt === undefined) return undefined;
  const [mergedAt, mergeCommit] = [timeOf(pull['merged_at']), textOf(pull['merge_commit_sha'])];
  const author = textOf(objectOf(pull['user'])?.['login']) ?? ghost;
  return {
    number,
    author,
    createdAt,
    updatedAt,
    ...(mergedAt !== undefined && { mergedAt }),
    ...(mergeCommit !== undefined && { mergeCommit }),
  };
}

/** `undefined` for anything else than a run. */
export function runOf(value: unknown): ListedWorkflowRun | undefined {
  const run = objectOf(value) ?? {};
  const [id, sha, createdAt, updatedAt] = [
    numberOf(run['id']),
    textOf(run['head_sha']),
    timeOf(run['created_at']),
    timeOf(run['updated_at']),
  ];
  if (id === undefined || sha === undefined || createdAt === undefined || updatedAt === undefined)
    return undefined;
  const conclusion = run['status'] === 'completed' ? textOf(run['conclusion']) : undefined;
  const workflow = textOf(run['name']) ?? '';
  const attempt = numberOf(run['run_attempt']) ?? 1;
  return {
    id,
    sha,
    workflow,
    createdAt,
    updatedAt,
    attempt,
    ...(conclusion !== undefined && { conclusion }),
  };
}

/** `undefined` for a job that never began; steps that did not run are left out. */
export function jobOf(value: unknown): WorkflowJob | undefined {
  const job = objectOf(value) ?? {};
  const [name, createdAt, startedAt] = [
    textOf(job['name']),
    timeOf(job['created_at']),
    timeOf(job['started_at']),
  ];
  if (name === undefined || createdAt === undefined || startedAt === undefined) return undefined;
  const completedAt = timeOf(job['completed_at']);
  return {
    name,
    createdAt,
    startedAt,
    ...(completedAt !== undefined && { completedAt }),
    steps: Array.isArray(job['steps']) ? job['steps'].flatMap((step) => stepOf(objectOf(step) ?? {})) : [],
  };
}

function stepOf(step: JsonObject): WorkflowJob['steps'][number][] {
  const [name, startedAt, completedAt] = [
    textOf(step['name']),
    timeOf(step['started_at']),
    timeOf(step['completed_at']),
  ];
  if (name === undefined || startedAt === undefined || completedAt === undefined) return [];
  return [{ name, startedAt, completedAt }];
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function timeOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text))
    ? text
    : undefined;
}
