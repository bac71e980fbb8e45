import { describe, expect, it } from 'vitest';
import { addedLines } from '../../../src/github/patch.ts';
import type { Suggestion } from '../../../src/report/suggestion.ts';
import { readOnlyToken, type Account, type GitHubApi, type State } from '../../support/github-api/index.ts';
import { commit, failureOf, loopback } from './setup.ts';

const file = 'configs/train.yaml';
const lines = (...changed: string[]) => ['a: 1', 'b: 2', 'c: 3', ...changed, 'd: 4'].join('\n');
const suggestion = (line: number, before: string, body: string, endLine = line): Suggestion => ({
  file,
  line,
  endLine,
  before: before.split('\n'),
  body,
});
const lr = suggestion(4, 'lr: 1e-5', 'write 1.0e-5');
const wd = suggestion(5, 'wd: 1e-2', 'write 1.0e-2');

/** A pull request that adds two lines to a file. */
async function scene(state: Partial<State> = {}) {
  const { api, github, ...rest } = await loopback({ state });
  const base = await commit(api, 'base', [], { [file]: lines() });
  const head = await commit(api, 'head', [base], { [file]: lines('lr: 1e-5', 'wd: 1e-2') });
  const pull = { number: 89, title: 't', author: 'ada', state: 'open' as const };
  const refs = { base: { ref: 'main', sha: base }, head: { ref: 'f', sha: head } };
  api.state.pulls.push({ ...pull, ...refs });
  const keep = (...suggestions: Suggestion[]) =>
    github.suggestions.keep(89, { key: 'model-gates', sha: api.state.pulls[0]?.head.sha ?? '', suggestions });
  return { api, github, head, keep, ...rest };
}

const said = ({ state }: GitHubApi) =>
  state.reviewComments.map(({ line, body }) => [line, body.split('\n')[1]]);
const posts = ({ requests }: GitHubApi) => requests.filter(({ method }) => method !== 'GET');

describe('suggestions', () => {
  it('come in one review, each at its line', async () => {
    const { api, keep, head } = await scene();
    expect(await keep(lr, wd)).toEqual({ posted: 2, kept: 0, elsewhere: 0 });
    expect(said(api)).toEqual([
      [4, lr.body],
      [5, wd.body],
    ]);
    expect(posts(api)).toHaveLength(1);
    expect(posts(api)[0]?.body).toMatchObject({ commit_id: head, event: 'COMMENT' });
  });

  it('are not made twice, and not written again', async () => {
    const { api, keep } = await scene();
    await keep(lr, wd);
    expect(await keep(lr, wd)).toEqual({ posted: 0, kept: 2, elsewhere: 0 });
    expect(posts(api)).toHaveLength(1);
  });

  it('are updated where they stand', async () => {
    const { api, keep } = await scene();
    await keep(lr);
    await keep({ ...lr, body: 'write 2.0e-5' }, wd);
    expect(said(api)).toEqual([
      [4, 'write 2.0e-5'],
      [5, wd.body],
    ]);
  });

  it('that are no longer needed say so', async () => {
    const { api, keep } = await scene();
    await keep(lr, wd);
    await keep(wd);
    expect(said(api)).toEqual([
      [4, 'What was suggested here is no longer needed.'],
      [5, wd.body],
    ]);
  });

  it('span lines', async () => {
    const { api, keep } = await scene();
    await keep(suggestion(4, 'lr: 1e-5\nwd: 1e-2', 'both', 5));
    expect(api.state.reviewComments).toMatchObject([{ startLine: 4, line: 5 }]);
    expect(await keep(suggestion(4, 'lr: 1e-5\nwd: 1e-2', 'both', 5))).toMatchObject({ posted: 0, kept: 1 });
  });

  it.each<[string, Suggestion]>([
    ['that the change does not touch', suggestion(2, 'b: 2', 'x')],
    ['of which it touches a part', suggestion(3, 'c: 3\nlr: 1e-5', 'x', 4)],
    ['that say something else by now', suggestion(4, 'lr: 2e-5', 'x')],
    ['of a file that it does not touch', { ...lr, file: 'other.yaml' }],
  ])('are not made on lines %s', async (_, elsewhere) => {
    const { api, keep } = await scene();
    expect(await keep(elsewhere)).toEqual({ posted: 0, kept: 0, elsewhere: 1 });
    expect(posts(api)).toEqual([]);
  });

  it('that are outdated are left, and made anew where the line is as bad as before', async () => {
    const { api, keep, head } = await scene();
    await keep(lr);
    const [pull] = api.state.pulls;
    const next = await commit(api, 'next', [head], { [file]: lines('x: 1', 'lr: 1e-5') });
    if (pull !== undefined) pull.head.sha = next;
    expect(await keep({ ...lr, line: 5, endLine: 5 })).toEqual({ posted: 1, kept: 0, elsewhere: 0 });
    expect(said(api)).toEqual([
      [4, lr.body],
      [5, lr.body],
    ]);
  });

  it('of another gate are seen, and left', async () => {
    const { api, github, head, keep } = await scene();
    await keep(lr, wd);
    const other = { key: 'validate-model-config', sha: head, suggestions: [lr] };
    expect(await github.suggestions.keep(89, other)).toEqual({ posted: 0, kept: 1, elsewhere: 0 });
    expect(said(api)).toEqual([
      [4, lr.body],
      [5, wd.body],
    ]);
  });

  it('by a person with our marker are never taken for ours', async () => {
    const mallory: Account = { login: 'mallory', type: 'User' };
    const { api, keep, head } = await scene();
    const body = '<!-- model-gates:suggestion.model-gates -->\nforged';
    api.state.reviewComments.push({ id: 1, number: 89, user: mallory, body, path: file, line: 4, sha: head });
    expect(await keep(lr)).toMatchObject({ posted: 1 });
    expect(said(api)).toEqual([
      [4, 'forged'],
      [4, lr.body],
    ]);
  });

  it('that fill more than a review are counted', async () => {
    const { api, keep, head } = await scene();
    const many = Array.from({ length: 40 }, (_, index) => `p${index}: 1e-5`);
    const next = await commit(api, 'next', [head], { [file]: lines(...many) });
    Object.assign(api.state.pulls[0]?.head ?? {}, { sha: next });
    const all = many.map((text, index) => suggestion(index + 4, text, 'x'));
    expect(await keep(...all)).toEqual({ posted: 30, kept: 0, elsewhere: 10 });
  });

  it('are not doubled when only the answer to the review is lost', async () => {
    const { api, keep } = await scene();
    api.failNext({ method: 'POST', path: '/reviews', status: 502, carriedOut: true });
    expect(await keep(lr, wd)).toMatchObject({ posted: 2 });
    expect(api.state.reviewComments).toHaveLength(2);
  });

  it('cost one request where there are none', async () => {
    const { api, keep } = await scene();
    await keep();
    expect(api.requests).toHaveLength(1);
  });

  it('need a permission, which the failure names', async () => {
    const { keep } = await scene({ tokenPermissions: readOnlyToken });
    expect(await failureOf(keep(lr))).toMatchObject({
      permissionDenied: true,
      help: expect.stringContaining('pull-requests: write'),
    });
  });

  it('say what to do where GitHub no longer shows the line', async () => {
    const { api, keep } = await scene();
    const message = 'pull_request_review_thread.line must be part of the diff';
    api.failNext({ method: 'POST', path: '/reviews', status: 422, message });
    expect(await failureOf(keep(lr))).toMatchObject({ help: expect.stringContaining('next run') });
  });
});

describe('the lines that a patch adds', () => {
  it.each<[string, string, [number, string][]]>([
    ['nothing', '', []],
    [
      'a new file',
      '@@ -0,0 +1,2 @@\n+a\n+b',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    ['a changed line', '@@ -2,3 +2,3 @@ class A\n x\n-a\n+b\n y', [[3, 'b']]],
    [
      'two hunks',
      '@@ -1 +1 @@\n-a\n+b\n@@ -9,2 +9,3 @@\n x\n+c\n y',
      [
        [1, 'b'],
        [10, 'c'],
      ],
    ],
    ['no line feed at the end', '@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b', [[1, 'b']]],
    [
      'lines that look like heads',
      '@@ -1 +1,2 @@\n-a\n+@@ -5 +5 @@\n+++ b',
      [
        [1, '@@ -5 +5 @@'],
        [2, '++ b'],
      ],
    ],
  ])('%s', (_, patch, expected) => {
    expect([...addedLines(patch)]).toEqual(expected);
  });
});
