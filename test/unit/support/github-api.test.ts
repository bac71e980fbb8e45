import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { description } from '../../../scripts/openapi.ts';
import {
  readOnlyToken,
  startGitHubApi,
  type GitHubApi,
  type GitHubApiOptions,
} from '../../support/github-api/index.ts';

const open: GitHubApi[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((api) => api.close()));
});

async function start(options: GitHubApiOptions = {}): Promise<GitHubApi> {
  const api = await startGitHubApi(options);
  open.push(api);
  return api;
}

const sha = 'c'.repeat(40);
const annotation = { path: 'a', start_line: 1, end_line: 1, annotation_level: 'failure', message: 'm' };

async function send(
  api: GitHubApi,
  method: string,
  where: string,
  body?: unknown,
  token = api.token,
): Promise<Response> {
  return fetch(`${api.url}${where}`, {
    method,
    headers: { authorization: `token ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const repo = '/repos/acme/qwen3-vl';
const check = { name: 'model-gates', head_sha: sha };

describe('the loopback API records what goes against the description', () => {
  it.each<[string, string, string, unknown, RegExp]>([
    ['an unknown path', 'GET', '/repos/acme/qwen3-vl/tagz', undefined, /no operation/],
    ['an unknown method', 'PUT', `${repo}/git/refs`, {}, /no operation/],
    [
      'an unknown query parameter',
      'GET',
      `${repo}/tags?perpage=100`,
      undefined,
      /unknown query parameter "perpage"/,
    ],
    [
      'a query parameter of the wrong type',
      'GET',
      `${repo}/tags?per_page=many`,
      undefined,
      /parameter "per_page"/,
    ],
    [
      'a query parameter outside its values',
      'GET',
      `${repo}/pulls?state=merged`,
      undefined,
      /parameter "state"/,
    ],
    ['a path parameter of the wrong type', 'GET', `${repo}/pulls/abc`, undefined, /parameter "pull_number"/],
    ['a missing body', 'POST', `${repo}/git/refs`, undefined, /the body is missing/],
    [
      'a body without a required property',
      'POST',
      `${repo}/git/refs`,
      { ref: 'refs/heads/x' },
      /required property 'sha'/,
    ],
    [
      'a property of the wrong type',
      'POST',
      `${repo}/check-runs`,
      { name: 1, head_sha: sha },
      /\/name must be string/,
    ],
    [
      'a value outside its enum',
      'POST',
      `${repo}/check-runs`,
      { ...check, conclusion: 'passed' },
      /\/conclusion/,
    ],
    [
      'a property that GitHub would ignore',
      'POST',
      `${repo}/issues/1/comments`,
      { body: 'x', sticky: true },
      /unknown property "sticky"/,
    ],
    [
      '51 annotations',
      'POST',
      `${repo}/check-runs`,
      {
        ...check,
        output: { title: 't', summary: 's', annotations: Array.from({ length: 51 }, () => annotation) },
      },
      /annotations must NOT have more than 50/,
    ],
    [
      'a summary that is too long',
      'POST',
      `${repo}/check-runs`,
      { ...check, output: { title: 't', summary: 'x'.repeat(65_536) } },
      /summary must NOT have more than 65535/,
    ],
  ])('%s', async (_, method, where, body, violation) => {
    const api = await start();
    await send(api, method, where, body);
    expect(api.violations.join('\n')).toMatch(violation);
  });

  it.each<[string, (api: GitHubApi) => void, string, RegExp]>([
    [
      'a value of the wrong type',
      (api) =>
        Object.assign(api.state, {
          comments: [
            { id: 'x', number: 1, user: api.state.viewer, body: '', createdAt: 'today', updatedAt: '' },
          ],
        }),
      '/issues/1/comments',
      /id must be integer/,
    ],
    [
      'a time that is none',
      (api) =>
        api.state.comments.push({
          id: 1,
          number: 1,
          user: api.state.viewer,
          body: '',
          createdAt: 'today',
          updatedAt: 'today',
        }),
      '/issues/1/comments',
      /must match format "date-time"/,
    ],
    [
      'a value outside its enum',
      (api) =>
        Object.assign(api.state, {
          activity: [
            { ref: 'r', type: 'pushed', actor: 'a', at: '2026-01-05T10:00:00Z', before: sha, after: sha },
          ],
        }),
      '/activity',
      /activity_type/,
    ],
  ])('in its own answers: %s', async (_, spoil, where, violation) => {
    const api = await start();
    spoil(api);
    await send(api, 'GET', `${repo}${where}`);
    expect(api.violations.join('\n')).toMatch(violation);
  });

  it.each<[string, string, unknown, number]>([
    ['GET', `${repo}/tags?per_page=100`, undefined, 200],
    [
      'POST',
      `${repo}/check-runs`,
      { ...check, output: { title: 't', summary: 's', annotations: [annotation] } },
      201,
    ],
    ['GET', `${repo}/pulls/1`, undefined, 404],
    ['DELETE', `${repo}/issues/comments/1`, undefined, 404],
    ['GET', '/user', undefined, 403],
    ['GET', '/repos/acme/other/tags', undefined, 404],
  ])('and nothing for %s %s', async (method, where, body, status) => {
    const api = await start();
    expect((await send(api, method, where, body)).status).toBe(status);
    expect(api.violations).toEqual([]);
    expect(api.requests).toMatchObject([{ method, status }]);
  });
});

describe('the loopback API', () => {
  it('takes its own token only, and that for what it may do', async () => {
    const api = await start({ state: { tokenPermissions: readOnlyToken } });
    const statuses = await Promise.all([
      send(api, 'GET', `${repo}/tags`, undefined, 'ghs_other'),
      send(api, 'GET', `${repo}/tags`),
      send(api, 'POST', `${repo}/check-runs`, check),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([401, 200, 403]);
    expect(api.violations).toEqual([]);
  });

  it('cuts lists into pages and names the next', async () => {
    const user = { login: 'ada', type: 'User' as const };
    const at = '2026-01-05T10:00:00Z';
    const comments = Array.from({ length: 31 }, (_, index) => ({
      id: index,
      number: 1,
      user,
      body: '',
      createdAt: at,
      updatedAt: at,
    }));
    const api = await start({ state: { comments } });
    const first = await send(api, 'GET', `${repo}/issues/1/comments`);
    const next = /<(.*)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await send(api, 'GET', next.slice(api.url.length));
    expect([await lengthOf(first), await lengthOf(second), second.headers.get('link')]).toEqual([
      30,
      1,
      null,
    ]);
    expect(api.violations).toEqual([]);
  });

  it('fails as often as it is asked to, where it is asked to', async () => {
    const api = await start();
    api.failNext({ method: 'GET', path: /tags$/, status: 502, times: 2, headers: { 'retry-after': '1' } });
    const statuses: number[] = [];
    for (const where of ['branches', 'tags', 'tags', 'tags'])
      statuses.push((await send(api, 'GET', `${repo}/${where}`)).status);
    expect(statuses).toEqual([200, 502, 502, 200]);
    expect(api.requests.map(({ status }) => status)).toEqual(statuses);
  });

  it('serves and writes a repository that it is given', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'given-'));
    const git = (...args: string[]): string =>
      execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
        encoding: 'utf8',
      }).trim();
    git('init', '--quiet', '-b', 'main');
    git('commit', '--quiet', '--allow-empty', '-m', 'one');
    const api = await start({ gitDir: path.join(folder, '.git') });
    const head = git('rev-parse', 'HEAD');
    await send(api, 'POST', `${repo}/git/refs`, { ref: 'refs/tags/v1', sha: head });
    expect([git('rev-parse', 'v1'), (await send(api, 'GET', `${repo}/git/ref/heads/main`)).status]).toEqual([
      head,
      200,
    ]);
    rmSync(folder, { recursive: true, force: true });
  });
});

async function lengthOf(response: Response): Promise<number> {
  const body: unknown = await response.json();
  return Array.isArray(body) ? body.length : -1;
}

it('the description is what scripts/openapi.ts makes of the installed one', () => {
  const file = new URL('../../support/github-api/openapi.json', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(description());
});
