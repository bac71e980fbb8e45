import { Ajv2020 } from 'ajv/dist/2020.js';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { withInputs } from '../../scripts/docs/action-inputs.ts';
import { parseAction } from '../../scripts/docs/action-metadata.ts';
import policySchema from '../../schema/policy.schema.json' with { type: 'json' };
import { configTable } from '../../src/config/settings.ts';
import { dependencyTable } from '../../src/dependencies/settings.ts';
import { choice, list, text } from '../../src/kernel/fields.ts';
import { defaultsOf, fieldOf, inputs, isInput, type SettingTable } from '../../src/kernel/settings.ts';
import { shown } from '../../src/kernel/settings-text.ts';
import { policyOf } from '../../src/policy/index.ts';
import {
  branchTable,
  hotfixTable,
  planTable,
  sweepTable,
  versioningTable,
} from '../../src/policy/settings.ts';
import { inputTable } from '../../src/inputs/settings.ts';
import { regressionTable } from '../../src/regression/settings.ts';
import { sourceFile } from '../support/contract/sources.ts';

const accepts = new Ajv2020({ strict: false }).compile(policySchema);
const published: ReadonlyMap<string, object> = new Map(Object.entries(policySchema.properties));
const page = sourceFile('docs/policy.md').text;

const sections: readonly [section: string, table: SettingTable, action?: string][] = [
  ['config', configTable, 'validate-model-config'],
  ['dependencies', dependencyTable, 'detect-dep-drift'],
  ['inputs', inputTable, 'detect-input-drift'],
  ['regression', regressionTable, 'regression-gate'],
  ['versioning', versioningTable, 'emit-version-tag'],
  ['plan', planTable],
  ['hotfix', hotfixTable],
  ['branches', branchTable],
  ['sweep', sweepTable],
];

describe.each(sections)('policy.%s', (section, table, action) => {
  const names = Object.keys(table);

  test('its settings are all published: in the schema, on the page, and in action.yml where they are inputs', () => {
    expect(keysOf(published.get(section))).toEqual(names);
    expect(names.filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([]);
    const given = Object.entries(table).flatMap(([name, item]) => (isInput(item) ? [name] : []));
    const declared = action === undefined ? [] : inputsOf(action);
    expect(given.filter((name) => !declared.includes(name))).toEqual([]);
  });

  test('accepts the defaults of the code, spelled as in the file', () => {
    const defaults = Object.entries(defaultsOf(table)).filter(([key]) => key !== 'releaseManagers');
    accepts({ [section]: Object.fromEntries(defaults.map(([key, value]) => [kebabCase(key), value])) });
    expect(accepts.errors ?? []).toEqual([]);
  });

  test('an input reads the default that it is said to have', () => {
    const wrong = Object.entries(table).filter(([, item]) => {
      const said = shown(item.default);
      return said !== '' && isInput(item) && shown(fieldOf(item)?.parse(said)) !== said;
    });
    expect(wrong).toEqual([]);
  });

  test('refuses a key that it does not know', () => {
    expect(accepts({ [section]: { 'no-such-key': 1 } })).toBe(false);
  });
});

test.each([
  { config: { dialect: 'no-such-choice' } },
  { regression: { mode: 'no-such-choice' } },
  { gates: { 'no-such-choice': false } },
])('no other choice is accepted: %j', (document) => {
  expect(accepts(document)).toBe(false);
});

test('a policy is read with the keys of the code, defaults filled in wherever nothing else may fill them', () => {
  const policy = policyOf({
    gates: { 'detect-dep-drift': false },
    config: { 'expect-parameters': '7B' },
    exemptions: [{ label: 'urgent', gates: ['regression-gate'], by: { users: ['ada'] }, 'author-may': true }],
    hotfix: { 'release-managers': { teams: ['acme/release'] } },
  });
  expect(policy).toMatchObject({
    gates: { 'detect-dep-drift': false },
    config: { expectParameters: '7B' },
    hotfix: {
      branches: ['hotfix/*'],
      releaseManagers: { users: [], teams: ['acme/release'] },
      evaluateWithinHours: 24,
    },
    branches: { limitHours: 72 },
  });
  expect(policy.config).toEqual({ expectParameters: '7B' });
  expect(policy.exemptions).toEqual([
    {
      label: 'urgent',
      gates: ['regression-gate'],
      by: { users: ['ada'], teams: [] },
      authorMay: true,
      reasonRequired: true,
      sticky: false,
      effect: 'lift',
    },
  ]);
  expect(policyOf(null)).toEqual(policyOf({}));
});

describe('the inputs of an action.yml', () => {
  const table = inputs({
    files: { field: list, description: `Globs: ${'long '.repeat(40)}end.` },
    mode: { field: choice(['a', 'b']), default: 'a', description: 'Default: {default}.' },
    token: { field: text('a token'), preset: '${{ github.token }}', description: 'A token.' },
    'working-directory': { field: text('a folder'), default: '.', description: 'A folder.' },
  });

  test('are what the table says, and nothing else is touched', () => {
    const before = 'name: x\ninputs:\n  old:\n    description: gone\noutputs:\n  a:\n    description: kept\n';
    const after = withInputs(before, table);
    expect(after).toMatch(/^name: x\ninputs:\n {2}files:\n/);
    expect(after).toMatch(/\noutputs:\n {2}a:\n {4}description: kept\n$/);
    expect(Math.max(...after.split('\n').map((line) => line.length))).toBeLessThanOrEqual(140);
    expect(load(after)).toMatchObject({
      inputs: {
        files: { description: table.files.description, required: false },
        mode: { description: 'Default: `a`.', default: 'a' },
        token: { default: '${{ github.token }}' },
        'working-directory': { default: '.' },
      },
    });
    expect(withInputs(after, table)).toBe(after);
  });
});

function inputsOf(action: string): string[] {
  const folder = `actions/${action}`;
  return [...parseAction(folder, sourceFile(`${folder}/action.yml`).text).inputs.keys()];
}

function keysOf(section: object | undefined): string[] {
  return section !== undefined && 'properties' in section ? Object.keys(section.properties ?? {}) : [];
}

function kebabCase(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

test('a text that must fit a pattern has an example, which does', () => {
  const texts = textsWithin(policySchema);
  expect(texts.length).toBeGreaterThan(4);
  for (const { pattern, examples = [] } of texts)
    expect([pattern, examples.length, ...examples.map((one) => new RegExp(pattern, 'u').test(one))]).toEqual([
      pattern,
      1,
      true,
    ]);
});

interface PatternedText {
  readonly pattern: string;
  readonly examples?: readonly string[];
}

function textsWithin(schema: unknown): PatternedText[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own =
    'type' in schema && schema.type === 'string' && 'pattern' in schema ? [schema as PatternedText] : [];
  return [...own, ...Object.values(schema).flatMap(textsWithin)];
}
