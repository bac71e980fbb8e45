/** Bundled once, loaded by what reads or judges configs. Names what is used, so that the rest is not bundled. */
export {
  deriveRegistry,
  editorSchema,
  explain,
  looksLikeModelConfig,
  readRegistry,
  standingFaultsOf,
} from '../config/index.ts';
export { runParameters } from '../config/gate/parameters.ts';
export { firstRegistry } from '../config/gate/first-registry.ts';
export { findEntries, launchedBy } from '../config/gate/find-entries.ts';
export { judgeConfig } from '../config/gate/validate-model-config.ts';
export { policyValueFindings } from '../config/policy-values.ts';
export { composeEntry } from '../config/gate/compositions.ts';
