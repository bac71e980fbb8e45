/** What is known of a commit beside the ledger: from a clone, and from GitHub where a token is at hand. */
import type { CommitFacts, PullRequestOfCommit } from '../index.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { KnownCommits } from '../../ports/commits.ts';
import type { SameCommit } from '../../ports/branches.ts';
import type { ChangedFile, FileTree } from '../../ports/index.ts';
import type { CommitSource } from './traced.ts';

/** A clone, as far as a commit is described by it. */
export interface CommitFiles {
  changedFiles(base: string, head: string): Promise<readonly ChangedFile[]>;
  /** Full SHA of what a branch, tag or SHA names. */
  resolve(name: string): Promise<string>;
  knownCommits(shas: readonly string[]): Promise<KnownCommits>;
  tree(sha: string): Pick<FileTree, 'read'>;
  readonly merges: {
    sameCommits(sha: string, candidates: readonly string[]): Promise<readonly SameCommit[]>;
    commitOfTree(tree: string): Promise<string | undefined>;
  };
}

export interface CommitTexts {
  commit(
    sha: string,
  ): Promise<{ readonly author: string; readonly subject: string; readonly parents: readonly string[] }>;
}

/** Author, subject and changed files of a commit, against its first parent. */
export function gitCommitSource(repository: CommitFiles, texts: CommitTexts): CommitSource {
  return {
    resolve: (name) => repository.resolve(name),
    tree: async (sha) => (await repository.knownCommits([sha])).trees.get(sha),
    read: (sha, path) => repository.tree(sha).read(path),
    same: (sha, candidates) => repository.merges.sameCommits(sha, candidates),
    ofTree: (tree) => repository.merges.commitOfTree(tree),
    describe: async (sha) => {
      const { author, subject, parents } = await texts.commit(sha);
      const [parent] = parents;
      const files =
        parent === undefined ? [] : await repository.changedFiles(await repository.resolve(parent), sha);
      const number = pullNumber(subject);
      return {
        author,
        subject,
        files: files.map(({ status, path }) => ({ status, path })),
        ...(number === undefined ? {} : { pullRequest: { number } }),
      };
    },
  };
}

/** GitHub's own words: `Merge pull request #89 from …`, and `Subject (#89)` of a squash. */
function pullNumber(subject: string): number | undefined {
  const [, merged, squashed] = /^Merge pull request #(\d{1,9}) |\(#(\d{1,9})\)$/.exec(subject) ?? [];
  const number = Number(merged ?? squashed ?? 0);
  return number === 0 ? undefined : number;
}

/** Asks about each commit once: several traces of one run meet the same. */
export function rememberedCommits(source: CommitSource): CommitSource {
  const known = new Map<string, Promise<CommitFacts>>();
  const describe = (sha: string): Promise<CommitFacts> => {
    const found = known.get(sha) ?? source.describe(sha);
    known.set(sha, found);
    found.catch(() => known.delete(sha));
    return found;
  };
  return { ...source, describe };
}

/** GitHub, as far as a commit is described by it. */
export interface PullFacts {
  ofCommit(sha: string): Promise<PullRequestOfCommit | undefined>;
  /** With the files that it changed against its first parent. */
  commit(sha: string): Promise<CommitFacts>;
  tree?(sha: string): Promise<string | undefined>;
  read?(sha: string, path: string): Promise<Uint8Array | undefined>;
  /** Other commits of its pull request: the merge, the head, and what lay between. */
  beside?(sha: string): Promise<readonly string[]>;
  /** Whether trunk or a release branch contains it; `undefined` where trunk is not known. */
  isMerged(sha: string): Promise<boolean | undefined>;
}

/** GitHub's answers, over those of a clone where there is one. */
export function apiCommitSource(pulls: PullFacts, clone: CommitSource | undefined): CommitSource {
  const tree = clone?.tree ?? pulls.tree;
  const read = clone?.read ?? pulls.read;
  return {
    ...(clone?.resolve === undefined ? {} : { resolve: clone.resolve }),
    ...(tree === undefined ? {} : { tree }),
    ...(read === undefined ? {} : { read }),
    ...(clone?.same === undefined ? {} : { same: clone.same }),
    ...(clone?.ofTree === undefined ? {} : { ofTree: clone.ofTree }),
    ...(pulls.beside === undefined
      ? {}
      : { beside: (sha: string) => pulls.beside?.(sha) ?? Promise.resolve([]) }),
    describe: async (sha) => {
      const pullRequest = await pulls.ofCommit(sha);
      const facts = await (clone === undefined ? pulls.commit(sha) : clone.describe(sha));
      const merged = await pulls.isMerged(sha).catch(untold);
      return {
        ...facts,
        ...(pullRequest === undefined ? {} : { pullRequest }),
        ...(merged === undefined ? {} : { merged }),
      };
    },
  };
}

/** The rest of a commit is reported without it. */
function untold(error: unknown): undefined {
  if (!isUserError(error)) throw error;
}
