import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import policySchema from '../../schema/policy.schema.json' with { type: 'json' };
import { configDefaults } from '../../src/config/settings.ts';
import { dialects } from '../../src/documents/dialect.ts';
import { dependencyDefaults } from '../../src/dependencies/settings.ts';
import { configFields, dependencyFields, regressionFields } from '../../src/check/fields.ts';
import { decisionModes, regressionDefaults } from '../../src/regression/settings.ts';
import { camelCase, gateNames } from '../../src/policy/index.ts';
import { versioningDefaults } from '../../src/policy/settings.ts';

const accepts = new Ajv2020({ strict: false }).compile(policySchema);
const sections: ReadonlyMap<string, object> = new Map(Object.entries(policySchema.properties));

const gates = [
  { section: 'config', fields: configFields, defaults: configDefaults },
  { section: 'dependencies', fields: dependencyFields, defaults: dependencyDefaults },
  { section: 'regression', fields: regressionFields, defaults: regressionDefaults },
  { section: 'versioning', fields: {}, defaults: versioningDefaults },
];

describe.each(gates)('policy.$section', ({ section, fields, defaults }) => {
  const known = keysOf(sections.get(section));

  test('accepts the defaults of the code, spelled as in the file', () => {
    accepts({
      [section]: Object.fromEntries(Object.entries(defaults).map(([key, value]) => [kebabCase(key), value])),
    });
    expect(accepts.errors ?? []).toEqual([]);
  });

  test('knows every setting that is also an input', () => {
    expect(Object.keys(fields).filter((name) => !known.includes(name))).toEqual([]);
  });

  test('knows no setting that the code has not', () => {
    const unset = [
      'schema',
      'checkpoint',
      'expectParameters',
      'anchor',
      'watch',
      'python',
      'snapshot',
      'looks',
      'evaluate',
      'pool',
      'timeBudget',
    ];
    expect(
      known.map(camelCase).filter((name) => !Object.hasOwn(defaults, name) && !unset.includes(name)),
    ).toEqual([]);
  });

  test('refuses a key that it does not know', () => {
    expect(accepts({ [section]: { 'no-such-key': 1 } })).toBe(false);
  });
});

describe('choices are the same in the policy and in the code', () => {
  test.each([
    ['config', 'dialect', dialects],
    ['regression', 'mode', decisionModes],
    ['gates', undefined, gateNames],
  ] as const)('%s %s', (section, key, choices) => {
    const document = (choice: string): object => ({
      [section]: key === undefined ? { [choice]: false } : { [key]: choice },
    });
    expect(choices.filter((choice) => !accepts(document(choice)))).toEqual([]);
    expect(accepts(document('no-such-choice'))).toBe(false);
  });
});

function keysOf(section: object | undefined): string[] {
  return section !== undefined && 'properties' in section ? Object.keys(section.properties ?? {}) : [];
}

function kebabCase(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
