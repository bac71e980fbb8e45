import { describe, expect, test } from 'vitest';
import { compiledFolder } from '../../../src/cli/compiled.ts';

describe('compiled bundles are kept', () => {
  test.each([
    [
      'in the cache that the user names',
      { XDG_CACHE_HOME: '/c', HOME: '/home/a' },
      'linux',
      '/c/model-gates/compiled',
    ],
    ['in the usual one', { HOME: '/home/a' }, 'linux', '/home/a/.cache/model-gates/compiled'],
    ['in that of macOS', { HOME: '/Users/a' }, 'darwin', '/Users/a/Library/Caches/model-gates/compiled'],
    ['nowhere without a home', {}, 'linux', undefined],
    ['nowhere relative, which may be a repository', { XDG_CACHE_HOME: 'cache' }, 'linux', undefined],
    ['nowhere in a job', { HOME: '/home/a', CI: 'true' }, 'linux', undefined],
    ['nowhere on a runner', { HOME: '/home/a', GITHUB_ACTIONS: 'true' }, 'linux', undefined],
  ])('%s', (_, environment, platform, folder) => {
    expect(compiledFolder(environment, platform)).toBe(folder);
  });
});
