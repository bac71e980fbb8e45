/** Bundled once, loaded by what runs the regression gate, and by the libraries that stand on it (scripts/build.ts). */
export { judgeRegression, samplesOfRound } from '../regression/gate/regression-gate.ts';
export { resultsToRecord } from '../check/record-results.ts';
export * from '../regression/index.ts';
export * from '../regression/gate/run-evaluation.ts';
export * from '../regression/gate/run-side.ts';
export * from '../regression/gate/sides.ts';
