/** From a signed model to what serves: real signatures, bound to a record, and asked for by a target. */
import { describe, expect, test } from 'vitest';
import type { RecordDraft } from '../../../src/lineage/index.ts';
import { promote } from '../../../src/promotion/gate/promote.ts';
import { signedDrafts } from '../../../src/runner/signatures.ts';
import { checkSignature } from '../../../src/signatures/gate/check.ts';
import type { Trust } from '../../../src/signatures/gate/trust.ts';
import { traceFrom } from '../../../src/lineage/gate/traced.ts';
import { openReader } from '../../../src/lineage/gate/reader.ts';
import { scene, targetOf, versionRecords } from '../../support/promotion.ts';
import { now, signature, trust } from '../../support/signatures.ts';

const root = 'sha256:c3bf65fb99ad2d0895377a5964fe0881130addd6c41095e22e5ba7da167dcde9';
const weights = (digest?: string) => ({
  kind: 'weights',
  id: 'w2',
  ...(digest === undefined ? {} : { digest }),
});
const making = (digest?: string) => ({ inputs: [{ kind: 'job', id: 'job-w2' }], outputs: [weights(digest)] });
const bundle = (name: string) => ({ name: `${name}.sig`, bytes: signature(name) });

async function signedRecord(name: string, digest?: string) {
  const { value, findings } = await signedDrafts(making(digest), [bundle(name)], trust);
  return { record: (value as RecordDraft[])[0], findings };
}

describe('a signature is bound to what the record made', () => {
  test.each(['key', 'certificate', 'workflow'])('%s, by the digest of its files', async (name) => {
    const { record, findings } = await signedRecord(
      name,
      name === 'workflow' || name === 'certificate' ? undefined : root,
    );
    expect(findings).toEqual([]);
    expect(record?.outputs[0]?.digest).toBe(root);
    expect(record?.signatures).toHaveLength(1);
  });

  test.each([
    ['of another content', 'key', `sha256:${'1'.repeat(64)}`, 'signatures/unbound'],
    ['of a build, where the digest is not said', 'provenance', undefined, 'signatures/unbound'],
    ['of somebody else', 'person', root, 'signatures/untrusted'],
    ['of a certificate for something else', 'certificate-unfit', root, 'signatures/broken'],
  ])('one %s is not recorded', async (_, name, digest, rule) => {
    const { record, findings } = await signedRecord(name, digest);
    expect(findings).toMatchObject([
      { rule, severity: 'error', message: expect.stringContaining(name) as string },
    ]);
    expect(record?.signatures).toBe(undefined);
  });
});

async function promoted(name: string, who: Trust) {
  const { record } = await signedRecord(name, root);
  const drafts = versionRecords('w2', {
    digest: root,
    evaluated: root,
    ...(record === undefined ? {} : { more: [record] }),
  });
  const one = scene(drafts);
  const signatures = {
    check: (text: string, digest: string) => Promise.resolve(checkSignature(text, digest, who, now)),
  };
  const target = targetOf({ requires: ['regression-gate', 'signature'] });
  const ports = one.ports({ signatures });
  const report = await promote({ version: 'w2', target, dryRun: false }, ports);
  const traced = await traceFrom('w2', await openReader(await one.ledger.snapshot(), ports), ports);
  const evidence = report.facts.evidence.find((piece) => piece.name === 'signature');
  return { report, evidence, link: traced?.chain.find(({ id }) => id === 'w2'), findings: traced?.findings };
}

describe('a target that requires a signature', () => {
  test('takes one that counts, and the trace shows it', async () => {
    const { report, evidence, link, findings } = await promoted('workflow', trust);
    expect({ verdict: report.verdict, evidence }).toMatchObject({
      verdict: 'pass',
      evidence: { state: 'there' },
    });
    expect(link).toMatchObject({
      standing: 'verified',
      signed_by: 'https://github.com/acme/qwen3-vl/.github/workflows/train.yml@refs/heads/main',
    });
    expect(findings).toEqual([]);
  });

  test('takes none of somebody who may no longer sign, and the trace shows a claim', async () => {
    const { report, evidence, link, findings } = await promoted('workflow', { ...trust, identities: [] });
    expect({ verdict: report.verdict, evidence }).toMatchObject({
      verdict: 'fail',
      evidence: { state: 'missing' },
    });
    expect(link).toMatchObject({ standing: 'claimed' });
    expect(findings?.map(({ rule }) => rule)).toEqual(['lineage/signature-refused']);
  });

  test('takes none of another trusted root', async () => {
    const { evidence } = await promoted('workflow', {
      keys: [],
      certificates: [],
      identities: trust.identities,
    });
    expect(evidence).toMatchObject({ state: 'wrong' });
  });

  test('takes none where none is recorded', async () => {
    const { evidence } = await promoted('person', trust);
    expect(evidence).toMatchObject({
      state: 'missing',
      says: expect.stringContaining('no signature') as string,
    });
  });
});
