/** The code of two commits side by side, where somebody can compare it. */
import { isUserError } from '../../kernel/user-error.ts';
import type { Commit } from '../../kernel/commit.ts';
import type { ComparedCode } from '../index.ts';
import type { Finding, Section } from '../../report/model.ts';
import { detailsUnread } from './details-unread.ts';

/** What a changed file is to a model; `harmless`: no evaluation depends on it. */
export interface ComparedFile {
  readonly path: string;
  readonly part: 'config' | 'packages' | 'inputs' | 'code' | 'harmless';
  /** The newer commit has it, as a file of its own. */
  readonly isThere: boolean;
}

/** What a clone or GitHub tells of the way from one commit to another. */
export interface CommitComparison extends ComparedCode {
  readonly sections: readonly Section[];
  readonly files: readonly ComparedFile[];
  /** Merges and pushes of the way that touched a file, newest first. Throws a UserError for what cannot be read. */
  mergesOf(path: string): Promise<readonly Commit[]>;
}

export interface ComparePorts {
  readonly compare?: (before: string, after: string) => Promise<CommitComparison>;
}

export interface Compared {
  /** Absent where a finding says why not. */
  readonly comparison?: CommitComparison;
  readonly findings: readonly Finding[];
}

const nothing: CommitComparison = {
  commits: [],
  moves: [],
  configs: [],
  sections: [],
  files: [],
  mergesOf: () => Promise.resolve([]),
};

/** `undefined`: a chain that leads to no single commit. */
export async function compareCommits(
  from: string | undefined,
  to: string | undefined,
  { compare }: ComparePorts,
): Promise<Compared> {
  const unread = (why: string, help?: string) => ({ findings: [detailsUnread(why, help)] });
  if (from === undefined || to === undefined)
    return unread('one of the chains leads to no single commit, so the code was not compared');
  if (from === to) return { comparison: nothing, findings: [] };
  if (compare === undefined)
    return unread('the code was not compared: that needs a clone, or the address of the repository');
  try {
    return { comparison: await compare(from, to), findings: [] };
  } catch (error) {
    if (!isUserError(error)) throw error;
    return unread(`the code was not compared: ${error.message}`, error.help);
  }
}
