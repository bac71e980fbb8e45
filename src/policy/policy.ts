import { keysInCamelCase, defaultsOf, section, type ValuesOf } from '../kernel/settings.ts';
import { readAs, recordOf } from '../kernel/kinds.ts';
import type { policyTable } from './schema.ts';
import { policySections } from './sections.ts';

/** The policy as written: what it does not say of a gate is left to inputs and defaults. */
export type Policy = ValuesOf<typeof policyTable>;

const ofGates = { config: {}, dependencies: {}, inputs: {}, regression: {}, versioning: {} };

export const emptyPolicy: Policy = { gates: {}, ...ofGates, ...defaultsOf(policySections) };

/** The policy of a document that `policySchema` accepts; `null` (an empty file) is the empty policy. */
export function policyOf(value: unknown): Policy {
  const given = recordOf(value);
  const settings = Object.keys(ofGates).map((name) => [name, keysInCamelCase(recordOf(given[name]))]);
  return { ...emptyPolicy, ...readAs(section(policySections), given), ...Object.fromEntries(settings) };
}
