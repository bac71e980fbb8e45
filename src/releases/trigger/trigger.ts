/** What a pipeline elsewhere is sent about the commit, and what its answer means. */

export interface PipelineRequest {
  readonly schema: 1;
  /** What is to run: `train`, `emergency-deploy`, a team's own word. */
  readonly pipeline: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly version: string;
  readonly git_ref: string;
  readonly sha: string;
  readonly author: string;
  readonly pr_number: number | null;
  /** `sha256:…` over the config files of the commit; `null` where it has none. */
  readonly config_digest: string | null;
  readonly dependency_digest: string | null;
  /** The same for the same commit, pipeline and target: a receiver that knows it starts nothing again. */
  readonly idempotency_key: string;
  /** What the workflow adds of its own. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/**
 * `started`: a run or job was seen, of now or of before; `sent`: nothing was seen, so that it may run or not; `refused`: nothing runs.
 */
export type StartState = 'started' | 'sent' | 'refused';

/** All of a request but its key, which is made from it. */
export type PipelineCall = Omit<PipelineRequest, 'idempotency_key'>;

/**
 * The text whose SHA-256 is the idempotency key: what is started where, for which commit. A re-run has the same; the author and
 * the number of the pull request tell nothing new of it. `inputs` are the receiver's own.
 */
export function identityOf(
  call: PipelineCall,
  target: string,
  inputs: Readonly<Record<string, unknown>> = {},
): string {
  const { schema, pipeline, repository, version, git_ref, sha, config_digest, dependency_digest, extra } =
    call;
  return JSON.stringify([
    schema,
    target,
    pipeline,
    repository,
    version,
    git_ref,
    sha,
    config_digest,
    dependency_digest,
    sorted(extra ?? null),
    ...(Object.keys(inputs).length === 0 ? [] : [sorted(inputs)]),
  ]);
}

/** Names that a request has of its own, which no input of the receiver may have. */
export const requestNames: readonly string[] = [
  'request',
  'pipeline',
  'repository',
  'version',
  'git_ref',
  'sha',
  'author',
  'pr_number',
  'config_digest',
  'dependency_digest',
  'idempotency_key',
  'extra',
];

/** The request as inputs of a workflow: texts under the same names, and `extra` as JSON. */
export function asInputs({ extra, ...request }: PipelineRequest): Record<string, string> {
  const inputs = Object.entries(request)
    .filter(([name]) => name !== 'schema')
    .map(([name, value]): [string, string] => [name, String(value ?? '')]);
  return Object.fromEntries(extra === undefined ? inputs : [...inputs, ['extra', JSON.stringify(extra)]]);
}

const usualPlaces = ['job_id', 'jobId', 'run_id', 'runId', 'id', 'job.id', 'run.id', 'run.info.run_id'];

/** The job's id in a JSON answer: at `place` (`data.job.id`), else where platforms usually put it. */
export function jobIdOf(answer: unknown, place?: string): string | undefined {
  for (const one of place === undefined ? usualPlaces : [place]) {
    const found = at(answer, one.split('.'));
    if (typeof found === 'number' && Number.isFinite(found)) return String(found);
    if (typeof found === 'string' && /^\P{Cc}{1,500}$/u.test(found)) return found;
  }
  return undefined;
}

function at(value: unknown, keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys)
    found =
      typeof found === 'object' && found !== null && Object.hasOwn(found, key)
        ? Reflect.get(found, key)
        : undefined;
  return found;
}

/** The same value with the same text, whatever the order of its keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => [key, sorted(item)]);
}
