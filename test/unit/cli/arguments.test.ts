import { expect, test } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments.ts';
import { checkVerb } from '../../../src/cli/verbs/check.ts';
import { readActions } from '../../../scripts/docs/action-metadata.ts';
import { verbs } from '../../../src/cli/verbs/index.ts';
import { root } from '../../support/contract/sources.ts';
import { meantVerb } from '../../../src/cli/meant-verb.ts';
import { configVerb } from '../../../src/cli/verbs/config.ts';

test.each([
  [checkVerb, '--bsae', '; did you mean --base?'],
  [checkVerb, '--jsn', '; did you mean --json?'],
  [configVerb, '--dialct', '; did you mean --dialect?'],
  [configVerb, '--expect', '; did you mean --expect-parameters?'],
  [configVerb, '--write_registry', '; did you mean --write-registry?'],
  [checkVerb, '--nothing-like-it', ''],
] as const)('%# %s', (verb, option, meant) => {
  expect(() => parseArguments(verb, [option])).toThrow(
    expect.objectContaining({ message: `Unknown option '${option}'${meant}` }),
  );
});

test.each([
  ['confg', 'config'],
  ['chek', 'check'],
  ['dep', 'deps'],
  ['dependencies', 'deps'],
  ['regresion', 'regression'],
  ['verison', 'version'],
  ['trase', 'trace'],
  ['planx', 'plan'],
  ['branchs', 'branch'],
  ['sinc', 'sync'],
  ['sweap', 'sweep'],
  ['dashbord', 'dashboard'],
  ['board', 'dashboard'],
  ['initt', 'init'],
  ['promot', 'promote'],
  ['compair', 'compare'],
  ['locat', 'locate'],
  ['input', 'inputs'],
  ['recrod', 'record'],
  ['verfiy', 'verify'],
  ['figure', 'figures'],
  ['regr', 'regression'],
  ['validate-model-config', 'config'],
  ['xyzzy', undefined],
  ['--versoin', '--version'],
  ['--hlep', '--help'],
])('the verb %s stands for %s', (given, meant) => {
  expect(meantVerb(given)).toBe(meant);
});

test('actions that a verb runs too are other names of verbs that there are', () => {
  const actions = readActions(root).filter(({ id }) => id !== 'trigger-pipeline');
  expect(actions.filter(({ id }) => !verbs.some(({ name }) => name === (meantVerb(id) ?? id)))).toEqual([]);
});
