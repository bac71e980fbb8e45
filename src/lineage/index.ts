export * from './chain.ts';
export * from './findings.ts';
export * from './layout.ts';
export * from './model.ts';
export * from './read.ts';
export * from './rule-docs.ts';
export * from './sections.ts';
export * from './walk.ts';
