import { describe, expect, test } from 'vitest';
import { compiledFolder } from '../../../src/cli/compiled.ts';

const linux = { platform: 'linux', getuid: () => 7 } as const;

describe('compiled bundles are kept', () => {
  test.each([
    [
      'in the cache that the user names',
      { XDG_CACHE_HOME: '/c', HOME: '/home/a' },
      '/c/model-gates/compiled/7/check',
    ],
    ['in the usual one', { HOME: '/home/a' }, '/home/a/.cache/model-gates/compiled/7/check'],
    ['nowhere without a home', {}, undefined],
    ['nowhere relative, which may be a repository', { XDG_CACHE_HOME: 'cache' }, undefined],
    ['nowhere in a job', { HOME: '/home/a', CI: 'true' }, undefined],
    ['nowhere on a runner', { HOME: '/home/a', GITHUB_ACTIONS: 'true' }, undefined],
    ['nowhere for who wants none', { HOME: '/home/a', NODE_DISABLE_COMPILE_CACHE: '1' }, undefined],
  ])('%s', (_, environment, folder) => {
    expect(compiledFolder(environment, 'check', linux)).toBe(folder);
  });

  test('in that of macOS', () => {
    const folder = compiledFolder({ HOME: '/Users/a' }, 'check', { platform: 'darwin', getuid: () => 501 });
    expect(folder).toBe('/Users/a/Library/Caches/model-gates/compiled/501/check');
  });

  test('where there are no numbers of users', () => {
    const folder = compiledFolder({ LOCALAPPDATA: '/local' }, 'check', { platform: 'win32' });
    expect(folder).toBe('/local/model-gates/compiled/user/check');
  });

  test.each([
    [undefined, 'other'],
    ['--version', '--version'],
    ['../../outside', 'other'],
    ['Ü', 'other'],
  ])('of the verb %j as %s', (verb, name) => {
    expect(compiledFolder({ HOME: '/home/a' }, verb, linux)).toBe(
      `/home/a/.cache/model-gates/compiled/7/${name}`,
    );
  });
});
