/** Regression: evaluation results of two sides in, a report out. Pure. */
export type * from './facts.ts';
export * from './settings.ts';
export { unusable as unusableAnchor, type Anchor } from './decision/anchor.ts';
export { compareResults, compareSets, type Past } from './decision/compare.ts';
export { Collector, type Columns } from './samples/collector.ts';
export { withAnswers } from './samples/again.ts';
export { questionsOf } from './samples/question.ts';
export {
  noEvaluation,
  olderBaseline,
  severalEvaluations,
  unreadLedger,
  type LedgerSource,
} from './recorded/from-ledger.ts';
export { openReader, readAllResults, readResults } from './formats/index.ts';
export { defaultLooks, idsAgain, idsOfRound, only, roundSizes, sampleOrder } from './decision/rounds.ts';
export { planSampling } from './decision/design.ts';
export type { Sampling } from './decision/sampling.ts';
export { drawnText, samplingFacts } from './presentation/sampling.ts';
export { shown, shownList } from './shown.ts';
export { mostRecordedBytes, readRecordedFiles, recordedRows, type RecordedRows } from './recorded/rows.ts';
export type { EarlierEvaluation, History } from './decision/history.ts';
export { judgeTrunkAgainst } from './decision/trunk.ts';
export { regressionRules } from './rules.ts';
export type { ResultFile, ResultSet, Sample } from './samples/sample.ts';
export { setupTrailers, type StatedSetup } from './samples/setup-stated.ts';
export { statuses, type Status } from './samples/status.ts';
export { valuesOf } from './decision/one-side.ts';
export { trendLength, type TrendPoint } from './recorded/trend.ts';
export { normalCdf } from './statistics/normal.ts';
export { holm } from './statistics/multiplicity.ts';
export { logGamma } from '../kernel/gamma.ts';
export { field, scoreOf } from './formats/own-fields.ts';
export { CsvSplitter } from './formats/csv-text.ts';
export { separatorOf } from './formats/csv.ts';
export type { Reader } from './formats/reader.ts';
export { outcomesOf, totalOf, type SideOutcomes, type SideTotal } from './decision/outcomes.ts';
export { seededRandom } from './statistics/random.ts';
