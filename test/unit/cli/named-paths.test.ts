import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { unchanged } from '../../../src/check/compare-trees.ts';
import { gatePath, withNamedPaths } from '../../../src/cli/named-paths.ts';
import { folderTree, commands } from '../../../src/git/index.ts';
import { UserError } from '../../../src/kernel/user-error.ts';
import type { FileTree } from '../../../src/ports/index.ts';
import { rememberingLog } from '../../support/log.ts';
import { temporaryFolder } from '../../support/repository.ts';

function folder(): string {
  const root = temporaryFolder();
  for (const name of ['work', 'cache/snapshot', 'cache/blobs', 'other'])
    mkdirSync(path.join(root, name), { recursive: true });
  writeFileSync(path.join(root, 'work/a.yaml'), 'own');
  writeFileSync(path.join(root, 'cache/blobs/1'), 'weights');
  symlinkSync('../blobs/1', path.join(root, 'cache/snapshot/model.safetensors'));
  writeFileSync(path.join(root, 'other/config.json'), 'named');
  writeFileSync(path.join(root, 'other/secret.json'), 'not named');
  return root;
}

async function textIn(tree: FileTree, file: string): Promise<string | undefined> {
  const bytes = await tree.read(file);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString();
}

async function portsIn(cwd: string, files: readonly string[], checkpoint?: string) {
  const tree = await folderTree(cwd);
  const ports = { change: unchanged(tree), workspace: tree, log: rememberingLog(), commands, now: () => 0 };
  return withNamedPaths(ports, { files, checkpoint }, cwd);
}

describe('paths of the command line', () => {
  it.each([
    ['./configs/a.yaml', 'configs/a.yaml'],
    ['configs\\a.yaml', 'configs/a.yaml'],
    ['/repository/configs/a.yaml', 'configs/a.yaml'],
    ['../configs/a.yaml', 'configs/a.yaml'],
    ['../../a.yaml', '../../a.yaml'],
    ['/elsewhere/a.yaml', '/elsewhere/a.yaml'],
    ['/repository-2/a.yaml', '/repository-2/a.yaml'],
  ])('%s is %s to the gates', (given, expected) => {
    expect(gatePath(given, '/repository/scripts', '/repository')).toBe(expected);
  });

  it('lead out of the folder where they were named, and only there', async () => {
    const root = folder();
    const cwd = path.join(root, 'work');
    const absolute = path.join(root, 'other/config.json');
    const { change } = await portsIn(cwd, ['../other/config.json', absolute, 'a.yaml']);
    expect(await textIn(change.head, '../other/config.json')).toBe('named');
    expect(await textIn(change.head, absolute)).toBe('named');
    expect(await textIn(change.head, 'a.yaml')).toBe('own');
    expect(change.base).toBe(change.head);
    await expect(change.head.read('../other/secret.json')).rejects.toThrow(/leads out of the repository/);
    await expect(change.head.read(path.join(root, 'other/secret.json'))).rejects.toThrow(/leads out/);
  });

  it('are read where the folder around them cannot be listed', async () => {
    const root = folder();
    writeFileSync(path.join(root, 'a.yaml'), 'above');
    const tree = await folderTree(root);
    const crowded = () => Promise.reject(new UserError('more than 500000 files'));
    const listless = { ...tree, list: crowded, reachable: crowded };
    const ports = { change: unchanged(listless), workspace: tree, log: rememberingLog(), commands };
    const files = ['a.yaml', 'work/a.yaml', '/elsewhere/b.yaml'];
    const { change } = await withNamedPaths(
      { ...ports, now: () => 0 },
      { files, checkpoint: undefined },
      root,
    );
    for (const list of [change.head.list, change.head.reachable])
      expect(await list?.()).toEqual(['a.yaml', 'work/a.yaml']);
    expect(await textIn(change.head, 'a.yaml')).toBe('above');
  });

  it('name a checkpoint in a download cache, whose files are links', async () => {
    const root = folder();
    const cwd = path.join(root, 'work');
    const { workspace, change } = await portsIn(cwd, [], '../cache/snapshot');
    const file = '../cache/snapshot/model.safetensors';
    expect(await workspace.list()).toEqual([file]);
    expect(await textIn(workspace, file)).toBe('weights');
    expect((await workspace.readRange?.(file, 0, 2))?.fileBytes).toBe(7);
    await expect(workspace.read('../cache/blobs/1')).rejects.toThrow(/leads out/);
    await expect(change.head.read(file)).rejects.toThrow(/leads out/);
  });
});
