import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rememberingLog } from '../../support/log.ts';
import { createRepository, hermeticEnvironment } from '../../support/repository.ts';
import { advice, open } from './setup.ts';

const token = 'ghs_0123456789abcdef';
const basic = Buffer.from(`x-access-token:${token}`).toString('base64');

/** A forge that lets no one in, and remembers who knocked. */
const knocks: { readonly authorization: readonly string[] }[] = [];
let server: Server;
let status = 403;

beforeAll(async () => {
  server = createServer((request, response) => {
    const authorization = request.rawHeaders.filter(
      (_, index, all) => index % 2 === 1 && all[index - 1]?.toLowerCase() === 'authorization',
    );
    knocks.push({ authorization });
    response.writeHead(status).end('no');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

function address(): string {
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

async function knock(more: { token?: string; env?: Record<string, string> }) {
  knocks.length = 0;
  const repository = createRepository();
  repository.commit({ a: '' });
  repository.git('remote', 'add', 'origin', `${address()}/team/model.git`);
  // What actions/checkout leaves behind.
  repository.git('config', `http.${address()}/.extraheader`, 'AUTHORIZATION: basic left-by-checkout');
  const log = rememberingLog();
  const opened = await open(repository, {
    log,
    env: hermeticEnvironment({ GITHUB_SERVER_URL: address(), ...more.env }),
    ...(more.token === undefined ? {} : { token: more.token }),
  });
  const told = await advice(opened.remoteTags(''));
  return { told, log: log.lines.join('\n'), authorization: knocks[0]?.authorization };
}

describe('the token', () => {
  test('goes to the forge of this job, in place of what a checkout left, and is never shown', async () => {
    const { told, log, authorization } = await knock({ token });
    expect(authorization).toEqual([`basic ${basic}`]);
    expect(told).toMatch(
      /^the remote refused the credentials .*\| Give the job `permissions: contents: read`/,
    );
    for (const secret of [token, basic]) expect(`${told}${log}`).not.toContain(secret);
  });

  test('joins what the environment configures already', async () => {
    const env = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'user.name', GIT_CONFIG_VALUE_0: 'Ada' };
    expect((await knock({ token, env })).authorization).toEqual([`basic ${basic}`]);
  });

  test('goes to no other host', async () => {
    const { authorization } = await knock({ token, env: { GITHUB_SERVER_URL: 'https://forge.example' } });
    expect(authorization).toEqual(['basic left-by-checkout']);
  });

  test('is not needed where the checkout left its own', async () => {
    expect((await knock({})).authorization).toEqual(['basic left-by-checkout']);
  });
});

test('a server in trouble is asked again', async () => {
  status = 503;
  const { told } = await knock({});
  status = 403;
  expect(told).toMatch(/^the remote could not be reached/);
  expect(knocks).toHaveLength(3);
});
