import type { Folding } from '../../ports/ledger.ts';
import { compactionMessage, inboxPrefix, ledgerBranch, ledgerHead } from '../../ports/ledger-refs.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { Client } from '../client/client.ts';
import { commits } from '../git/commits.ts';
import { query } from '../client/graphql.ts';
import { objects } from '../git/objects.ts';
import { refs } from '../git/refs.ts';
import { objectOf, textOf } from '../client/shape.ts';

/** Stands for "no such ref", before and after. */
const nothing = '0'.repeat(40);

interface RefUpdate {
  readonly name: string;
  readonly beforeOid: string;
  readonly afterOid: string;
}

/**
 * One commit on the branch and the inbox emptied of what is in it, in one atomic update with a lease on every ref: a compactor that
 * is killed has changed nothing or everything. `false` where another was faster.
 */
export async function compactLedger(
  client: Client,
  { tip, files, taken, added, message }: Folding,
): Promise<boolean> {
  const entries = [...files].map(([path, sha]) => ({ path, sha, mode: '100644', type: 'blob' }) as const);
  const before = tip === undefined ? undefined : await commits(client).get(tip);
  const { createTree, createCommit } = objects(client);
  const tree = await createTree(entries, before?.tree);
  const said = compactionMessage(message, tip === undefined ? undefined : (before?.message ?? ''), added);
  const commit = await createCommit({ message: said, tree, parents: tip === undefined ? [] : [tip] });
  const updates = [
    ...[ledgerBranch, ledgerHead].map((name) => ({ name, beforeOid: tip ?? nothing, afterOid: commit })),
    ...[...taken].map(([key, oid]) => ({ name: `${inboxPrefix}${key}`, beforeOid: oid, afterOid: nothing })),
  ];
  const refused = await update(client, updates);
  if (refused === undefined) return true;
  if (await somethingMoved(client, updates)) return false;
  throw new UserError(`could not write a ref: GitHub refused to move the ledger (${refused})`, {
    help: 'Give the job `permissions: contents: write`, and let it past the rules of the branch model-lineage.',
  });
}

const repositoryId =
  'query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { id } }';

/** REST moves one ref at a time; this mutation moves all of them or none. */
const updateRefs = `mutation ($repositoryId: ID!, $refUpdates: [RefUpdate!]!) {
  updateRefs(input: { repositoryId: $repositoryId, refUpdates: $refUpdates }) { clientMutationId }
}`;

/** Why it was refused; `undefined` on success. */
async function update(client: Client, refUpdates: readonly RefUpdate[]): Promise<string | undefined> {
  const found = await query(client, 'read refs', repositoryId);
  if ('refused' in found) return found.refused;
  const id = textOf(objectOf(found.data['repository'])?.['id']);
  const result = await query(client, 'write refs', updateRefs, { repositoryId: id, refUpdates });
  return 'refused' in result ? result.refused : undefined;
}

/** The refs themselves tell whether a lease did not hold: GitHub's words for it are nowhere promised. */
async function somethingMoved(client: Client, updates: readonly RefUpdate[]): Promise<boolean> {
  const { get, matching } = refs(client);
  const there = [await get(ledgerBranch), await get(ledgerHead), ...(await matching('lineage/inbox/'))];
  const now = new Map(there.flatMap((ref) => (ref === undefined ? [] : [[ref.ref, ref.sha]])));
  return updates.some(({ name, beforeOid }) => (now.get(name) ?? nothing) !== beforeOid);
}
