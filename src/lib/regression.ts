/** Bundled once, loaded by what runs the regression gate. */
export { judgeRegression } from '../gates/regression.ts';
export { compareResults, type ResultFile } from '../regression/index.ts';
