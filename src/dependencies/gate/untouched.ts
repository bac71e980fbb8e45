import { askedPaths } from '../../ports/asked-paths.ts';
import type { Ports } from '../../ports/index.ts';
import type { SortedPaths } from '../../kernel/sorted-paths.ts';
import type { Judgement } from '../../report/model.ts';
import type { DependencyFacts } from '../facts.ts';
import { isLasting } from '../formats/names.ts';
import type { DependencySettings } from '../settings.ts';
import { chosenFiles, includible } from './chosen.ts';

/** What is said where nothing that the gate reads changed: known by the paths alone, before its code is loaded. */
export async function untouched(
  settings: DependencySettings,
  { change }: Pick<Ports, 'change'>,
): Promise<Judgement<DependencyFacts> | undefined> {
  const isWithoutGit = change.base.sha === undefined && change.head.sha === undefined;
  if (isWithoutGit || settings.environment || settings.python !== undefined) return undefined;
  const { files, submodules } = chosenFiles(change.files, settings);
  const concerned = [...files, ...submodules, ...includible(change.files, settings)];
  return concerned.length > 0 ? undefined : nothingMoved(await askedPaths(change.head), []);
}

/** A pass where there are locks, or were some among those that are gone; else nothing to judge. */
export function nothingMoved(paths: SortedPaths, gone: readonly string[]): Judgement<DependencyFacts> {
  // mostly one lies at the root, and then no other folder is looked through
  const known = gone.some(isLasting) || paths.inFolder('').some(isLasting) || paths.all.some(isLasting);
  return {
    verdict: known ? 'pass' : 'skipped',
    title: known
      ? 'No lock file or manifest changed, so no package moved'
      : 'No lock file, manifest or Dockerfile here: nothing to judge',
    findings: [],
    facts: { moves: [], ranges: [], watchedMoves: [], unexplained: [], files: [] },
  };
}
