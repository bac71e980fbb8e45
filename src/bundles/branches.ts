/** Branches: check, sync, sweep and restore. Bundled once, loaded by what runs them. */
export { checkBranch, knownBranch, noBranch, standingBranch } from '../branches/gate/check-branch.ts';
export { forwardPort, missingOnTrunk } from '../branches/gate/forward-port.ts';
export { eachBranch } from '../branches/gate/all.ts';
export { updateBranch } from '../branches/gate/update.ts';
export { syncBranch } from '../branches/gate/sync.ts';
export { notSwept, sweepBranches } from '../branches/gate/sweep-branches.ts';
export { restoreBranch } from '../branches/gate/sweep/restore.ts';
export { standsByName, standsByUse } from '../branches/index.ts';
