export * from './settings.ts';
export { changeCells, type ChangeClass, type ValueChange, worstChange } from './changes.ts';
export { type ConfigDocument, dialectOf, readDocument, type SourcePlace } from './document.ts';
export { explain, type ExplainedValue } from './explain.ts';
export { type FileJudgement, holdsModel, judgeConfigFile, type JudgeInput } from './judge.ts';
export type { CheckpointTensors } from './checkpoint/compare.ts';
export {
  type Checkpoint,
  checkpointFindings,
  type CheckpointProblem,
  shapeChangeFinding,
} from './checkpoint/findings.ts';
export { headerLength, prefixBytes, readHeader, type StoredTensor } from './checkpoint/header.ts';
export { readShardIndex } from './checkpoint/shard-index.ts';
export { deriveRegistry } from './registry/derive.ts';
export { type RegistryChange, registryChangeFindings, registryChanges } from './registry/diff.ts';
export type { Registry } from './registry/model.ts';
export { readRegistry, type RegistryResult } from './registry/read.ts';
export { registrySchema } from './registry/schema.ts';
export { readTeamSchema, type TeamSchema } from './schema/team.ts';
export { policyValueFindings } from './policy-values.ts';
export { type SchemaOptions, validateWithSchema } from './schema/validate.ts';
export { billions, bytesText, digits, type ModelSummary } from './summary.ts';
