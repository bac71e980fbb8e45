/** Promotion: the editor of manifests. Bundled once, loaded by what runs it. */
export { editManifest } from '../promotion/index.ts';
export { editReport } from '../promotion/gate/edit-report.ts';
