/** Promotion: the editor of manifests, and what moves what serves. Bundled once, loaded by what runs it. */
export { editManifest } from '../promotion/index.ts';
export { editReport } from '../promotion/gate/edit-report.ts';
export { promote } from '../promotion/gate/promote.ts';
export { rollBack } from '../promotion/gate/rollback.ts';
export { checkDrift } from '../promotion/gate/check-drift.ts';
export { goOn } from '../promotion/gate/go-on.ts';
