/** The in-toto statement of a signature: what it speaks of. */
import { isRecord } from '../kernel/record.ts';
import { readManifest, type Sha256 } from './manifest.ts';
import { refusal, type Bundle, type Refusal, type Statement, type Subject } from './model.ts';

export const modelPredicate = 'https://model_signing/signature/v1.0';

const statementTypes = ['https://in-toto.io/Statement/v1', 'https://in-toto.io/Statement/v0.1'];

/** Of the list of files its own digest is checked too, for a record is bound to that. */
export function readStatement(
  { payload, payloadType }: Pick<Bundle, 'payload' | 'payloadType'>,
  sha256: Sha256,
): { readonly ok: true; readonly statement: Statement } | Refusal {
  const broken = (reason: string) => refusal('broken', reason);
  if (payloadType !== 'application/vnd.in-toto+json')
    return broken(`what is signed is ${JSON.stringify(payloadType.slice(0, 100))}, not an in-toto statement`);
  const value = parsed(payload);
  if (value === undefined) return broken('what is signed is not JSON in UTF-8');
  const { _type: type, predicateType, subject, predicate } = value;
  if (typeof type !== 'string' || !statementTypes.includes(type) || typeof predicateType !== 'string')
    return broken('what is signed is not an in-toto statement');
  if (predicateType === 'https://model_signing/Digests/v0.1')
    return broken('it is of Model Signing 0.2, whose format is no longer used: sign the model again');
  const subjects = Array.isArray(subject) ? subject.flatMap(subjectOf) : [];
  if (!Array.isArray(subject) || subject.length === 0 || subjects.length !== subject.length)
    return broken('a subject of the statement has no digest');
  if (predicateType !== modelPredicate) return { ok: true, statement: { predicateType, subjects } };
  const manifest = readManifest(predicate, subjects, sha256);
  if (typeof manifest === 'string') return broken(manifest);
  return { ok: true, statement: { predicateType, subjects, manifest } };
}

function parsed(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function subjectOf(value: unknown): Subject[] {
  if (!isRecord(value) || !isRecord(value['digest'])) return [];
  const digests = Object.entries(value['digest']).flatMap(([algorithm, hex]) =>
    typeof hex === 'string' && /^[0-9a-f]{32,128}$/i.test(hex)
      ? [[algorithm, hex.toLowerCase()] as const]
      : [],
  );
  const name = value['name'];
  return digests.length === 0
    ? []
    : [{ name: typeof name === 'string' ? name : '', digests: new Map(digests) }];
}

/** Whether the statement speaks of the content with this digest, `sha256:…`. */
export function speaksOf({ subjects, manifest }: Statement, digest: string): boolean {
  const [algorithm = '', hex = ''] = digest.split(':');
  if (subjects.some(({ digests }) => digests.get(algorithm) === hex.toLowerCase())) return true;
  // A model of one file is as well known by the digest of that file.
  const [only, second] = [...(manifest?.files.values() ?? [])].flat();
  return (
    second === undefined && only?.end === undefined && manifest?.hash === algorithm && only?.digest === hex
  );
}
