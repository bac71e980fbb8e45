/** Signatures of whoever Sigstore vouched for, with an entry in its log: checked against its trusted root, without asking anybody. */
import { bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import {
  toSignedEntity,
  toTrustMaterial,
  Verifier,
  type Signer as Found,
  type VerifierOptions,
} from '@sigstore/verify';
import { isRecord } from '../../kernel/record.ts';
import { UserError } from '../../kernel/user-error.ts';
import { isAllowed } from '../identity.ts';
import { refusal, type Bundle, type Signed, type Signer } from '../model.ts';
import type { Trust } from './trust.ts';
import { publicTrustedRoot } from './trust-root.ts';

export function verifyKeyless({ json }: Bundle, { root, identities }: Trust): Signed {
  const trusted = rootOf(root);
  let found: Found;
  try {
    const bundle = bundleFromJSON(json);
    if (bundle.verificationMaterial.tlogEntries.length === 0 && trusted.tlogs.length > 0)
      return refusal('broken', 'it has no entry in a transparency log');
    found = new Verifier(toTrustMaterial(trusted), witnessesOf(trusted)).verify(toSignedEntity(bundle));
  } catch (error) {
    return refusal('broken', reasonOf(error));
  }
  const signer = signerOf(found, timeIn(json));
  if (isAllowed(signer, identities)) return { ok: true, signer };
  const who = `${signer.name} (by ${signer.issuer ?? 'nobody'})`;
  return refusal('untrusted', `it is signed by ${who.slice(0, 400)}, who is not among those that may sign`);
}

/**
 * One of each kind that the root has. GitHub's own instance, which signs for private repositories, keeps no logs: there a time stamp
 * must say when it was signed. The public instance has all of them, and a root of the policy is named by it.
 */
function witnessesOf({ tlogs, ctlogs }: TrustedRoot): VerifierOptions {
  return {
    tlogThreshold: Math.min(1, tlogs.length),
    ctlogThreshold: Math.min(1, ctlogs.length),
    timestampThreshold: 1,
  };
}

function rootOf(text: string | undefined): TrustedRoot {
  try {
    return TrustedRoot.fromJSON(JSON.parse(text ?? publicTrustedRoot));
  } catch (cause) {
    throw new UserError('the trusted root that the policy names cannot be read', {
      help: "Give Sigstore's trusted_root.json.",
      cause,
    });
  }
}

/** Of the library, in one line. */
function reasonOf(error: unknown): string {
  const { message } = error instanceof Error ? error : { message: String(error) };
  const code = isRecord(error) && typeof error['code'] === 'string' ? ` (${error['code']})` : '';
  return `${message.replaceAll(/\s+/g, ' ').slice(0, 300)}${code}`;
}

/** Extensions of Fulcio's certificates, the newer one first: of what ran the workflow. */
const source = {
  repository: ['1.3.6.1.4.1.57264.1.12', '1.3.6.1.4.1.57264.1.5'],
  ref: ['1.3.6.1.4.1.57264.1.14', '1.3.6.1.4.1.57264.1.6'],
} as const;

function signerOf({ identity = {} }: Found, at: string | undefined): Signer {
  const { subjectAlternativeName: name = 'nobody', extensions, oids = [] } = identity;
  const said = (which: keyof typeof source) => {
    const found = source[which].flatMap((wanted) => oids.filter(({ oid }) => oid?.id.join('.') === wanted));
    return found[0] === undefined ? undefined : textOf(found[0].value);
  };
  // An address, or in an older certificate the name alone.
  const repository = /(?:^|\/)([^/]+\/[^/]+)$/.exec(said('repository') ?? '')?.[1];
  const ref = said('ref');
  return {
    method: 'keyless',
    name,
    ...(extensions?.issuer === undefined ? {} : { issuer: extensions.issuer }),
    ...(repository === undefined ? {} : { repository }),
    ...(ref === undefined ? {} : { ref }),
    ...(at === undefined ? {} : { at }),
  };
}

/** An UTF8String of DER: its tag and its length stand before it. */
function textOf(value: Uint8Array): string {
  const [tag, length = 0] = value;
  return new TextDecoder().decode(tag === 0x0c && length < 0x80 ? value.subarray(2, 2 + length) : value);
}

/** When the log took the entry. */
function timeIn({ verificationMaterial: material }: Bundle['json']): string | undefined {
  const entries = isRecord(material) ? material['tlogEntries'] : undefined;
  const [entry] = Array.isArray(entries) ? entries : [];
  const seconds = Number(isRecord(entry) ? entry['integratedTime'] : undefined);
  return Number.isSafeInteger(seconds) && seconds > 0 ? new Date(seconds * 1000).toISOString() : undefined;
}
