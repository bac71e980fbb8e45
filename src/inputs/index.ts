/** Inputs: what a model is fed on two sides in, a report out. Pure. */
export type * from './facts.ts';
export {
  compareInputs,
  learnNoise,
  noiseOf,
  recordedNoise,
  type Compared,
  type Learned,
} from './compare/compare.ts';
export * from './settings.ts';
export { causeKinds } from './causes/cause.ts';
export { judgeInputs, type Declared, type InputJudgement, type JudgeOptions } from './judge.ts';
export { fingerprintText } from './print/file.ts';
export { inputFile, readSide, type Side, type UnreadFile } from './read/side.ts';
export { sourceOf, Unreadable, type ByteSource } from './read/source.ts';
export { vocabularyIn, type Decode } from './vocabulary.ts';
export { inputRules } from './rules.ts';
export type { Fingerprints } from './model.ts';
