/** Commits under other names: as a tag or a branch, in capital letters, after a squash or a rebase, or by a recorded move. */
import { lineageRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import type { SameCommit } from '../../ports/branches.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { LineageNode, LineageRecord } from '../record/model.ts';
import type { RecordReader } from './reader.ts';
import { startNodes } from './start-nodes.ts';

interface Names {
  resolve?(name: string): Promise<string>;
  tree?(sha: string): Promise<string | undefined>;
  ofTree?(tree: string): Promise<string | undefined>;
  beside?(sha: string): Promise<readonly string[]>;
  same?(sha: string, candidates: readonly string[]): Promise<readonly SameCommit[]>;
}

export interface OtherNames {
  readonly nodes: readonly LineageNode[];
  readonly findings: readonly Finding[];
}

const nobody: OtherNames = { nodes: [], findings: [] };

/** What the ledger has in place of a name that it does not have. */
export async function rewritten(
  id: string,
  reader: RecordReader,
  source: Names | undefined,
): Promise<OtherNames> {
  const name = id.replace(/^commit:/, '');
  const small = /^[0-9A-Fa-f]{7,64}$/.test(name) ? name.toLowerCase() : name;
  const lower = small === name ? [] : await startNodes(small, reader);
  if (lower.length > 0) return { nodes: lower, findings: [] };
  const sha = await source?.resolve?.(small).catch(untold);
  if (sha === undefined) return nobody;
  const own = sha === small ? [] : await reader.named(sha);
  if (own.length > 0) return { nodes: own, findings: [told(`${name} is commit ${short(sha)}`)] };
  const recorded =
    (await ofSameTree(sha, reader, source)) ??
    (await besides(sha, reader, source)) ??
    (await sames(sha, reader, source));
  const nodes = recorded.map((one): LineageNode => ({ kind: 'commit', id: one.sha }));
  const findings = recorded.map((one) =>
    told(`nothing is recorded of ${short(sha)}; ${short(one.sha)} is, which ${one.how}: that was followed`),
  );
  return { nodes, findings };
}

/** By the tree that was recorded with a commit, which need not be here any more; `undefined` where none has it. */
async function ofSameTree(
  sha: string,
  reader: RecordReader,
  source: Names | undefined,
): Promise<readonly SameCommit[] | undefined> {
  const tree = await source?.tree?.(sha).catch(untold);
  const found = tree === undefined ? [] : await reader.ofTree(tree);
  if (found.length === 0) return undefined;
  return found.slice(0, mostNames).map((one) => ({ sha: one, how: 'has the same files (same tree)' }));
}

/** Commits of the same pull request that are recorded; `undefined` where none is. */
async function besides(
  sha: string,
  reader: RecordReader,
  source: Names | undefined,
): Promise<readonly SameCommit[] | undefined> {
  const beside = (await source?.beside?.(sha).catch(untold)) ?? [];
  const found: SameCommit[] = [];
  for (const one of [...new Set(beside)].filter((other) => other !== sha).slice(0, mostNames))
    if ((await reader.named(one)).length > 0) found.push({ sha: one, how: 'is of the same pull request' });
  return found.length === 0 ? undefined : found;
}

/** By what git sees, among all commits that are recorded. */
async function sames(
  sha: string,
  reader: RecordReader,
  source: Names | undefined,
): Promise<readonly SameCommit[]> {
  if (source?.same === undefined) return [];
  const candidates = (await reader.commits()).filter((one) => one !== sha);
  return ((await source.same(sha, candidates).catch(untold)) ?? []).slice(0, mostNames);
}

/** Names of one commit that are followed. */
const mostNames = 20;

/** What commits were before, or became, by records of their own (`commit` → `commit`). */
export async function movedCommits(start: readonly LineageNode[], reader: RecordReader): Promise<OtherNames> {
  const seen = new Map(start.filter(({ kind }) => kind === 'commit').map((node) => [node.id, node]));
  const findings: Finding[] = [];
  const more: LineageNode[] = [];
  for (let level = [...seen.values()]; level.length > 0 && seen.size < mostNames;) {
    const records = (await reader.mentioning(level)).flat().filter(isMove);
    level = records
      .flatMap(({ inputs, outputs }) => [...inputs, ...outputs])
      .filter((node) => !seen.has(node.id))
      .slice(0, mostNames);
    for (const node of level) {
      if (seen.has(node.id)) continue;
      seen.set(node.id, node);
      more.push({ kind: 'commit', id: node.id });
      findings.push(told(`${short(node.id)} is the same commit by a recorded move: that was followed too`));
    }
  }
  return { nodes: more, findings };
}

/** In place of a commit that is gone, what it became by a recorded move, else a commit with the tree that was recorded; the commit itself where it can be read, or there is none. */
export async function standIn(
  sha: string,
  reader: RecordReader,
  source: Names | undefined,
): Promise<{ readonly sha: string; readonly findings: readonly Finding[] }> {
  const itself = { sha, findings: [] };
  if (source === undefined || (await isReadable(sha, source))) return itself;
  const seen = new Set([sha]);
  for (let level = [sha]; level.length > 0 && seen.size < mostNames;) {
    level = (await becameOf(level, reader)).filter((one) => !seen.has(one)).slice(0, mostNames);
    for (const one of level) {
      seen.add(one);
      if (await isReadable(one, source))
        return {
          sha: one,
          findings: [
            told(`${short(sha)} is gone, and became ${short(one)} by a recorded move: that was read`),
          ],
        };
    }
  }
  return (await withItsTree(sha, reader, source)) ?? itself;
}

/** Another commit with the tree that was recorded with this one: a recorded one first, else one that only the clone knows. */
async function withItsTree(
  sha: string,
  reader: RecordReader,
  source: Names,
): Promise<{ readonly sha: string; readonly findings: readonly Finding[] } | undefined> {
  const tree = await recordedTree(sha, reader);
  if (tree === undefined) return undefined;
  const recorded = (await reader.ofTree(tree)).filter((one) => one !== sha).slice(0, mostNames);
  const other = (await firstReadable(recorded, source)) ?? (await source.ofTree?.(tree).catch(untold));
  if (other === undefined) return undefined;
  const message = `${short(sha)} is gone, and ${short(other)} has the same files (same tree): that was read`;
  return { sha: other, findings: [told(message)] };
}

/** The tree that records give a commit; `undefined` where none does, or they contradict each other. */
async function recordedTree(sha: string, reader: RecordReader): Promise<string | undefined> {
  const records = (await reader.mentioning([{ kind: 'commit', id: sha }])).flat();
  const nodes = records.flatMap(({ inputs, outputs }) => [...inputs, ...outputs]);
  const own = nodes.filter(({ kind, id }) => kind === 'commit' && id === sha);
  const [tree, ...others] = new Set(own.flatMap((node) => (node.tree === undefined ? [] : [node.tree])));
  return others.length > 0 ? undefined : tree;
}

async function firstReadable(shas: readonly string[], source: Names): Promise<string | undefined> {
  for (const one of shas) if (await isReadable(one, source)) return one;
  return undefined;
}

async function isReadable(sha: string, source: Names | undefined): Promise<boolean> {
  const look = source?.tree ?? source?.resolve;
  return (await look?.(sha).catch(untold)) !== undefined;
}

async function becameOf(shas: readonly string[], reader: RecordReader): Promise<string[]> {
  const nodes = shas.map((id): LineageNode => ({ kind: 'commit', id }));
  const moves = (await reader.mentioning(nodes)).flat().filter(isMove);
  return moves
    .filter(({ inputs }) => inputs.some(({ id }) => shas.includes(id)))
    .flatMap(({ outputs }) => outputs.map(({ id }) => id));
}

/** A record that says of a commit what it became. */
export function isMove({ inputs, outputs }: Pick<LineageRecord, 'inputs' | 'outputs'>): boolean {
  return inputs.length > 0 && [...inputs, ...outputs].every(({ kind }) => kind === 'commit');
}

function told(message: string): Finding {
  return lineageRules['other-name'].finding({
    message,
    help: 'Nothing is wrong. To record that a commit has a new name, write a record with the old commit as its input and the new one as its output.',
  });
}

function untold(error: unknown): undefined {
  if (!isUserError(error)) throw error;
}

function short(sha: string): string {
  return sha.slice(0, 8);
}
