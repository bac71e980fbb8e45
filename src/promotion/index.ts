export type { Answer, Evidence } from './evidence/model.ts';
export type * from './facts.ts';
export * from './edit/edit.ts';
export { parsePath, pathOf, type Step } from './edit/path.ts';
export * from './ladder.ts';
export * from './settings.ts';
