/** How every action runs, logs, fails and publishes: one bundle for all of them. */
export { actionLog } from '../runtime/log.ts';
export { mask } from '../runtime/mask.ts';
export { runAction } from '../runtime/run-action.ts';
