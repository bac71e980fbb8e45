import { expect, test } from 'vitest';
import { forgeOf, namedBy, parseRemote, serverOf } from '../../../src/cli/forge.ts';

test.each([
  ['https://github.com/acme/qwen3-vl.git', 'github.com', 'acme/qwen3-vl'],
  ['https://x-access-token:secret@github.com/acme/qwen3-vl', 'github.com', 'acme/qwen3-vl'],
  ['ssh://git@forge.example:22/acme/qwen3-vl.git', 'forge.example', 'acme/qwen3-vl'],
  ['git@github.com:acme/qwen3-vl.git', 'github.com', 'acme/qwen3-vl'],
  ['https://github.com/acme/qwen3.vl/', 'github.com', 'acme/qwen3.vl'],
])('%s is %s on %s', (url, host, repository) => {
  expect(parseRemote(url)).toEqual({ host, repository });
});

test.each([
  '',
  '/srv/git/acme.git',
  'file:///srv/acme/x.git',
  'C:\\git\\acme',
  '../acme/x',
  'https://github.com/acme',
])('%j names no repository on GitHub', (url) => {
  expect(parseRemote(url)).toBeUndefined();
});

const at = (url: string) => ({ root: '/work/qwen', remoteBranches: { url: () => Promise.resolve(url) } });
const repositoryAt = (url: string) => at(url) as unknown as Parameters<typeof namedBy>[0];

test.each([
  ['git@ghe.acme.example:acme/x.git', undefined, 'https://ghe.acme.example'],
  ['git@ghe.acme.example:acme/x.git', 'https://other.example', 'https://other.example'],
  ['https://github.com/acme/x', undefined, 'https://github.com'],
  ['https://gitlab.com/acme/x', undefined, 'https://github.com'],
  ['/srv/x.git', '', 'https://github.com'],
  ['https://ghe.cloudapp.azure.com/acme/x', undefined, 'https://ghe.cloudapp.azure.com'],
  ['https://dev.azure.com/acme/x', undefined, 'https://github.com'],
])('the server of %s is, with GITHUB_SERVER_URL %j, %s', async (url, said, server) => {
  const environment = said === undefined ? {} : { GITHUB_SERVER_URL: said };
  expect(await serverOf({ environment }, () => Promise.resolve(url))).toBe(server);
});

test.each([
  'git@gitlab.acme.example:acme/x.git',
  'https://bitbucket.org/acme/x.git',
  'https://codeberg.org/acme/x',
])('%s has no pages as GitHub has them, and gets no token', async (url) => {
  expect(await namedBy(repositoryAt(url))).toEqual({ name: 'acme/x' });
  const terminal = { environment: { GITHUB_TOKEN: 't' }, cwd: '/', json: false } as unknown as Parameters<
    typeof forgeOf
  >[0];
  await expect(forgeOf(terminal, repositoryAt(url), undefined)).rejects.toThrow(/is not GitHub/);
});

test('a GitHub Enterprise Server has pages and an API of its own', async () => {
  const url = 'https://ghe.acme.example/acme/x.git';
  expect(await namedBy(repositoryAt(url))).toEqual({
    name: 'acme/x',
    url: 'https://ghe.acme.example/acme/x',
  });
  const terminal = { environment: { GITHUB_TOKEN: 't' }, cwd: '/', json: false } as unknown as Parameters<
    typeof forgeOf
  >[0];
  expect(await forgeOf(terminal, repositoryAt(url), undefined)).toMatchObject({
    apiUrl: 'https://ghe.acme.example/api/v3',
  });
});
