/** What is to be said of locks that no diff names, and of those that cannot be read here. */
import { depsRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import type { ChangedFile } from '../../ports/index.ts';
import { submoduleWords } from '../../ports/judged-change.ts';
import type { LockPair } from './locks.ts';

export function linkFindings(pairs: readonly LockPair[], submodules: readonly ChangedFile[]): Finding[] {
  return [...pairs.flatMap(linkedChange), ...submodules.map(submoduleChanged)];
}

function linkedChange({ before, after = before, target }: LockPair): Finding[] {
  if (target === undefined || after === undefined) return [];
  const message = `${after} leads through a symlink to ${target}, and what is read there changed.`;
  return [depsRules['linked-change'].finding({ file: after, message })];
}

function submoduleChanged({ path, submodule = path }: ChangedFile): Finding {
  return depsRules['submodule-changed'].finding({
    file: path,
    message: `${path}: ${submoduleWords(path, submodule)}, and locks may be read there: their packages cannot be compared here.`,
    help: 'Run the gate in that repository.',
  });
}
