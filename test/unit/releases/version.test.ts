import { describe, expect, test } from 'vitest';
import {
  channelOf,
  commitVersion,
  compareVersions,
  derivedNames,
  isLatest,
  lineOf,
  parseVersion,
  previousVersion,
  versionsOf,
} from '../../../src/releases/index.ts';

test.each([
  ['v0.10.0rc1', { preRelease: ['rc', '1'] }, '0.10.0rc1', 'rc'],
  ['v2.4.0-rc10', { preRelease: ['rc', '10'] }, '2.4.0rc10', 'rc'],
  ['0.6.3.post1', { preRelease: [], post: 1 }, '0.6.3.post1', 'stable'],
  ['v0.6.3-post1', { preRelease: [], post: 1 }, '0.6.3.post1', 'stable'],
  ['v1.0.0a1', { preRelease: ['a', '1'] }, '1.0.0a1', 'a'],
  ['v1.0.0b2', { preRelease: ['b', '2'] }, '1.0.0b2', 'b'],
  ['1.0.0.dev3', { preRelease: [], dev: 3 }, '1.0.0.dev3', 'dev'],
  ['1.0.0rc1.dev2', { preRelease: ['rc', '1'], dev: 2 }, '1.0.0rc1.dev2', 'rc'],
  ['1.0.0RC1+cu126', { preRelease: ['rc', '1'], build: 'cu126' }, '1.0.0rc1+cu126', 'rc'],
])('%s is read as Python does', (tag, parts, pep440, channel) => {
  expect(parseVersion(tag, '')).toMatchObject(parts);
  const version = commitVersion('a'.repeat(40), [tag], '');
  expect(channelOf(version)).toBe(channel);
  expect(derivedNames(version, { prefix: '', committedAt: '' }).pep440).toBe(pep440);
});

test('spellings of both kinds have one order', () => {
  const ordered = [
    'v1.0.0.dev1',
    'v1.0.0.dev2',
    'v1.0.0a1',
    'v1.0.0-beta.1',
    'v1.0.0rc1.dev1',
    'v1.0.0rc1',
    'v1.0.0-rc2',
    'v1.0.0-rc.9',
    'v1.0.0rc10',
    'v1.0.0',
    'v1.0.0.post1.dev1',
    'v1.0.0.post1',
    'v1.0.0.post2',
    'v1.0.1.dev1',
  ];
  expect(versionsOf(ordered.toReversed(), '').map(({ tag }) => tag)).toEqual(ordered.toReversed());
});

test.each([
  ['v2.4.0', true],
  ['v2.3.9', false],
  ['v3.0.0-rc.1', false],
  ['2026.11.0', false],
  ['v2.4.0.post1', true],
])('latest belongs to %s: %s', (tag, latest) => {
  const tags = ['v2.3.8', 'v2.4.0', 'v3.0.0-rc.1', '2026.11.0'];
  expect(isLatest(commitVersion('a'.repeat(40), [tag], ''), tags, '')).toBe(latest);
});

describe('a version tag', () => {
  test.each([
    ['v2.3.1', '', [2, 3, 1, [], '']],
    ['2.3.1', '', [2, 3, 1, [], '']],
    ['v0.0.0', '', [0, 0, 0, [], '']],
    ['v2.4.0-rc.1', '', [2, 4, 0, ['rc', '1'], '']],
    ['v2.4.0-alpha', '', [2, 4, 0, ['alpha'], '']],
    ['v2.4.0-x-y.z', '', [2, 4, 0, ['x-y', 'z'], '']],
    ['v2.4.0-rc.1+cuda.126', '', [2, 4, 0, ['rc', '1'], 'cuda.126']],
    ['v2.4.0+001', '', [2, 4, 0, [], '001']],
    ['qwen3-vl/v2.3.1', 'qwen3-vl/', [2, 3, 1, [], '']],
    ['model-v1.2.3', 'model-', [1, 2, 3, [], '']],
  ])('%s with prefix "%s"', (tag, prefix, [major, minor, patch, preRelease, build]: unknown[]) => {
    expect(parseVersion(tag, prefix)).toEqual({
      tag,
      text: tag.slice(prefix.length),
      major,
      minor,
      patch,
      preRelease,
      build,
    });
  });

  test.each([
    ['v2.3', ''],
    ['v2', ''],
    ['v2.3.1.0', ''],
    ['v02.3.1', ''],
    ['v2.3.1-', ''],
    ['v2.3.1-rc..1', ''],
    ['v2.3.1-rc.01', ''],
    ['v2.3.1+', ''],
    ['v2.3.1+a+b', ''],
    ['v2.3.1 ', ''],
    ['v2.3.1\n', ''],
    ['vv2.3.1', ''],
    ['V2.3.1', ''],
    ['v9999999999.0.0', ''],
    ['qwen3-vl/v2.3.1', ''],
    ['v2.3.1', 'qwen3-vl/'],
    ['latest', ''],
    ['', ''],
    [`v1.0.0-${'a'.repeat(300)}`, ''],
  ])('%j with prefix "%s" is none', (tag, prefix) => {
    expect(parseVersion(tag, prefix)).toBeUndefined();
  });
});

test('versions are ordered as Semantic Versioning orders them', () => {
  const ordered = [
    'v1.0.0-alpha',
    'v1.0.0-alpha.1',
    'v1.0.0-alpha.beta',
    'v1.0.0-beta',
    'v1.0.0-beta.2',
    'v1.0.0-beta.11',
  ];
  ordered.push('v1.0.0-rc.1', 'v1.0.0', 'v1.0.1', 'v1.2.0', 'v1.10.0', 'v2.0.0');
  expect(versionsOf(ordered.toReversed(), '').map(({ tag }) => tag)).toEqual(ordered.toReversed());
  expect(versionsOf(ordered, '').map(({ tag }) => tag)).toEqual(ordered.toReversed());
});

test('equal versions have an order too', () => {
  const [a, b] = [parseVersion('v1.0.0', ''), parseVersion('v1.0.0+b', '')];
  expect(a !== undefined && b !== undefined && compareVersions(a, b) < 0 && compareVersions(b, a) > 0).toBe(
    true,
  );
});

const sha = 'abc123d4'.padEnd(40, '0');

describe('the version of a commit', () => {
  test.each([
    [['v2.3.1'], '', 'v2.3.1', 'stable'],
    [['v2.3.1', 'v2.10.0', 'v2.9.0', 'nightly'], '', 'v2.10.0', 'stable'],
    [['v2.4.0-rc.1', 'v2.4.0-alpha'], '', 'v2.4.0-rc.1', 'rc'],
    [['v2.4.0-rc.1', 'v2.4.0'], '', 'v2.4.0', 'stable'],
    [['v2.4.0-1'], '', 'v2.4.0-1', 'pre'],
    [['v9.0.0', 'qwen3-vl/v2.3.1'], 'qwen3-vl/', 'v2.3.1', 'stable'],
    [['latest', 'v2'], '', 'dev-abc123d4', 'dev'],
    [[], '', 'dev-abc123d4', 'dev'],
  ])('%j with prefix "%s" is %s on %s', (tags, prefix, version, channel) => {
    const found = commitVersion(sha, tags, prefix);
    expect([found.version, channelOf(found)]).toEqual([version, channel]);
  });

  const history = [
    'v2.2.9',
    'v2.3.0',
    'v2.3.1',
    'v2.4.0-rc.1',
    'v2.4.0-rc.2',
    'v2.4.0',
    'v3.0.0-alpha',
    'other/v9.0.0',
  ];
  test.each([
    ['v2.4.0', undefined, 'v2.3.1'],
    ['v2.4.0-rc.2', undefined, 'v2.4.0-rc.1'],
    ['v2.4.0-rc.1', undefined, 'v2.3.1'],
    ['v3.0.0-alpha', undefined, 'v2.4.0'],
    ['v2.3.0', undefined, 'v2.2.9'],
    ['v2.2.9', undefined, undefined],
    ['untagged', undefined, 'v2.4.0'],
    ['untagged', 'v2.3', 'v2.3.1'],
    ['untagged', 'v2.7', undefined],
  ])('before %s (line %s) comes %s', (tag, line, previous) => {
    expect(previousVersion(commitVersion(sha, [tag], ''), history, '', line)?.tag).toBe(previous);
  });
});

test('the line of a version', () => {
  const version = parseVersion('m/v2.3.1', 'm/');
  expect(version && lineOf(version)).toBe('v2.3');
});
