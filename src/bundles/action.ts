/** How every action runs, logs, fails and publishes: one bundle for all of them. */
export { actionLog } from '../runner/log.ts';
export { mask } from '../runner/mask.ts';
export { runAction } from '../runner/run-action.ts';
