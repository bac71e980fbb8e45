import { describe, expect, it } from 'vitest';
import { selectConfigs } from '../../../src/config/gate/select.ts';
import { configDefaults } from '../../../src/config/index.ts';
import { commands } from '../../../src/git/index.ts';
import type { ChangedFile, FileTree } from '../../../src/ports/index.ts';
import { rememberingLog } from '../../support/log.ts';

describe('a change of many configs', () => {
  it('looks at each changed file a few times, however many there are', async () => {
    const size = 2000;
    let reads = 0;
    const files = Array.from({ length: size }, (_, at): ChangedFile => {
      const path = `configs/${at}.yaml`;
      return Object.defineProperty({ status: 'modified', path }, 'path', {
        enumerable: true,
        get: () => {
          reads++;
          return path;
        },
      });
    });
    const tree: FileTree = { name: 'head', list: async () => [], read: async () => undefined };
    const change = { base: tree, head: tree, files, commits: async () => [] };
    const ports = { change, workspace: tree, log: rememberingLog(), commands, now: () => 0 };
    const selection = await selectConfigs({ ...configDefaults, files: ['configs/*.yaml'] }, ports);
    expect(selection.files).toHaveLength(size);
    expect(selection.files[7]).toEqual({
      path: 'configs/7.yaml',
      basePath: 'configs/7.yaml',
      isListed: true,
    });
    expect(reads).toBeLessThan(12 * size);
  });
});
