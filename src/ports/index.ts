import type { Commit } from '../kernel/commit.ts';
import type { SortedPaths } from '../kernel/sorted-paths.ts';
import type { Finding, Report } from '../report/model.ts';
import type { OwedEvaluation } from '../report/owed-evaluation.ts';
import type {
  LabelEvent,
  PersonComment,
  PullRequestFacts,
  ReviewFacts,
  Standing,
} from '../kernel/pull-request.ts';
import type { TextCache } from './cache.ts';
import type { HttpPort } from './http.ts';
import type { Tag } from './tags.ts';

/** How paths are listed, sorted by code unit. */
export interface ListPaths {
  (): Promise<readonly string[]>;
  /** The same paths, without a text for each of them; absent where there is nothing faster. */
  readonly paths?: () => Promise<SortedPaths>;
}

/** One state of the repository: a commit, or the files on disk. Paths are repository-relative with forward slashes. */
export interface FileTree {
  /** For messages: `merge base 1a2b3c4d`, `head 5e6f7a8b`, `working tree`. */
  readonly name: string;
  /** Full SHA of the commit; absent for files on disk. */
  readonly sha?: string;
  /** All tracked (commit) or present and not ignored (disk) files, sorted by code unit. */
  readonly list: ListPaths;
  /**
   * Every path at which a file can be read, below linked folders too, sorted by code unit; a linked folder itself is none, and one
   * that contains its own link is not gone into.
   * Absent where `list` is all that the tree knows. Throws a UserError where links multiply beyond 200,000 paths.
   */
  readonly reachable?: ListPaths;
  /** Of those that lead through links, the file of the tree to which each leads; of one that leads nowhere nothing. Absent where `reachable` is. */
  linked?(): Promise<ReadonlyMap<string, string>>;
  /**
   * The file's bytes; `undefined` when nothing is there.
   * Throws a UserError for a directory, a submodule, a symlink that leaves the repository, or more than `maxBytes` (default 64 MiB).
   */
  read(path: string, maxBytes?: number): Promise<Uint8Array | undefined>;
  /**
   * A part of a file of any size, and the size of the whole; shorter at the end of the file, `undefined` when nothing is there.
   * Refuses what `read` refuses, but for the size; of a Git LFS file it gives the pointer. Absent where the tree cannot read parts.
   */
  readRange?(
    path: string,
    offset: number,
    length: number,
  ): Promise<{ readonly bytes: Uint8Array; readonly fileBytes: number } | undefined>;
}

export type ChangeStatus = 'added' | 'modified' | 'deleted' | 'renamed';

export interface ChangedFile {
  readonly status: ChangeStatus;
  readonly path: string;
  /** Where a renamed file was. */
  readonly previousPath?: string;
  /** The file to which the symlinks of `path` lead, at the head where it is there. Absent where `path` is the file itself. */
  readonly target?: string;
  /** The submodule that `path` is, or into which it leads: nothing of its content can be read here. */
  readonly submodule?: string;
}

/**
 * What a pull request or a local branch changes, against the merge base and never against the tip of trunk. `files` has every path
 * at which something else can be read than before, through links of any depth, and every submodule that moved.
 */
export interface ChangeSet {
  readonly base: FileTree;
  readonly head: FileTree;
  readonly files: readonly ChangedFile[];
  /** Commits of the head that the base has not, newest first; may be cut at 250. */
  commits(): Promise<readonly Commit[]>;
}

export interface Logger {
  /** Progress for a person. */
  info(message: string): void;
  /** For debugging: shown when the runner's debug log is on, or with `--verbose`. */
  debug(message: string): void;
  warning(message: string): void;
}

export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs programs that the workflow itself asked for: never anything that a pull request names. */
export interface Commands {
  /** `undefined` when the program is not there. Output is cut at 64 MiB. */
  run(
    program: string,
    args: readonly string[],
    options?: { cwd?: string; timeoutMs?: number; env?: Record<string, string> },
  ): Promise<CommandResult | undefined>;
}

/** A folder of this job's own, outside the repository, through which a gate and the commands it runs hand over files. */
export interface Scratch {
  /** Writes a file and returns its absolute path. */
  write(name: string, text: string): Promise<string>;
  /** Absolute path for a file that a command is to write. */
  pathOf(name: string): string;
  read(name: string): Promise<Uint8Array | undefined>;
  /** Writes a file that later steps of the job find too, and returns its absolute path. */
  keep(name: string, text: string): Promise<string>;
}

/** A metric's value after one merge, from the ledger. */
export interface MergedValue {
  readonly sha: string;
  readonly metric: string;
  readonly value: number;
}

export interface MergedValues {
  readonly values: readonly MergedValue[];
  /** What is wrong with the ledger, as far as it was read. */
  readonly findings: readonly Finding[];
}

/** A pull request's own head and base, and who made it. */
export interface CurrentPullRequest {
  readonly headSha: string;
  readonly headRef: string;
  readonly baseRef: string;
  readonly facts: PullRequestFacts;
}

/** Results that the ledger keeps of an evaluation of trunk. */
export interface RecordedEvaluation {
  readonly sha: string;
  /** How many merges before the commit that was asked for; 0 where it is its own. */
  readonly merges: number;
  /** Who recorded it, when (ISO 8601), and in which workflow run. */
  readonly by: string;
  readonly at: string;
  readonly url?: string;
  /** Path of the file that the evaluation wrote → the rows that the ledger keeps of it. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The same path → where a browser shows these rows, below the address of the repository; without those that are not yet on the branch. */
  readonly shownAt?: ReadonlyMap<string, string>;
  /** Samples of this one, and of the older evaluations of the same commit that would have done too. */
  readonly sizes: readonly number[];
}

export interface RecordedAnswer {
  /** Absent where no evaluation was recorded with a file that is wanted. */
  readonly evaluation?: RecordedEvaluation;
  /** What is wrong with the ledger, as far as it was read. */
  readonly findings: readonly Finding[];
  /** Where none was found: some files of evaluations that are not wanted. */
  readonly others?: readonly string[];
}

export interface WantedEvaluation {
  /** What the records say they are: evaluations, or what a model is fed. */
  readonly kind?: 'evaluation' | 'inputs';
  /** By the path of the file that was recorded: nothing that a change could steer. */
  wanted(path: string): boolean;
}

export interface EarlierRange {
  readonly most: number;
  harmless(path: string): boolean;
}

/** The newest evaluations up to a moment. */
export interface RecentRange {
  readonly most: number;
  /** Milliseconds since the epoch: what was recorded later is left out. */
  readonly until?: number;
}

export interface EarlierAnswer {
  readonly evaluations: readonly Pick<RecordedEvaluation, 'sha' | 'at' | 'files'>[];
  /** The merge before which nothing counts, and a path that it changed. */
  readonly ended?: { readonly sha: string; readonly path: string };
}

/** Trunk's evaluations, as the ledger keeps them; it is opened with the first question. Methods throw a UserError for what cannot be read. */
export interface RecordedEvaluations {
  /** The newest evaluation of the commit with a file that is wanted, else that of the nearest of its `ancestors` first parents. */
  nearest(sha: string, which: WantedEvaluation & { readonly ancestors: number }): Promise<RecordedAnswer>;
  /** Other evaluations of the commit and of its first parents, as long as nothing but `harmless` paths changed since: newest first. */
  earlier(sha: string, which: WantedEvaluation & EarlierRange): Promise<EarlierAnswer>;
  /** Evaluations of the commit and of its first parents, whatever changed in between: newest first. */
  recent(sha: string, which: WantedEvaluation & RecentRange): Promise<EarlierAnswer['evaluations']>;
  /** Values of the last merges up to the commit, oldest first. */
  trend(sha: string, merges: number): Promise<MergedValues>;
  /** Minutes that whole evaluations of the last merges up to the commit took on one runner, oldest first. */
  minutes(sha: string, merges: number): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** What GitHub says of the pull request now. A failed read throws; it is never an empty answer. */
export interface PullRequestSource {
  /** The pull request as it is now, for a merge group or the push of a merge, whose events tell nothing of it; `undefined` where none was merged. */
  current(): Promise<CurrentPullRequest | undefined>;
  labels(): Promise<readonly string[]>;
  labelEvents(): Promise<readonly LabelEvent[]>;
  /** ISO 8601 time at which it was last pointed at another base; `undefined` where it never was. */
  baseChangedAt(): Promise<string | undefined>;
  comments(): Promise<readonly PersonComment[]>;
  reviews(): Promise<readonly ReviewFacts[]>;
  /** ISO 8601 time at which a branch of the repository got this SHA; `undefined` where GitHub does not tell. */
  pushedAt(branch: string, sha: string): Promise<string | undefined>;
  /** Name → conclusion (`success`, `failure`, `pending` …) of the checks on a commit. */
  checks(sha: string): Promise<ReadonlyMap<string, string>>;
  /** `teams`: those to be asked about. */
  standing(login: string, teams: readonly string[]): Promise<Standing>;
}

/** All that a gate may touch of the world. */
export interface Ports {
  readonly change: ChangeSet;
  /** The files on disk: what earlier steps of the job have made (evaluation results) is only here. */
  readonly workspace: FileTree;
  readonly log: Logger;
  readonly commands: Commands;
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * The tree of what the policy names by a ref: trunk, a release branch, a tag or a full SHA; `undefined` when there is none.
   * Throws a UserError where the remote cannot be asked, and for what a change could have made itself. Absent without a repository.
   */
  treeAt?(ref: string): Promise<FileTree | undefined>;
  readonly scratch?: Scratch;
  /** Requests to what the policy names. Absent where nothing may be asked. */
  http?(): Promise<HttpPort>;
  /** Answers that may outlive the run. Absent where nothing is kept. */
  readonly cache?: TextCache;
  /** Absent where no ledger is at hand. */
  readonly evaluations?: RecordedEvaluations;
  /** Tags of the remote. Throws a UserError where it cannot be asked; absent where there is no repository. */
  tags?(): Promise<readonly Tag[]>;
  /** Absolute path of a folder with the files of the merge base, for commands to run in. Absent where none can be made. */
  baseFolder?(): Promise<string>;
  /** What merged hotfixes owe, by the ledger; rejects where it cannot be read. Absent where no ledger is at hand. */
  owed?(): Promise<readonly OwedEvaluation[]>;
}

/** One use case: settings (from the policy at the base commit and from inputs) and ports in, report out. */
export type Gate<Settings, Facts extends object> = (
  settings: Settings,
  ports: Ports,
) => Promise<Report<Facts>>;
