import { UserError } from '../runtime/user-error.ts';
import type { History } from './history.ts';
import { shown } from './names.ts';
import { checkRevision, isFullSha, nearest } from './refs.ts';
import { networkTimeoutMs, type Remote } from './remote.ts';
import type { Git } from './run.ts';

export interface ResolverOptions {
  readonly git: Git;
  readonly history: History;
  readonly remoteName: string;
  readonly remote: () => Promise<Remote>;
}

/** Finds the commit that a revision names: here, among the remote's branches, and for a shallow clone on the remote itself. */
export function resolver({
  git,
  history,
  remoteName,
  remote,
}: ResolverOptions): (revision: string) => Promise<string> {
  return async (revision) => {
    if (isFullSha(revision)) await history.ensure([revision]);
    const name = checkRevision(revision);
    const here = (await commitOf(git, name)) ?? (await commitOf(git, `${remoteName}/${name}`));
    if (here !== undefined) return here;
    if (/^(HEAD|@)/.test(name))
      throw new UserError('the repository has no commit yet', { help: 'Make a first commit.' });
    const there = (await isShallow(git)) ? await onRemote(git, await remote(), name) : undefined;
    if (there === undefined) throw await unknown(git, name, remoteName);
    await history.ensure([there]);
    return there;
  };
}

async function commitOf(git: Git, revision: string): Promise<string | undefined> {
  const found = await git.attempt(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  return found.exitCode === 0 ? found.stdout.toString('latin1').trim() : undefined;
}

export async function isShallow(git: Git): Promise<boolean> {
  return (await git.text(['rev-parse', '--is-shallow-repository'])) === 'true';
}

/** The peeled line of a tag comes last. */
async function onRemote(git: Git, remote: Remote, name: string): Promise<string | undefined> {
  const patterns = [`refs/heads/${name}`, `refs/tags/${name}`, `refs/tags/${name}^{}`];
  const listed = await git.text(['ls-remote', '--', remote.name, ...patterns], {
    env: remote.env,
    timeoutMs: networkTimeoutMs,
  });
  const shas = new Map(
    listed.split('\n').map((line) => [line.slice(line.indexOf('\t') + 1), line.slice(0, line.indexOf('\t'))]),
  );
  return shas.get(patterns[0] ?? '') ?? shas.get(patterns[2] ?? '') ?? shas.get(patterns[1] ?? '');
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
  const near = nearest(name, refs);
  return new UserError(`there is no branch, tag or commit "${shown(name)}"`, {
    help:
      near === undefined ? 'Give a branch, a tag or a SHA that the repository has.' : `Did you mean ${near}?`,
  });
}
