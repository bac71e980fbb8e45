/** The calls of MLflow's REST API 2.0 that register a version of a model, and what its answers say: data only, nothing is sent. */
import { isRecord } from '../../kernel/record.ts';
import { keyTag, type MlflowRegistration } from './mlflow.ts';

/** A call of the REST API: `path` below `/api/2.0/mlflow/`, and its fields, in the query of a GET and the body of a POST. */
export interface MlflowCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export function getModel(name: string): MlflowCall {
  return { method: 'GET', path: 'registered-models/get', fields: { name } };
}

export function createModel(name: string): MlflowCall {
  return { method: 'POST', path: 'registered-models/create', fields: { name } };
}

/** Neither a name that was checked nor a key can end the quotes. */
export function findVersions({ model, key }: MlflowRegistration): MlflowCall {
  const filter = `name='${model}' and tags.${keyTag}='${key}'`;
  return { method: 'GET', path: 'model-versions/search', fields: { filter, max_results: '100' } };
}

export function createVersion({ model, source, tags }: MlflowRegistration): MlflowCall {
  const list = Object.entries(tags).map(([key, value]) => ({ key, value }));
  return { method: 'POST', path: 'model-versions/create', fields: { name: model, source, tags: list } };
}

export function setTag(name: string, version: string, key: string, value: string): MlflowCall {
  return { method: 'POST', path: 'model-versions/set-tag', fields: { name, version, key, value } };
}

export function setAlias(name: string, version: string, alias: string): MlflowCall {
  return { method: 'POST', path: 'registered-models/alias', fields: { name, alias, version } };
}

/** A version that the registry has. */
export interface MlflowVersion {
  readonly version: string;
  readonly tags: ReadonlyMap<string, string>;
}

/** The versions in an answer to `findVersions`, the oldest first; `undefined` for an answer that is none. */
export function versionsIn(answer: unknown): readonly MlflowVersion[] | undefined {
  if (!isRecord(answer)) return undefined;
  const listed: unknown = answer['model_versions'] ?? [];
  if (!Array.isArray(listed)) return undefined;
  return listed
    .flatMap((one: unknown) => versionIn(one) ?? [])
    .toSorted((a, b) => Number(a.version) - Number(b.version));
}

/** The version in an answer to `createVersion`. */
export function versionCreated(answer: unknown): MlflowVersion | undefined {
  return isRecord(answer) ? versionIn(answer['model_version']) : undefined;
}

function versionIn(value: unknown): MlflowVersion | undefined {
  if (!isRecord(value)) return undefined;
  const version = value['version'];
  if (typeof version !== 'string' && typeof version !== 'number') return undefined;
  const listed: unknown = value['tags'];
  const tags = (Array.isArray(listed) ? listed : []).filter(isRecord);
  return {
    version: String(version),
    tags: new Map(tags.map(({ key, value: text }) => [String(key), String(text)])),
  };
}
