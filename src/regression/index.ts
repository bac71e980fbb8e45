/** Regression: evaluation results of two sides in, a report out. Pure. */
export * from './settings.ts';
export { compareResults, compareSets, gateName } from './compare.ts';
export { Collector } from './collector.ts';
export { openReader, readResults } from './formats/index.ts';
export { ruleDocs } from './rule-docs.ts';
export type { ResultFile, ResultSet, Sample } from './sample.ts';
