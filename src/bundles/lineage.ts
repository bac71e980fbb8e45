/** Bundled once, loaded by what reads or writes the ledger. */
export { compactInbox } from '../lineage/gate/compact.ts';
export { codeOfClone, lazily, orElse } from '../check/trace-code.ts';
export { compareCode } from '../check/compare-commits.ts';
export { exportTrace } from '../lineage/gate/export.ts';
export { evaluationReader } from '../lineage/gate/evaluations.ts';
export { mlflowTarget, withRegistration } from '../lineage/gate/mlflow.ts';
export { noteState } from '../lineage/gate/states.ts';
export { askCommits } from '../lineage/gate/known-commits.ts';
export { prepareRecords } from '../lineage/gate/prepare.ts';
export {
  appendRecords,
  nothingRecorded,
  replayText,
  resultsFile,
  rowsBeside,
} from '../lineage/gate/record.ts';
export { traceOrDiff } from '../lineage/gate/trace.ts';
