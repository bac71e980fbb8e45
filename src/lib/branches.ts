/** Branches: check, sync, sweep and restore. Bundled once, loaded by what runs them. */
export { checkBranch } from '../gates/branch.ts';
export { eachBranch } from '../gates/branch/all.ts';
export { updateBranch } from '../gates/branch/update.ts';
export { syncBranch } from '../gates/sync.ts';
export { sweepBranches } from '../gates/sweep.ts';
export { restoreBranch } from '../gates/sweep/restore.ts';
