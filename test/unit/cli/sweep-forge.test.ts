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

test('a GitHub Enterprise Server has pages of its own', async () => {
  const url = 'https://ghe.acme.example/acme/x.git';
  expect(await namedBy(repositoryAt(url))).toEqual({
    name: 'acme/x',
    url: 'https://ghe.acme.example/acme/x',
  });
});

const environments = {
  github: { GITHUB_TOKEN: 'of-github' },
  server: { GH_ENTERPRISE_TOKEN: 'of-server' },
  both: { GH_TOKEN: 'of-github', GITHUB_ENTERPRISE_TOKEN: 'of-server' },
  runner: { GITHUB_TOKEN: 'of-runner', GITHUB_API_URL: 'https://ghe.acme.example/api/v3' },
  none: {},
};

function asked(url: string, environment: keyof typeof environments) {
  const terminal = { environment: environments[environment], cwd: '/', json: false };
  return forgeOf(terminal as unknown as Parameters<typeof forgeOf>[0], repositoryAt(url), 'acme/x');
}

test.each([
  ['git@github.com:acme/x.git', 'github', 'of-github', 'https://api.github.com'],
  ['git@github.com:acme/x.git', 'both', 'of-github', 'https://api.github.com'],
  ['ssh://git@ssh.github.com:443/acme/x.git', 'github', 'of-github', 'https://api.github.com'],
  ['/srv/git/x.git', 'github', 'of-github', 'https://api.github.com'],
  ['https://acme.ghe.com/acme/x', 'github', 'of-github', 'https://api.acme.ghe.com'],
  ['https://ghe.acme.example/acme/x', 'server', 'of-server', 'https://ghe.acme.example/api/v3'],
  ['https://ghe.acme.example/acme/x', 'both', 'of-server', 'https://ghe.acme.example/api/v3'],
  ['https://ghe.acme.example/acme/x', 'runner', 'of-runner', 'https://ghe.acme.example/api/v3'],
] as const)('of %s with the tokens of %s: %s goes to %s', async (url, environment, token, apiUrl) => {
  expect(await asked(url, environment)).toEqual({ token, apiUrl, repository: 'acme/x' });
});

test.each([
  ['https://ghe.acme.example/acme/x', 'github', /no token for ghe\.acme\.example/],
  ['https://github.com.evil.example/acme/x', 'github', /no token for github\.com\.evil\.example/],
  ['https://evilgithub.com/acme/x', 'github', /no token for evilgithub\.com/],
  ['https://github.com/acme/x', 'server', /There is no token/],
  ['https://github.com/acme/x', 'none', /There is no token/],
] as const)('of %s with the tokens of %s nothing is sent', async (url, environment, message) => {
  await expect(asked(url, environment)).rejects.toThrow(message);
});
