/** Which merge made a metric fall. Bundled once, loaded by the action and the CLI. */
export { readResultFiles, splitPattern } from '../locate/gate/result-files.ts';
export { readRecorded } from '../locate/gate/recorded.ts';
export { fedMerges } from '../locate/gate/fed.ts';
export { weighMerges, type WeighPorts } from '../locate/gate/weigh.ts';
export { locateGate, locateMerge, type LocatePorts, type LocateRequest } from '../locate/gate/locate.ts';
export { evaluateCommit } from '../locate/gate/evaluate-commit.ts';
export { readPool } from '../regression/gate/sides.ts';
export { seenMerges } from '../locate/gate/seen.ts';
