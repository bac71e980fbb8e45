/** Bundled once, loaded by what compares what a model is fed. */
export { judgeInputDrift } from '../inputs/gate/detect-input-drift.ts';
export { vocabularyOf } from '../inputs/gate/vocabulary.ts';
export { compareFiles, fingerprintFiles } from '../inputs/gate/compare-files.ts';
export { fedDifference } from '../inputs/gate/compare-recorded.ts';
export { recordedInputs } from '../inputs/gate/record-inputs.ts';
export { besideWords, withWords } from '../check/beside-inputs.ts';
