/** Regression: evaluation results of two sides in, a report out. Pure. */
export * from './settings.ts';
export { unusable as unusableAnchor, type Anchor } from './anchor.ts';
export { compareResults, compareSets, gateName, type Past } from './compare.ts';
export { Collector } from './collector.ts';
export {
  noEvaluation,
  olderBaseline,
  severalEvaluations,
  unreadLedger,
  type LedgerSource,
} from './from-ledger.ts';
export { openReader, readResults } from './formats/index.ts';
export { shown } from './redact.ts';
export { defaultLooks, idsOfRound, only, roundSizes, sampleOrder } from './rounds.ts';
export { mostRecordedBytes, readRecordedFiles, recordedRows, type RecordedRows } from './recorded.ts';
export { ruleDocs } from './rule-docs.ts';
export type { ResultFile, ResultSet, Sample } from './sample.ts';
export { valuesOf } from './values.ts';
export { trendLength, type TrendPoint } from './trend.ts';
