import { describe, expect, test } from 'vitest';
import {
  answered,
  bumpOfCommits,
  bumpOfLabels,
  nextTag,
  plannedClaim,
  type NextRequest,
} from '../../../src/releases/index.ts';

const tags = [
  'v2.2.7',
  'v2.3.0',
  'v2.3.1',
  'v2.3.2-rc.1',
  'v2.4.0-alpha',
  'v2.4.0-rc.1',
  'v2.4.0-rc.9',
  'qwen3-vl/v7.0.4',
  'v2',
  'latest',
];

describe('the next tag', () => {
  test.each<[NextRequest, string, string]>([
    [{ line: 'v2.3' }, '', 'v2.3.2'],
    [{ line: 'v2.2' }, '', 'v2.2.8'],
    [{ line: 'v2.4' }, '', 'v2.4.0'],
    [{ line: 'v9.9' }, '', 'v9.9.0'],
    [{}, '', 'v2.3.2'],
    [{ bump: 'minor' }, '', 'v2.4.0'],
    [{ bump: 'major' }, '', 'v3.0.0'],
    [{ line: 'v2.3', preRelease: 'rc' }, '', 'v2.3.2-rc.2'],
    [{ line: 'v2.4', preRelease: 'rc' }, '', 'v2.4.0-rc.10'],
    [{ bump: 'minor', preRelease: 'alpha' }, '', 'v2.4.0-alpha.1'],
    [{ bump: 'major', preRelease: 'beta' }, '', 'v3.0.0-beta.1'],
    [{ bump: 'patch' }, 'qwen3-vl/', 'qwen3-vl/v7.0.5'],
    [{ bump: 'patch' }, 'new/', 'new/v0.0.1'],
    [{ bump: 'minor' }, 'new/', 'new/v0.1.0'],
    [{ bump: 'major' }, 'new/', 'new/v1.0.0'],
  ])('%j with prefix "%s" is %s', (request, prefix, tag) => {
    expect(nextTag(request, tags, prefix)).toBe(tag);
  });

  test('gaps are not filled: a deleted number is not given again to something else', () => {
    expect(nextTag({ line: 'v1.0' }, ['v1.0.0', 'v1.0.5'], '')).toBe('v1.0.6');
  });

  test.each<[NextRequest, string[], string | undefined]>([
    [{ line: 'v2.3' }, ['v2.3.1'], 'v2.3.1'],
    [{ line: 'v2.3' }, ['v2.2.9', 'v2.4.0'], undefined],
    [{ line: 'v2.3' }, ['v2.3.1-rc.1'], undefined],
    [{ line: 'v2.3', preRelease: 'rc' }, ['v2.3.1-rc.1'], 'v2.3.1-rc.1'],
    [{ line: 'v2.3', preRelease: 'rc' }, ['v2.3.1-alpha.1', 'v2.3.1'], undefined],
    [{ bump: 'minor' }, ['v2.3.1', 'v2.3.0'], 'v2.3.1'],
    [{ bump: 'patch' }, ['nightly'], undefined],
  ])('%j at a commit with %j is answered by %s', (request, own, tag) => {
    expect(answered(request, own, '')).toBe(tag);
  });
});

test.each([
  [['fix: a'], 'patch'],
  [['docs: a', 'feat: b', 'fix: c'], 'minor'],
  [['feat(vision)!: b', 'feat: c'], 'major'],
  [['refactor!: b'], 'major'],
  [['fix: a\n\nText.\n\nBREAKING CHANGE: weights must be converted'], 'major'],
  [['fix: a\n\nBREAKING-CHANGE: b'], 'major'],
  [['fix: not a BREAKING CHANGE: here'], 'patch'],
  [['Merge pull request #89', 'wip', ''], 'patch'],
  [['feature: b'], 'patch'],
  [['feat:no space'], 'patch'],
  [[], 'patch'],
])('commits %j ask for a %s', (messages, bump) => {
  expect(bumpOfCommits(messages)).toBe(bump);
});

test.each([
  [['version:minor'], 'minor'],
  [['Version:Major', 'version:patch'], 'major'],
  [['bug', 'minor'], undefined],
])('labels %j ask for a %s', (labels, bump) => {
  expect(bumpOfLabels(labels)).toBe(bump);
});

describe('what is planned', () => {
  const plan = (inputs: Parameters<typeof plannedClaim>[0] | object, messages: string[] = []) =>
    plannedClaim({ prefix: '', ...inputs }, messages);

  test.each([
    [{}, { kind: 'read' }],
    [{ claim: 'v2.3.1' }, { kind: 'exact', tag: 'v2.3.1' }],
    [
      { claim: 'v2.3.1', prefix: 'm/' },
      { kind: 'exact', tag: 'm/v2.3.1' },
    ],
    [
      { claim: 'm/v2.3.1', prefix: 'm/' },
      { kind: 'exact', tag: 'm/v2.3.1' },
    ],
    [{ next: 'v2.3' }, { kind: 'next', request: { line: 'v2.3' } }],
    [{ next: '2.3.x' }, { kind: 'next', request: { line: 'v2.3' } }],
    [{ next: 'minor' }, { kind: 'next', request: { bump: 'minor' } }],
    [
      { next: 'v2.4', preRelease: 'rc' },
      { kind: 'next', request: { line: 'v2.4', preRelease: 'rc' } },
    ],
    [
      { next: 'auto', branch: 'release/v2.3' },
      { kind: 'next', request: { line: 'v2.3' } },
    ],
    [
      { next: 'auto', branch: 'release/v2.3', mergedBranch: 'hotfix/nan-loss' },
      { kind: 'next', request: { line: 'v2.3' } },
    ],
    [
      { next: 'auto', branch: 'main', mergedBranch: 'hotfix/nan-loss' },
      { kind: 'next', request: { bump: 'patch' } },
    ],
    [{ next: 'auto', branch: 'main', mergedBranch: 'feature/x' }, { kind: 'read' }],
    [{ next: 'auto', branch: 'release/next' }, { kind: 'read' }],
    [
      { next: 'auto', branch: 'release/v2.3', preRelease: 'rc' },
      { kind: 'next', request: { line: 'v2.3', preRelease: 'rc' } },
    ],
    [
      { next: 'conventional', branch: 'release/v2.3' },
      { kind: 'next', request: { line: 'v2.3' } },
    ],
    [
      { next: 'conventional', labels: ['version:major'] },
      { kind: 'next', request: { bump: 'major' } },
    ],
    [{ next: 'conventional' }, { kind: 'next', request: { bump: 'minor' } }],
  ])('%j → %j', (inputs, expected) => {
    expect(plan(inputs, ['feat: x'])).toEqual(expected);
  });

  test.each([
    [{ claim: 'v2.3' }, 'version/invalid-tag'],
    [{ claim: '--force' }, 'version/invalid-tag'],
    [{ claim: '' }, 'version/invalid-tag'],
    [{ claim: 'v2.3.1', prefix: '../' }, 'version/invalid-tag'],
    [{ claim: 'v2.3.1', prefix: '-x/' }, 'version/invalid-tag'],
    [{ next: 'patch', prefix: 'a b/' }, 'version/invalid-tag'],
    [{ next: 'auto', prefix: 'a.lock/' }, 'version/invalid-tag'],
    [{ next: '2' }, 'version/invalid-next'],
    [{ next: '' }, 'version/invalid-next'],
    [{ next: 'v2.3', preRelease: '1' }, 'version/invalid-next'],
    [{ next: 'v2.3', preRelease: 'r c' }, 'version/invalid-next'],
    [{ next: 'v2.3', claim: 'v2.3.1' }, 'version/invalid-next'],
  ])('%j breaks %s', (inputs, rule) => {
    expect(plan(inputs)).toMatchObject({
      kind: 'invalid',
      finding: { rule, severity: 'error', help: expect.stringMatching(/\w/) },
    });
  });
});
