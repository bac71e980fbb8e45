/** Commits, config values and packages between two commits, told by the gates that judge them. */
import type { Policy } from '../../trunk/index.ts';
import { configGate, dependencyGate, runGate } from '../definitions.ts';
import type { Ports } from '../ports.ts';
import type { CommitComparison } from './diff.ts';

/** `ports.change` is the way from the one commit to the other. */
export async function compareCode(policy: Policy, ports: Ports): Promise<CommitComparison> {
  const nothingGiven = { values: {}, over: 'defaults' } as const;
  const [configs, packages, commits] = await Promise.all([
    runGate(configGate, nothingGiven, policy, ports),
    runGate(dependencyGate, nothingGiven, policy, ports),
    ports.change.commits(),
  ]);
  const changes = [...(configs.sections ?? []), ...(packages.sections ?? [])];
  return {
    commits,
    moves: packages.facts['moves'] ?? [],
    configs: configs.facts['files'] ?? [],
    sections: changes.filter(({ kind }) => kind === 'table'),
  };
}
