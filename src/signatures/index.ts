export * from './bundle.ts';
export * from './differences.ts';
export type * from './facts.ts';
export * from './identity.ts';
export type { Sha256 } from './manifest.ts';
export * from './model.ts';
export * from './statement.ts';
