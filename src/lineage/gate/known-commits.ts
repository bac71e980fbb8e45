/** Commits that records name: whether anybody has them, and which trees they have. */
import { isRecord } from '../../kernel/record.ts';
import { count } from '../../kernel/text.ts';
import type { CommitStore, KnownCommits } from '../../ports/commits.ts';
import type { Finding } from '../../report/model.ts';
import type { LineageNode, LineageRecord, RecordDraft } from '../index.ts';
import { lineageRules } from '../rules.ts';
import { isMove } from './rewritten.ts';

/** Commits that are asked for; a list of records may name more. */
const mostCommits = 1000;

/** Asks about the commits that parsed JSON of records names, before it is checked. `undefined` where it names none. */
export async function askCommits(
  value: unknown,
  stores: readonly CommitStore[],
): Promise<KnownCommits | undefined> {
  const shas = commitsNamed(value);
  if (shas.length === 0) return undefined;
  let known: KnownCommits = { trees: new Map(), unasked: 'neither a clone nor a token is at hand' };
  for (const store of stores) {
    const open = shas.slice(0, mostCommits).filter((sha) => !known.trees.has(sha));
    if (open.length === 0) break;
    const { trees, ...more } = await store.known(open);
    known = { trees: new Map([...known.trees, ...trees]), ...more };
  }
  return known;
}

function commitsNamed(value: unknown): string[] {
  const records: readonly unknown[] = Array.isArray(value) ? value : [value];
  const nodes = records
    .filter(isRecord)
    .flatMap(({ inputs, outputs }) => [inputs, outputs])
    .flatMap((list): unknown[] => (Array.isArray(list) ? list : []))
    .filter(isRecord);
  const ids = nodes.flatMap(({ kind, id }) => (kind === 'commit' && typeof id === 'string' ? [id] : []));
  return [...new Set(ids)].filter((id) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(id));
}

/** With the tree of each commit that somebody has. */
export function withTrees(draft: RecordDraft, commits: KnownCommits | undefined): RecordDraft {
  if (commits === undefined) return draft;
  const filled = (node: LineageNode): LineageNode => {
    const tree = node.kind === 'commit' ? commits.trees.get(node.id) : undefined;
    return tree === undefined ? node : { ...node, tree };
  };
  return { ...draft, inputs: draft.inputs.map(filled), outputs: draft.outputs.map(filled) };
}

/** Commits that nobody has, and those of which nobody could be asked. `here`: the repository that was asked, as owner/name. */
export function commitFindings(
  records: readonly LineageRecord[],
  commits: KnownCommits,
  here: string | undefined,
): Finding[] {
  const own = records.filter(({ repository }) => repository === undefined || repository === here);
  const shas = [...new Set(own.flatMap(commitsOf))];
  const gone = shas.filter((sha) => commits.trees.has(sha) && commits.trees.get(sha) === undefined);
  const foreign = records.filter((record) => !own.includes(record)).flatMap(commitsOf);
  const unasked = shas.filter((sha) => !commits.trees.has(sha));
  return [
    ...gone.map(unknownCommit),
    ...unchecked(unasked, commits.unasked ?? 'there are too many'),
    ...unchecked(
      [...new Set(foreign)].filter((sha) => commits.trees.get(sha) === undefined),
      'they are of another repository',
    ),
  ];
}

/** What a commit was before it was rewritten may well be gone, and what was made elsewhere is not here. */
function commitsOf(record: LineageRecord): string[] {
  const nodes = isMove(record) ? record.outputs : [...record.inputs, ...record.outputs];
  return nodes.filter(({ kind, external }) => kind === 'commit' && external !== true).map(({ id }) => id);
}

function unknownCommit(sha: string): Finding {
  return lineageRules['unknown-commit'].finding({
    message: `nobody has commit ${sha}: neither this clone nor the remote; nothing was written`,
    help: 'Push it first (git push), or correct the SHA. A commit of another repository is named with `"external": true`.',
  });
}

function unchecked(shas: readonly string[], why: string): Finding[] {
  if (shas.length === 0) return [];
  const names = shas.slice(0, 3).map((sha) => sha.slice(0, 8));
  return [
    lineageRules['unknown-commit'].finding({
      severity: 'notice',
      message: `whether ${count(shas.length, 'commit')} (${names.join(', ')}${shas.length > 3 ? ', …' : ''}) exist was not checked: ${why}`,
      help: 'Record from a clone, or with a token that has `contents: read`.',
    }),
  ];
}
