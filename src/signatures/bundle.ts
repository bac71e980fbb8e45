/** Reads a Sigstore bundle: what its parts are, and nothing yet of whether they are true. */
import { isRecord } from '../kernel/record.ts';
import { refusal, type Bundle, type Method, type Refusal } from './model.ts';

/** Most bytes of a bundle: the list of files of a model with 100,000 of them. */
export const maxBundleBytes = 32 * 1024 * 1024;

const mediaType = /^application\/vnd\.dev\.sigstore\.bundle(?:\.v0\.\d\+json|\+json;version=0\.\d)$/;

type Json = Readonly<Record<string, unknown>>;

/** A bundle of version 0.1 to 0.9 with one signed envelope; everything else is refused in words. */
export function readBundle(bytes: Uint8Array): { readonly ok: true; readonly bundle: Bundle } | Refusal {
  if (bytes.length > maxBundleBytes)
    return broken(`it has ${bytes.length} bytes, at most ${maxBundleBytes} are read`);
  const json = parsed(bytes);
  if (json === undefined) return broken('it is not JSON in UTF-8, or cut off');
  if (!mediaType.test(textOf(json['mediaType'])))
    return broken('it is not a Sigstore bundle: its mediaType is another');
  const material = json['verificationMaterial'];
  if (!isRecord(material)) return broken('it lacks verificationMaterial');
  const found = methodOf(material);
  if (found === undefined) return broken('its verificationMaterial names no public key and no certificate');
  const envelope = envelopeOf(json['dsseEnvelope']);
  if (typeof envelope === 'string') return broken(envelope);
  return { ok: true, bundle: { json, ...found, ...envelope } };
}

function broken(reason: string): Refusal {
  return refusal('broken', reason);
}

function parsed(bytes: Uint8Array): Json | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function methodOf(material: Json): Pick<Bundle, 'method' | 'hint' | 'certificates'> | undefined {
  const { publicKey, x509CertificateChain: chain, certificate } = material;
  const given = [publicKey, chain, certificate].filter((part) => part !== undefined && part !== null);
  if (given.length !== 1) return undefined;
  if (isRecord(publicKey)) {
    const { hint } = publicKey;
    return { method: 'key', certificates: [], ...(typeof hint === 'string' && hint !== '' ? { hint } : {}) };
  }
  const list = isRecord(chain) ? chain['certificates'] : isRecord(certificate) ? [certificate] : [];
  const certificates = Array.isArray(list) ? list.map(certificateOf) : [];
  if (certificates.length === 0 || certificates.length > 10) return undefined;
  const whole = certificates.filter((one) => one !== undefined);
  if (whole.length !== certificates.length) return undefined;
  return { method: chainMethod(chain, material), certificates: whole };
}

/** Before version 0.3 the one certificate that Sigstore had vouched for was in a chain too; then the log has an entry. */
function chainMethod(chain: unknown, { tlogEntries }: Json): Method {
  return isRecord(chain) && !(Array.isArray(tlogEntries) && tlogEntries.length > 0)
    ? 'certificate'
    : 'keyless';
}

function certificateOf(value: unknown): Uint8Array | undefined {
  return isRecord(value) ? bytesOf(value['rawBytes']) : undefined;
}

function envelopeOf(value: unknown): Pick<Bundle, 'payloadType' | 'payload' | 'signature'> | string {
  if (!isRecord(value)) return 'it has no dsseEnvelope, so no statement is signed';
  const { payloadType, payload, signatures } = value;
  const [signature, second] = Array.isArray(signatures) ? signatures : [];
  if (!isRecord(signature) || second !== undefined) return 'its envelope has not exactly one signature';
  const [content, signed] = [bytesOf(payload), bytesOf(signature['sig'])];
  if (content === undefined || signed === undefined) return 'its envelope lacks the payload or the signature';
  return { payloadType: textOf(payloadType), payload: content, signature: signed };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Base64 of either alphabet; `undefined` for what is none, and for nothing. */
function bytesOf(value: unknown): Uint8Array | undefined {
  if (typeof value !== 'string' || value === '' || !/^[A-Za-z0-9+/_-]*={0,2}$/.test(value)) return undefined;
  try {
    return Uint8Array.from(atob(value.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    );
  } catch {
    return undefined;
  }
}

/** What is really signed: DSSE's pre-authentication encoding (secure-systems-lab/dsse, protocol.md). */
export function signedBytes({ payloadType, payload }: Pick<Bundle, 'payloadType' | 'payload'>): Uint8Array {
  const encoder = new TextEncoder();
  const type = encoder.encode(payloadType);
  const head = encoder.encode(`DSSEv1 ${type.length} ${payloadType} ${payload.length} `);
  const all = new Uint8Array(head.length + payload.length);
  all.set(head);
  all.set(payload, head.length);
  return all;
}
