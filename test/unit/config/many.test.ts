import { describe, expect, it } from 'vitest';
import { unchanged } from '../../../src/check/compare-trees.ts';
import { selectConfigs } from '../../../src/config/gate/select.ts';
import { judgeConfig } from '../../../src/config/gate/validate-model-config.ts';
import { configDefaults } from '../../../src/config/index.ts';
import { commands } from '../../../src/git/index.ts';
import type { ChangedFile, FileTree } from '../../../src/ports/index.ts';
import { rememberingLog } from '../../support/log.ts';
import { memoryTree } from '../../support/trees.ts';

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

  it('reads each named file once', async () => {
    const paths = Array.from({ length: 100 }, (_, at) => `configs/${at}.yaml`);
    const reads = new Map<string, number>();
    const files = memoryTree(Object.fromEntries(paths.map((path) => [path, 'steps: 1\n'])));
    const read: FileTree['read'] = async (path, most) => {
      reads.set(path, (reads.get(path) ?? 0) + 1);
      return files.read(path, most);
    };
    const tree = { ...files, read };
    const change = unchanged(tree);
    const ports = { change, workspace: tree, log: rememberingLog(), commands, now: () => 0 };
    const { facts } = await judgeConfig({ ...configDefaults, only: paths }, ports);
    expect(facts.files).toHaveLength(100);
    expect(paths.map((path) => reads.get(path))).toEqual(paths.map(() => 1));
  });
});
