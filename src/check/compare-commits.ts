/** Commits, config values and packages between two commits, reported by the gates that judge them. */
import { policyPath } from '../policy/index.ts';
import { configGate, dependencyGate, runGate } from './definitions.ts';
import { loadPolicy } from '../policy/gate/policy.ts';
import type { ChangeSet, Ports } from '../ports/index.ts';
import type { CommitComparison } from '../lineage/gate/diff.ts';

/**
 * `change` is the way from the one commit to the other. Nothing is judged: the policy of the older commit only says which files are
 * configs and which packages are watched.
 */
export async function compareCode(
  change: ChangeSet,
  more: Pick<Ports, 'log' | 'commands' | 'now'>,
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
  };
}
