import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAction, readActions } from '../../scripts/docs/action-metadata.ts';
import { root } from '../support/contract/sources.ts';
import { actionProblems } from '../support/contract/workflow-lint.ts';

const actions = readActions(root);

/** Every action that the design knows; they come one by one. */
const designed = [
  '.',
  'actions/validate-model-config',
  'actions/detect-dep-drift',
  'actions/detect-input-drift',
  'actions/regression-gate',
  'actions/emit-version-tag',
  'actions/locate-regression',
  'actions/plan-gates',
  'actions/check-branch',
  'actions/record-lineage',
  'actions/trace-lineage',
  'actions/trigger-pipeline',
  'actions/sweep-branches',
  'actions/build-dashboard',
  'actions/promote-model',
];

test('the first five actions are there, and none that the design does not know', () => {
  const folders = actions.map(({ folder }) => folder);
  expect(folders).toEqual(expect.arrayContaining(designed.slice(0, 5)));
  expect(designed).toEqual(expect.arrayContaining(folders));
});

test('each folder of src/actions belongs to an action.yml', () => {
  const folders = readdirSync(path.join(root, 'src/actions'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(folders.map(({ name }) => name).toSorted()).toEqual(actions.map(({ id }) => id).toSorted());
});

describe.each(actions)('$folder', (action) => {
  const at = (...parts: string[]): string => path.join(root, action.folder, ...parts);

  test('is valid to GitHub', async () => {
    expect(await actionProblems(readFileSync(at('action.yml'), 'utf8'))).toEqual([]);
  });

  test('runs its own bundle on Node 24', () => {
    expect(action.using).toBe('node24');
    expect(action.id).toBe(action.folder === '.' ? 'check' : path.basename(action.folder));
    expect(path.relative(root, at(action.main)).replaceAll('\\', '/')).toBe(`dist/${action.id}/index.js`);
    expect(existsSync(at(action.main))).toBe(true);
  });

  test('can be found and distinguished on the Marketplace', () => {
    expect(action.hasBranding).toBe(true);
    expect(existsSync(at('README.md'))).toBe(true);
    expect(action.description.length).toBeLessThan(125);
  });

  test('says of each input and output what it is', () => {
    const undescribed = [...action.inputs]
      .filter(([, { description }]) => description.length < 10)
      .map(([name]) => name);
    expect(undescribed).toEqual([]);
    expect([...action.outputs].filter(([, description]) => description.length < 10)).toEqual([]);
  });

  test('asks for no input that it gives a default for', () => {
    expect([...action.inputs].filter(([, input]) => input.required && input.default !== undefined)).toEqual(
      [],
    );
  });
});

describe('what is wrong in an action.yml is found', () => {
  const right = { name: 'x', description: 'y', runs: { using: 'node24', main: 'index.js' } };
  test.each([
    ['an unknown key', { ...right, foo: 1 }, 'foo'],
    ['no description', { ...right, description: undefined }, 'description'],
    ['an unknown runtime', { ...right, runs: { using: 'node99', main: 'x' } }, 'node99'],
    ['an unknown icon', { ...right, branding: { icon: 'pizza', color: 'blue' } }, 'pizza'],
  ])('%s', async (_, document, message) => {
    expect(await actionProblems(JSON.stringify(document))).toEqual([expect.stringContaining(message)]);
  });

  test('and nothing in one that is right', async () => {
    expect(await actionProblems(JSON.stringify(right))).toEqual([]);
  });

  test('missing branding, an old runtime and a misspelt key are seen in what is read', () => {
    const text = `runs: { using: node20, main: ../../dist/b/index.js }
branding: { icon: tag }
inputs: { c: { descripton: x } }
`;
    const action = parseAction('actions/a', text);
    expect(action.inputs.get('c')?.description).toBe('');
    expect(action).toMatchObject({ using: 'node20', id: 'b', hasBranding: false });
  });
});
