export * from '../dependencies/index.ts';
export { judgeDependencies } from '../gates/dependencies.ts';
