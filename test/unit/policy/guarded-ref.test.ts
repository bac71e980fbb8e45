import { expect, test } from 'vitest';
import { guardedRef, type TrunkEvent } from '../../../src/policy/index.ts';

const [baseSha, headSha] = ['b'.repeat(40), 'c'.repeat(40)];

function pullRequest(headRef: string, fork = false): TrunkEvent {
  const facts = { number: 89, author: 'ada', draft: false, fork, labels: [] };
  const ends = { headSha, baseSha, headRef, baseRef: 'main', defaultBranch: 'main', pullRequest: facts };
  return { kind: 'pull-request', name: 'pull_request', ...ends };
}

const push: TrunkEvent = {
  kind: 'push',
  name: 'push',
  headSha,
  baseSha,
  headRef: 'release/v2.3',
  baseRef: 'release/v2.3',
  defaultBranch: 'main',
};
const { baseSha: _, ...created } = push;
const night: TrunkEvent = { kind: 'other', name: 'schedule', headRef: 'main', defaultBranch: 'main' };

test.each<[string, string, TrunkEvent, string]>([
  ['the base branch is its tip as the event names it', 'main', pullRequest('feature/x'), baseSha],
  ['the branch that was pushed is what it was before', 'release/v2.3', push, baseSha],
  ['a branch that was only just made is not a yardstick of itself', 'release/v2.3', created, 'refused'],
  ['another release branch', 'release/v2.2', push, 'refs/heads/release/v2.2'],
  ['the default branch', 'main', push, 'refs/heads/main'],
  ['the default branch at night, which is judged itself', 'main', night, 'refs/heads/main'],
  ['the own branch', 'release/v2.3', pullRequest('release/v2.3'), 'refused'],
  [
    'a branch of that name in a fork is another',
    'release/v2.3',
    pullRequest('release/v2.3', true),
    'refs/heads/release/v2.3',
  ],
  ['any other name is a tag', 'v2.3.0', pullRequest('v2.3.0'), 'refs/tags/v2.3.0'],
  ['any other branch too', 'feature/x', pullRequest('feature/x'), 'refs/tags/feature/x'],
  ['a full SHA', 'a'.repeat(40), pullRequest('feature/x'), 'a'.repeat(40)],
  ['less than a full SHA', 'abcdef12', pullRequest('feature/x'), 'refs/tags/abcdef12'],
  [
    'no full name of a ref gets round it',
    'refs/heads/feature/x',
    pullRequest('feature/x'),
    'refs/tags/refs/heads/feature/x',
  ],
])('%s', (_name, ref, event, expected) => {
  const guarded = guardedRef(ref, event);
  const told = { commit: 'sha', ref: 'name', refused: 'kind' } as const;
  expect(Object.entries(guarded).find(([key]) => key === told[guarded.kind])?.[1]).toBe(expected);
});
