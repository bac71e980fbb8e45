/** Trunk as it was merged: each first-parent commit with what it brought. Two listings, however many merges there are. */
import type { Author, BroughtCommit, TrunkLog, TrunkMerge } from '../../kernel/trunk-log.ts';
import type { Git } from '../process/run.ts';

/** Characters of a message that are looked at. */
const longestMessage = 4000;

/** Commits of all branches that are listed for what merges brought. */
const mostCommits = 500_000;

/** Of a commit by full SHA, at most so many merges back. Nothing is fetched. */
export async function trunkLog(git: Git, sha: string, most: number): Promise<TrunkLog> {
  const firsts = await firstParentLog(git, sha, most + 1);
  const listed = firsts.slice(0, most);
  const brought = await broughtBy(git, listed);
  const oldest = listed.at(-1);
  return {
    merges: listed.map(({ parents: _parents, ...merge }) => ({
      ...merge,
      brought: brought.get(merge.sha) ?? [],
    })),
    isCut: firsts.length > most || (oldest?.parents.length ?? 0) > 0,
  };
}

interface Listed extends Omit<TrunkMerge, 'brought'> {
  readonly parents: readonly string[];
}

/** Only a message may have more than one line, and nothing may have a NUL. */
async function firstParentLog(git: Git, sha: string, most: number): Promise<Listed[]> {
  const format = '--format=%H%n%P%n%cI%n%an%n%ae%n%B';
  const told = await git.text(['log', '-z', '--first-parent', `--max-count=${most}`, format, sha, '--']);
  return recordsIn(told).map((text) => {
    const [own = '', parents = '', at = '', name = '', email = '', ...lines] = text.split('\n');
    const message = lines.join('\n').trim().slice(0, longestMessage);
    return { sha: own, parents: namesIn(parents), at: utc(at), author: { name, email }, message };
  });
}

interface Known {
  readonly parents: readonly string[];
  readonly author: Author;
  readonly authoredAt: string;
}

/** Each commit belongs to the oldest merge that has it in its history. */
async function broughtBy(git: Git, newestFirst: readonly Listed[]): Promise<Map<string, BroughtCommit[]>> {
  const brought = new Map<string, BroughtCommit[]>();
  const merges = newestFirst.filter(({ parents }) => parents.length > 1);
  if (merges.length === 0) return brought;
  const known = await commitsOf(git, newestFirst);
  const taken = new Set(newestFirst.map(({ sha }) => sha));
  for (const { sha, parents } of merges.toReversed())
    brought.set(sha, takeFrom(parents.slice(1), known, taken));
  return brought;
}

function takeFrom(
  tips: readonly string[],
  known: ReadonlyMap<string, Known>,
  taken: Set<string>,
): BroughtCommit[] {
  const found: BroughtCommit[] = [];
  const open = [...tips];
  for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
    const commit = known.get(sha);
    if (commit === undefined || taken.has(sha)) continue;
    taken.add(sha);
    open.push(...commit.parents);
    // A merge of trunk into the branch says nothing of when the work began.
    if (commit.parents.length < 2) found.push({ author: commit.author, authoredAt: commit.authoredAt });
  }
  return found;
}

/** What is older than the oldest listed merge belongs to none of them. */
async function commitsOf(git: Git, newestFirst: readonly Listed[]): Promise<Map<string, Known>> {
  const [newest, oldest] = [newestFirst[0], newestFirst.at(-1)];
  const known = new Map<string, Known>();
  if (newest === undefined || oldest === undefined) return known;
  const range = oldest.parents.length === 0 ? [newest.sha] : [newest.sha, `^${oldest.parents[0] ?? ''}`];
  const format = '--format=%H%n%P%n%aI%n%an%n%ae';
  const told = await git.text(['log', '-z', `--max-count=${mostCommits}`, format, ...range, '--']);
  for (const text of recordsIn(told)) {
    const [sha = '', parents = '', at = '', name = '', email = ''] = text.split('\n');
    known.set(sha, { parents: namesIn(parents), author: { name, email }, authoredAt: utc(at) });
  }
  return known;
}

function recordsIn(told: string): string[] {
  return told.split('\0').filter((text) => text !== '');
}

function namesIn(text: string): string[] {
  return text.split(' ').filter((name) => name !== '');
}

/** Whatever zone the clock of its writer was in. */
function utc(at: string): string {
  const ms = Date.parse(at);
  return Number.isNaN(ms) ? at : new Date(ms).toISOString();
}
