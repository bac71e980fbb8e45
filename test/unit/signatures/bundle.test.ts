import { describe, expect, test } from 'vitest';
import { verifyBundle } from '../../../src/signatures/gate/verify-bundle.ts';
import { isAllowed, speaksOf, type Signer } from '../../../src/signatures/index.ts';
import type { Trust } from '../../../src/signatures/gate/trust.ts';
import { edited, now, pem, signature, trust } from '../../support/signatures.ts';

const nobody: Trust = { keys: [], certificates: [], identities: [] };
const workflow = 'https://github.com/acme/qwen3-vl/.github/workflows/train.yml@refs/heads/main';

describe('a signature counts', () => {
  test.each([
    ['of a bare key', 'key', { method: 'key', name: 'key.pem' }],
    ['of a key of another curve', 'key521', { method: 'key', name: 'key521.pem' }],
    ['of parts of files', 'shards', { method: 'key', name: 'key.pem' }],
    ['with BLAKE2b', 'blake2', { method: 'key', name: 'key.pem' }],
    ['with BLAKE3', 'blake3', { method: 'key', name: 'blake3.pem' }],
    ['of parts, with BLAKE3', 'blake3-shards', { method: 'key', name: 'blake3.pem' }],
    [
      'of a certificate with one between it and the root',
      'certificate',
      { method: 'certificate', name: 'O=acme, CN=train', issuer: 'O=acme, CN=acme builds' },
    ],
    [
      'of a workflow',
      'workflow',
      {
        method: 'keyless',
        name: workflow,
        issuer: 'https://token.actions.githubusercontent.com',
        repository: 'acme/qwen3-vl',
        at: '2026-11-29T21:34:03.000Z',
      },
    ],
  ])('%s', (_, name, signer) => {
    expect(verifyBundle(signature(name), trust, now)).toMatchObject({ ok: true, signer });
  });

  test('of a build, which lists no files', () => {
    const found = verifyBundle(signature('provenance'), trust, now);
    expect(found).toMatchObject({ ok: true, statement: { predicateType: 'https://slsa.dev/provenance/v1' } });
    expect(found.ok && found.statement.manifest).toBe(undefined);
  });
});

describe('a signature is refused', () => {
  const year = (n: number) => Date.parse(`${n}-01-01T00:00:00Z`);
  test.each<[string, Buffer, Trust, number, string, RegExp]>([
    ['of nobody who is known', signature('key'), nobody, now, 'untrusted', /no key is known/],
    [
      'of another key',
      signature('key'),
      { ...nobody, keys: [pem('other')] },
      now,
      'untrusted',
      /another key/,
    ],
    [
      'of a certificate, where none is known',
      signature('certificate'),
      nobody,
      now,
      'untrusted',
      /none is known/,
    ],
    [
      'of another root',
      signature('certificate'),
      { ...nobody, certificates: [pem('other-ca')] },
      now,
      'untrusted',
      /does not lead to one/,
    ],
    ['after its certificate', signature('certificate'), trust, year(2300), 'broken', /is valid from/],
    ['before its certificate', signature('certificate'), trust, year(2020), 'broken', /is valid from/],
    [
      'of a certificate for something else',
      signature('certificate-unfit'),
      trust,
      now,
      'broken',
      /for signing/,
    ],
    [
      'of a certificate that one has issued that may not',
      signature('certificate-below'),
      trust,
      now,
      'untrusted',
      /does not lead to one/,
    ],
    [
      'of a branch that may hold any workflow',
      signature('branch'),
      trust,
      now,
      'untrusted',
      /refs\/heads\/feature/,
    ],
    ['of a person who is not named', signature('person'), trust, now, 'untrusted', /ada@example\.org/],
    [
      'of another Sigstore',
      signature('workflow'),
      { keys: [], certificates: [], identities: trust.identities },
      now,
      'broken',
      /certificate/i,
    ],
    [
      'without an entry in the log',
      edited('workflow', ({ verificationMaterial }) => void (verificationMaterial['tlogEntries'] = [])),
      trust,
      now,
      'broken',
      /no entry in a transparency log/,
    ],
    ['that is cut off', signature('key').subarray(0, 500), trust, now, 'broken', /cut off/],
    ['that is another kind of file', Buffer.from('{"a": 1}'), trust, now, 'broken', /not a Sigstore bundle/],
    [
      'with two signatures',
      edited('key', ({ dsseEnvelope: { signatures } }) => void signatures.push({ sig: 'AA==' })),
      trust,
      now,
      'broken',
      /exactly one signature/,
    ],
    [
      'with the signature of another statement',
      edited('key', (bundle) => {
        bundle.dsseEnvelope.payload = (
          JSON.parse(signature('shards').toString()) as typeof bundle
        ).dsseEnvelope.payload;
      }),
      trust,
      now,
      'broken',
      /is not one of the key/,
    ],
  ])('%s', (_, bytes, who, at, kind, reason) => {
    expect(verifyBundle(bytes, who, at)).toEqual({
      ok: false,
      kind,
      reason: expect.stringMatching(reason) as string,
    });
  });

  test('a key that is none of those that can be used is said to be one', () => {
    const wrong = { ...nobody, keys: [{ name: 'k.pem', pem: 'no key' }] };
    expect(() => verifyBundle(signature('key'), wrong, now)).toThrow(/the key k\.pem cannot be used/);
  });
});

describe('who may sign', () => {
  const issuer = 'https://token.actions.githubusercontent.com';
  const signer: Signer = { method: 'keyless', name: workflow, issuer, repository: 'acme/qwen3-vl' };
  test.each([
    [true, { repository: 'Acme/Qwen3-VL' }],
    [
      true,
      { repository: 'acme/qwen3-vl', workflow: '.github/workflows/train.yml', refs: ['refs/heads/main'] },
    ],
    [true, { repository: 'acme/qwen3-vl', workflow: 'acme/qwen3-vl/.github/workflows/train.yml' }],
    [false, { repository: 'acme/qwen3-vl', workflow: '.github/workflows/train.yml.evil.yml' }],
    [false, { repository: 'acme/qwen3-vl', workflow: '.github/workflows/other.yml' }],
    [false, { repository: 'acme/qwen3-vl', refs: ['refs/tags/**'] }],
    [false, { repository: 'acme/qwen3' }],
    [false, { repository: 'acme/qwen3-vl', issuer: 'https://accounts.example' }],
    [true, { identity: workflow }],
    [false, { identity: workflow, repository: 'acme/other' }],
    [false, { identity: `${workflow}-2` }],
    [false, {}],
  ])('%s: %j', (expected, identity) => {
    expect(isAllowed(signer, [identity])).toBe(expected);
  });

  const shared = 'https://github.com/acme/shared/.github/workflows/sign.yml';
  const named = { repository: 'acme/qwen3-vl', workflow: 'acme/shared/.github/workflows/sign.yml' };
  const refs = ['refs/heads/main'];
  const pinned = 'a'.repeat(40);
  test.each<
    [
      boolean,
      string,
      { readonly [K in keyof Signer]?: Signer[K] | undefined },
      Parameters<typeof isAllowed>[1][number],
    ]
  >([
    [
      false,
      'a repository that calls the workflow',
      { repository: 'mallory/x' },
      { repository: 'acme/qwen3-vl' },
    ],
    [
      false,
      'the same, where the workflow is named exactly',
      { repository: 'mallory/x' },
      { identity: workflow },
    ],
    [
      false,
      'a certificate that does not say what ran it',
      { repository: undefined },
      { repository: 'acme/qwen3-vl' },
    ],
    [
      false,
      'another host',
      { name: workflow.replace('github.com', 'github.com.evil.example') },
      { repository: 'acme/qwen3-vl' },
    ],
    [
      false,
      'another host before it',
      { name: workflow.replace('github.com', 'evil.example/github.com') },
      { repository: 'acme/qwen3-vl' },
    ],
    [
      false,
      'the host in capitals',
      { name: workflow.replace('github.com', 'GITHUB.COM') },
      { repository: 'acme/qwen3-vl' },
    ],
    [false, 'no encryption', { name: workflow.replace('https', 'http') }, { repository: 'acme/qwen3-vl' }],
    [
      false,
      'an issuer that begins as the right one',
      { issuer: `${issuer}.evil.example` },
      { repository: 'acme/qwen3-vl' },
    ],
    [false, 'an issuer below the right one', { issuer: `${issuer}/acme` }, { repository: 'acme/qwen3-vl' }],
    [
      false,
      'a repository that ends as the right one',
      { repository: 'mallory/acme/qwen3-vl' },
      { repository: 'acme/qwen3-vl' },
    ],
    [
      false,
      'a branch of the caller',
      { name: `${shared}@refs/heads/main`, ref: 'refs/heads/feature' },
      { ...named, refs },
    ],
    [
      true,
      'trunk of the caller',
      { name: `${shared}@refs/heads/main`, ref: 'refs/heads/main' },
      { ...named, refs },
    ],
    [
      false,
      'a branch of the shared workflow',
      { name: `${shared}@refs/heads/x`, ref: 'refs/heads/main' },
      { ...named, refs },
    ],
    [
      true,
      'a pinned commit of the shared workflow, on trunk',
      { name: `${shared}@${pinned}`, ref: 'refs/heads/main' },
      { ...named, refs },
    ],
    [false, 'the same on a branch', { name: `${shared}@${pinned}`, ref: 'refs/heads/x' }, { ...named, refs }],
    [false, 'the same where nobody says on which ref', { name: `${shared}@${pinned}` }, { ...named, refs }],
    [
      false,
      'a ref that begins as the right one',
      { ref: 'refs/heads/main-2' },
      { repository: 'acme/qwen3-vl', refs },
    ],
    [
      false,
      'a person by another issuer than was asked',
      { name: 'ada@example.org', issuer: 'https://a.example' },
      { identity: 'ada@example.org', issuer: 'https://b.example' },
    ],
    [
      false,
      'a person in capitals',
      { name: 'Ada@example.org', issuer: 'https://a.example' },
      { identity: 'ada@example.org', issuer: 'https://a.example' },
    ],
    [
      true,
      'a workflow of another forge',
      {
        name: 'https://forge.example/acme/qwen3-vl/ci.yml@refs/heads/main',
        issuer: 'https://forge.example',
        repository: undefined,
      },
      { repository: 'acme/qwen3-vl', issuer: 'https://forge.example', refs },
    ],
  ])('%s: %s', (expected, _, more, identity) => {
    expect(isAllowed({ ...signer, ...more } as Signer, [identity])).toBe(expected);
  });

  test('a reusable workflow of another repository signs for the one that calls it', () => {
    const tagged = { ...signer, name: `${shared}@refs/tags/v1` };
    expect(isAllowed(tagged, [named])).toBe(true);
    expect(isAllowed(tagged, [{ repository: 'acme/qwen3-vl', workflow: '.github/workflows/sign.yml' }])).toBe(
      false,
    );
  });
});

describe('an instance without logs, as GitHub has for private repositories', () => {
  const { root: _, ...publicly } = { ...trust, identities: [{ repository: 'acme/private' }] };
  const privately = { ...publicly, root: signature('stamped-root').toString() };

  test('signs with a time stamp, where the policy names its root', () => {
    expect(verifyBundle(signature('stamped'), privately, now)).toMatchObject({
      ok: true,
      signer: { repository: 'acme/private', ref: 'refs/heads/main' },
    });
  });

  test.each<[string, Buffer, Trust, RegExp]>([
    ['for the public instance', signature('stamped'), publicly, /no entry in a transparency log/],
    [
      'without its time stamp',
      edited('stamped', ({ verificationMaterial }) => {
        delete verificationMaterial['timestampVerificationData'];
      }),
      privately,
      /expected 1 timestamps, got 0/,
    ],
    [
      'with the time stamp of another signature',
      edited('stamped', ({ dsseEnvelope }) => {
        const [first] = dsseEnvelope.signatures;
        dsseEnvelope.signatures = [
          {
            ...first,
            sig: Buffer.from(Buffer.from(first?.sig ?? '', 'base64').toReversed()).toString('base64'),
          },
        ];
      }),
      privately,
      /./,
    ],
  ])('signs nothing %s', (_name, bytes, who, reason) => {
    expect(verifyBundle(bytes, who, now)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(reason) as string,
    });
  });
});

test('a statement that says something else of its subject is no signature of it', () => {
  const only = (predicates: readonly string[]) =>
    verifyBundle(signature('provenance'), { ...trust, predicates }, now);
  expect(only(['https://slsa.dev/provenance/v1']).ok).toBe(true);
  expect(only(['https://in-toto.io/attestation/test-result/v0.1'])).toEqual({
    ok: false,
    kind: 'untrusted',
    reason: expect.stringContaining('which does not say who made its subject') as string,
  });
  expect(verifyBundle(signature('key'), { ...trust, predicates: [] }, now).ok).toBe(true);
});

test.each([
  ['key', 'sha256:c3bf65fb99ad2d0895377a5964fe0881130addd6c41095e22e5ba7da167dcde9', true],
  ['key', `sha256:${'0'.repeat(64)}`, false],
  ['key', 'sha256:9a129038d9a00aed0cf6a7ea059ca50a813449061ab87848cf1a13eafdf33b2c', false],
  ['provenance', 'sha256:9a129038d9a00aed0cf6a7ea059ca50a813449061ab87848cf1a13eafdf33b2c', true],
])('the statement of %s speaks of %s: %s', (name, digest, expected) => {
  const found = verifyBundle(signature(name), trust, now);
  expect(found.ok && speaksOf(found.statement, digest)).toBe(expected);
});
