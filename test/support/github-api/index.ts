/** GitHub's REST API on loopback: remembers what it is sent, and checks each request and answer against GitHub's description. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answer, type RecordedRequest, type Server } from './answer.ts';
import { faults, type Fault } from './faults.ts';
import { openGitStore, type GitStore } from './git-store.ts';
import { newState, type State } from './state.ts';

export { readOnlyToken } from './state.ts';
export type * from './state.ts';
export type { Fault } from './faults.ts';
export type { RecordedRequest } from './answer.ts';

export interface GitHubApiOptions {
  /** What is there at the start. */
  readonly state?: Partial<State>;
  /** A git repository whose refs and commits it serves and writes; else it makes one of its own. */
  readonly gitDir?: string;
  /** `/api/v3` as on GitHub Enterprise Server. */
  readonly basePath?: string;
  /** The only token it takes. */
  readonly token?: string;
}

export interface GitHubApi {
  /** For GITHUB_API_URL. */
  readonly url: string;
  readonly token: string;
  readonly state: State;
  readonly git: GitStore;
  /** In the order in which they came. */
  readonly requests: readonly RecordedRequest[];
  /** What went against GitHub's description: a test asserts that there are none. */
  readonly violations: readonly string[];
  failNext(fault: Fault): void;
  close(): Promise<void>;
}

export async function startGitHubApi(options: GitHubApiOptions = {}): Promise<GitHubApi> {
  const { basePath = '', token = 'ghs_loopback' } = options;
  const injected = faults();
  const server: Server = {
    state: newState(options.state ?? {}),
    git: openGitStore(options.gitDir),
    token,
    basePath,
    requests: [],
    violations: [],
    nextId: counter(),
  };
  const http = createServer((request, response) => {
    serve(server, injected.take, request, response).catch((error: unknown) => {
      server.violations.push(`${request.method ?? ''} ${request.url ?? ''}: ${String(error)}`);
      response.destroy();
    });
  });
  const port = await new Promise<number>((resolve) => {
    http.listen(0, '127.0.0.1', () => {
      const address = http.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    ...server,
    url: `http://127.0.0.1:${port}${basePath}`,
    failNext: injected.add,
    close: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => {
        http.close(resolve);
      });
      server.git.close();
    },
  };
}

function counter(): () => number {
  let last = 1000;
  return () => {
    last += 1;
    return last;
  };
}

async function serve(
  server: Server,
  takeFault: (method: string, path: string) => Fault | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const text = await bodyOf(request);
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
  const method = request.method ?? 'GET';
  const fault = takeFault(method, decodeURIComponent(url.pathname));
  const recorded = { method, url, headers: request.headers, text };
  const reply = fault === undefined || fault.carriedOut === true ? await answer(server, recorded) : undefined;
  if (reply === undefined)
    server.requests.push({
      method,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      body: undefined,
      status: fault?.status ?? 0,
    });
  if (fault === undefined) send(response, reply?.status ?? 500, reply?.headers ?? {}, reply?.text ?? '');
  else await fail(response, fault);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  text: string,
): void {
  response.writeHead(
    status,
    text === '' ? headers : { 'content-type': 'application/json; charset=utf-8', ...headers },
  );
  response.end(text);
}

async function fail(response: ServerResponse, fault: Fault): Promise<void> {
  if (fault.delayMs !== undefined) {
    await new Promise((resolve) => {
      setTimeout(resolve, fault.delayMs).unref();
    });
  }
  if (fault.reset === 'half') {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': '1000' });
    response.write('[', () => response.destroy());
  } else if (fault.reset === true) response.destroy();
  else
    send(
      response,
      fault.status ?? 500,
      fault.headers ?? {},
      fault.text ?? JSON.stringify({ message: fault.message ?? 'Injected fault' }),
    );
}
