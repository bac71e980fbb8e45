/** Signatures with a certificate: its chain must end in one that the policy has, and each of it must be valid today. */
import { X509Certificate as Certificate } from 'node:crypto';
import { X509Certificate as Details } from '@sigstore/core';
import { isUserError, UserError } from '../../kernel/user-error.ts';
import { refusal, type Bundle, type Signed } from '../model.ts';
import { isSignedBy } from './key.ts';
import type { NamedPem, Trust } from './trust.ts';

export function verifyChain(bundle: Bundle, trust: Trust, now: number): Signed {
  try {
    return verified(bundle, trust, now);
  } catch (error) {
    if (isUserError(error)) throw error;
    // OpenSSL's: a key or a signature in a certificate that is none.
    return refusal('broken', 'a certificate cannot be read');
  }
}

function verified(bundle: Bundle, { certificates }: Trust, now: number): Signed {
  const [leaf, ...between] = bundle.certificates.map(certificateOf);
  if (leaf === undefined || between.includes(undefined))
    return refusal('broken', 'a certificate cannot be read');
  if (certificates.length === 0)
    return refusal('untrusted', 'it is signed with a certificate, and none is known that it may end in');
  const roots = certificates.flatMap(rootsIn);
  const chain = chainOf(
    leaf,
    between.filter((one) => one !== undefined),
    roots,
  );
  if (chain === undefined)
    return refusal(
      'untrusted',
      `the certificate of ${nameOf(leaf)} does not lead to one that the policy names`,
    );
  const late = chain.find((one) => !isValidAt(one, now));
  if (late !== undefined)
    return refusal(
      'broken',
      `the certificate of ${nameOf(late)} is valid from ${late.validFrom} to ${late.validTo}`,
    );
  if (!maySign(leaf)) return refusal('broken', `the certificate of ${nameOf(leaf)} is not one for signing`);
  if (!isSignedBy(bundle, leaf.publicKey))
    return refusal('broken', `the signature is not one of the certificate of ${nameOf(leaf)}`);
  return { ok: true, signer: { method: 'certificate', name: nameOf(leaf), issuer: oneLine(leaf.issuer) } };
}

function certificateOf(der: Uint8Array): Certificate | undefined {
  try {
    return new Certificate(der);
  } catch {
    return undefined;
  }
}

function rootsIn({ name, pem }: NamedPem): Certificate[] {
  const parts = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  const found = parts.flatMap((part) => certificateOf(Buffer.from(part)) ?? []);
  if (found.length > 0 && found.length === parts.length) return found;
  throw new UserError(`the certificate ${name} cannot be read`, { help: 'Give it in PEM.' });
}

/** From the signer's up to a known one, that included; each issued by the next. */
function chainOf(
  leaf: Certificate,
  between: readonly Certificate[],
  roots: readonly Certificate[],
): readonly Certificate[] | undefined {
  const chain = [leaf];
  for (let at = leaf; chain.length <= 10;) {
    const root = roots.find((one) => one.raw.equals(at.raw) || isIssuedBy(at, one));
    if (root !== undefined) return root.raw.equals(at.raw) ? chain : [...chain, root];
    const next = between.find((one) => !chain.includes(one) && isIssuedBy(at, one));
    if (next === undefined) return undefined;
    chain.push(next);
    at = next;
  }
  return undefined;
}

function isIssuedBy(one: Certificate, issuer: Certificate): boolean {
  const usage = detailsOf(issuer)?.extKeyUsage;
  return (
    issuer.ca &&
    (usage === undefined || usage.keyCertSign) &&
    one.issuer === issuer.subject &&
    one.verify(issuer.publicKey)
  );
}

function isValidAt({ validFrom, validTo }: Certificate, now: number): boolean {
  return Date.parse(validFrom) <= now && now <= Date.parse(validTo);
}

const codeSigning = '1.3.6.1.5.5.7.3.3';

function maySign(leaf: Certificate): boolean {
  return detailsOf(leaf)?.extKeyUsage?.digitalSignature === true || isForCode(leaf);
}

/** Its extended usage is absent where the certificate says none. */
function isForCode({ keyUsage }: { readonly keyUsage?: readonly string[] }): boolean {
  return keyUsage?.includes(codeSigning) ?? false;
}

function detailsOf({ raw }: Certificate): Details | undefined {
  try {
    return Details.parse(Buffer.from(raw));
  } catch {
    return undefined;
  }
}

function nameOf({ subject }: Certificate): string {
  return oneLine(subject);
}

function oneLine(name: string): string {
  return name.replaceAll(/\s*\n\s*/g, ', ').slice(0, 200);
}
