import { describe, expect, it } from 'vitest';
import { connect, isApiFailure, type ConnectOptions, type GitHub } from '../../../src/github/index.ts';
import { operation, operations } from '../../../src/github/client/operations.ts';
import { isUserError } from '../../../src/kernel/user-error.ts';
import { readOnlyToken, type Fault } from '../../support/github-api/index.ts';
import { failureOf, loopback } from './setup.ts';

const check = {
  name: 'model-gates',
  sha: 'c'.repeat(40),
  output: { conclusion: 'success', title: 't', summary: 's', text: '', annotations: [] },
} as const;
const sha = 'c'.repeat(40);
const tag = { tag: 'v2.3.0', sha, message: 'm', taggerDate: '2026-01-05T10:00:00Z' };

describe('a token that may not', () => {
  it.each<[string, (github: GitHub) => Promise<unknown>, string]>([
    ['publish a check', (github) => github.checks.publish(check), 'checks: write'],
    ['comment', (github) => github.comments.upsert(89, 'verdict', 'x'), 'pull-requests: write'],
    ['comment on an issue', (github) => github.issues.comments.upsert(72, 'owed', 'x'), 'issues: write'],
    ['label', (github) => github.labels.add(89, ['x']), 'pull-requests: write'],
    ['tag', (github) => github.tags.create(tag), 'contents: write'],
    ['write a ref', (github) => github.refs.create('refs/lineage/inbox/1', sha), 'contents: write'],
    ['start a workflow', (github) => github.dispatches.workflow('train.yml', 'main', {}), 'actions: write'],
    ['send an event', (github) => github.dispatches.repository('train', {}), 'contents: write'],
    ['open an issue', (github) => github.issues.create({ title: 't', body: 'b' }), 'issues: write'],
    ['update a branch', (github) => github.pulls.updateBranch(89, sha, 'merge'), 'pull-requests: write'],
  ])('%s: the failure names the permission, and callers may do without', async (_, act, permission) => {
    const { github } = await loopback({ state: { tokenPermissions: readOnlyToken } });
    const failure = await failureOf(act(github));
    expect(isApiFailure(failure) && isUserError(failure)).toBe(true);
    expect(failure).toMatchObject({
      permissionDenied: true,
      reason: 'permission',
      status: 403,
      help: expect.stringContaining(`Add "permissions: ${permission}" to the job`),
    });
  });

  it.each<[string, (github: GitHub) => Promise<unknown>, string]>([
    ['compare', (github) => github.commits.compare(sha, sha), 'contents: read'],
    ['read a pull request', (github) => github.pulls.get(89), 'pull-requests: read'],
    ['read the check runs', (github) => github.commits.checks(sha), 'checks: read'],
    ['read reviews', (github) => github.pulls.reviews(89), 'pull-requests: read'],
    ['read the activity', (github) => github.branches.activity('feature'), 'contents: read'],
  ])('%s: so too', async (_, act, permission) => {
    const { github } = await loopback({ state: { tokenPermissions: {} } });
    expect(await failureOf(act(github))).toMatchObject({
      permissionDenied: true,
      help: expect.stringContaining(permission),
    });
  });

  it('even read the comments learns what it needs to write one', async () => {
    const { github } = await loopback({ state: { tokenPermissions: {} } });
    expect(await failureOf(github.comments.upsert(89, 'verdict', 'x'))).toMatchObject({
      help: expect.stringContaining('pull-requests: write'),
    });
    expect(await failureOf(github.issues.comments.upsert(72, 'owed', 'x'))).toMatchObject({
      help: expect.stringContaining('issues: write'),
    });
  });

  it('see teams is reported as such, and is never answered "not a member"', async () => {
    const { github } = await loopback({ state: { teams: { 'acme/release': ['ada'] } } });
    expect(await failureOf(github.people.isTeamMember('acme', 'release', 'ada'))).toMatchObject({
      permissionDenied: true,
      help: expect.stringContaining('GitHub App'),
    });
  });

  it('every operation that a job can be allowed to names its permission', () => {
    const nameless = Object.keys(operations).filter(
      (name) => operation(name as keyof typeof operations).permission === undefined,
    );
    expect(nameless).toEqual(['read permission', 'read team', 'read viewer', 'read rate limit']);
  });
});

describe('a failure', () => {
  it.each<[Fault, object]>([
    [
      { path: 'labels', status: 401, message: 'Bad credentials' },
      { reason: 'permission', help: expect.stringContaining('${{ github.token }}') },
    ],
    [
      { path: 'labels', status: 404, message: 'Not Found' },
      { reason: 'not-found', help: expect.stringContaining('pull-requests: read') },
    ],
    [{ path: 'labels', status: 410, message: 'Gone' }, { reason: 'not-found' }],
    [{ path: 'labels', status: 409, message: 'Conflict' }, { reason: 'conflict' }],
    [{ path: 'labels', status: 422, message: 'Validation Failed' }, { reason: 'invalid' }],
    [{ path: 'labels', status: 451, message: 'Blocked' }, { reason: 'refused' }],
    [
      { path: 'labels', status: 503, message: 'Unavailable', times: 9 },
      { reason: 'unavailable', help: expect.stringContaining('githubstatus') },
    ],
    [
      { path: 'labels', status: 429, message: 'Slow down', times: 9 },
      { reason: 'rate-limited', help: expect.stringContaining('again in some minutes') },
    ],
    [
      {
        path: 'labels',
        status: 403,
        message: 'You have exceeded a secondary rate limit',
        times: 9,
        headers: { 'retry-after': '5400' },
      },
      { reason: 'rate-limited', help: expect.stringContaining('again in 90 minutes') },
    ],
    [
      {
        path: 'labels',
        status: 403,
        message: 'API rate limit exceeded',
        times: 9,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4102444800' },
      },
      {
        reason: 'rate-limited',
        permissionDenied: false,
        help: expect.stringContaining('after 2100-01-01T00:00:00.000Z'),
      },
    ],
  ])('%j says what was asked, what came and what to do', async (fault, expected) => {
    const { api, github } = await loopback();
    api.failNext(fault);
    const failure = await failureOf(github.labels.list(89));
    expect(failure).toMatchObject({
      operation: 'read labels',
      status: fault.status,
      message: `could not read the labels: GitHub answered ${fault.status} to GET /repos/acme/qwen3-vl/issues/89/labels (${fault.message})`,
      cause: { name: 'HttpError' },
      ...expected,
    });
  });

  it.each([301, 307, 308])(
    'of a repository that was renamed (%i) is reported: a POST is never sent again as a GET',
    async (status) => {
      const { api, github } = await loopback();
      api.failNext({
        method: 'POST',
        path: '/comments',
        status,
        headers: { location: `${api.url}/repos/acme/qwen3-vl/issues/89/comments` },
      });
      expect(await failureOf(github.comments.create(89, 'x'))).toMatchObject({
        reason: 'moved',
        help: expect.stringContaining('present name'),
      });
      expect(api.requests).toHaveLength(1);
    },
  );

  it('is not what a renamed repository is to a reader', async () => {
    const { api, github } = await loopback();
    api.failNext({
      path: '/comments',
      status: 301,
      headers: { location: `${api.url}/repos/acme/qwen3-vl/issues/89/comments` },
    });
    expect(await github.comments.list(89)).toEqual([]);
  });

  it('says where nobody answers', async () => {
    const { api, github } = await loopback();
    await api.close();
    const failure = await failureOf(github.labels.list(89));
    expect(failure).toMatchObject({
      status: undefined,
      reason: 'unavailable',
      message: expect.stringMatching(/no answer from GET .*ECONNREFUSED/),
    });
  });

  it('keeps the token nowhere', async () => {
    const { api, github } = await loopback();
    api.failNext({ path: 'labels', status: 401 });
    const failure = await failureOf(github.labels.list(89));
    const chain = failure instanceof Error ? [failure, failure.cause] : [];
    expect(chain).toHaveLength(2);
    for (const error of chain)
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error)) + described(error)).not.toContain(
        api.token,
      );
  });

  it('of a bug stays the bug that it is', async () => {
    const { github } = await loopback();
    const failure = await failureOf(github.comments.create(89, 'x'.repeat(70_000)));
    expect([failure instanceof RangeError, isApiFailure(failure)]).toEqual([true, false]);
  });
});

function described(error: unknown): string {
  return JSON.stringify(error, (key, value: unknown) => (key === 'agent' ? undefined : value));
}

describe('connect', () => {
  const log = { info: () => undefined, debug: () => undefined, warning: () => undefined };
  const good: ConnectOptions = {
    token: 't',
    apiUrl: 'https://api.github.com',
    repository: 'acme/qwen3-vl',
    log,
  };

  it.each<[Partial<ConnectOptions>, RegExp]>([
    [{ token: ' ' }, /no token/],
    [{ apiUrl: 'api.github.com' }, /not an address/],
    [{ apiUrl: 'file:///etc' }, /not an address/],
    [{ repository: 'acme' }, /names no repository/],
    [{ repository: 'acme/../x' }, /names no repository/],
    [{ repository: 'acme/x?y' }, /names no repository/],
  ])('refuses %j', (wrong, message) => {
    expect(() => connect({ ...good, ...wrong })).toThrow(message);
  });

  it('sends nothing by itself', async () => {
    const { api, github } = await loopback();
    expect([api.requests.length, github.requestCount()]).toEqual([0, 0]);
  });

  it('keeps the path of an enterprise server, on every page', async () => {
    const pull = {
      number: 89,
      title: 't',
      author: 'ada',
      state: 'open' as const,
      labels: names(130),
      base: { ref: 'main', sha },
      head: { ref: 'f', sha },
    };
    const { api, github } = await loopback({ basePath: '/api/v3', state: { pulls: [pull] } });
    expect(await github.labels.list(89)).toHaveLength(130);
    expect(api.requests.map(({ path }) => path)).toEqual(
      Array.from({ length: 2 }, () => '/api/v3/repos/acme/qwen3-vl/issues/89/labels'),
    );
  });

  it('takes the address with a slash at its end', async () => {
    const { api } = await loopback();
    const github = connect({ ...good, token: api.token, apiUrl: `${api.url}/` });
    await failureOf(github.pulls.get(1));
    expect(api.requests.map(({ path }) => path)).toEqual(['/repos/acme/qwen3-vl/pulls/1']);
  });
});

function names(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `label ${index}`);
}

it.each([
  ["Workflow does not have 'workflow_dispatch' trigger", 'on: workflow_dispatch'],
  ['Unexpected inputs provided: ["author"]', 'Declare each of them'],
  ["Required input 'cluster' not provided", 'Give a value for it'],
  ['No ref found for: release/v9', 'Name a branch or tag'],
  ['you may only define up to 10 `inputs`', 'ten inputs at most'],
  ['inputs are too large.', '65,535 characters'],
  ['something new', 'See the message of GitHub'],
])(
  'a workflow that is refused with "%s" is explained by its cause, not by a permission',
  async (message, help) => {
    const { api, github } = await loopback();
    api.failNext({ path: '/dispatches', status: 422, message });
    const failure = await failureOf(github.dispatches.workflow('train.yml', 'main', {}));
    expect(failure).toMatchObject({ unclear: false, help: expect.stringContaining(help) });
    expect(failure).toMatchObject({ help: expect.not.stringContaining('permissions:') });
  },
);
