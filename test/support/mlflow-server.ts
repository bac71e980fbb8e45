/** MLflow's registry on loopback, as far as a registration asks it. What a real server answers is held against it in test/oracle/lineage. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { answerRuns, newExperiments } from './mlflow-experiments.ts';

export interface FakeMlflow {
  readonly url: string;
  /** `METHOD path`, in order. */
  readonly requests: string[];
  /** Values of the header Authorization. */
  readonly authorizations: (string | undefined)[];
  /** Answers the next request whose path ends so in this way; `carriedOut` does what it asks first. */
  failNext(fault: Fault): void;
}

export interface Fault {
  readonly path: string;
  readonly status: number;
  readonly body?: string;
  readonly carriedOut?: boolean;
}

interface Version {
  readonly name: string;
  readonly version: string;
  readonly source: string;
  readonly tags: { key: string; value: string }[];
}

interface Model {
  readonly versions: Version[];
  readonly aliases: Map<string, string>;
}

export type Fields = Readonly<Record<string, unknown>>;
export type Answer = readonly [status: number, body: unknown];

export async function startMlflow(): Promise<FakeMlflow> {
  const models = new Map<string, Model>();
  const experiments = newExperiments();
  const faults: Fault[] = [];
  const requests: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      requests.push(`${request.method} ${url.pathname.replace('/api/2.0/mlflow/', '')}`);
      authorizations.push(request.headers.authorization);
      const fields = request.method === 'GET' ? Object.fromEntries(url.searchParams) : fieldsOf(body);
      const fault = faults.findIndex(({ path }) => url.pathname.endsWith(path));
      const [failing] = fault < 0 ? [] : faults.splice(fault, 1);
      const route = `${request.method} ${url.pathname}`;
      const carry = () => answerRuns(route, fields, experiments) ?? answer(route, fields, models);
      if (failing === undefined) return reply(response, ...carry());
      if (failing.carriedOut === true) carry();
      return reply(response, failing.status, failing.body ?? '');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    authorizations,
    failNext: (one) => faults.push(one),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function fieldsOf(body: string): Fields {
  return JSON.parse(body) as Fields;
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

function refused(status: number, error_code: string, message: string): Answer {
  return [status, { error_code, message }];
}

const base = '/api/2.0/mlflow';
const missing = (name: string) =>
  refused(404, 'RESOURCE_DOES_NOT_EXIST', `Registered Model with name=${name} not found`);

function answer(route: string, fields: Fields, models: Map<string, Model>): Answer {
  const name = String(fields['name']);
  const model = models.get(name);
  if (route === `POST ${base}/registered-models/create`) {
    if (/[/:]/.test(name)) return refused(400, 'INVALID_PARAMETER_VALUE', 'Invalid model name');
    if (model !== undefined)
      return refused(400, 'RESOURCE_ALREADY_EXISTS', `Registered Model (name=${name}) already exists.`);
    models.set(name, { versions: [], aliases: new Map() });
    return [200, { registered_model: { name } }];
  }
  if (route === `GET ${base}/model-versions/search`) return [200, search(String(fields['filter']), models)];
  if (model === undefined) return missing(name);
  const known: Readonly<Record<string, (fields: Fields, model: Model) => Answer>> = {
    [`GET ${base}/registered-models/get`]: () => [200, { registered_model: shown(name, model) }],
    [`GET ${base}/registered-models/alias`]: ({ alias }) => {
      const version = model.versions.find((one) => one.version === model.aliases.get(String(alias)));
      return version === undefined ? missing(name) : [200, { model_version: version }];
    },
    [`POST ${base}/model-versions/create`]: create,
    [`POST ${base}/model-versions/set-tag`]: setTag,
    [`POST ${base}/registered-models/alias`]: ({ alias, version }) => {
      if (/^(?:v\d+|latest)$/i.test(String(alias)))
        return refused(400, 'INVALID_PARAMETER_VALUE', 'reserved');
      model.aliases.set(String(alias), String(version));
      return [200, {}];
    },
  };
  return known[route]?.(fields, model) ?? [404, '<!doctype html><title>404 Not Found</title>'];
}

function shown(name: string, { versions, aliases }: Model): object {
  return {
    name,
    latest_versions: versions.slice(-1),
    aliases: [...aliases].map(([alias, version]) => ({ alias, version })),
  };
}

function create({ name, source, tags }: Fields, { versions }: Model): Answer {
  if (!/^(?!https?:|file:)[a-z][a-z0-9+.-]*:\/\/[^/]/.test(String(source)))
    return refused(400, 'INVALID_PARAMETER_VALUE', `Invalid model version source: '${String(source)}'.`);
  const version: Version = {
    name: String(name),
    version: String(versions.length + 1),
    source: String(source),
    tags: tags as Version['tags'],
  };
  versions.push(version);
  return [200, { model_version: version }];
}

function setTag({ version, key, value }: Fields, { versions }: Model): Answer {
  const found = versions.find((one) => one.version === version);
  if (found === undefined) return missing(String(version));
  const rest = found.tags.filter((tag) => tag.key !== key);
  found.tags.splice(0, Infinity, ...rest, { key: String(key), value: String(value) });
  return [200, {}];
}

/** As a real server answers: no list at all where nothing is found. */
function search(filter: string, models: ReadonlyMap<string, Model>): object {
  const [, name = '', tag = '', value = ''] = /^name='([^']*)' and tags\.(\w+)='([^']*)'$/.exec(filter) ?? [];
  const found = (models.get(name)?.versions ?? []).filter(({ tags }) =>
    tags.some((one) => one.key === tag && one.value === value),
  );
  return found.length === 0 ? {} : { model_versions: found };
}
