/** What the signatures say that the ledger has of an artifact. */
import { nodeText, type LineageNode, type LineageRecord } from '../../lineage/index.ts';
import type { Signatures } from '../../ports/signatures.ts';
import type { Answer } from '../evidence/model.ts';

/** Signatures that are verified, and no more of one artifact. */
const most = 50;

/** One that counts is enough, whatever others say: everybody who may write to the ledger may add a bad one. */
export async function signatureOf(
  artifact: LineageNode,
  records: readonly LineageRecord[],
  signatures: Signatures,
): Promise<Answer> {
  const { digest } = artifact;
  const bundles = records
    .filter(({ outputs }) => outputs.some((one) => one.kind === artifact.kind && one.digest === digest))
    .flatMap((record) => record.signatures ?? []);
  if (digest === undefined || bundles.length === 0)
    return { state: 'missing', says: `no signature of ${nodeText(artifact)} is recorded` };
  const checks = await Promise.all(bundles.slice(0, most).map((bundle) => signatures.check(bundle, digest)));
  const found = checks.find(({ state }) => state === 'verified');
  if (found !== undefined) return { state: 'there', says: found.says };
  const broken = checks.find(({ state }) => state === 'broken');
  if (broken !== undefined) return { state: 'wrong', says: `the signature does not count: ${broken.says}` };
  return { state: 'missing', says: `the signature does not count: ${checks[0]?.says ?? ''}` };
}
