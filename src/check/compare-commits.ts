/** Commits, config values and packages between two commits, reported by the gates that judge them. */
import { configDefaults } from '../config/settings.ts';
import { globMatcher } from '../kernel/globs.ts';
import { touchedBy } from '../locate/index.ts';
import { policyPath, type Policy } from '../policy/index.ts';
import { configGate, dependencyGate, runGate } from './definitions.ts';
import { loadPolicy } from '../policy/gate/policy.ts';
import type { ChangedFile, ChangeSet, Ports } from '../ports/index.ts';
import type { CommitComparison, ComparedFile } from '../lineage/gate/compared.ts';

/**
 * `change` is the way from the one commit to the other. Nothing is judged: the policy of the older commit only says which files are
 * configs and which packages are watched.
 */
export async function compareCode(
  change: ChangeSet,
  more: Pick<Ports, 'log' | 'commands' | 'now'>,
  { mergesOf }: Pick<CommitComparison, 'mergesOf'>,
): Promise<CommitComparison> {
  const { policy } = await loadPolicy(change.base, policyPath);
  const ports = { ...more, change, workspace: change.head };
  const nothingGiven = { values: {}, over: 'defaults' } as const;
  const [configs, packages, commits] = await Promise.all([
    runGate(configGate, nothingGiven, policy, ports),
    runGate(dependencyGate, nothingGiven, policy, ports),
    change.commits(),
  ]);
  // The model as a whole is reported too, folded up: that is not a change.
  const values = (configs.sections ?? []).filter((section) => 'open' in section && section.open);
  return {
    commits,
    moves: packages.facts.moves,
    configs: configs.facts.files,
    sections: [...values, ...(packages.sections ?? [])].filter(({ kind }) => kind === 'table'),
    files: comparedFiles(change.files, policy),
    mergesOf,
  };
}

/** What the policy, or the name of a file, lets one suppose. */
function comparedFiles(changed: readonly ChangedFile[], { config, plan }: Policy): ComparedFile[] {
  const { files: configs } = { ...configDefaults, ...config };
  const isHarmless = globMatcher(plan.harmless);
  const own = changed.filter(({ target }) => target === undefined);
  return own.map(({ path, status, submodule }): ComparedFile => {
    const touched = touchedBy([path], { configs });
    const known = (['config', 'packages', 'inputs'] as const).find((part) => touched[part].length > 0);
    const part = isHarmless(path) ? 'harmless' : (known ?? 'code');
    return { path, part, isThere: status !== 'deleted' && submodule === undefined };
  });
}
