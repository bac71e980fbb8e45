/** From an event to the verdict on a change: one bundle for all actions that judge one, of which each adds its outputs. */
export { check } from '../check/check.ts';
export { isReportOf, type CheckFacts } from '../check/facts.ts';
export { configGate, dependencyGate, inputGate, regressionGate } from '../check/definitions.ts';
export { loadNamedPolicy } from '../policy/gate/named-policy.ts';
export { readAuthority } from '../policy/gate/authority.ts';
export { makePlan } from '../policy/gate/planned.ts';
export { matrixOf, planReport, type PlanRequest } from '../policy/gate/plan-gates.ts';
export { policyChangeFindings } from '../policy/gate/policy.ts';
export { expectedMinutes, idsOfShard, isDue, mostShards } from '../policy/index.ts';
export { changeInputs, suggestInputs } from '../runner/change/inputs.ts';
export { openChange } from '../runner/change/open-change.ts';
export { pullRequestSource, sourceOf } from '../runner/change/pull-request-source.ts';
export { gateAction } from '../runner/gate/gate-action.ts';
export { connectGitHub } from '../runner/ledger/lineage-ledger.ts';
export { changeChannels, headFiles } from '../runner/publish/channels.ts';
export { outputTexts } from '../runner/publish/output-texts.ts';
export { configDefaults } from '../config/settings.ts';
export { regressionDefaults } from '../regression/settings.ts';
