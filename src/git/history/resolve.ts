import { isUserError, UserError } from '../../kernel/user-error.ts';
import type { History } from './history.ts';
import { visibleName } from '../names.ts';
import { checkRefName, checkRevision, isFullSha, nearest } from '../refs/refs.ts';
import { overNetwork, type Remote } from '../refs/remote.ts';
import type { Git } from '../process/run.ts';

export interface ResolverOptions {
  readonly git: Git;
  readonly history: History;
  readonly remoteName: string;
  readonly remote: () => Promise<Remote>;
  /** Revisions with their full SHAs. */
  readonly known?: ReadonlyMap<string, string> | undefined;
}

/** Finds the commit that a revision names: here, among the remote's branches, or on the remote itself. */
export function resolver({
  git,
  history,
  remoteName,
  remote,
  known,
}: ResolverOptions): (revision: string) => Promise<string> {
  /** A shallow clone must know; of a full one, which may lack a branch too, an absent remote is not news. */
  const ask = async (name: string) => {
    try {
      return await onRemote(git, await remote(), name);
    } catch (error) {
      if (!isUserError(error) || (await history.boundary()).size > 0) throw error;
      return undefined;
    }
  };

  return async (revision) => {
    if (isFullSha(revision)) return history.commit(revision);
    const name = checkRevision(revision);
    const here =
      known?.get(name) ?? (await commitOf(git, name)) ?? (await commitOf(git, `${remoteName}/${name}`));
    if (here !== undefined) return here;
    if (/^(?:HEAD|@)(?:[~^]|$)/.test(name)) throw await noneBefore(git, history, name);
    const there = await ask(name);
    if (there === undefined) throw await unknown(git, name, remoteName);
    return history.commit(there);
  };
}

/** Of what is checked out, which no remote knows as this. */
async function noneBefore(git: Git, history: History, name: string): Promise<UserError> {
  if ((await commitOf(git, 'HEAD')) === undefined)
    return new UserError('what is checked out has no commit yet', { help: 'Make a first commit.' });
  const isCut = (await history.boundary()).size > 0;
  return new UserError(`what is checked out has no ancestor "${visibleName(name)}"`, {
    help: isCut ? 'Fetch more of it: `git fetch --unshallow`.' : 'Name a later commit, such as HEAD~1.',
  });
}

/** Full SHA of the commit that a revision of this clone is; its name was checked. */
export async function commitOf(git: Git, revision: string): Promise<string | undefined> {
  const found = await git.attempt(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  return found.exitCode === 0 ? found.stdout.toString('latin1').trim() : undefined;
}

export async function isShallow(git: Git): Promise<boolean> {
  return (await git.text(['rev-parse', '--is-shallow-repository'])) === 'true';
}

/** What the remote calls so: a branch before a tag. */
async function onRemote(git: Git, remote: Remote, name: string): Promise<string | undefined> {
  const refs = [`refs/heads/${name}`, `refs/tags/${name}`];
  const shas = await remoteRefs(git, remote, refs);
  return refs.map((ref) => shas.get(ref)).find((sha) => sha !== undefined);
}

/** What the remote has under the full name of a ref. */
export async function remoteRef(git: Git, remote: Remote, ref: string): Promise<string | undefined> {
  return (await remoteRefs(git, remote, [ref])).get(ref);
}

/**
 * The commit of a branch as the remote has it, whatever a tag or a ref of this clone is called. Throws a UserError where the remote has
 * none or cannot be asked.
 */
export async function remoteBranch(
  { git, history, remoteName, remote }: ResolverOptions,
  name: string,
): Promise<string> {
  const sha = await remoteRef(git, await remote(), `refs/heads/${checkRefName(name, 'branch')}`);
  if (sha !== undefined) return history.commit(sha);
  throw new UserError(`the remote ${remoteName} has no branch "${visibleName(name)}"`, {
    help: 'Let the remote of the checkout be the repository that the event is about.',
  });
}

/** Name → SHA. */
async function remoteRefs(git: Git, remote: Remote, refs: readonly string[]): Promise<Map<string, string>> {
  const output = await overNetwork(git, remote, ['ls-remote', '--', remote.name, ...refs]);
  const lines = output.toString('latin1').split('\n');
  return new Map(
    lines.map((line) => [line.slice(line.indexOf('\t') + 1), line.slice(0, line.indexOf('\t'))]),
  );
}

async function unknown(git: Git, name: string, remoteName: string): Promise<UserError> {
  const listed = await git.text([
    'for-each-ref',
    '--format=%(refname:short)',
    '--',
    'refs/heads',
    'refs/remotes',
    'refs/tags',
  ]);
  const refs = listed
    .split('\n')
    .flatMap((ref) => (ref.startsWith(`${remoteName}/`) ? [ref, ref.slice(remoteName.length + 1)] : [ref]));
  if (refs.includes(name))
    return new UserError(`"${visibleName(name)}" is a tag of something else than a commit`, {
      help: 'Give a branch, a SHA, or a tag of a commit.',
    });
  const near = nearest(name, refs);
  return new UserError(`there is no branch, tag or commit "${visibleName(name)}"`, {
    help:
      near === undefined ? 'Give a branch, a tag or a SHA that the repository has.' : `Did you mean ${near}?`,
  });
}
