/** Bundled once, loaded by what reads or judges configs. */
export * from '../config/index.ts';
export { judgeConfig } from '../gates/config.ts';
