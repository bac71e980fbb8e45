/** Two versions compared. Bundled once, loaded by what compares. */
export { compareOutcomes } from '../compare/gate/compare-outcomes.ts';
