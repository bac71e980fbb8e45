/** Bundled once, loaded by what runs the regression gate. */
export { judgeRegression, samplesOfRound } from '../gates/regression.ts';
export { compareResults, type ResultFile } from '../regression/index.ts';
