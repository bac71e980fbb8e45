import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { historyOperations, objectOperations, refOperations, tagOperations } from './git-operations.ts';
import { gitIn, remembered } from './git-run.ts';

export interface GitCommit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: { readonly name: string; readonly email: string; readonly date: string };
  readonly committer: { readonly name: string; readonly email: string; readonly date: string };
  readonly message: string;
}

export interface GitRef {
  readonly ref: string;
  readonly sha: string;
  readonly type: string;
  /** Of an annotated tag: what it names. */
  readonly peeled?: string;
}

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly date?: string;
}

/** GitHub's git data, kept in a real repository: a given one, or a bare one of its own. */
export interface GitStore {
  readonly gitDir: string;
  refs(prefix: string): Promise<GitRef[]>;
  ref(name: string): Promise<GitRef | undefined>;
  /** Only when nothing is there. */
  createRef(name: string, sha: string): Promise<'created' | 'exists' | 'bad object'>;
  updateRef(
    name: string,
    sha: string,
    force: boolean,
  ): Promise<'updated' | 'missing' | 'not fast-forward' | 'bad object'>;
  deleteRef(name: string): Promise<boolean>;
  /** All of them, where each is as it was before, or none. */
  updateRefs(updates: readonly { name: string; before: string; after: string }[]): Promise<boolean>;
  /** `undefined` for an unknown name. */
  commit(name: string): Promise<GitCommit | undefined>;
  mergeBase(a: string, b: string): Promise<string | undefined>;
  /** Oldest first. */
  between(base: string, head: string): Promise<string[]>;
  /** A commit and those before it, the newest first. */
  history(sha: string, most: number): Promise<{ sha: string; parents: string[] }[]>;
  /** Lines that came from one commit together; `undefined` where the commit has no such file. */
  blame(sha: string, path: string): Promise<{ first: number; last: number; sha: string }[] | undefined>;
  changedFiles(base: string, head: string): Promise<{ status: string; path: string }[]>;
  /** Of one file, without its head. */
  patch(base: string, head: string, path: string): Promise<string>;
  createTag(tag: {
    tag: string;
    message: string;
    object: string;
    type: string;
    tagger: Person;
  }): Promise<string | undefined>;
  tag(sha: string): Promise<{ tag: string; object: string; type: string; message: string } | undefined>;
  createBlob(content: Buffer): Promise<string>;
  blob(sha: string): Promise<Buffer | undefined>;
  createTree(
    entries: readonly { path: string; mode: string; sha: string | null }[],
    base?: string,
  ): Promise<string>;
  tree(
    name: string,
    recursive: boolean,
  ): Promise<{ path: string; mode: string; type: string; sha: string; size?: number }[] | undefined>;
  createCommit(commit: {
    message: string;
    tree: string;
    parents: readonly string[];
    author: Person;
    committer: Person;
  }): Promise<string>;
  close(): void;
}

/** Opens a repository; or makes a bare one when it is first used, which goes with `close()`. */
export function openGitStore(given?: string): GitStore {
  const own = given === undefined ? mkdtempSync(path.join(tmpdir(), 'github-api-')) : undefined;
  const gitDir = own === undefined ? (given ?? '') : path.join(own, 'repository.git');
  const git = remembered(gitIn(gitDir, own !== undefined));
  return {
    gitDir,
    ...refOperations(git),
    ...historyOperations(git),
    ...tagOperations(git),
    ...objectOperations(git, own ?? gitDir),
    close: () => {
      if (own !== undefined) rmSync(own, { recursive: true, force: true });
    },
  };
}
