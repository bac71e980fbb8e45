import { createServer } from 'node:http';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { whenDone } from '../support/cleanup.ts';
import { baseFiles, evaluatedAgain } from '../support/gated.ts';
import { pullRequestScene } from '../support/scene.ts';

interface Proxy {
  readonly url: string;
  /** `host:port` of each tunnel, and what the runner said to get it. */
  readonly tunnels: readonly { readonly to: string; readonly authorization: string | undefined }[];
}

/** A proxy on loopback that knows no names: every tunnel ends at `port`. */
async function startProxy(port: number): Promise<Proxy> {
  const tunnels: { to: string; authorization: string | undefined }[] = [];
  const server = createServer().on('connect', (request, client, head) => {
    tunnels.push({ to: request.url ?? '', authorization: request.headers['proxy-authorization'] });
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  const own = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  whenDone(() => void server.close());
  return { url: `http://ada:s%40cret@127.0.0.1:${own}`, tunnels };
}

it('reaches GitHub through the proxy of the runner', async () => {
  const scene = await pullRequestScene({
    base: baseFiles,
    head: { 'configs/train.yaml': 'optimizer:\n  lr: 1.0e-5\n', ...evaluatedAgain },
  });
  const proxy = await startProxy(Number(new URL(scene.api.url).port));
  const run = await scene.run({ apiUrl: 'http://api.example', env: { http_proxy: proxy.url }, spawn: true });
  expect(run.outputs['verdict']).toBe('pass');
  expect(scene.api.state.comments.map(({ body }) => body)).toEqual([
    expect.stringContaining('configs/train.yaml'),
  ]);
  expect(proxy.tunnels[0]).toEqual({
    to: 'api.example:80',
    authorization: `Basic ${Buffer.from('ada:s@cret').toString('base64')}`,
  });
  expect(scene.api.violations).toEqual([]);
});
