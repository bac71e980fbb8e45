/** What is said without the gate is what the gate itself says. */
import { describe, expect, test } from 'vitest';
import { judgeDependencies } from '../../../src/dependencies/gate/detect-dep-drift.ts';
import { untouched } from '../../../src/dependencies/gate/untouched.ts';
import { dependencyDefaults, type DependencySettings } from '../../../src/dependencies/settings.ts';
import type { ChangedFile } from '../../../src/ports/index.ts';
import { memoryPorts, memoryTree } from '../../support/trees.ts';

interface Case {
  readonly files: readonly ChangedFile[];
  /** At the head. */
  readonly tree?: Readonly<Record<string, string>>;
  readonly settings?: Partial<DependencySettings>;
}

const code: ChangedFile = { status: 'modified', path: 'src/train.py' };
const list: ChangedFile = { status: 'modified', path: 'deps/base.txt' };

const spared: Record<string, Case> = {
  'code beside a lock': { files: [code], tree: { 'uv.lock': '' } },
  'code beside a lock in a folder': { files: [code], tree: { 'a/uv.lock': '' } },
  'code where nothing is installed': { files: [code], tree: { 'run.sh': '' } },
  'nothing at all': { files: [] },
  'a list that went': { files: [{ ...list, status: 'deleted' }] },
  'a list where others are chosen': { files: [list], settings: { files: ['uv.lock'] } },
  'a lock where others are chosen': {
    files: [{ status: 'modified', path: 'a/uv.lock' }],
    settings: { files: ['uv.lock'] },
  },
};

const judged: Record<string, Case> = {
  'a lock': { files: [{ status: 'modified', path: 'uv.lock' }] },
  'a script': { files: [{ status: 'modified', path: 'run.sh' }] },
  'a lock that was renamed': {
    files: [{ status: 'renamed', path: 'old.md', previousPath: 'requirements.txt' }],
  },
  'a list that others may include': { files: [list] },
  'a submodule': { files: [{ status: 'modified', path: 'module', submodule: 'module' }] },
  'a file that was chosen': { files: [code], settings: { files: ['src/*.py'] } },
  'the one file that was named': { files: [code], settings: { only: ['src/train.py'] } },
  'an environment': { files: [code], settings: { environment: true } },
  'an interpreter': { files: [code], settings: { python: 'python3' } },
};

async function said({ files, tree = {}, settings }: Case) {
  const [base, head] = [memoryTree({}, 'base', 'a'.repeat(40)), memoryTree(tree, 'head')];
  const ports = await memoryPorts(base, head, { files });
  const all = { ...dependencyDefaults, ...settings };
  return { first: await untouched(all, ports), gate: () => judgeDependencies(all, ports) };
}

describe('a change of', () => {
  test.each(Object.entries(spared))('%s needs no gate', async (_, each) => {
    const { first, gate } = await said(each);
    expect(first).toBeDefined();
    expect(await gate()).toMatchObject({ ...first });
  });

  test.each(Object.entries(judged))('%s needs it', async (_, each) => {
    expect((await said(each)).first).toBeUndefined();
  });

  test('two trees without git is for it to compare', async () => {
    const [base, head] = [memoryTree({}), memoryTree({})];
    expect(
      await untouched(dependencyDefaults, await memoryPorts(base, head, { files: [code] })),
    ).toBeUndefined();
  });
});
