/** An ML platform on loopback: takes requests to start jobs, and answers as it was set up to. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { whenDone } from './cleanup.ts';

export interface PlatformRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How one request is answered; `reset` breaks the connection, `silent` never answers. */
export type PlatformAnswer =
  | { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }
  | 'reset'
  | 'silent';

export interface Platform {
  readonly url: string;
  readonly requests: readonly PlatformRequest[];
}

/** Gives one answer after the other; the last one again and again. */
export async function startPlatform(...answers: readonly PlatformAnswer[]): Promise<Platform> {
  const requests: PlatformRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      requests.push({
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body,
      });
      reply(response, answers[requests.length - 1] ?? answers.at(-1) ?? { status: 200 });
    });
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  whenDone(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${port}/jobs`, requests };
}

function reply(response: ServerResponse, answer: PlatformAnswer): void {
  if (answer === 'silent') return;
  if (answer === 'reset') {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(answer.body ?? '');
}
