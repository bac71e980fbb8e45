/** What somebody who can write to the ledger does with signatures of others: nothing of it may look verified. */
import { describe, expect, test } from 'vitest';
import { trace } from '../../src/lineage/gate/trace.ts';
import { checkSignature } from '../../src/signatures/gate/check.ts';
import { memoryLedger } from '../support/memory-ledger.ts';
import { now, signature, trust } from '../support/signatures.ts';
import { link, record, sha } from '../unit/lineage/support.ts';

const root = 'sha256:c3bf65fb99ad2d0895377a5964fe0881130addd6c41095e22e5ba7da167dcde9';
const ofOneFile = 'sha256:9a129038d9a00aed0cf6a7ea059ca50a813449061ab87848cf1a13eafdf33b2c';
const signed = signature('key').toString();
const weights = { kind: 'weights', id: 'w1', digest: root };
const job = { kind: 'job', id: 'j1' };
const other = `sha256:${'1'.repeat(64)}`;

async function traced(...records: readonly object[]) {
  const branch = [link(`commit ${sha('a')}`, 'job j1'), ...records.map(record)];
  const signatures = {
    check: (bundle: string, digest: string) => Promise.resolve(checkSignature(bundle, digest, trust, now)),
  };
  const { facts, findings } = await trace(
    { id: 'w1' },
    { ledger: memoryLedger({ branch }).ledger, now: () => now, signatures },
  );
  return {
    standings: facts.chain
      .filter(({ kind }) => kind !== 'commit')
      .map(({ kind, standing }) => [kind, standing]),
    says: findings.filter(({ rule }) => rule === 'lineage/signature-refused').map(({ message }) => message),
    findings,
  };
}

test('the signature of the very content counts', async () => {
  const { standings, says } = await traced({ inputs: [job], outputs: [weights], signatures: [signed] });
  expect({ standings, says }).toEqual({
    standings: [
      ['weights', 'verified'],
      ['job', 'claimed'],
    ],
    says: [],
  });
});

const claimed = [
  ['weights', 'claimed'],
  ['job', 'claimed'],
];

describe('is claimed only', () => {
  test.each<[string, object[], string | undefined]>([
    [
      'a signature of another model, replayed',
      [{ inputs: [job], outputs: [{ ...weights, digest: other }], signatures: [signed] }],
      expect.stringMatching(/speaks of other content/) as string,
    ],
    [
      'a model named by one of the files that were signed',
      [{ inputs: [job], outputs: [{ ...weights, digest: ofOneFile }], signatures: [signed] }],
      expect.stringMatching(/speaks of other content/) as string,
    ],
    [
      'the same digest of another algorithm',
      [
        {
          inputs: [job],
          outputs: [{ ...weights, digest: root.replace('sha256', 'sha3-256') }],
          signatures: [signed],
        },
      ],
      expect.stringMatching(/speaks of other content/) as string,
    ],
    [
      'a signature of somebody who may not sign',
      [{ inputs: [job], outputs: [weights], signatures: [signature('person').toString()] }],
      expect.stringMatching(/not among those that may sign/) as string,
    ],
    [
      'a signature that was altered',
      [{ inputs: [job], outputs: [weights], signatures: [signed.replace(/"sig":"..../, '"sig":"AAAA')] }],
      expect.stringMatching(/is not one of the key/) as string,
    ],
    [
      'what is no signature',
      [{ inputs: [job], outputs: [weights], signatures: ['{}'] }],
      expect.stringMatching(/not a Sigstore bundle/) as string,
    ],
    [
      'a model without its digest',
      [{ inputs: [job], outputs: [{ kind: 'weights', id: 'w1' }], signatures: [signed] }],
      undefined,
    ],
    [
      'a signature on a record that only uses the model',
      [
        { inputs: [job], outputs: [weights] },
        { inputs: [weights], outputs: [{ kind: 'serving', id: 's' }], signatures: [signed] },
      ],
      undefined,
    ],
    [
      'a signature of the model, on the record of the job',
      [
        { inputs: [job], outputs: [weights] },
        { inputs: [], outputs: [job], signatures: [signed] },
      ],
      undefined,
    ],
  ])('%s', async (_, records, reason) => {
    const { standings, says } = await traced(...records);
    expect(standings).toEqual(claimed);
    expect(says).toEqual(reason === undefined ? [] : [reason]);
  });
});

test('beyond the signatures that one trace verifies, what was not looked at is said', async () => {
  const junk = Array.from({ length: 6 }, (_, at) => ({
    inputs: [job],
    outputs: [weights],
    signatures: Array.from({ length: 10 }, (_one, part) => JSON.stringify({ at, part })),
  }));
  const { standings, findings } = await traced(...junk);
  expect(standings).toEqual(claimed);
  expect(findings.map(({ message }) => message)).toContainEqual(
    expect.stringContaining('10 signatures beyond the first 50 of this trace were not verified'),
  );
});
