import { describe, expect, test } from 'vitest';
import { commitVersion, derivedNames, parseVersion, tagMessage } from '../../../src/releases/index.ts';

const sha = 'abc123d4'.padEnd(40, '0');
const committedAt = '2026-11-22T10:00:00Z';

const names = (tag: string, more: { prefix?: string; pullRequest?: number; previous?: string } = {}) => {
  const { prefix = '', previous, ...rest } = more;
  const before = previous === undefined ? undefined : parseVersion(previous, prefix);
  return derivedNames(commitVersion(sha, [tag], prefix), {
    prefix,
    committedAt,
    ...rest,
    ...(before === undefined ? {} : { previous: before }),
  });
};

describe('derived names', () => {
  test.each([
    ['v2.3.1', {}, 'v2.3.1', '2.3.1', 'v2-3-1-abc123d4'],
    ['v2.4.0-rc.1', {}, 'v2.4.0-rc.1', '2.4.0rc1', 'v2-4-0-rc-1-abc123d4'],
    ['v2.4.0-alpha', {}, 'v2.4.0-alpha', '2.4.0a0', 'v2-4-0-alpha-abc123d4'],
    ['v2.4.0-beta.2', {}, 'v2.4.0-beta.2', '2.4.0b2', 'v2-4-0-beta-2-abc123d4'],
    ['v2.4.0-nightly.7', {}, 'v2.4.0-nightly.7', '2.4.0.dev0+nightly.7', 'v2-4-0-nightly-7-abc123d4'],
    ['v2.4.0-constructor', {}, 'v2.4.0-constructor', '2.4.0.dev0+constructor', 'v2-4-0-constructor-abc123d4'],
    ['v2.3.1+001.0a.0', {}, 'v2.3.1_001.0a.0', '2.3.1+1.0a.0', 'v2-3-1-001-0a-0-abc123d4'],
    ['v2.3.1+cuda.126', {}, 'v2.3.1_cuda.126', '2.3.1+cuda.126', 'v2-3-1-cuda-126-abc123d4'],
    ['qwen3-vl/v2.3.1', { prefix: 'qwen3-vl/' }, 'qwen3-vl-v2.3.1', '2.3.1', 'qwen3-vl-v2-3-1-abc123d4'],
    ['none', {}, 'dev-abc123d4', '0.0.0.dev0+gabc123d4', 'dev-abc123d4'],
    ['none', { previous: 'v2.3.1' }, 'dev-abc123d4', '2.3.2.dev0+gabc123d4', 'dev-abc123d4'],
    ['none', { pullRequest: 89 }, 'pr-89', '0.0.0.dev0+gabc123d4', 'pr-89-abc123d4'],
    ['v2.3.1', { pullRequest: 89 }, 'v2.3.1', '2.3.1', 'v2-3-1-abc123d4'],
  ])('of %s %j: %s, %s, %s', (tag, more, dockerTag, pep440, jobName) => {
    const found = names(tag, more);
    expect([found.dockerTag, found.pep440, found.jobName]).toEqual([dockerTag, pep440, jobName]);
  });

  test('a pull request has a channel of its own, while it has no tag', () => {
    expect([
      names('none', { pullRequest: 89 }).channel,
      names('v2.3.1', { pullRequest: 89 }).channel,
    ]).toEqual(['pr', 'stable']);
  });

  test('OCI labels name version, revision, date and source', () => {
    const found = derivedNames(commitVersion(sha, ['v2.3.1'], ''), {
      prefix: '',
      committedAt,
      source: 'https://forge.example/team/model',
    });
    expect(found.labels).toEqual({
      'org.opencontainers.image.version': 'v2.3.1',
      'org.opencontainers.image.revision': sha,
      'org.opencontainers.image.created': committedAt,
      'org.opencontainers.image.source': 'https://forge.example/team/model',
    });
  });
});

test('the message of a tag carries the verdicts, in one order', () => {
  const verdicts = [
    { gate: 'regression-gate', verdict: 'exempt', note: 'by ada\non 1a2b3c4d' },
    { gate: 'detect-dep-drift', verdict: 'pass' },
  ] as const;
  const message = tagMessage('v2.3.1', verdicts);
  expect(message).toBe(
    'v2.3.1\n\nGate: detect-dep-drift=pass\nGate: regression-gate=exempt (by ada on 1a2b3c4d)',
  );
  expect(tagMessage('v2.3.1', verdicts.toReversed())).toBe(message);
  expect(tagMessage('v2.3.1', [])).toBe('v2.3.1');
});
