/** Bundled once, loaded by what reads or writes the ledger. */
export { compactInbox } from '../gates/lineage/compact.ts';
export { codeOfClone, lazily, orElse } from '../gates/lineage/code.ts';
export { compareCode } from '../gates/lineage/compare.ts';
export { traceDiff } from '../gates/lineage/diff.ts';
export { exportTrace } from '../gates/lineage/export.ts';
export { evaluationReader } from '../gates/lineage/evaluations.ts';
export { mlflowTarget, withRegistration } from '../gates/lineage/mlflow.ts';
export {
  appendRecords,
  prepareRecords,
  replayText,
  resultsFile,
  rowsBeside,
} from '../gates/lineage/record.ts';
export { trace } from '../gates/lineage/trace.ts';
