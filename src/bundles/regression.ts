/** Bundled once, loaded by what runs the regression gate. */
export { judgeRegression, samplesOfRound } from '../regression/gate/regression-gate.ts';
export { resultsToRecord } from '../check/record-results.ts';
export { compareResults, compareSets, type ResultFile } from '../regression/index.ts';
