import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Repository } from '#lib/git';
import type { ChangeSet, Ports } from '../ports/index.ts';
import type { Reading } from '../lineage/gate/reader.ts';
import { recordedEvaluations, type OpenLedger } from './ledger/recorded-evaluations.ts';
import { scratchFolder } from './scratch.ts';
import { isUserError } from '../kernel/user-error.ts';

type RepositoryPorts = Required<
  Pick<Ports, 'workspace' | 'treeAt' | 'tags' | 'scratch' | 'baseFolder' | 'evaluations'>
>;

/** The ports that a clone and its ledger can serve. `temp`: the runner's folder for files of this job. */
export function repositoryPorts(
  repository: Repository,
  change: ChangeSet,
  temp: string | undefined,
  openLedger: () => Promise<OpenLedger>,
  reading: Omit<Reading, 'now'>,
): RepositoryPorts {
  const parent = temp === undefined || temp === '' ? tmpdir() : temp;
  let base: Promise<string> | undefined;
  return {
    workspace: repository.workingTree({ ignored: true }),
    treeAt: (ref) => treeAt(repository, ref),
    tags: () => repository.remoteTags(''),
    evaluations: recordedEvaluations(repository, openLedger, reading),
    scratch: scratchFolder(parent),
    baseFolder: () => (base ??= checkOutBase(repository, change, parent)),
  };
}

async function treeAt(repository: Repository, ref: string) {
  try {
    return repository.tree(await repository.resolve(ref), ref);
  } catch (error) {
    if (isUserError(error)) return undefined;
    throw error;
  }
}

async function checkOutBase(repository: Repository, { base }: ChangeSet, parent: string): Promise<string> {
  if (base.sha === undefined) throw new Error(`${base.name} is not a commit`);
  const made = mkdtempSync(path.join(parent, 'model-gates-base-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  const folder = path.join(made, 'tree');
  process.once('exit', await repository.checkOut(base.sha, folder));
  return folder;
}
