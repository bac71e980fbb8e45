import { describe, expect, test } from 'vitest';
import { verifyBundle } from '../../src/signatures/gate/verify-bundle.ts';
import { verifyModel } from '../../src/signatures/gate/verify-model.ts';
import { isRecord } from '../../src/kernel/record.ts';
import { randomOf, type Random } from '../support/manifests.ts';
import { samples } from '../support/seed.ts';
import { filesOf, model, now, signature, trust } from '../support/signatures.ts';

const kinds = [
  'key',
  'key521',
  'shards',
  'blake2',
  'blake3',
  'certificate',
  'workflow',
  'provenance',
] as const;

/** Base64 texts of a bundle in which a changed byte must be noticed: what is signed, by what, and where it was logged. */
function signedTexts(
  value: unknown,
  path: readonly string[] = [],
): { path: readonly string[]; text: string }[] {
  if (typeof value === 'string') return isGuarded(path) ? [{ path, text: value }] : [];
  const entries = isRecord(value) ? Object.entries(value) : Array.isArray(value) ? Object.entries(value) : [];
  return entries.flatMap(([key, one]) => signedTexts(one, [...path, key]));
}

function isGuarded(path: readonly string[]): boolean {
  const last = path.at(-1) ?? '';
  // Of a chain only the certificates up to the root are asked about, and all of these are.
  return ['payload', 'sig', 'rawBytes', 'canonicalizedBody', 'signedEntryTimestamp'].includes(last);
}

function mutated(bundle: Buffer, random: Random): Buffer {
  const value: unknown = JSON.parse(bundle.toString());
  const places = signedTexts(value);
  const place = places[random.below(places.length)];
  if (place === undefined) throw new Error('nothing to change');
  const bytes = Buffer.from(place.text, 'base64');
  const at = random.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  return Buffer.from(
    bundle.toString().replace(JSON.stringify(place.text), JSON.stringify(bytes.toString('base64'))),
  );
}

describe('one changed bit', () => {
  test.each(kinds)('of %s is noticed', (name) => {
    const random = randomOf(kinds.indexOf(name) + 1);
    const bundle = signature(name);
    expect(verifyBundle(bundle, trust, now).ok).toBe(true);
    for (let drawn = 0; drawn < samples(100, 15); drawn += 1) {
      const bytes = mutated(bundle, random);
      expect({ bytes: bytes.toString(), ok: verifyBundle(bytes, trust, now).ok }).toMatchObject({
        ok: false,
      });
    }
  });
});

type Content = Readonly<Record<string, string>>;

const changes: readonly ((content: Content, random: Random) => Content)[] = [
  (content, random) => ({ ...content, [`extra-${random.below(100)}.py`]: 'import os' }),
  (content) => Object.fromEntries(Object.entries(content).slice(1)),
  ({ 'model.safetensors': weights = '', ...rest }, random) => ({
    ...rest,
    [`model-${random.below(100)}.safetensors`]: weights,
  }),
  (content, random) => ({ ...content, 'model.safetensors': 'weights'.slice(0, random.below(7)) }),
  (content, random) => {
    const bytes = Buffer.from('weights');
    bytes[random.below(bytes.length)] = 65 + random.below(26);
    return { ...content, 'model.safetensors': bytes.toString() };
  },
  (content, random) => ({ ...content, 'config.json': `{}${' '.repeat(1 + random.below(9))}` }),
  (content, random) => ({ ...content, [`sub${random.below(9)}/config.json`]: '{}' }),
];

test('100 altered models are refused', async () => {
  const random = randomOf(7);
  for (let drawn = 0; drawn < 100; drawn += 1) {
    const change = changes[drawn % changes.length] ?? ((content) => content);
    const name = kinds[random.below(kinds.length - 1)] ?? 'key';
    const files = filesOf(change(model, random));
    const { verdict } = await verifyModel(
      { path: 'm', signature: 's', bundle: signature(name), trust },
      { files, now: () => now },
    );
    expect({ drawn, verdict }).toEqual({ drawn, verdict: 'fail' });
  }
});

describe('what is not a signature is refused in words', () => {
  const media = '"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json"';
  const envelope = (payload: object, type = 'application/vnd.in-toto+json') =>
    JSON.stringify({
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      verificationMaterial: { publicKey: { hint: '' } },
      dsseEnvelope: {
        payloadType: type,
        payload: Buffer.from(JSON.stringify(payload)).toString('base64'),
        signatures: [{ sig: 'AAAA' }],
      },
    });
  const statement = (
    predicate: unknown,
    subject: unknown = [{ name: 'm', digest: { sha256: 'a'.repeat(64) } }],
  ) => ({
    _type: 'https://in-toto.io/Statement/v1',
    subject,
    predicateType: 'https://model_signing/signature/v1.0',
    predicate,
  });
  const manifest = (resources: unknown, more: object = {}) =>
    envelope(
      statement({
        serialization: { method: 'files', hash_type: 'sha256', allow_symlinks: false, ...more },
        resources,
      }),
    );
  const entry = (name: unknown, digest: unknown = 'a'.repeat(64)) => ({ name, digest, algorithm: 'sha256' });
  test.each([
    ['', /cut off/],
    ['[]', /cut off/],
    ['null', /cut off/],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, /cut off/],
    [`{${media},"verificationMaterial":{"__proto__":{"publicKey":{}}}}`, /no public key/],
    [`{${media},"verificationMaterial":{"publicKey":{},"certificate":{}}}`, /no public key/],
    [`{${media},"verificationMaterial":{"x509CertificateChain":{"certificates":[]}}}`, /no public key/],
    [`{${media},"verificationMaterial":{"publicKey":{}},"messageSignature":{}}`, /no dsseEnvelope/],
    [envelope({}, 'text/plain'), /not an in-toto statement/],
    [envelope({}), /not an in-toto statement/],
    [envelope(statement({}, [])), /no digest/],
    [envelope(statement({}, [{ name: 'm', digest: { sha256: 'x' } }])), /no digest/],
    [envelope(statement(null)), /serialization/],
    [manifest([]), /signs no files/],
    [manifest([entry('../x')]), /not a path below the model/],
    [manifest([entry('/etc/passwd')]), /not a path below the model/],
    [manifest([entry('a/../../x')]), /not a path below the model/],
    [manifest([entry('a\0b')]), /not a path below the model/],
    [manifest([entry('a'), entry('./a')]), /stands twice/],
    [manifest([entry('a', 'aa')]), /the digest of "a" is none/],
    [manifest([entry(1)]), /is none/],
    [manifest([entry('a')], { hash_type: 'md5' }), /hashed with "md5"/],
    [manifest([entry('a')], { hash_type: 'blake3' }), /is hashed with "sha256", and the others with blake3/],
    [manifest([entry('a')], { method: 'tensors' }), /how the files were read/],
    [manifest([entry('a')], { ignore_paths: 'x' }), /ignore_paths/],
    [manifest([entry('a:0:5')], { method: 'shards' }), /shard_size/],
    [manifest([entry('a:1:5')], { method: 'shards', shard_size: 4 }), /leave gaps/],
    [manifest([entry('a:0:4'), entry('a:8:9')], { method: 'shards', shard_size: 4 }), /leave gaps/],
    [manifest([entry('a:0:0')], { method: 'shards', shard_size: 4 }), /leave gaps/],
    [manifest([entry('a')]), /does not have the digest/],
  ])('%s', (text, reason) => {
    const found = verifyBundle(Buffer.from(text), trust, now);
    expect(found).toEqual({ ok: false, kind: 'broken', reason: expect.stringMatching(reason) as string });
  });
});
