import { configRules } from '../rules/rules.ts';
import { changeClass, type ValueChange } from '../change/classify.ts';
import type { RunFacts } from '../facts.ts';
import type { FileJudgement } from '../judge.ts';
import { checkRules } from '../rules/check.ts';
import { atWord } from './at-word.ts';
import { applyOverrides } from '../rules/overrides.ts';
import type { Finding } from '../../report/model.ts';
import type { ChangedFile, Ports } from '../../ports/index.ts';
import type { JudgeContext } from './context.ts';
import type { SelectedFile, Selection } from './select.ts';
import { policyPath } from '../../kernel/policy-path.ts';
import type { DeclaredRun } from '../settings.ts';
import { declaredEntries, readEntries } from './entries.ts';
import { keyOf } from './hydra-runs.ts';
import { scriptsNaming } from './naming.ts';
import { runChanges } from './run-changes.ts';
import { launchFile, LaunchRepository } from './launch-repository.ts';
import type { EntryRun, JudgedEntry } from '../runs/run.ts';

export interface RunsJudgement {
  readonly judgements: readonly FileJudgement[];
  readonly runs: readonly RunFacts[];
}

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
  const read = changed.map(({ path }) => path).filter((path) => /\.(?:py|ya?ml|json)$/.test(path));
  const named = new Set([...files.map(({ path }) => path), ...read]);
  if (scripts.length === 0 && named.size === 0) return { judgements: [], runs: [] };
  const repository = await LaunchRepository.open(change.head);
  const naming = await scriptsNaming(named, scripts, repository);
  const { runs } = context.settings;
  if (scripts.length + naming.length + runs.length === 0) return { judgements: [], runs: [] };
  const judged = new Scripts(context, repository, await LaunchRepository.open(change.base), named);
  for (const file of scripts) await judged.changed(file);
  for (const path of naming) await judged.touched(path);
  if (runs.length > 0) await judged.declared(runs);
  return { judgements: judged.judgements, runs: judged.runs };
}

/** The runs that scripts start which somebody named, whether they changed or not. */
async function judgeNamed(
  scripts: readonly SelectedFile[],
  context: JudgeContext,
  { base, head }: Ports['change'],
): Promise<RunsJudgement> {
  if (scripts.length === 0) return { judgements: [], runs: [] };
  const paths = scripts.map(({ path }) => path);
  const judged = new Scripts(
    context,
    await LaunchRepository.open(head, paths),
    await LaunchRepository.open(base, paths),
    new Set(),
  );
  for (const file of scripts) await judged.asked(file);
  return { judgements: judged.judgements, runs: judged.runs };
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

class Scripts {
  readonly judgements: FileJudgement[] = [];
  readonly runs: RunFacts[] = [];
  private readonly context: JudgeContext;
  private readonly head: LaunchRepository;
  private readonly base: LaunchRepository;

  private readonly named: ReadonlySet<string>;

  constructor(
    context: JudgeContext,
    head: LaunchRepository,
    base: LaunchRepository,
    named: ReadonlySet<string>,
  ) {
    this.named = named;
    this.context = context;
    this.head = head;
    this.base = base;
  }

  async changed({ path, previousPath = path, status }: ChangedFile): Promise<void> {
    const now = await readEntries(path, this.head, this.context);
    const before = status === 'added' ? undefined : await readEntries(previousPath, this.base, this.context);
    this.judge(path, now.entries, before?.entries, now.findings);
  }

  async asked({ path, basePath }: SelectedFile): Promise<void> {
    const now = await readEntries(path, this.head, this.context);
    const before = basePath === undefined ? undefined : await readEntries(basePath, this.base, this.context);
    const problems = now.entries.length > 0 ? now.findings : [...now.findings, startsNothing(path)];
    this.add(
      path,
      now.entries,
      [...problems, ...now.entries.flatMap((entry) => this.findingsOf(entry))],
      before === undefined ? undefined : runChanges(before.entries, now.entries),
    );
  }

  /** Only the entries that run a program which changed; what they found before is not this change's. */
  async touched(path: string): Promise<void> {
    const { entries } = await readEntries(path, this.head, this.context);
    const concerned = entries.filter((entry) => this.isConcerned(entry));
    if (concerned.length === 0) return;
    const before = await readEntries(path, this.base, this.context);
    this.addNew(path, concerned, before.entries);
  }

  /** The same of the runs that the policy declares. */
  async declared(runs: readonly DeclaredRun[]): Promise<void> {
    const entries = await declaredEntries(runs, this.head, this.context);
    const concerned = entries.filter((entry) => this.isConcerned(entry));
    if (concerned.length > 0)
      this.addNew(policyPath, concerned, await declaredEntries(runs, this.base, this.context));
  }

  private isConcerned({ program, entry, configs = [] }: JudgedEntry): boolean {
    return (
      (program !== undefined && this.named.has(program.file)) ||
      configs.some((file) => this.named.has(file)) ||
      (entry.config !== undefined && this.named.has(entry.config))
    );
  }

  private addNew(path: string, entries: readonly JudgedEntry[], before: readonly JudgedEntry[]): void {
    const known = new Set(before.flatMap((entry) => this.findingsOf(entry)).map(keyOf));
    const found = entries.flatMap((entry) => this.findingsOf(entry));
    this.add(
      path,
      entries,
      found.filter((finding) => !known.has(keyOf(finding))),
      [],
    );
  }

  private judge(
    path: string,
    entries: readonly JudgedEntry[],
    before: readonly JudgedEntry[] | undefined,
    problems: readonly Finding[],
  ): void {
    const isLaunching = entries.length > 0 || (before?.length ?? 0) > 0;
    if (!isLaunching) return;
    const found = entries.flatMap((entry) => this.findingsOf(entry));
    this.add(
      path,
      entries,
      [...problems, ...found],
      before === undefined ? undefined : runChanges(before, entries),
    );
  }

  private add(
    path: string,
    entries: readonly JudgedEntry[],
    findings: readonly Finding[],
    changes: readonly ValueChange[] | undefined,
  ): void {
    for (const entry of entries) this.runs.push(runFacts(entry));
    this.judgements.push({
      file: path,
      findings: applyOverrides(
        distinct([...findings, ...entries.flatMap(notJudged)]),
        this.context.settings.rules,
      ),
      changes: changes ?? [],
      isNew: changes === undefined,
      change: changes === undefined ? 'structural' : changeClass(changes),
      unregistered: new Map(),
    });
  }

  private findingsOf({ entry, runs }: JudgedEntry): Finding[] {
    return distinct(runs.flatMap((run) => this.ofRun(run, entry.entry)));
  }

  private ofRun({ document, args, others = [], findings, standing }: EntryRun, entry: string): Finding[] {
    const { settings } = this.context;
    const found = checkRules(document, [], settings, { others }).filter(
      (finding) => standing?.has(keyOf(finding)) !== true,
    );
    return [
      ...findings,
      ...found.map((finding) => {
        const { message, ...rest } = atWord(finding, args);
        return { ...rest, message: `${message} (run ${entry})` };
      }),
    ];
  }
}

function startsNothing(file: string): Finding {
  const finding = configRules['run-not-judged'].finding({
    file,
    message: 'this script starts no training or server that is known: nothing of it is judged',
    help: 'declare the run in the policy (config.runs); docs/runs.md says which commands are known',
  });
  // somebody asked for it
  return { ...finding, severity: 'warning' };
}

function notJudged({ entry, reason }: JudgedEntry): Finding[] {
  if (reason === undefined) return [];
  const { file, line } = entry;
  return [
    configRules['run-not-judged'].finding({
      file,
      line,
      message: `the run of ${entry.entry} (${entry.kind}) is not judged: ${reason}`,
    }),
  ];
}

export function runFacts({ entry, program, configs = [], reason }: JudgedEntry): RunFacts {
  return {
    entry: entry.entry,
    kind: entry.kind,
    files: [...new Set([entry.file, ...(program === undefined ? [] : [program.file]), ...configs])],
    judged: reason === undefined,
    ...(reason === undefined ? {} : { reason }),
  };
}

function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}
