import type { RunFacts } from '../facts.ts';
import type { ValueChange } from '../change/classify.ts';
import type { FileJudgement } from '../judge.ts';
import { runFindings } from './run-findings.ts';
import { applyOverrides } from '../rules/overrides.ts';
import type { Finding } from '../../report/model.ts';
import type { ChangedFile } from '../../ports/index.ts';
import type { JudgeContext } from './context.ts';
import type { SelectedFile } from './select.ts';
import { asBefore } from '../../report/standing.ts';
import { policyPath } from '../../kernel/policy-path.ts';
import type { DeclaredRun } from '../settings.ts';
import { declaredEntries } from './declared.ts';
import { Concerned } from './concerned.ts';
import { type FileEntries, readEntries, wholeEntry } from './entries.ts';
import { placeText } from './frameworks.ts';
import type { Naming } from './naming.ts';
import { pairedEntries, reorderedRuns, RunChanges } from './run-changes.ts';
import type { LaunchRepository } from './launch-repository.ts';
import { runFacts } from './run-facts.ts';
import {
  distinct,
  isNotJudged,
  isOfFramework,
  notJudged,
  saidOf,
  scriptJudgement,
  startsNothing,
  unreadScript,
} from './script-findings.ts';
import { keyOf, onceEach, together, type TouchedRun, worstRunsFirst } from './touched.ts';
import type { JudgedEntry } from '../runs/run.ts';

export interface RunsJudgement {
  /** Of the scripts: what the change makes of their runs. */
  readonly judgements: readonly FileJudgement[];
  readonly findings: readonly Finding[];
  /** The worst first. */
  readonly runs: readonly RunFacts[];
  readonly touched: readonly TouchedRun[];
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

/** Scripts that a change touches, judged one after the other. */
export class Scripts {
  private readonly judgements: FileJudgement[] = [];
  private readonly problems: Finding[] = [];
  private readonly entries: TouchedEntry[] = [];
  private readonly known = new Map<LaunchRepository, Map<JudgedEntry, Promise<Judged>>>();
  private readonly context: JudgeContext;
  private readonly head: LaunchRepository;
  private readonly base: LaunchRepository;
  private readonly named: ReadonlySet<string>;
  private readonly changes: RunChanges;
  private readonly concerned: Concerned;

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
    this.concerned = new Concerned(named, head, context);
  }

  judgement(): RunsJudgement {
    const touched = worstRunsFirst(onceEach(this.entries));
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
    const unread = await this.head.whyUnread(path);
    if (unread !== undefined) return this.unread(path, unread);
    const isLaunching = now.entries.length > 0 || (before?.length ?? 0) > 0;
    if (!isLaunching) return this.left(path, now.findings.filter(isNotJudged));
    this.problems.push(...now.findings);
    await this.add({ path, now: now.entries, ...(before === undefined ? {} : { before }) });
  }

  /** Whether it starts a run is not known: that is said, and nothing is taken for harmless. */
  private unread(path: string, why: string): void {
    const reason = `whether it starts a run is not known: ${why}`;
    this.problems.push(unreadScript(path, reason));
    const facts = { entry: path, kind: 'script', files: [path], judged: false, reason };
    this.entries.push({ entry: path, facts, findings: [], changes: undefined });
    this.judgements.push({ ...scriptJudgement(path, []), change: 'structural' });
  }

  /** Of a script that starts nothing else: runs that are named and not judged. */
  private left(path: string, findings: readonly Finding[]): void {
    this.problems.push(...findings);
    for (const { line = 1, message: reason } of findings) {
      const facts = { entry: `${path}:${line}`, kind: 'script', files: [path], judged: false, reason };
      this.entries.push({ entry: facts.entry, facts, findings: [], changes: undefined });
      this.judgements.push({ ...scriptJudgement(path, []), change: 'structural' });
    }
  }

  async asked({ path, basePath }: SelectedFile): Promise<void> {
    const now = await readEntries(path, this.head, this.context);
    const before =
      basePath === undefined ? undefined : (await readEntries(basePath, this.base, this.context)).entries;
    this.problems.push(...now.findings);
    if (now.entries.length === 0) this.problems.push(startsNothing(path));
    await this.add({ path, now: now.entries, ...(before === undefined ? {} : { before }) });
  }

  /** Only the entries that read a file which changed; what they found before is not this change's. */
  async touched(path: string, { names }: Naming): Promise<void> {
    const only = await this.concerned.only(names);
    const now = await readEntries(path, this.head, this.context, only);
    await this.addConcerned(path, now, () => readEntries(path, this.base, this.context, only));
  }

  /** Of a script that the change leaves alone: options that the framework of the merge base takes, and that of the head does not. */
  async moved(path: string): Promise<void> {
    const { entries } = await readEntries(path, this.head, this.context);
    const failing = await this.having(entries, isOfFramework);
    if (failing.length === 0) return;
    const before = (await readEntries(path, this.base, this.context)).entries;
    const known = new Set((await this.findingsOf(before, this.base)).map(placeText));
    const isNew = (finding: Finding): boolean => isOfFramework(finding) && !known.has(placeText(finding));
    const now = await this.having(failing, isNew);
    if (now.length > 0) await this.add({ path, now, before }, (finding) => Promise.resolve(isNew(finding)));
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
    const now: JudgedEntry[] = [];
    for (const entry of entries) if (isSourced || (await this.concerned.has(entry))) now.push(entry);
    if (now.length === 0) return;
    const before = (await base()).entries;
    let known: Promise<ReadonlySet<string>> | undefined;
    const keys = async () => new Set((await this.findingsOf(before, this.base)).map(keyOf));
    const isNew = async (finding: Finding) => !(await (known ??= keys())).has(keyOf(finding));
    await this.add({ path, now, before }, isNew);
  }

  private async add(
    { path, now, before }: Started,
    counts: (finding: Finding) => Promise<boolean> = () => Promise.resolve(true),
  ): Promise<void> {
    const all: ValueChange[] = [];
    for (const { head, old } of pairedEntries(before, now)) {
      const differing = this.changes.between(old, head);
      all.push(...differing);
      if (head === undefined) continue;
      const { entry, findings } = await this.judged(head, this.head);
      const facts = runFacts(entry);
      const changes = before === undefined ? undefined : differing;
      const counted: Finding[] = [];
      for (const finding of findings) if (await counts(finding)) counted.push(finding);
      const reordered = reorderedRuns(old, head, changes);
      const told = [...(await this.aged(counted, old)), ...reordered, ...notJudged(head)];
      this.entries.push({ entry: facts.entry, facts, findings: told, changes });
    }
    this.judgements.push(scriptJudgement(path, before === undefined ? undefined : all));
    // composed runs are large, and no other file asks for them
    this.known.clear();
  }

  /** What the entry had wrong before the change says so, wherever its lines moved to. */
  private async aged(
    findings: readonly Finding[],
    old: JudgedEntry | undefined,
  ): Promise<readonly Finding[]> {
    if (findings.length === 0 || old === undefined) return findings;
    const known = new Set((await this.judged(old, this.base)).findings.map(saidOf));
    return findings.map((finding) => (known.has(saidOf(finding)) ? asBefore(finding) : finding));
  }

  /** Entries of the head of which something is found that fits. */
  private async having(
    entries: readonly JudgedEntry[],
    fits: (finding: Finding) => boolean,
  ): Promise<JudgedEntry[]> {
    const found: JudgedEntry[] = [];
    for (const entry of entries)
      if ((await this.judged(entry, this.head)).findings.some(fits)) found.push(entry);
    return found;
  }

  private async findingsOf(entries: readonly JudgedEntry[], of: LaunchRepository): Promise<Finding[]> {
    const found: Finding[] = [];
    for (const entry of entries) found.push(...(await this.judged(entry, of)).findings);
    return found;
  }

  /** What is wrong with an entry: most of those of the base are never asked. */
  private judged(entry: JudgedEntry, of: LaunchRepository): Promise<Judged> {
    const side = this.known.get(of) ?? new Map<JudgedEntry, Promise<Judged>>();
    this.known.set(of, side);
    const known = side.get(entry) ?? this.judge(entry, of);
    side.set(entry, known);
    return known;
  }

  private async judge(composed: JudgedEntry, of: LaunchRepository): Promise<Judged> {
    const entry = await wholeEntry(composed, of, this.context);
    return { entry, findings: distinct(entry.runs.flatMap((run) => runFindings(run, this.context))) };
  }
}

interface Judged {
  /** With what the files that it names add. */
  readonly entry: JudgedEntry;
  readonly findings: readonly Finding[];
}
