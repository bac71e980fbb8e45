/** Bundled once, loaded by what reads or writes the ledger. */
export { compactInbox } from '../gates/lineage/compact.ts';
export { compareCode } from '../gates/lineage/compare.ts';
export { traceDiff } from '../gates/lineage/diff.ts';
export { exportTrace } from '../gates/lineage/export.ts';
export { mlflowTarget, withRegistration } from '../gates/lineage/mlflow.ts';
export { mergedValues } from '../gates/lineage/trend.ts';
export { appendRecords, prepareRecords, replayText } from '../gates/lineage/record.ts';
export { trace } from '../gates/lineage/trace.ts';
