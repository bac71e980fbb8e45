/** Whether a signature is true, and whether who made it counts. Nothing is fetched: all that is asked lies here or in the bundle. */
import { createHash } from 'node:crypto';
import { readBundle } from '../bundle.ts';
import { refusal, type Refusal, type Signer, type Statement } from '../model.ts';
import { usualPredicates } from '../settings.ts';
import { readStatement } from '../statement.ts';
import { verifyChain } from './chain.ts';
import { verifyKey } from './key.ts';
import { verifyKeyless } from './keyless.ts';
import type { Trust } from './trust.ts';

export interface Verified {
  readonly ok: true;
  readonly signer: Signer;
  readonly statement: Statement;
}

const methods = { key: verifyKey, certificate: verifyChain, keyless: verifyKeyless };

/** `now`: milliseconds since the epoch. */
export function verifyBundle(bytes: Uint8Array, trust: Trust, now: number): Verified | Refusal {
  const read = readBundle(bytes);
  if (!read.ok) return read;
  const stated = readStatement(read.bundle, sha256);
  if (!stated.ok) return stated;
  const signed = methods[read.bundle.method](read.bundle, trust, now);
  if (!signed.ok) return signed;
  const { statement } = stated;
  return vouches(statement, trust) ? { ...signed, statement } : saysSomethingElse(statement);
}

/** Whether it says that whoever signed made the subject: a test that failed is signed too. */
function vouches({ manifest, predicateType }: Statement, { predicates = usualPredicates }: Trust): boolean {
  return manifest !== undefined || predicates.includes(predicateType);
}

function saysSomethingElse({ predicateType }: Statement): Refusal {
  return refusal(
    'untrusted',
    `it is a statement of the kind ${predicateType.slice(0, 200)}, which does not say who made its subject (\`signatures.predicates\` of the policy)`,
  );
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
