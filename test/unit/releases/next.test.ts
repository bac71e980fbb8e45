import { describe, expect, test } from 'vitest';
import {
  answered,
  bumpOfCommits,
  bumpOfLabels,
  nextTag,
  plannedClaim,
  whileInitial,
  type Bump,
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
  expect(bumpOfCommits(commitsOf(messages)).bump).toBe(bump);
});

/** Commits with these messages, newest first; the SHA of each is its number, forty digits long. */
function commitsOf(messages: readonly string[]): { sha: string; message: string }[] {
  return messages.map((message, at) => ({ sha: shaOf(messages.length - at), message }));
}

function shaOf(number: number): string {
  return String(number).padStart(40, '0');
}

describe('a change and its revert', () => {
  test.each<[string, string[], string]>([
    ['by SHA', [`Revert "feat!: a"\n\nThis reverts commit ${shaOf(1)}.`, 'feat!: a'], 'patch'],
    [
      'by an abbreviated SHA',
      [`Revert "feat: a"\n\nThis reverts commit ${shaOf(1).slice(0, 39)}.`, 'feat: a'],
      'patch',
    ],
    [
      'as Conventional Commits write it',
      [`revert: let a go\n\nRefs: ${shaOf(1)}, ${shaOf(2)}`, 'feat: b', 'feat!: a'],
      'patch',
    ],
    [
      'of a merged pull request',
      ['Revert "feat!: a (#12)" (#13)\n\nReverts acme/m#12', 'feat!: a (#12)'],
      'patch',
    ],
    ['by the subject that it quotes', ['Revert "feat: a"', 'feat: a'], 'patch'],
    [
      'of a merge commit',
      ['Undo a\n\nReverts acme/m#12', 'Merge pull request #12 from x/a\n\nfeat!: a'],
      'patch',
    ],
    [
      'that was itself reverted',
      [
        `Revert "Revert \\"feat: a\\""\n\nThis reverts commit ${shaOf(2)}.`,
        `Revert "feat: a"\n\nThis reverts commit ${shaOf(1)}.`,
        'feat: a',
      ],
      'minor',
    ],
    ['of one of two', [`x\n\nThis reverts commit ${shaOf(1)}.`, 'feat: b', 'feat!: a'], 'minor'],
    [
      'of what was released before',
      ['Revert "feat: old"\n\nThis reverts commit deadbeefdeadbeef.', 'feat: b'],
      'minor',
    ],
    ['of a later change of the same name', ['feat: a', 'Revert "feat: a"'], 'minor'],
  ])('%s', (_, messages, bump) => {
    expect(bumpOfCommits(commitsOf(messages)).bump).toBe(bump);
  });

  test('the commits that decide are named', () => {
    const { decidedBy } = bumpOfCommits(commitsOf(['fix: c', 'feat: b', 'docs: x', 'feat: a']));
    expect(decidedBy.map(({ message }) => message)).toEqual(['feat: b', 'feat: a']);
    expect(bumpOfCommits(commitsOf(['fix: c'])).decidedBy).toEqual([]);
  });
});

test.each([
  ['major', { major: 0 }, 'minor'],
  ['major', { major: 1 }, 'major'],
  ['minor', { major: 0 }, 'minor'],
  ['patch', { major: 0 }, 'patch'],
  ['major', undefined, 'major'],
] as const)('a %s after %j is a %s', (bump, highest, expected) => {
  expect(whileInitial(bump, highest)).toBe(expected);
});

describe('the next tag after other spellings', () => {
  test.each<[string[], NextRequest, string]>([
    [['v0.10.0rc1'], { line: 'v0.10', preRelease: 'rc' }, 'v0.10.0rc2'],
    [['v0.9.0', 'v0.10.0rc9', 'v0.10.0rc10'], { bump: 'minor', preRelease: 'rc' }, 'v0.10.0rc11'],
    [
      ['v1.0.0', 'v1.1.0-rc1', 'v1.1.0-rc10', 'v1.1.0-rc9'],
      { bump: 'minor', preRelease: 'rc' },
      'v1.1.0-rc11',
    ],
    [['v1.0.0', 'v1.1.0-beta.2'], { bump: 'minor', preRelease: 'beta' }, 'v1.1.0-beta.3'],
    [['v1.0.0', 'v1.1.0.rc1'], { bump: 'minor', preRelease: 'rc' }, 'v1.1.0.rc2'],
    [['v0.6.2', 'v0.6.3.post1'], { bump: 'patch' }, 'v0.6.4'],
    [['0.6.3', '0.6.3.post2'], { line: 'v0.6' }, 'v0.6.4'],
    [['v1.0.0', 'v2.0.0.dev3'], { bump: 'patch' }, 'v1.0.1'],
    [['v1.0.0', '2026.11.0'], { bump: 'minor' }, 'v1.1.0'],
    [['2026.10.0', '2026.11.0'], { bump: 'patch' }, 'v2026.11.1'],
    [['v1.0.0', '2026.11.0'], { line: 'v2026.11' }, 'v2026.11.1'],
  ])('%j, %j is %s', (known, request, tag) => {
    expect(nextTag(request, known, '')).toBe(tag);
  });
});

test.each([
  [['version:minor'], 'minor'],
  [['Version:Major', 'version:patch'], 'major'],
  [['bug', 'minor'], undefined],
])('labels %j ask for a %s', (labels, bump) => {
  expect(bumpOfLabels(labels)).toBe(bump);
});

describe('what is planned', () => {
  const plan = (inputs: Parameters<typeof plannedClaim>[0] | object, asked?: Bump) =>
    plannedClaim({ prefix: '', ...inputs }, asked);

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
    expect(plan(inputs, 'minor')).toEqual(expected);
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
