/** The branches of the remote: as this clone last saw them, and how one is deleted. */
import type { RemoteBranches } from '../../ports/branches.ts';
import { failure } from '../process/errors.ts';
import { decodeName } from '../names.ts';
import { checkRefName, checkSha, isRefName } from '../refs/refs.ts';
import { tryOverNetwork, type Remote } from '../refs/remote.ts';
import { carry } from '../history/carry.ts';
import { commitOf, isShallow } from '../history/resolve.ts';
import type { Git } from '../process/run.ts';

export interface RemoteOptions {
  readonly git: Git;
  readonly remoteName: string;
  readonly remote: () => Promise<Remote>;
  /** Refs with their full SHAs. */
  readonly refs?: ReadonlyMap<string, string> | undefined;
}

/** A branch that was not touched for long is not a work in progress: the latest come first, and so many are reported. */
const maxKnown = 200;

export function remoteBranchesOf({ git, remoteName, remote, refs }: RemoteOptions): RemoteBranches {
  const namespace = `refs/remotes/${remoteName}/`;
  return {
    main: () => mainBranch(git, namespace),
    tip: async (name) =>
      isRefName(name) ? (refs?.get(namespace + name) ?? commitOf(git, namespace + name)) : undefined,
    known: (without) => {
      const unmerged = without === undefined ? [] : [`--no-merged=${checkSha(without)}`];
      return listed(git, namespace, ['--sort=-committerdate', `--count=${maxKnown}`, ...unmerged]);
    },
    all: async () => (await advertised(git, await remote())) ?? listed(git, namespace, []),
    carry: (request) => carry(git, remote, request),
    contain: (sha) => containedIn(git, namespace, checkSha(sha)),
    url: async () => {
      const found = await git.attempt(['remote', 'get-url', '--', remoteName]);
      return found.exitCode === 0 ? found.stdout.toString('utf8').trim() : undefined;
    },
    remove: async (branch, sha) => remove(git, await remote(), branch, sha),
  };
}

async function listed(git: Git, namespace: string, how: readonly string[]) {
  const format = '--format=%(objectname) %(refname)';
  const lines = decodeName(await git.run(['for-each-ref', format, ...how, '--', namespace])).split('\n');
  return lines.flatMap((line) => {
    const [sha = '', ref = ''] = line.split(' ');
    const name = ref.slice(namespace.length);
    return name === '' || name === 'HEAD' ? [] : [{ name, sha }];
  });
}

/** A checkout of one branch knows of no other; `undefined` where the remote does not answer. */
async function advertised(git: Git, remote: Remote) {
  const { exitCode, stdout } = await tryOverNetwork(git, remote, ['ls-remote', '--heads', '--', remote.name]);
  if (exitCode !== 0) return undefined;
  return decodeName(stdout)
    .split('\n')
    .flatMap((line) => {
      const [sha = '', ref = ''] = line.split('\t');
      return ref.startsWith(heads) ? [{ name: ref.slice(heads.length), sha }] : [];
    });
}

const heads = 'refs/heads/';

async function containedIn(git: Git, namespace: string, sha: string): Promise<boolean | undefined> {
  const first = (...how: string[]) =>
    git.text(['for-each-ref', '--count=1', '--format=%(refname)', ...how, '--', namespace]);
  if ((await first(`--contains=${sha}`)) !== '') return true;
  return (await isShallow(git)) || (await first()) === '' ? undefined : false;
}

/** What the remote calls its head, as the clone noted it; else main or master, where there is one. */
async function mainBranch(git: Git, namespace: string): Promise<string | undefined> {
  const usual = ['main', 'master'];
  const names = [`${namespace}HEAD`, ...usual.flatMap((name) => [`${namespace}${name}`, `${heads}${name}`])];
  const text = decodeName(await git.run(['for-each-ref', '--format=%(refname) %(symref)', '--', ...names]));
  const refs = new Map(text.split('\n').map((line) => [line.split(' ')[0], line.split(' ')[1] ?? '']));
  const noted = refs.get(`${namespace}HEAD`) ?? '';
  if (noted.startsWith(namespace)) return noted.slice(namespace.length);
  return usual.find((name) => refs.has(`${namespace}${name}`) || refs.has(`${heads}${name}`));
}

/**
 * Deletes the branch only while its tip is that commit: the server compares and deletes in one step, so a push in between is never
 * lost. `false` when the branch has another tip, or is gone.
 */
async function remove(git: Git, remote: Remote, branch: string, sha: string): Promise<boolean> {
  const ref = `refs/heads/${checkRefName(branch, 'branch')}`;
  const lease = `--force-with-lease=${ref}:${checkSha(sha)}`;
  const args = ['push', '--porcelain', '--no-verify', lease, '--', remote.name, `:${ref}`];
  const pushed = await tryOverNetwork(git, remote, args);
  if (pushed.exitCode === 0) return true;
  const said = `${pushed.stdout.toString('utf8')}${pushed.stderr}`;
  if (/stale info|remote ref does not exist|cannot lock ref|unable to resolve reference/i.test(said))
    return false;
  throw failure('push', pushed);
}
