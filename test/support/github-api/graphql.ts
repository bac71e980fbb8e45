import { isObject, type JsonObject } from './contract.ts';
import type { GitStore } from './git-store.ts';
import type { Scope, State } from './state.ts';

/** The few queries of GitHub's GraphQL API that are in use, by a word that only one of them holds. */
export async function answerGraphql(state: State, git: GitStore, body: JsonObject): Promise<JsonObject> {
  const text = String(body['query']);
  const variables = isObject(body['variables']) ? body['variables'] : {};
  const query = queries.find(({ word }) => text.includes(word));
  if (query === undefined) throw new Error(`a query that is not served: ${text}`);
  const { owner, name } = variables;
  if (typeof owner === 'string' && typeof name === 'string' && `${owner}/${name}` !== state.repository)
    return refused('Could not resolve to a Repository.');
  if (query.reads !== undefined && state.tokenPermissions[query.reads] === undefined)
    return refused('Resource not accessible by integration');
  const wanted = query.writes ? ['write'] : ['write', 'read'];
  if (!wanted.includes(state.tokenPermissions.contents ?? 'none'))
    return refused('Resource not accessible by integration');
  return query.answer(git, variables, state);
}

interface Query {
  readonly word: string;
  readonly writes?: true;
  /** What the token must be allowed to read beside contents. */
  readonly reads?: Scope;
  answer(git: GitStore, variables: JsonObject, state: State): Promise<JsonObject>;
}

const queries: readonly Query[] = [
  { word: 'updateRefs', writes: true, answer: updateRefs },
  { word: 'blame(path: $path)', answer: blame },
  { word: 'status { contexts', reads: 'statuses', answer: statesSeen },
  { word: 'updateMethod: REBASE', writes: true, answer: rebase },
  {
    word: 'repository(owner: $owner, name: $name) { id }',
    answer: async () => ({ data: { repository: { id: 'R_1' } } }),
  },
];

async function updateRefs(git: GitStore, { repositoryId, refUpdates }: JsonObject): Promise<JsonObject> {
  if (repositoryId !== 'R_1' || !Array.isArray(refUpdates)) return refused('Argument is missing');
  const updates = refUpdates.filter(isObject).map(({ name, beforeOid, afterOid }) => ({
    name: String(name),
    before: String(beforeOid),
    after: String(afterOid),
  }));
  return (await git.updateRefs(updates))
    ? { data: { updateRefs: { clientMutationId: null } } }
    : refused('Reference update failed');
}

/** Nothing is rebased: it tells whether GitHub would. */
async function rebase(_: GitStore, { head }: JsonObject, { pulls }: State): Promise<JsonObject> {
  return pulls.some((pull) => pull.head.sha === head)
    ? { data: { updatePullRequestBranch: { clientMutationId: null } } }
    : refused('Expected head oid does not match');
}

async function blame(git: GitStore, { sha, path, file }: JsonObject): Promise<JsonObject> {
  const [commit, name, expression] = [sha, path, file].map((value) =>
    typeof value === 'string' ? value : '',
  );
  const ranges = await git.blame(commit ?? '', name ?? '');
  if (ranges === undefined) return { data: { repository: { commit: null, file: null } } };
  const told = ranges.map(async ({ first, last, sha: oid }) => {
    const by = await git.commit(oid);
    return {
      startingLine: first,
      endingLine: last,
      commit: {
        oid,
        messageHeadline: by?.message.split('\n', 1)[0],
        authoredDate: by?.author.date,
        author: { name: by?.author.name, user: null },
      },
    };
  });
  const text = (await git.blob(expression ?? ''))?.toString() ?? null;
  return {
    data: {
      repository: {
        commit: { blame: { ranges: await Promise.all(told) } },
        file: { text, isTruncated: false },
      },
    },
  };
}

/** Histories as GitHub gives them: at most 100 commits, the newest first; of each context the newest status. */
async function statesSeen(git: GitStore, { root, from }: JsonObject, state: State): Promise<JsonObject> {
  const start = from === 'HEAD' ? `refs/heads/${state.defaultBranch}` : String(from);
  const trunk = await historyOf(git, start);
  const ledger = await historyOf(git, String(root));
  const nodes = trunk?.map(({ sha, parents }) => ({
    oid: sha,
    parents: { nodes: parents.slice(0, 1).map((oid) => ({ oid })) },
    status: statusOn(state, sha),
  }));
  return {
    data: {
      repository: {
        trunk: nodes && { history: { nodes } },
        ledger: ledger && { history: { nodes: ledger.map(({ sha }) => ({ oid: sha })) } },
      },
    },
  };
}

function statusOn({ statuses }: State, sha: string): JsonObject | null {
  const own = new Map(statuses.filter((one) => one.sha === sha).map((one) => [one.context, one]));
  if (own.size === 0) return null;
  const contexts = [...own.values()].map(({ context, by = 'ci', at = '2026-01-05T10:00:00Z', url }) => ({
    context,
    createdAt: at,
    targetUrl: url ?? null,
    creator: { login: by },
  }));
  return { contexts };
}

async function historyOf(git: GitStore, name: string) {
  const start = await git.commit(name);
  if (start === undefined) return undefined;
  return git.history(start.sha, 100);
}

function refused(message: string): JsonObject {
  return { data: null, errors: [{ type: 'UNPROCESSABLE', message }] };
}
