/** A signature that the ledger has, for one content. */
import { speaksOf } from '../statement.ts';
import type { SignatureCheck } from '../../ports/signatures.ts';
import type { Trust } from './trust.ts';
import { verifyBundle } from './verify-bundle.ts';

/** `digest`: of what it is to speak of. */
export function checkSignature(bundle: string, digest: string, trust: Trust, now: number): SignatureCheck {
  const found = verifyBundle(new TextEncoder().encode(bundle), trust, now);
  if (!found.ok) return { state: found.kind, says: found.reason };
  if (!speaksOf(found.statement, digest))
    return { state: 'broken', says: `it speaks of other content than ${digest}` };
  const { name, at } = found.signer;
  return {
    state: 'verified',
    says: `signed by ${name}${at === undefined ? '' : ` on ${at.slice(0, 10)}`}`,
    signer: name,
  };
}
