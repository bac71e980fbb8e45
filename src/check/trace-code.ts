/** What a trace may ask of the code beside the ledger: from a clone, or from the first of two places that can tell. */
import type { Commit } from '../kernel/commit.ts';
import { pullRequestOf } from '../kernel/reverts.ts';
import { isUserError, UserError } from '../kernel/user-error.ts';
import type { ChangeSet, Ports } from '../ports/index.ts';
import { compareCode } from './compare-commits.ts';
import { gitCommitSource, type CommitFiles, type CommitTexts } from '../lineage/gate/commit-source.ts';
import type { DiffPorts } from '../lineage/gate/diff.ts';
import type { LineSource } from '../ports/lines.ts';

export type Code = Pick<Required<DiffPorts>, 'commits' | 'lines' | 'compare'>;

/** A clone, as far as commits are compared by it. */
export interface Clone extends CommitFiles {
  changeSet(range: {
    readonly base: string;
    readonly head: string;
    readonly mergeBaseSha: string;
  }): Promise<ChangeSet>;
  /** Newest first; `paths` are globs. */
  commits(
    base: string,
    head: string,
    range: { readonly most: number; readonly paths: readonly string[]; readonly firstParent: boolean },
  ): Promise<readonly Commit[]>;
}

type Tools = Pick<Ports, 'log' | 'commands' | 'now'>;

export function codeOfClone(repository: Clone, reader: CommitTexts & LineSource, tools: Tools): Code {
  return {
    commits: gitCommitSource(repository, reader),
    lines: reader,
    compare: async (before, after) => {
      // The two versions themselves: what was released from a branch of its own need not be an ancestor of the other.
      const base = await repository.resolve(before);
      const head = await repository.resolve(after);
      const change = await repository.changeSet({ base, head, mergeBaseSha: base });
      return compareCode(change, tools, {
        mergesOf: (path) =>
          repository.commits(base, head, { most: mostMerges, paths: [asGlob(path)], firstParent: true }),
      });
    },
  };
}

/** Merges of one file that are named. */
const mostMerges = 20;

/** A glob that only this path fits. */
function asGlob(path: string): string {
  return path.replaceAll(/[\\*?[\]!]/g, '\\$&');
}

/** The same by the files of each commit, where git cannot be asked; of a merge its own line tells the pull request. */
export function mergesAmong(
  commits: () => Promise<readonly Commit[]>,
  filesOf: (sha: string) => Promise<readonly { readonly path: string }[]>,
): (path: string) => Promise<readonly Commit[]> {
  let read: Promise<readonly { readonly commit: Commit; readonly paths: readonly string[] }[]> | undefined;
  const all = async () =>
    Promise.all(
      (await commits()).slice(0, mostMerges).map(async (commit) => ({
        commit,
        paths: (await filesOf(commit.sha)).map(({ path }) => path),
      })),
    );
  return async (path) => {
    const touching = (await (read ??= all())).filter(({ paths }) => paths.includes(path));
    const own = touching.map(({ commit }) => commit);
    const merged = own.filter(({ message }) => pullRequestOf(message.split('\n', 1)[0] ?? '') !== undefined);
    return merged.length > 0 ? merged : own;
  };
}

/** Opened when it is first asked. */
export function lazily(open: () => Promise<Code>): Code {
  let opened: Promise<Code> | undefined;
  const code = () => (opened ??= open());
  return {
    commits: {
      describe: async (sha) => (await code()).commits.describe(sha),
      resolve: async (name) => (await code()).commits.resolve?.(name) ?? unresolved(name),
      tree: async (sha) => (await code()).commits.tree?.(sha),
      read: async (sha, path) => (await code()).commits.read?.(sha, path),
      same: async (sha, candidates) => (await (await code()).commits.same?.(sha, candidates)) ?? [],
      ofTree: async (tree) => (await code()).commits.ofTree?.(tree),
    },
    lines: { blame: async (request) => (await code()).lines.blame(request) },
    compare: async (before, after) => (await code()).compare(before, after),
  };
}

function unresolved(name: string): never {
  throw new UserError(`nobody can tell which commit ${name} is`, { help: 'Give the full SHA.' });
}

/** The second is asked where the first cannot tell. */
export function orElse(first: Code, second: Code): Code {
  const either =
    <A extends readonly unknown[], R>(one: (...args: A) => Promise<R>, other: (...args: A) => Promise<R>) =>
    async (...args: A) => {
      try {
        return await one(...args);
      } catch (error) {
        if (!isUserError(error)) throw error;
        return other(...args);
      }
    };
  return {
    commits: {
      ...first.commits,
      describe: either(
        (sha: string) => first.commits.describe(sha),
        (sha) => second.commits.describe(sha),
      ),
    },
    lines: { blame: either((request) => first.lines.blame(request), second.lines.blame) },
    compare: either(first.compare, second.compare),
  };
}
