/** The decision board. Bundled once, loaded by the action and the CLI. */
export { boardPolicy } from '../gates/dashboard/settings.ts';
export { buildDashboard } from '../gates/dashboard.ts';
