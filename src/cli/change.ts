/** From the arguments of a terminal to the change that is judged: files as they stand, or a clone against its merge base. */
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Repository, RepositoryOptions } from '#lib/git';
import { compareTrees, unchanged } from '../check/compare-trees.ts';
import { matchingPaths } from '../kernel/matching.ts';
import { loadPolicy, type LoadedPolicy } from '../policy/gate/policy.ts';
import type { ChangeSet, FileTree, Ports } from '../ports/index.ts';
import { readablePaths } from '../ports/readable-paths.ts';
import { entryOf } from '../regression/settings.ts';
import { folderCache } from '../runner/cache.ts';
import { rightsBy } from '../runner/ledger/correction-rights.ts';
import { repositoryPorts } from '../runner/repository-ports.ts';
import { UserError } from '../kernel/user-error.ts';
import { policyPath } from '../policy/index.ts';
import type { Terminal } from './verb.ts';

export interface OpenedChange {
  readonly ports: Ports;
  readonly policy: LoadedPolicy;
}

/** The working tree, or the commit `head`, against its merge base with `base`, else the main branch; the policy is that of `base`. */
export async function openBranch(
  terminal: Terminal,
  base: string | undefined,
  head?: string,
): Promise<OpenedChange> {
  const { onDisk } = await gitLibrary();
  const repository = await currentRepository(terminal, undefined, { base: base ?? 'main', head });
  const baseSha = await repository.resolve(base ?? (await repository.remoteBranches.main()) ?? 'main');
  const headSha = head === undefined ? onDisk : await repository.resolve(head);
  const change = await repository.changeSet({ base: baseSha, head: headSha });
  const policy = await loadPolicy(repository.tree(baseSha), policyPath);
  const ports = await portsOf(terminal, change, repository.workingTree());
  const rights = rightsBy(policy.policy, {});
  const fromClone = repositoryPorts(repository, change, undefined, () => currentLedger(terminal), { rights });
  return { ports: { ...ports, ...fromClone }, policy };
}

/** Two folders, or two files, without git. The policy, if any, is that of the first. */
export async function openFolders(
  terminal: Terminal,
  before: FileTree,
  after: FileTree,
): Promise<OpenedChange> {
  const change = await compareTrees(before, after);
  return { ports: await portsOf(terminal, change, after), policy: await loadPolicy(before, policyPath) };
}

/** Two sets of evaluation results, which may be of any size: what differs is for the gate to find. The policy, if any, is that of the first. */
export async function openResults(
  terminal: Terminal,
  before: FileTree,
  after: FileTree,
): Promise<OpenedChange> {
  const change = { ...unchanged(after), base: before };
  return { ports: await portsOf(terminal, change, after), policy: await loadPolicy(before, policyPath) };
}

/** Files below the current folder as they stand, compared with nothing. A policy there is used: on a laptop nobody guards a trunk. */
export async function openFiles(terminal: Terminal): Promise<OpenedChange> {
  const tree = await currentFolder(terminal);
  const policy = await loadPolicy(tree, policyPath);
  return { ports: await portsOf(terminal, unchanged(tree), tree), policy };
}

/** The files on disk below the folder in which the command was typed. */
export async function currentFolder({ cwd }: Terminal): Promise<FileTree> {
  return (await gitLibrary()).folderTree(cwd);
}

/** The repository in which the command was typed, and what of it is going to be compared. */
export async function currentRepository(
  { cwd, log }: Terminal,
  remote?: string,
  compare?: RepositoryOptions['compare'],
): Promise<Repository> {
  const { openRepository } = await gitLibrary();
  return openRepository({
    cwd,
    log,
    ...(remote !== undefined && { remote }),
    ...(compare !== undefined && { compare }),
  });
}

/** The ledger of the clone in which the command was typed, or of an address. To be closed after use. */
export async function currentLedger({ cwd, log }: Terminal, remote?: string) {
  const { openLedger } = await gitLibrary();
  return openLedger({ cwd, log, ...(remote === undefined ? {} : { remote }) });
}

/** Loaded with the first verb that needs it: help and bad arguments do not. */
const gitLibrary = () => import('#lib/git');

/** The tree of a folder, or of one file. Throws a UserError where there is neither. */
export async function pathTree(path: string): Promise<FileTree> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const { fileTreeOf, folderTree } = await gitLibrary();
  return isFolder ? folderTree(path) : fileTreeOf(path);
}

/** Results of a file, a folder, or of `REF:PATH` in the repository; PATH may be a glob. What is on disk under that name comes first. */
export async function resultsTree(terminal: Terminal, place: string): Promise<FileTree> {
  const { ref, path } = entryOf(place);
  if (ref === undefined || existsSync(place)) return pathTree(place);
  const repository = await currentRepository(terminal);
  const tree = repository.tree(await repository.resolve(ref), ref);
  const files = matchingPaths(await readablePaths(tree), [path, `${path.replace(/\/$/, '')}/**`]);
  const list = () => Promise.resolve(files);
  if (files.length > 0) return { ...tree, list, reachable: list };
  throw new UserError(`${ref} has no file ${path}`, {
    help: 'Write the path from the top of the repository: main:evals/mmmu.jsonl, v2.3.0:evals/*.jsonl.',
  });
}

async function portsOf(terminal: Terminal, change: ChangeSet, workspace: FileTree): Promise<Ports> {
  const { commands } = await gitLibrary();
  const http = async () => (await import('#lib/http')).httpPort(terminal.log);
  const cache = folderCache();
  return { change, workspace, log: terminal.log, commands, now: Date.now, http, cache };
}
