/** Signatures with a bare key: one of those that the policy has. */
import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { enumerate } from '../../kernel/text.ts';
import { UserError } from '../../kernel/user-error.ts';
import { signedBytes } from '../bundle.ts';
import { refusal, type Bundle, type Signed } from '../model.ts';
import type { NamedPem, Trust } from './trust.ts';

export function verifyKey(bundle: Bundle, { keys }: Trust): Signed {
  if (keys.length === 0)
    return refusal('untrusted', 'it is signed with a bare key, and no key is known that may sign');
  const known = keys.map((one) => ({ ...one, key: publicKey(one) }));
  const { hint } = bundle;
  const meant = hint === undefined ? known : known.filter(({ key }) => hintOf(key) === hint.toLowerCase());
  const names = enumerate(keys.map(({ name }) => name));
  if (meant.length === 0)
    return refusal('untrusted', `it is signed with another key (${hint?.slice(0, 16)}…) than ${names}`);
  const found = meant.find(({ key }) => isSignedBy(bundle, key));
  if (found !== undefined) return { ok: true, signer: { method: 'key', name: found.name } };
  return refusal(
    'broken',
    `the signature is not one of the key ${enumerate(
      meant.map(({ name }) => name),
      'or',
    )}`,
  );
}

function publicKey({ name, pem }: NamedPem): KeyObject {
  try {
    const key = createPublicKey(pem);
    if (/PRIVATE KEY/.test(pem)) throw new Error('it is a private key');
    if (key.asymmetricKeyType === 'ec' && curveHash(key) !== undefined) return key;
    throw new Error('it is not of the curve P-256, P-384 or P-521');
  } catch (cause) {
    throw new UserError(
      `the key ${name} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`,
      {
        help: 'Give the public key in PEM.',
        cause,
      },
    );
  }
}

/** As signers name a key: the SHA-256 of its PEM. */
function hintOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'pem' }))
    .digest('hex');
}

/** Whether the envelope is signed by it, with the hash that belongs to its curve. */
export function isSignedBy(bundle: Bundle, key: KeyObject): boolean {
  const hash = curveHash(key);
  return hash !== undefined && verify(hash, signedBytes(bundle), key, bundle.signature);
}

const hashes: ReadonlyMap<string | undefined, string> = new Map([
  ['prime256v1', 'sha256'],
  ['secp384r1', 'sha384'],
  ['secp521r1', 'sha512'],
]);

function curveHash({ asymmetricKeyDetails }: KeyObject): string | undefined {
  return hashes.get(asymmetricKeyDetails?.namedCurve);
}
