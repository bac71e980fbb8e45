/** Two versions compared: outcomes or results of both in, a verdict out. Pure. */
export type * from './facts.ts';
export * from './settings.ts';
export { judgeOutcomes } from './decision/judge.ts';
export { judgeResults } from './results/judge-results.ts';
export { judgeVersions, type Version, type Versions } from './versions/judge-versions.ts';
export { judgeSelfTest, type History } from './self-test/judge-self-test.ts';
export type { Neighbours } from './self-test/replay.ts';
export { OutcomeCollector } from './outcomes/collector.ts';
export type { CollectedOutcomes } from './outcomes/collected.ts';
export type { ColumnNames } from './outcomes/columns.ts';
export { openOutcomes } from './outcomes/files.ts';
export type { RowOptions } from './outcomes/binding.ts';
export { comparePage, type PageFrame } from './page/page.ts';
export { noSampleRatio } from './statistics/sample-ratio.ts';
export { parseGuardrail, parseMargin } from './amounts.ts';
export { compareRules } from './rules.ts';
