/** Bundled once, loaded by what reads locks or judges moves. Names what is used, so that the rest is not bundled. */
export { judgeDependencies } from '../dependencies/gate/detect-dep-drift.ts';
