/** Bundled once, loaded by what runs the regression gate. */
export { judgeRegression, samplesOfRound } from '../gates/regression.ts';
export { resultsToRecord } from '../gates/regression/record-results.ts';
export { compareResults, type ResultFile } from '../regression/index.ts';
