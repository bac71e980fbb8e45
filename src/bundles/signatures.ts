/** Signatures of models and builds, with what Sigstore's own library needs. Bundled once, loaded by what verifies one. */
export { loadTrust } from '../signatures/gate/trust.ts';
export { verifyBundle } from '../signatures/gate/verify-bundle.ts';
export { verifyModel } from '../signatures/gate/verify-model.ts';
export { bindSignatures } from '../signatures/gate/bind.ts';
export { checkSignature } from '../signatures/gate/check.ts';
