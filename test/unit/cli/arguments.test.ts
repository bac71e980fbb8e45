import { expect, test } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments.ts';
import { checkVerb } from '../../../src/cli/verbs/check.ts';
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
