import { aroundRules } from '../rules/around-rules.ts';
import { configRules } from '../rules/rules.ts';
import { changeClass, type ValueChange } from '../change/classify.ts';
import type { RunFacts } from '../facts.ts';
import type { FileJudgement } from '../judge.ts';
import { runFindings } from './run-findings.ts';
import { applyOverrides } from '../rules/overrides.ts';
import type { Finding } from '../../report/model.ts';
import type { ChangedFile, Ports } from '../../ports/index.ts';
import type { JudgeContext } from './context.ts';
import type { SelectedFile, Selection } from './select.ts';
import { asBefore } from '../../report/standing.ts';
import { policyPath } from '../../kernel/policy-path.ts';
import type { DeclaredRun } from '../settings.ts';
import { declaredEntries, type FileEntries, readEntries } from './entries.ts';
import { scriptsNaming, scriptsOfFrameworks } from './naming.ts';
import { pairedEntries, RunChanges } from './run-changes.ts';
import { mayMoveFrameworks, movesFrameworks, placeText } from './frameworks.ts';
import { launchFile, LaunchRepository } from './launch-repository.ts';
import { keyOf, together, type TouchedRun, worstRunsFirst } from './touched.ts';
import type { JudgedEntry } from '../runs/run.ts';

export interface RunsJudgement {
  /** Of the scripts: what the change makes of their runs. */
  readonly judgements: readonly FileJudgement[];
  readonly findings: readonly Finding[];
  /** The worst first. */
  readonly runs: readonly RunFacts[];
  readonly touched: readonly TouchedRun[];
}

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
  const repository = await LaunchRepository.open(change.head);
  const naming = await scriptsNaming(named, scripts, repository);
  const moved = (await movesFrameworks(change)) ? await scriptsOfFrameworks(repository) : [];
  const { runs } = context.settings;
  if (scripts.length + naming.length + moved.length + runs.length === 0) return nothing;
  const judged = new Scripts(context, repository, await LaunchRepository.open(change.base), named);
  for (const file of scripts) await judged.changed(file);
  for (const path of naming) await judged.touched(path);
  const seen = new Set([...scripts.map(({ path }) => path), ...naming]);
  for (const path of moved) if (!seen.has(path)) await judged.moved(path);
  if (runs.length > 0) await judged.declared(runs);
  return judged.judgement();
}

/** What a run may read: its program, its configs, what its script sources. */
const readByRuns = /\.(?:py|ya?ml|json|toml|sh|bash)$/;

/** The runs that scripts start which somebody named, whether they changed or not. */
async function judgeNamed(
  scripts: readonly SelectedFile[],
  context: JudgeContext,
  { base, head }: Ports['change'],
): Promise<RunsJudgement> {
  if (scripts.length === 0) return nothing;
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

interface TouchedEntry extends TouchedRun {
  readonly facts: RunFacts;
}

/** What a file starts, now and before; `before` is absent of a file that the change brings. */
interface Started {
  readonly path: string;
  readonly now: readonly JudgedEntry[];
  readonly before?: readonly JudgedEntry[];
}

class Scripts {
  private readonly judgements: FileJudgement[] = [];
  private readonly problems: Finding[] = [];
  private readonly entries: TouchedEntry[] = [];
  private readonly context: JudgeContext;
  private readonly head: LaunchRepository;
  private readonly base: LaunchRepository;
  private readonly named: ReadonlySet<string>;
  private readonly changes: RunChanges;

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
    this.changes = new RunChanges(context);
  }

  judgement(): RunsJudgement {
    const touched = worstRunsFirst(this.entries);
    return {
      judgements: this.judgements,
      findings: applyOverrides(
        distinct([...this.problems, ...together(touched)]),
        this.context.settings.rules,
      ),
      runs: touched.map(({ facts }) => facts),
      touched,
    };
  }

  async changed({ path, previousPath = path, status }: ChangedFile): Promise<void> {
    const now = await readEntries(path, this.head, this.context);
    const before =
      status === 'added' ? undefined : (await readEntries(previousPath, this.base, this.context)).entries;
    const isLaunching = now.entries.length > 0 || (before?.length ?? 0) > 0;
    if (!isLaunching) return;
    this.problems.push(...now.findings);
    this.add({ path, now: now.entries, ...(before === undefined ? {} : { before }) });
  }

  async asked({ path, basePath }: SelectedFile): Promise<void> {
    const now = await readEntries(path, this.head, this.context);
    const before =
      basePath === undefined ? undefined : (await readEntries(basePath, this.base, this.context)).entries;
    this.problems.push(...now.findings);
    if (now.entries.length === 0) this.problems.push(startsNothing(path));
    this.add({ path, now: now.entries, ...(before === undefined ? {} : { before }) });
  }

  /** Only the entries that read a file which changed; what they found before is not this change's. */
  async touched(path: string): Promise<void> {
    const now = await readEntries(path, this.head, this.context);
    await this.addConcerned(path, now, () => readEntries(path, this.base, this.context));
  }

  /** The same of the runs that the policy declares. */
  async declared(runs: readonly DeclaredRun[]): Promise<void> {
    const read = async (from: LaunchRepository): Promise<FileEntries> => ({
      entries: await declaredEntries(runs, from, this.context),
      findings: [],
      sources: [],
    });
    await this.addConcerned(policyPath, await read(this.head), () => read(this.base));
  }

  private async addConcerned(
    path: string,
    { entries, sources }: FileEntries,
    base: () => Promise<FileEntries>,
  ): Promise<void> {
    const isSourced = sources.some((file) => this.named.has(file));
    const now = entries.filter((entry) => isSourced || this.isConcerned(entry));
    if (now.length === 0) return;
    const before = (await base()).entries;
    const known = new Set(before.flatMap((entry) => this.findingsOf(entry)).map(keyOf));
    this.add({ path, now, before }, (finding) => !known.has(keyOf(finding)));
  }

  /** Of a script that the change leaves alone: options that the framework of the merge base takes, and that of the head does not. */
  async moved(path: string): Promise<void> {
    const { entries } = await readEntries(path, this.head, this.context);
    const ofOptions = entries.filter((entry) => this.findingsOf(entry).some(isOfFramework));
    if (ofOptions.length === 0) return;
    const before = (await readEntries(path, this.base, this.context)).entries;
    const known = new Set(before.flatMap((entry) => this.findingsOf(entry)).map(placeText));
    const isNew = (finding: Finding): boolean => isOfFramework(finding) && !known.has(placeText(finding));
    const now = ofOptions.filter((entry) => this.findingsOf(entry).some(isNew));
    if (now.length > 0) this.add({ path, now, before }, isNew);
  }

  private isConcerned({ program, entry, configs = [] }: JudgedEntry): boolean {
    return (
      program?.modules.some((file) => this.named.has(file)) === true ||
      configs.some((file) => this.named.has(file)) ||
      (entry.config !== undefined && this.named.has(entry.config))
    );
  }

  private add({ path, now, before }: Started, counts: (finding: Finding) => boolean = () => true): void {
    const pairs = pairedEntries(before, now);
    for (const { head, old } of pairs) {
      if (head === undefined) continue;
      const facts = runFacts(head);
      const changes = before === undefined ? undefined : this.changes.between(old, head);
      const findings = [...this.aged(this.findingsOf(head).filter(counts), old), ...notJudged(head)];
      this.entries.push({ entry: facts.entry, facts, findings, changes });
    }
    const changes = pairs.flatMap(({ head, old }) => this.changes.between(old, head));
    this.judgements.push(scriptJudgement(path, before === undefined ? undefined : changes));
  }

  /** What the entry had wrong before the change says so, wherever its lines moved to. */
  private aged(findings: readonly Finding[], old: JudgedEntry | undefined): Finding[] {
    if (findings.length === 0 || old === undefined) return [...findings];
    const known = new Set(this.findingsOf(old).map(saidOf));
    return findings.map((finding) => (known.has(saidOf(finding)) ? asBefore(finding) : finding));
  }

  private findingsOf({ runs }: JudgedEntry): Finding[] {
    return distinct(runs.flatMap((run) => runFindings(run, this.context)));
  }
}

/** What a script's change amounts to is that of its runs. */
function scriptJudgement(file: string, changes: readonly ValueChange[] | undefined): FileJudgement {
  const distinctChanges = RunChanges.distinct(changes ?? []);
  return {
    file,
    findings: [],
    changes: distinctChanges,
    isNew: changes === undefined,
    change: changes === undefined ? 'structural' : changeClass(distinctChanges),
    unregistered: new Map(),
  };
}

function isOfFramework({ rule }: Finding): boolean {
  return rule === aroundRules['framework-option'].id || rule === aroundRules['framework-value'].id;
}

function saidOf({ rule, message }: Finding): string {
  return `${rule} ${message.replaceAll(/:\d+/g, '')}`;
}

function startsNothing(file: string): Finding {
  const finding = configRules['run-not-judged'].finding({
    file,
    message: 'this script starts no training or server that is known: nothing of it is judged',
    help: 'declare the run in the policy (runs); docs/runs.md says which commands are known',
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

export function runFacts({ entry, program, configs = [], sources = [], reason }: JudgedEntry): RunFacts {
  return {
    entry: entry.entry,
    kind: entry.kind,
    files: [
      ...new Set([entry.file, ...sources, ...(program === undefined ? [] : [program.file]), ...configs]),
    ],
    judged: reason === undefined,
    ...(reason === undefined ? {} : { reason }),
  };
}

function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}
