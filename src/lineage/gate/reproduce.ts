/** What repeats the training jobs of a chain, and whether that is still what it was. */
import { isUserError } from '../../kernel/user-error.ts';
import {
  reproductionChecks,
  reproductionFindings,
  reproductions,
  reproductionSection,
  type FilesAtCommit,
  type Reproduction,
} from '../index.ts';
import type { Finding } from '../../report/model.ts';
import { detailsUnread } from './details-unread.ts';
import { hashes } from './hashes.ts';
import type { Answer } from './lines.ts';
import type { CommitSource, Traced } from './traced.ts';

/** Jobs whose files are looked up. */
const most = 20;

export async function recipes({ up }: Traced, commits: CommitSource | undefined): Promise<Answer> {
  const findings: Finding[] = [];
  const all: Reproduction[] = [];
  for (const [at, told] of reproductions(up).entries()) {
    const files = at < most ? await filesOf(told, commits, findings) : undefined;
    all.push({ ...told, checks: reproductionChecks(told, up, files) });
  }
  return {
    facts: { reproduce: all },
    sections: all.map(reproductionSection),
    findings: [...findings, ...reproductionFindings(all)],
  };
}

async function filesOf(
  { commit, configs, locks, data }: Reproduction,
  commits: CommitSource | undefined,
  findings: Finding[],
): Promise<FilesAtCommit | undefined> {
  const named = [...configs, ...locks, ...data];
  if (commit === undefined || commits?.read === undefined || named.length === 0) return undefined;
  const files = new Map<string, string | null>();
  try {
    for (const { path } of named) files.set(path, digestOf(await commits.read(commit, path)));
    return files;
  } catch (error) {
    if (!isUserError(error)) throw error;
    findings.push(
      detailsUnread(`the files of ${commit.slice(0, 8)} could not be read: ${error.message}`, error.help),
    );
    return undefined;
  }
}

/** Of a file of Git LFS that of its content, which the commit names. */
function digestOf(bytes: Uint8Array | undefined): string | null {
  if (bytes === undefined) return null;
  const head = new TextDecoder().decode(bytes.subarray(0, 300));
  const pointer = head.startsWith('version https://git-lfs')
    ? /^oid (sha256:[0-9a-f]{64})$/m.exec(head)?.[1]
    : undefined;
  return pointer ?? `sha256:${hashes.sha256(bytes)}`;
}
