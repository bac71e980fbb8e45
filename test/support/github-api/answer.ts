import type { IncomingHttpHeaders } from 'node:http';
import { complete } from './complete.ts';
import {
  isObject,
  match,
  requestProblems,
  responseProblems,
  type Match,
  type Operation,
  type Schema,
} from './contract.ts';
import type { GitStore } from './git-store.ts';
import { answerGraphql } from './graphql.ts';
import { failure, notFound, type Call, type Needs, type Reply, type Route, type Routes } from './route.ts';
import { commitRoutes } from './routes/commits.ts';
import { conversationRoutes } from './routes/conversation.ts';
import { gitRoutes } from './routes/git.ts';
import { deploymentRoutes } from './routes/deployments.ts';
import { otherRoutes } from './routes/others.ts';
import { pullRoutes } from './routes/pulls.ts';
import { releaseRoutes } from './routes/releases.ts';
import { reviewRoutes } from './routes/reviews.ts';
import type { State } from './state.ts';

export interface RecordedRequest {
  readonly method: string;
  /** With the base path. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Of the answer; 0 when the connection was broken. */
  readonly status: number;
}

export interface Server {
  readonly state: State;
  readonly git: GitStore;
  readonly token: string;
  readonly basePath: string;
  readonly requests: RecordedRequest[];
  readonly violations: string[];
  readonly nextId: () => number;
}

interface RawRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface RawReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

const routes: Routes = {
  ...commitRoutes,
  ...conversationRoutes,
  ...gitRoutes,
  ...otherRoutes,
  ...deploymentRoutes,
  ...pullRoutes,
  ...releaseRoutes,
  ...reviewRoutes,
};

/** Checks a request, carries it out, checks the answer; what is wrong with either is recorded. */
export async function answer(server: Server, request: RawRequest): Promise<RawReply> {
  const { method, url } = request;
  const body = parsed(request.text);
  if (method === 'POST' && /^\/(?:api\/)?graphql$/.test(url.pathname))
    return answerQuery(server, request, body);
  const found = url.pathname.startsWith(server.basePath)
    ? match(method, url.pathname.slice(server.basePath.length))
    : undefined;
  const note = (problems: readonly string[]): void => {
    server.violations.push(...problems.map((problem) => `${method} ${url.pathname}: ${problem}`));
  };
  if (found === undefined) note(['no operation of GitHub in use here']);
  else note(requestProblems(found, url.searchParams, body));
  const reply = found === undefined ? notFound : await carryOut(server, request, found, body);
  const { value, headers } = shape(reply, url, found?.operation, note);
  if (found !== undefined) note(responseProblems(found.operation, reply.status, value));
  server.requests.push({
    method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    body,
    status: reply.status,
  });
  return { status: reply.status, headers, text: value === undefined ? '' : JSON.stringify(value) };
}

/** GraphQL has no description here: what it is asked is known query by query. */
async function answerQuery(
  { state, git, token, requests }: Server,
  { method, url, headers }: RawRequest,
  body: unknown,
): Promise<RawReply> {
  const known = headers.authorization?.split(' ')[1] === token;
  const status = known ? 200 : 401;
  requests.push({ method, path: url.pathname, query: {}, body, status });
  const value = known
    ? await answerGraphql(state, git, isObject(body) ? body : {})
    : { message: 'Bad credentials' };
  return { status, headers: {}, text: JSON.stringify(value) };
}

function parsed(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text);
}

async function carryOut(
  server: Server,
  request: RawRequest,
  { operation, params }: Match,
  body: unknown,
): Promise<Reply> {
  const { state, git, nextId } = server;
  const route = routes[operation.operationId];
  if (route === undefined) throw new Error(`${operation.operationId} is described but not served`);
  const refused = refusal(server, request, route, params);
  if (refused !== undefined) return refused;
  const time = (): string => new Date(state.now()).toISOString().replace(/\.\d+Z$/, 'Z');
  const call: Call = {
    state,
    git,
    params,
    query: request.url.searchParams,
    body: isObject(body) ? body : {},
    nextId,
    time,
  };
  return await route.handle(call);
}

function refusal(
  { state, token }: Server,
  { headers }: RawRequest,
  route: Route,
  params: Readonly<Record<string, string>>,
): Reply | undefined {
  if (
    !/^(?:token|bearer) /i.test(headers.authorization ?? '') ||
    headers.authorization?.split(' ')[1] !== token
  )
    return failure(401, 'Bad credentials');
  if (params['owner'] !== undefined && `${params['owner']}/${params['repo'] ?? ''}` !== state.repository)
    return notFound;
  const needs = typeof route.needs === 'function' ? route.needs({ state, params }) : route.needs;
  if (needs === undefined || allowed(state, needs)) return undefined;
  return needs[0] === 'members' ? notFound : failure(403, 'Resource not accessible by integration');
}

function allowed({ tokenPermissions }: State, [scope, access]: Needs): boolean {
  const has = tokenPermissions[scope];
  return has === 'write' || has === access;
}

/** Cuts out the page that was asked for, and adds what GitHub's shape requires. */
function shape(
  reply: Reply,
  url: URL,
  operation: Operation | undefined,
  note: (problems: readonly string[]) => void,
): { value: unknown; headers: Readonly<Record<string, string>> } {
  const page = reply.items === undefined ? undefined : pageOf(reply.items, url, operation);
  const body = page === undefined ? reply.body : (reply.within?.(page.items) ?? page.items);
  const schema: Schema = (reply.status < 400 ? operation?.responses[reply.status] : undefined) ?? {};
  const headers = page?.link === undefined ? {} : { link: page.link };
  try {
    return { value: body === undefined ? undefined : complete(body, schema), headers };
  } catch (error) {
    note([String(error)]);
    return { value: body, headers };
  }
}

function pageOf(
  items: readonly unknown[],
  url: URL,
  operation: Operation | undefined,
): { items: readonly unknown[]; link?: string } {
  const takes = (name: string): boolean =>
    operation?.parameters.some((parameter) => parameter.name === name) ?? false;
  if (!takes('per_page')) return { items };
  const size = Math.min(Number(url.searchParams.get('per_page') ?? 30), 100);
  const [cursor, first] = takes('page')
    ? ['page', (Number(url.searchParams.get('page') ?? 1) - 1) * size]
    : ['after', Number(url.searchParams.get('after') ?? 0)];
  const end = first + size;
  if (end >= items.length) return { items: items.slice(first) };
  const next = new URL(url);
  next.searchParams.set(cursor, String(cursor === 'page' ? end / size + 1 : end));
  return { items: items.slice(first, end), link: `<${next.href}>; rel="next"` };
}
