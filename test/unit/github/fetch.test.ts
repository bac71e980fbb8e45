import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { fetchOf } from '../../../src/github/client/fetch.ts';
import { whenDone } from '../../support/cleanup.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  whenDone(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A server behind a proxy that alone knows where `api.example` is. */
async function proxied(handler: Handler): Promise<string[]> {
  const port = await listen(createServer(handler));
  const tunnels: string[] = [];
  const proxy = createServer().on('connect', (request, client) => {
    tunnels.push(request.url ?? '');
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    for (const end of [upstream, client]) end.on('error', () => upstream.destroy());
  });
  process.env['http_proxy'] = `http://127.0.0.1:${await listen(proxy)}`;
  return tunnels;
}

afterEach(() => {
  delete process.env['http_proxy'];
});

const get = { method: 'GET', headers: { accept: 'application/json' } };
const url = 'http://api.example/x';

describe('behind a proxy', () => {
  test('an answer has its status, headers and body, and knows its address', async () => {
    const tunnels = await proxied((request, response) => {
      response.writeHead(201, { link: '<a>; rel="next"', 'x-asked': request.headers.accept });
      request.pipe(response);
    });
    const answer = await fetchOf(5000)(url, { ...get, method: 'POST', body: '{"a":"é"}' });
    expect([answer.status, answer.url, answer.headers.get('link'), answer.headers.get('x-asked')]).toEqual([
      201,
      url,
      '<a>; rel="next"',
      'application/json',
    ]);
    expect(await answer.json()).toEqual({ a: 'é' });
    expect(tunnels).toEqual(['api.example:80']);
  });

  test.each([204, 304])('%i has no body', async (status) => {
    await proxied((_, response) => response.writeHead(status).end());
    expect((await fetchOf(5000)(url, get)).status).toBe(status);
  });

  test.each([
    ['follow', 200],
    ['manual', 302],
  ] as const)('a redirect is an answer or is followed: %s', async (redirect, status) => {
    await proxied(({ url: path }, response) => {
      if (path === '/x') response.writeHead(302, { location: 'http://api.example/y' }).end();
      else response.end('y');
    });
    expect((await fetchOf(5000)(url, { ...get, redirect })).status).toBe(status);
  });

  test('a server that says nothing is left when the time is over', async () => {
    await proxied(() => undefined);
    const given = AbortSignal.timeout(50);
    await expect(fetchOf(1000)(url, { ...get, signal: given })).rejects.toThrow('aborted due to timeout');
    await expect(fetchOf(1000)(url, { ...get, signal: given })).rejects.toThrow('aborted due to timeout');
  });

  test('a host that needs no proxy is asked itself', async () => {
    const tunnels = await proxied(() => undefined);
    const port = await listen(createServer((_, response) => response.end('direct')));
    process.env['no_proxy'] = '127.0.0.1';
    const answer = await fetchOf(5000)(`http://127.0.0.1:${port}/`, get);
    delete process.env['no_proxy'];
    expect([await answer.text(), tunnels]).toEqual(['direct', []]);
  });
});
