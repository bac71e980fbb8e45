import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../kernel/user-error.ts';
import type { FileTree } from '../ports/index.ts';
import type { LoggedCommit, ManifestStore, NewCommit } from '../ports/manifests.ts';
import type { History } from './history/history.ts';
import { splitNul } from './names.ts';
import { failure } from './process/errors.ts';
import type { Git } from './process/run.ts';
import { checkRefName, checkSha } from './refs/refs.ts';
import { remoteRef } from './history/resolve.ts';
import { tryOverNetwork, type Remote } from './refs/remote.ts';

interface Clone {
  readonly git: Git;
  readonly history: Pick<History, 'ensure'>;
  /** Git's own folder. */
  readonly commonDir: string;
  readonly remote: () => Promise<Remote>;
  readonly tree: (sha: string) => FileTree;
}

/** The manifests of a clone's remote: neither the working tree nor a branch of the clone is touched. */
export function manifestsOf(clone: Clone): ManifestStore {
  const { git, history, remote, tree } = clone;
  const present = async (sha: string) => {
    await history.ensure([checkSha(sha)]);
    return sha;
  };
  return {
    tip: async (branch) => {
      const sha = await remoteRef(git, await remote(), headOf(branch));
      return sha === undefined ? undefined : present(sha);
    },
    tree: async (sha) => tree(await present(sha)),
    log: async (sha, most) => logOf(git, await present(sha), most),
    commit: (commit) => commitFiles(clone, commit),
    move: (branch, from, to) => move(clone, headOf(branch), from, to),
  };
}

function headOf(branch: string): string {
  return checkRefName(`refs/heads/${branch}`, 'branch');
}

/** In a shallow clone as far as it goes. */
async function logOf(git: Git, sha: string, most: number): Promise<LoggedCommit[]> {
  const output = await git.run([
    'log',
    '-z',
    `--max-count=${most}`,
    '--no-show-signature',
    '--format=%H%n%B',
    sha,
    '--',
  ]);
  return splitNul(output).map((entry) => {
    const text = entry.toString('utf8');
    const end = text.indexOf('\n');
    return { sha: text.slice(0, end), message: text.slice(end + 1) };
  });
}

/** Made with an index of its own, so that what a person has staged stays. */
async function commitFiles(
  { git, commonDir }: Clone,
  { parent, files, message }: NewCommit,
): Promise<string> {
  const index = join(commonDir, `model-gates-index-${process.pid}-${nextIndex()}`);
  const env = { GIT_INDEX_FILE: index };
  try {
    await git.run(['read-tree', checkSha(parent)], { env });
    const entries: string[] = [];
    for (const [path, text] of files) {
      const oid = await git.text(['hash-object', '-w', '--no-filters', '--stdin'], {
        input: Buffer.from(text),
      });
      entries.push(`${await modeOf(git, parent, path)} ${oid}\t${path}\0`);
    }
    await git.run(['update-index', '-z', '--index-info'], { env, input: entries.join('') });
    const written = await git.text(['write-tree'], { env });
    return await git.text(['-c', 'commit.gpgSign=false', 'commit-tree', written, '-p', parent, '-F', '-'], {
      input: message,
      env: await identity(git),
    });
  } finally {
    await rm(index, { force: true });
  }
}

let made = 0;
function nextIndex(): number {
  made += 1;
  return made;
}

/** A file stays as executable as it is. Throws a UserError for what is not a file. */
async function modeOf(git: Git, parent: string, path: string): Promise<string> {
  const [line = Buffer.alloc(0)] = splitNul(
    await git.run(['ls-tree', '-z', '--full-tree', parent, '--', path]),
  );
  const mode = line.toString('utf8').slice(0, 6);
  if (mode === '100644' || mode === '100755') return mode;
  throw new UserError(`${path} is not a file of its own in ${parent.slice(0, 8)}`, {
    help: 'Name the file itself: a link is not edited.',
  });
}

/** A runner has nobody configured. */
async function identity(git: Git): Promise<Record<string, string>> {
  const known = await git.attempt(['var', 'GIT_COMMITTER_IDENT']);
  if (known.exitCode === 0) return {};
  const [name, email] = ['model-gates', 'model-gates@users.noreply.github.com'];
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
  };
}

/** Tries while another push holds the branch. */
const mostTries = 6;

/** The lease is valid only while the branch is where it was. Throws a UserError where the remote refuses, as for a protected branch. */
async function move(clone: Clone, ref: string, from: string | undefined, to: string): Promise<boolean> {
  const { git } = clone;
  const remote = await clone.remote();
  const push = [
    'push',
    '--porcelain',
    '--no-verify',
    `--force-with-lease=${ref}:${from ?? ''}`,
    '--',
    remote.name,
    `${checkSha(to)}:${ref}`,
  ];
  for (let tries = 1; ; tries += 1) {
    const result = await tryOverNetwork(git, remote, push);
    if (result.exitCode === 0) return true;
    const now = await remoteRef(git, remote, ref);
    // It may have got through although the answer did not.
    if (now === to) return true;
    if (now !== from) return false;
    const said = `${result.stdout.toString('utf8')}${result.stderr}`;
    if (tries >= mostTries || !/lock|stale|failed to update|hung up|early EOF/i.test(said))
      throw failure('push', result);
    await git.clock.pause(git.clock.random() * 50 * 2 ** tries);
  }
}
