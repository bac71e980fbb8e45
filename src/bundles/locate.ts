/** Which merge made a metric fall. Bundled once, loaded by the action and the CLI. */
export { readResultFiles, splitPattern } from '../locate/gate/result-files.ts';
export { locateGate, locateMerge } from '../locate/gate/locate.ts';
