/** Bundled once, loaded by what reads or judges configs. Names what is used, so that the rest is not bundled. */
export {
  deriveRegistry,
  explain,
  looksLikeModelConfig,
  policyValueFindings,
  readDocument,
  standingFaultsOf,
  validateWithSchema,
} from '../config/index.ts';
export { judgeConfig } from '../gates/config.ts';
