/** Branches: how old, how far from trunk, in conflict with what, and when they go. Pure. */
export type * from './facts.ts';
export * from './age.ts';
export * from './to-update.ts';
export * from './judge.ts';
export * from './forward-port.ts';
export * from './standing.ts';
export * from './state.ts';
export * from './conflicts.ts';
export * from './sweep.ts';
export * from './sweep-comments.ts';
