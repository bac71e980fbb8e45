/** What no input and no server may cost more than: work is counted, or what is too much is refused in clear words. */
import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';

import { systemClock } from '../../src/kernel/clock.ts';
import { silenceOf } from '../../src/github/client/silence.ts';
import { connect, isApiFailure } from '../../src/github/index.ts';
import { rememberingLog } from '../support/log.ts';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

/** Takes every connection and never says a word. */
async function silentServer(): Promise<{ readonly url: string; readonly taken: () => number }> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, taken: () => sockets.length };
}

describe('an API that never answers', () => {
  it('is asked no more once all requests together have waited their time', async () => {
    const server = await silentServer();
    const silence = silenceOf(150, systemClock);
    const options = { token: 't', apiUrl: server.url, repository: 'acme/model', log: rememberingLog() };
    const [first, second] = [connect({ ...options, silence }), connect({ ...options, silence })];
    const failed = async (request: Promise<unknown>) =>
      request.then(
        () => false,
        (error: unknown) => isApiFailure(error) && error.reason === 'unavailable',
      );
    while (silence.leftMs() > 0) expect(await failed(first.labels.list(1))).toBe(true);
    const taken = server.taken();
    expect(taken).toBeGreaterThan(0);
    expect(await failed(first.pulls.get(1))).toBe(true);
    expect(await failed(second.comments.upsert(1, 'gate', 'text'))).toBe(true);
    expect([server.taken(), second.requestCount()]).toEqual([taken, 0]);
  });
});
