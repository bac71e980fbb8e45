import type { RunFacts } from '../facts.ts';
import type { ChangedFile, Ports } from '../../ports/index.ts';
import { differAtTheMargin } from '../runs/programs/margin.ts';
import type { JudgeContext } from './context.ts';
import type { SelectedFile, Selection } from './select.ts';
import { scriptsNaming, scriptsOfFrameworks } from './naming.ts';
import { mayMoveFrameworks, movesFrameworks } from './frameworks.ts';
import { launchFile, LaunchRepository } from './launch-repository.ts';
import { type RunsJudgement, Scripts } from './scripts.ts';
import { sharedTrees } from './shared-trees.ts';

const nothing: RunsJudgement = { judgements: [], findings: [], runs: [], touched: [] };

/** The runs that a change touches, each composed of what its command gives. */
export async function judgeRuns(
  { files, scripts: asked, reason }: Selection,
  context: JudgeContext,
  { change }: Ports,
): Promise<RunsJudgement> {
  if (reason === 'named') return judgeNamed(asked, context, change);
  const changed = change.files.filter(
    ({ status, submodule }) => status !== 'deleted' && submodule === undefined,
  );
  const scripts = changed.filter(({ path }) => launchFile.test(path));
  const read = changed.map(({ path }) => path).filter((path) => readByRuns.test(path));
  const named = new Set([...files.map(({ path }) => path), ...read]);
  if (scripts.length === 0 && named.size === 0 && !mayMoveFrameworks(change)) return nothing;
  const { head, base } = sharedTrees(change);
  const repository = await LaunchRepository.open(head);
  let naming = await scriptsNaming(named, scripts, repository);
  const moved = (await movesFrameworks(change)) ? await scriptsOfFrameworks(repository) : [];
  const { runs } = context.settings;
  if (scripts.length + naming.scripts.length + moved.length + runs.length === 0) return nothing;
  const before = await LaunchRepository.open(base);
  if (naming.scripts.length + runs.length > 0) {
    const same = await sameModules(changed, repository, before);
    for (const path of same) named.delete(path);
    if (same.length > 0) naming = await scriptsNaming(named, scripts, repository);
  }
  const judged = new Scripts(context, repository, before, named);
  for (const file of scripts) await judged.changed(file);
  for (const path of naming.scripts) await judged.touched(path, naming);
  const seen = new Set([...scripts.map(({ path }) => path), ...naming.scripts]);
  for (const path of moved) if (!seen.has(path)) await judged.moved(path);
  if (runs.length > 0) await judged.declared(runs);
  return judged.judgement();
}

/** What a run may read: its program, its configs, what its script sources. */
const readByRuns = /\.(?:py|ya?ml|json|toml|sh|bash)$/;

/** Modules of one change that are compared; with more of them the runs are judged. */
const maxCompared = 200;

/** Changed modules of which no run reads anything else than before. */
async function sameModules(
  changed: readonly ChangedFile[],
  head: LaunchRepository,
  base: LaunchRepository,
): Promise<string[]> {
  const modules = changed.filter(({ path, status }) => status === 'modified' && path.endsWith('.py'));
  const same: string[] = [];
  for (const { path } of modules.slice(0, maxCompared)) {
    const [before, now] = [await base.text(path), await head.text(path)];
    if (before === undefined || now === undefined || differAtTheMargin(before, now)) continue;
    const { saysTheSame } = await import('#lib/runs');
    if (saysTheSame(before, now, path)) same.push(path);
  }
  return same;
}

/** The runs that scripts start which somebody named, whether they changed or not. */
async function judgeNamed(
  scripts: readonly SelectedFile[],
  context: JudgeContext,
  change: Ports['change'],
): Promise<RunsJudgement> {
  if (scripts.length === 0) return nothing;
  const { head, base } = sharedTrees(change);
  const paths = scripts.map(({ path }) => path);
  const judged = new Scripts(
    context,
    await LaunchRepository.open(head, paths),
    await LaunchRepository.open(base, paths),
    new Set(),
  );
  for (const file of scripts) await judged.asked(file);
  return judged.judgement();
}

/** `; 3 of 5 touched runs judged`; empty where none is touched. */
export function runsText(runs: readonly RunFacts[]): string {
  if (runs.length === 0) return '';
  const judged = runs.filter((run) => run.judged);
  const [first] = runs.filter((run) => !run.judged);
  const of = `${judged.length} of ${runs.length} touched ${runs.length === 1 ? 'run' : 'runs'} judged`;
  return first === undefined
    ? `; ${of}`
    : `; ${of}: ${first.entry} is not, for ${first.reason ?? 'no reason that is known'}`;
}
