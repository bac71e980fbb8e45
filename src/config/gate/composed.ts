import { changeClass, type ChangeClass, type ValueChange, worstChange } from '../change/classify.ts';
import { composeRules } from '../compose/rules.ts';
import { numberFindings, reorderedFindings } from '../compose/order.ts';
import { applyOverrides, type Composed, judgeConfigFile, type RunFacts } from '../index.ts';
import type { Finding } from '../../report/model.ts';
import type { Ports } from '../../ports/index.ts';
import { CompositionFiles } from './composition-files.ts';
import { type CompositionEntry, compose, entriesUsing, mayBePart } from './compositions.ts';
import type { JudgeContext } from './context.ts';
import type { Selection } from './select.ts';
import { sharedTrees } from './shared-trees.ts';
import { keyOf, together, type TouchedRun, worstRunsFirst } from './touched.ts';

/** The runs that a change of configs touches, composed before and after it. */
export interface ComposedRuns {
  readonly findings: readonly Finding[];
  readonly runs: readonly RunFacts[];
  /** What the change makes of the runs that read a file; of a file that no run reads nothing is said. */
  readonly changes: ReadonlyMap<string, ChangeClass>;
  /** Files that others complete. */
  readonly fragments: ReadonlySet<string>;
  readonly touched: readonly TouchedRun[];
}

/** More runs than this are counted, and not judged. */
const maxRuns = 1000;

const nothing: ComposedRuns = {
  findings: [],
  runs: [],
  changes: new Map(),
  fragments: new Set(),
  touched: [],
};

interface Touched {
  readonly entry: CompositionEntry;
  readonly now: Composed;
  readonly before: Composed | undefined;
  readonly changes: readonly ValueChange[];
  readonly findings: readonly Finding[];
}

/** Composes each entry that reads a file of the change, and judges the run as a whole. */
export async function judgeComposed(
  selection: Selection,
  context: JudgeContext,
  { change }: Ports,
): Promise<ComposedRuns> {
  const paths = changedPaths(selection, change.files);
  // most changes touch no config: the tree is not listed for them
  if (!paths.some(mayBePart)) return nothing;
  const trees = sharedTrees(change);
  const head = await CompositionFiles.open(trees.head);
  const entries = await entriesUsing(paths, context.settings, head);
  if (entries.length === 0) return nothing;
  const base = await CompositionFiles.open(trees.base);
  const touched: Touched[] = [];
  const fragments = new Set<string>();
  for (const entry of entries.slice(0, maxRuns)) {
    const now = await compose(entry, head);
    for (const file of [entry.file, ...now.files]) fragments.add(file);
    const before = base.paths.has(entry.file) ? await compose(entry, base) : undefined;
    const read = new Set([entry.file, ...now.files, ...(before?.files ?? [])]);
    if (paths.some((path) => read.has(path)) || isNewlyRefused(before, now))
      touched.push(judged(entry, now, before, context, selection));
  }
  const runs = worstRunsFirst(touched.map(asRun));
  return {
    findings: applyOverrides(await withRegistered(together(runs), head), context.settings.rules),
    runs: [...runs.map(({ facts }) => facts), ...entries.slice(maxRuns).map(notJudged)],
    changes: changesOf(touched),
    fragments: withSiblings(fragments, head, entries),
    touched: runs,
  };
}

function asRun(touched: Touched): TouchedRun & { readonly facts: RunFacts } {
  const { entry, before, changes, findings } = touched;
  return {
    entry: entry.file,
    facts: factsOf(touched),
    changes: before === undefined ? undefined : changes,
    findings,
  };
}

/** A config that no file holds may be one that code registers. */
async function withRegistered(findings: readonly Finding[], files: CompositionFiles): Promise<Finding[]> {
  const isMissing = ({ rule, severity }: Finding): boolean =>
    rule === composeRules['missing-config'].id && severity === 'error';
  if (!findings.some(isMissing) || !(await files.registersInCode())) return [...findings];
  return findings.map((finding) =>
    isMissing(finding)
      ? {
          ...finding,
          severity: 'notice',
          message: `${finding.message}; code here registers configs (ConfigStore): it may be one of them`,
        }
      : finding,
  );
}

function changedPaths({ files, reason }: Selection, changed: Ports['change']['files']): string[] {
  if (reason === 'named') return files.map(({ path }) => path);
  return changed.flatMap(({ path, previousPath }) =>
    previousPath === undefined ? [path] : [path, previousPath],
  );
}

/** A file that is deleted is in no list of what was read. */
function isNewlyRefused(before: Composed | undefined, now: Composed): boolean {
  return now.document.root === undefined && before?.document.root !== undefined;
}

function judged(
  entry: CompositionEntry,
  now: Composed,
  before: Composed | undefined,
  gathered: JudgeContext,
  { reason }: Selection,
): Touched {
  // names are registered as they stand in the files
  const { registry: _registry, baseRegistry: _base, ...context } = gathered;
  const judgement = judgeConfigFile({
    head: now.document,
    ...context,
    ...(before?.document.root === undefined ? {} : { base: before.document }),
  });
  const { changes } = judgement;
  const own = [
    ...judgement.findings,
    ...numberFindings(now),
    ...(before === undefined ? [] : reorderedFindings(before, now, changes)),
  ];
  const old =
    before === undefined || reason === 'named' || own.length === 0
      ? []
      : [...judgeConfigFile({ head: before.document, ...context }).findings, ...numberFindings(before)];
  const known = new Set(old.map(keyOf));
  return { entry, now, before, changes, findings: own.filter((finding) => !known.has(keyOf(finding))) };
}

function factsOf({ entry, now }: Touched): RunFacts {
  const isJudged = now.document.root !== undefined;
  const [first] = now.document.findings;
  return {
    entry: entry.file,
    kind: entry.kind,
    files: [...new Set([entry.file, ...now.files])],
    judged: isJudged,
    ...(isJudged ? {} : { reason: first?.message ?? 'it cannot be composed' }),
  };
}

function notJudged({ file, kind }: CompositionEntry): RunFacts {
  return {
    entry: file,
    kind,
    files: [file],
    judged: false,
    reason: `more than ${maxRuns} runs use what changed`,
  };
}

/** The class of a change is that of the runs it makes, as far as they could be composed. */
function changesOf(touched: readonly Touched[]): Map<string, ChangeClass> {
  const classes = new Map<string, ChangeClass>();
  for (const { entry, now, before, changes } of touched) {
    const isKnown = now.document.root !== undefined && before?.document.root !== undefined;
    const change = isKnown ? changeClass(changes) : 'structural';
    for (const file of new Set([entry.file, ...now.files]))
      classes.set(file, worstChange([change, classes.get(file) ?? 'none']));
  }
  return classes;
}

/** Options of a group that no run chooses by default are completed by others all the same. */
function withSiblings(
  fragments: ReadonlySet<string>,
  { paths }: CompositionFiles,
  entries: readonly CompositionEntry[],
): Set<string> {
  const primary = new Set(entries.map(({ file }) => folderOf(file)));
  const groups = new Set([...fragments].map(folderOf).filter((folder) => !primary.has(folder)));
  return new Set([
    ...fragments,
    ...[...paths].filter((path) => path.endsWith('.yaml') && groups.has(folderOf(path))),
  ]);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
