import { describe, expect, it } from 'vitest';
import { mergeGroupEvent, pullRequestEvent, pushEvent, workflowDispatchEvent } from '../../support/events.ts';
import { readEvent } from '../../../src/policy/index.ts';
import type { RunnerEvent } from '../../support/runner.ts';

const base = { sha: 'b'.repeat(40) };
const head = { ref: 'feature', sha: 'c'.repeat(40) };
const own = {
  kind: 'pull-request',
  headSha: head.sha,
  baseSha: base.sha,
  headRef: 'feature',
  baseRef: 'main',
  defaultBranch: 'main',
};

describe('an event as GitHub sends it is understood', () => {
  it.each<[string, RunnerEvent, object]>([
    [
      'pull request',
      pullRequestEvent({ base, head }),
      { ...own, pullRequest: { number: 89, author: 'ada', draft: false, fork: false, labels: [] } },
    ],
    [
      'of a fork',
      pullRequestEvent({ base, head, fork: 'mallory/qwen3-vl', author: 'mallory' }),
      { pullRequest: { fork: true, author: 'mallory' } },
    ],
    ['of a deleted fork', pullRequestEvent({ base, head, fork: null }), { pullRequest: { fork: true } }],
    [
      'draft',
      pullRequestEvent({ base, head, action: 'converted_to_draft' }),
      { pullRequest: { draft: true } },
    ],
    [
      'labels',
      pullRequestEvent({ base, head, action: 'labeled', labels: ['hotfix', 'a b'] }),
      { pullRequest: { labels: ['hotfix', 'a b'] } },
    ],
    [
      'another base',
      pullRequestEvent({ base: { ...base, ref: 'release/v2.3' }, head }),
      { baseRef: 'release/v2.3' },
    ],
    [
      'push',
      pushEvent({ before: base.sha, after: head.sha }),
      { kind: 'push', headSha: head.sha, baseSha: base.sha, headRef: 'main' },
    ],
    [
      'merge group',
      mergeGroupEvent({ base, head }),
      { kind: 'merge-group', headSha: head.sha, baseSha: base.sha, baseRef: 'main' },
    ],
    [
      'started by hand',
      workflowDispatchEvent({ inputs: { version: 'v2' } }),
      { kind: 'other', headRef: 'main' },
    ],
  ])('%s', (_, { name, payload }, expected) => {
    expect(readEvent(name, payload)).toMatchObject({ ok: true, event: { name, ...expected } });
  });

  it('new branches have no commit before', () => {
    const { name, payload } = pushEvent({ after: head.sha });
    const read = readEvent(name, payload);
    expect(read.ok && read.event.baseSha).toBeUndefined();
  });
});
