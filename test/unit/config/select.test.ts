import { expect, it } from 'vitest';
import { configDefaults } from '../../../src/config/settings.ts';
import { selectConfigs } from '../../../src/config/gate/select.ts';
import { memoryPorts, memoryTree } from '../../support/trees.ts';

const base = {
  'configs/a.yaml': 'x: 1\n',
  'configs/b.yaml': 'x: 1\n',
  '.github/model-registry.yml': 'parameters: {}\n',
};

async function selected(head: Record<string, string>) {
  const { files, reason } = await selectConfigs(
    configDefaults,
    await memoryPorts(memoryTree(base), memoryTree({ ...base, ...head })),
  );
  return { files: files.map(({ path }) => path), reason };
}

it('judges the configs that changed and no others', async () => {
  expect(await selected({ 'configs/a.yaml': 'x: 2\n' })).toEqual({
    files: ['configs/a.yaml'],
    reason: 'changed',
  });
});

it('judges all of them when the registry changed', async () => {
  expect(
    await selected({ '.github/model-registry.yml': 'parameters: { x: { type: int } }\n' }),
  ).toMatchObject({
    files: ['configs/a.yaml', 'configs/b.yaml'],
    reason: 'the registry changed',
  });
});

it('tells a config that is moved to where nothing judges it, and not one that only gets another name', async () => {
  const ports = await memoryPorts(memoryTree(base), memoryTree(base));
  const files = [
    { status: 'renamed', path: 'old/a.yaml', previousPath: 'configs/a.yaml' },
    { status: 'renamed', path: 'configs/c.yaml', previousPath: 'configs/b.yaml' },
    { status: 'deleted', path: 'configs/d.yaml' },
  ] as const;
  const selection = await selectConfigs(configDefaults, { ...ports, change: { ...ports.change, files } });
  expect(selection).toMatchObject({
    files: [{ path: 'configs/c.yaml', basePath: 'configs/b.yaml' }],
    deleted: ['configs/a.yaml', 'configs/d.yaml'],
  });
});
