/** Bundled once, loaded by what reads or writes the ledger, and by the libraries that stand on it (scripts/build.ts). */
export * from '../lineage/index.ts';
export { compactInbox } from '../lineage/gate/compact.ts';
export { codeOfClone, lazily, mergesAmong, orElse } from '../check/trace-code.ts';
export { compareCode } from '../check/compare-commits.ts';
export * from '../lineage/gate/diff.ts';
export { exportTrace } from '../lineage/gate/export.ts';
export * from '../lineage/gate/evaluations.ts';
export { planTuning, withTracker } from '../check/tracked.ts';
export { hashes } from '../lineage/gate/hashes.ts';
export { openRuns, type OpenedRun } from '../lineage/gate/experiment.ts';
export { mlflowTarget, withRegistration } from '../lineage/gate/mlflow.ts';
export { noteState } from '../lineage/gate/states.ts';
export { askCommits } from '../lineage/gate/known-commits.ts';
export * from '../lineage/gate/prepare.ts';
export * from '../lineage/gate/reader.ts';
export * from '../lineage/gate/record.ts';
export { checkTogether, traceOrDiff } from '../lineage/gate/trace.ts';
export * from '../lineage/gate/traced.ts';
