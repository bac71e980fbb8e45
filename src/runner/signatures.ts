/** Signatures on a runner or in a terminal: who may sign is read, and what verifies is loaded, when the first is asked about. */
import { systemClock } from '../kernel/clock.ts';
import { type Policy } from '../policy/index.ts';
import { validPolicy } from '../policy/gate/policy.ts';
import type { FileTree } from '../ports/index.ts';
import type { Signatures } from '../ports/signatures.ts';
import type { Finding } from '../report/model.ts';
import type { NamedBundle } from '../signatures/gate/bind.ts';
import type { Trust } from '../signatures/gate/trust.ts';
import { signaturesOf } from '../signatures/settings.ts';

export function signaturesBy(trust: () => Promise<Trust>): Signatures {
  let known: Promise<Trust> | undefined;
  return {
    check: async (bundle, digest) => {
      const { checkSignature } = await import('#lib/signatures');
      return checkSignature(bundle, digest, await (known ??= trust()), systemClock.now());
    },
  };
}

/** By a policy that was read from this tree of trunk. */
export async function trustBy(policy: Policy, tree: FileTree, trunk: string): Promise<Trust> {
  const { loadTrust } = await import('#lib/signatures');
  return loadTrust(signaturesOf(policy), tree, trunk);
}

/** By the policy of this tree of trunk. Throws a UserError for one that is not valid. */
export async function trustOn(tree: FileTree, trunk: string): Promise<Trust> {
  return trustBy(await validPolicy(tree, trunk), tree, trunk);
}

/** Records as somebody wrote them, each with the signatures that speak of what it made. Anything else stays as it is. */
export async function signedDrafts(
  value: unknown,
  bundles: readonly NamedBundle[],
  trust: Trust,
): Promise<{ readonly value: unknown; readonly findings: readonly Finding[] }> {
  const [{ bindSignatures }, { readDraft }] = await Promise.all([
    import('#lib/signatures'),
    import('#lib/lineage'),
  ]);
  const read = (Array.isArray(value) ? value : [value]).map((one: unknown) => ({
    one,
    draft: readDraft(one),
  }));
  const drafts = read.map(({ draft }) => (draft.ok ? draft.draft : { outputs: [] }));
  const { bound, findings } = bindSignatures(drafts, bundles, trust, systemClock.now());
  const signed = read.map(({ one, draft }, record) => {
    const own = bound.filter((each) => each.record === record);
    if (!draft.ok || own.length === 0) return one;
    const digests = new Map(own.map(({ output, digest }) => [output, digest]));
    const outputs = draft.draft.outputs.map((node, at) => {
      const digest = digests.get(at);
      return digest === undefined ? node : { ...node, digest };
    });
    return {
      ...draft.draft,
      outputs,
      signatures: [...(draft.draft.signatures ?? []), ...own.map(({ bundle }) => bundle)],
    };
  });
  return { value: signed, findings };
}
