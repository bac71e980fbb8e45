/** Bundled once, loaded by what reads or judges configs, and by what reads the policy. Names what is used, so that the rest is not bundled. */
export {
  deriveRegistry,
  explain,
  looksLikeModelConfig,
  readDocument,
  standingFaultsOf,
} from '../config/index.ts';
export { judgeConfig } from '../config/gate/validate-model-config.ts';
export { readPolicyText } from '../policy/gate/policy-text.ts';
