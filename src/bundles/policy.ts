/** Bundled once: what a policy says, and who may lift what. Nearly every action and library stands on it. */
export * from '../policy/index.ts';
export * from '../policy/settings.ts';
export * from '../policy/rules.ts';
export * from '../policy/gate/policy.ts';
export * from '../policy/gate/named-policy.ts';
export * from '../policy/gate/planned.ts';
