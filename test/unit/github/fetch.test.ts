import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
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

describe('asked itself', () => {
  async function serving(handler: Handler): Promise<string> {
    return `http://127.0.0.1:${await listen(createServer(handler))}`;
  }

  test('one connection carries request after request', async () => {
    const ports = new Set<number | undefined>();
    const address = await serving(({ socket }, response) => {
      ports.add(socket.remotePort);
      response.end('x');
    });
    const send = fetchOf();
    for (const path of ['/1', '/2', '/3']) await (await send(address + path, get)).text();
    expect(ports.size).toBe(1);
  });

  test('a packed answer is unpacked', async () => {
    const address = await serving(({ headers }, response) => {
      response.setHeader('content-encoding', String(headers['accept-encoding']));
      response.end(gzipSync('{"a":"é"}'));
    });
    expect(await (await fetchOf()(address, get)).text()).toBe('{"a":"é"}');
  });

  test.each([
    ['its host', 'A', 'token x'],
    ['another', 'B', 'none'],
  ])('a redirect to %s: what it is shown of the token', async (_, where, shown) => {
    const seen = (request: IncomingMessage): string => request.headers.authorization ?? 'none';
    const other = await serving((request, response) => response.end(seen(request)));
    const address = await serving((request, response) => {
      if (request.url !== '/x') response.end(seen(request));
      else response.writeHead(302, { location: where === 'A' ? '/y' : `${other}/y` }).end();
    });
    const answer = await fetchOf()(`${address}/x`, { ...get, headers: { authorization: 'token x' } });
    expect([await answer.text(), answer.url]).toEqual([shown, `${where === 'A' ? address : other}/y`]);
  });

  test('redirects without an end are left', async () => {
    const address = await serving((_, response) => response.writeHead(302, { location: '/' }).end());
    await expect(fetchOf()(address, get)).rejects.toThrow('more than 20 redirects');
  });

  test('a body that breaks off is no text', async () => {
    const address = await serving((_, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('half', () => response.destroy());
    });
    await expect((await fetchOf()(address, get)).text()).rejects.toThrow('aborted');
  });

  test('nobody there: the error says so by its code', async () => {
    const server = createServer();
    const port = await listen(server);
    server.close();
    await expect(fetchOf()(`http://127.0.0.1:${port}`, get)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

describe('behind a proxy', () => {
  test('an answer has its status, headers and body, and knows its address', async () => {
    const tunnels = await proxied((request, response) => {
      response.writeHead(201, { link: '<a>; rel="next"', 'x-asked': request.headers.accept });
      request.pipe(response);
    });
    const answer = await fetchOf()(url, { ...get, method: 'POST', body: '{"a":"é"}' });
    expect([answer.status, answer.url, answer.headers.get('link'), answer.headers.get('x-asked')]).toEqual([
      201,
      url,
      '<a>; rel="next"',
      'application/json',
    ]);
    expect(await answer.text()).toBe('{"a":"é"}');
    expect(tunnels).toEqual(['api.example:80']);
  });

  test.each([204, 304])('%i has no body', async (status) => {
    await proxied((_, response) => response.writeHead(status).end());
    expect((await fetchOf()(url, get)).status).toBe(status);
  });

  test.each([
    ['follow', 200],
    ['manual', 302],
  ] as const)('a redirect is an answer or is followed: %s', async (redirect, status) => {
    await proxied(({ url: path }, response) => {
      if (path === '/x') response.writeHead(302, { location: 'http://api.example/y' }).end();
      else response.end('y');
    });
    expect((await fetchOf()(url, { ...get, redirect })).status).toBe(status);
  });

  test('a server that says nothing is left when the time is over', async () => {
    await proxied(() => undefined);
    const given = AbortSignal.timeout(50);
    await expect(fetchOf()(url, { ...get, signal: given })).rejects.toThrow('aborted due to timeout');
    await expect(fetchOf()(url, { ...get, signal: given })).rejects.toThrow('aborted due to timeout');
  });

  test('a host that needs no proxy is asked itself', async () => {
    const tunnels = await proxied(() => undefined);
    const port = await listen(createServer((_, response) => response.end('direct')));
    process.env['no_proxy'] = '127.0.0.1';
    const answer = await fetchOf()(`http://127.0.0.1:${port}/`, get);
    delete process.env['no_proxy'];
    expect([await answer.text(), tunnels]).toEqual(['direct', []]);
  });
});
