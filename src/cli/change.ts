/** From the arguments of a terminal to the change that is judged: files as they stand, or a clone against its merge base. */
import { stat } from 'node:fs/promises';
import { commands, fileTreeOf, folderTree, onDisk, openRepository } from '#lib/git';
import { compareTrees, unchanged } from '../gates/compare-trees.ts';
import { loadPolicy, type LoadedPolicy } from '../gates/policy.ts';
import type { ChangeSet, FileTree, Ports } from '../gates/ports.ts';
import { policyPath } from '../trunk/index.ts';
import type { Terminal } from './verb.ts';

export interface OpenedChange {
  readonly ports: Ports;
  readonly policy: LoadedPolicy;
}

/** The working tree, or the commit `head`, against its merge base with `base`; the policy is that of `base`. */
export async function openBranch(terminal: Terminal, base: string, head?: string): Promise<OpenedChange> {
  const repository = await openRepository({ cwd: terminal.cwd, log: terminal.log });
  const baseSha = await repository.resolve(base);
  const headSha = head === undefined ? onDisk : await repository.resolve(head);
  const change = await repository.changeSet({ base: baseSha, head: headSha });
  const policy = await loadPolicy(repository.tree(baseSha), policyPath);
  return { ports: portsOf(terminal, change, repository.workingTree({ ignored: true })), policy };
}

/** Two folders, or two files, without git. The policy, if any, is that of the first. */
export async function openFolders(
  terminal: Terminal,
  before: FileTree,
  after: FileTree,
): Promise<OpenedChange> {
  const change = await compareTrees(before, after);
  return { ports: portsOf(terminal, change, after), policy: await loadPolicy(before, policyPath) };
}

/** Files below the current folder as they stand, compared with nothing. A policy there is used: on a laptop nobody guards a trunk. */
export async function openFiles(terminal: Terminal): Promise<OpenedChange> {
  const tree = await folderTree(terminal.cwd);
  const policy = await loadPolicy(tree, policyPath);
  return { ports: portsOf(terminal, unchanged(tree), tree), policy };
}

/** The tree of a folder, or of one file. Throws a UserError where there is neither. */
export async function pathTree(path: string): Promise<FileTree> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? folderTree(path) : fileTreeOf(path);
}

function portsOf(terminal: Terminal, change: ChangeSet, workspace: FileTree): Ports {
  return { change, workspace, log: terminal.log, commands, now: Date.now };
}
