/** The decision board, and what it knows of hotfixes. Bundled once, loaded by the actions and the CLI. */
export { boardPolicy } from '../gates/dashboard/settings.ts';
export { keepIssues, mergedOnly, owedEvaluations } from '../gates/owed.ts';
export { buildDashboard } from '../gates/dashboard.ts';
