/** Bundled once, loaded by what compares what a model is fed. */
export { compareFiles, fingerprintFiles } from '../inputs/gate/compare-files.ts';
