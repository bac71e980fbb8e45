/** The decision board, and what it knows of hotfixes. Bundled once, loaded by the actions and the CLI. */
export { boardPolicy } from '../board/gate/settings.ts';
export { keepIssues, mergedOnly, owedEvaluations } from '../board/gate/owed.ts';
export { messageTargets } from '../board/announce/targets.ts';
export { figures } from '../board/gate/figures.ts';
export { buildDashboard } from '../board/gate/build-dashboard.ts';
export { withNewWeights } from '../board/gate/new-weights.ts';
