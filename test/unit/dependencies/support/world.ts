import {
  type DependencyFacts,
  type DependencySettings,
  type MoveFact,
  dependencyDefaults,
} from '../../../../src/dependencies/index.ts';
import { compareTrees } from '../../../../src/check/compare-trees.ts';
import { judgeDependencies } from '../../../../src/dependencies/gate/detect-dep-drift.ts';
import type { ChangedFile, CommandResult, FileTree, Ports } from '../../../../src/ports/index.ts';
import type { Commit } from '../../../../src/kernel/commit.ts';
import type { Report } from '../../../../src/report/model.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A tree in memory. */
export function treeOf(name: string, files: Files): FileTree {
  const map = new Map(Object.entries(files));
  return {
    name,
    list: () => Promise.resolve([...map.keys()].toSorted()),
    read: (path) => {
      const found = map.get(path);
      return Promise.resolve(typeof found === 'string' ? new TextEncoder().encode(found) : found);
    },
  };
}

export interface Extra {
  readonly settings?: Partial<DependencySettings>;
  readonly commits?: readonly Commit[];
  readonly renames?: readonly ChangedFile[];
  readonly run?: (program: string, args: readonly string[]) => CommandResult | undefined;
}

export async function portsOf(
  before: Files,
  after: Files,
  { commits = [], renames, run }: Extra = {},
): Promise<Ports> {
  const change = await compareTrees(treeOf('merge base', before), treeOf('head', after));
  const silent = (): void => {};
  return {
    change: { ...change, files: renames ?? change.files, commits: () => Promise.resolve(commits) },
    workspace: treeOf('working tree', after),
    log: { info: silent, debug: silent, warning: silent },
    commands: { run: (program, args) => Promise.resolve(run?.(program, args)) },
    now: () => 0,
  };
}

/** What the gate says of a change from one set of files to another. */
export async function judge(
  before: Files,
  after: Files,
  extra: Extra = {},
): Promise<Report<DependencyFacts>> {
  return judgeDependencies({ ...dependencyDefaults, ...extra.settings }, await portsOf(before, after, extra));
}

export function movesIn(report: Report<DependencyFacts>): readonly MoveFact[] {
  return report.facts.moves;
}

/** `name before -> after class`, one for each move. */
export function shown(report: Report<DependencyFacts>): readonly string[] {
  return movesIn(report).map(
    ({ name, before, after, class: kind }) => `${name} ${before.join('|')} -> ${after.join('|')} ${kind}`,
  );
}
