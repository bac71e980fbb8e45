/** Which merges changed what the model is fed, by the fingerprints that the ledger keeps. */
import { evaluationReader } from '../../lineage/gate/evaluations.ts';
import type { Reading } from '../../lineage/gate/reader.ts';
import type { Ledger } from '../../ports/ledger.ts';

/** Full SHA → what changed of it, or that nothing did. A merge of which nothing is known is not there. */
export type FedMerges = ReadonlyMap<string, 'same' | { readonly text: string }>;

/** Merges of which fingerprints are read, the newest. */
const most = 200;

/**
 * `shas`: oldest first. Where fingerprints of merges in between are missing, each of them may have changed it. Throws a UserError where
 * the ledger, or a fingerprint of it, cannot be read.
 */
export async function fedMerges(
  ledger: Pick<Ledger, 'snapshot'>,
  reading: Reading,
  shas: readonly string[],
): Promise<FedMerges> {
  const reader = await evaluationReader(await ledger.snapshot(), reading);
  const recorded = new Map<string, ReadonlyMap<string, Uint8Array>>();
  await reader.each(shas.slice(-most), { kind: 'inputs', wanted: () => true }, (sha, files) => {
    recorded.set(sha, files);
  });
  const fed = new Map<string, 'same' | { text: string }>();
  if (recorded.size < 2) return fed;
  const { fedDifference } = await import('#lib/inputs');
  let before: { at: number; files: ReadonlyMap<string, Uint8Array> } | undefined;
  for (const [at, sha] of shas.entries()) {
    const files = recorded.get(sha);
    if (files === undefined) continue;
    const tensors = before === undefined ? [] : await fedDifference(before.files, files);
    const [first] = tensors;
    const told = first === undefined ? 'same' : { text: `${first.name} (${first.kind})` };
    if (before !== undefined) for (const one of shas.slice(before.at + 1, at + 1)) fed.set(one, told);
    before = { at, files };
  }
  return fed;
}
