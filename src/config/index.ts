export type * from './facts.ts';
export * from './settings.ts';
export { changeCells, type ChangeClass, type ValueChange, worstChange } from './change/classify.ts';
export {
  type ConfigDocument,
  readDocument,
  type SourcePlace,
  unreadableDocument,
} from '../documents/document.ts';
export { composeHydra, type Composed } from './compose/hydra/compose.ts';
export { composeMmengine } from './compose/mmengine/compose.ts';
export type { ComposeFiles } from './compose/files.ts';
export type { OverrideText } from './compose/hydra/tokens.ts';
export { explain, type ExplainedValue } from './explain.ts';
export { type FileJudgement, judgeConfigFile, type JudgeInput } from './judge.ts';
export { type StandingFaults, standingFaultsOf } from './change/habits.ts';
export { looksLikeModelConfig } from './hallmarks.ts';
export type { CheckpointTensors } from './checkpoint/compare.ts';
export { type Checkpoint, checkpointFindings, type CheckpointProblem } from './checkpoint/findings.ts';
export { headerLength, prefixBytes, readHeader, type StoredTensor } from '../documents/safetensors/header.ts';
export { folderFiles, indexFile, type ModelFolder, templateFile, vocabularyFile } from './folder/folder.ts';
export { frameworkFindings, namesFramework, numbersReadAnew } from './frameworks/check.ts';
export { defaultFindings } from './frameworks/defaults.ts';
export type { FrameworkFacts, Pins } from './frameworks/facts.ts';
export { pinFiles, pinsIn } from './frameworks/pins.ts';
export { pairFindings } from './pairs/compare.ts';
export { kindOfConfig } from './pairs/kinds.ts';
export { deepspeedReferences, modelReferences, placesOf } from './pairs/references.ts';
export type { OtherTree } from './rules/training-view.ts';
export { folderFindings } from './folder/check.ts';
export { readTokenizer, type Tokenizer } from './folder/tokenizer.ts';
export { readShardIndex } from './checkpoint/shard-index.ts';
export { deriveRegistry, derivedSlips, wordPattern } from './registry/derive.ts';
export { isWord, type AskedType, type SecondTypes, type Widening } from './registry/second-types.ts';
export type { Slip } from './registry/slips.ts';
export { type RegistryChange, registryChangeFindings, registryChanges } from './registry/diff.ts';
export type { Registry } from './registry/registry.ts';
export { readRegistry, type RegistryResult } from './registry/read.ts';
export { editorSchema } from './registry/editor-schema.ts';
export { registrySchema } from './registry/schema.ts';
export { applyOverrides } from './rules/overrides.ts';
export { readTeamSchema, type TeamSchema } from './team-schema.ts';
export { knownFaults, standingFaults } from './change/standing.ts';
export { billions, bytesText, digits, type ModelSize } from './size/summary.ts';
