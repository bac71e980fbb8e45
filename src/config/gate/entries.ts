import { conceptsOf } from '../rules/names.ts';
import { configRules } from '../rules/rules.ts';
import { readDocument } from '../../documents/document.ts';
import type { Registry } from '../registry/registry.ts';
import type { Finding } from '../../report/model.ts';
import type { ScriptEntry } from '../runs/entries.ts';
import type { Program } from '../runs/programs/model.ts';
import type { JudgedEntry, RunParts } from '../runs/run.ts';
import type { ConfigSettings } from '../settings.ts';
import { hydraRuns } from './hydra-runs.ts';
import type { LaunchRepository, SourcedScript } from './launch-repository.ts';
import { RunFiles } from './run-files.ts';

/** What entries are held against. */
export interface EntryContext {
  readonly registry?: Registry;
  readonly settings: ConfigSettings;
}

export interface FileEntries {
  /** Composed; `wholeEntry` adds what the files that they name have to do with them. */
  readonly entries: readonly JudgedEntry[];
  /** What could not be read of the file. */
  readonly findings: readonly Finding[];
  /** Files that it sources, and what those source. */
  readonly sources: readonly string[];
}

/** Which entries of a file are asked for; absent: all. */
export interface OnlyEntries {
  /** Of the texts of a file of several, such as the steps of a workflow, those that count. */
  text(text: string): boolean;
  /** Of the words of commands whose program is not Hydra's, those one of which must be there. */
  words?(text: string): boolean;
  /** Of the programs that Hydra starts, those whose runs count. */
  reads?(program: Program): boolean;
}

/** The entries of a file, and what could not be read of it. */
export async function readEntries(
  path: string,
  repository: LaunchRepository,
  context: EntryContext,
  only?: OnlyEntries,
): Promise<FileEntries> {
  const { shellTexts } = await import('#lib/runs');
  const bytes = await repository.bytes(path);
  if (bytes === undefined) return { entries: [], findings: [], sources: [] };
  const text = await repository.text(path);
  const texts =
    text === undefined
      ? [{ text: bytes, environment: new Map<string, string>() }]
      : shellTexts(text, path, readDocument);
  const read: FileEntries[] = [];
  for (const { text: shell, environment } of texts) {
    if (texts.length > 1 && typeof shell === 'string' && only?.text(shell) === false) continue;
    const script = await repository.script(shell, path, environment);
    read.push({
      entries: await entriesOf(script, path, repository, context, { only }),
      findings: await problemsOf(script),
      sources: script.sources,
    });
  }
  return {
    entries: read.flatMap(({ entries }) => entries),
    findings: read.flatMap(({ findings }) => findings),
    sources: read.flatMap(({ sources }) => sources),
  };
}

/** An entry with what the files that it names add to its runs: models, DeepSpeed files, options of frameworks. */
export async function wholeEntry(
  entry: JudgedEntry,
  repository: LaunchRepository,
  { settings }: EntryContext,
): Promise<JudgedEntry> {
  return RunFiles.of(repository, settings).joined(entry);
}

/** The files that the runs of an entry name, which `wholeEntry` reads. */
export async function namedFiles(
  entry: JudgedEntry,
  repository: LaunchRepository,
  { settings }: EntryContext,
): Promise<string[]> {
  return RunFiles.of(repository, settings).namedBy(entry);
}

/** A script with more was written by a program: the first ones are judged. */
const maxEntries = 1000;

/** The entries of a script that was read; `config`: what they read without naming it. */
export async function entriesOf(
  script: SourcedScript,
  path: string,
  repository: LaunchRepository,
  context: EntryContext,
  { config, only }: { readonly config?: string | undefined; readonly only?: OnlyEntries | undefined },
): Promise<JudgedEntry[]> {
  const { programFile } = await import('#lib/runs');
  const files = RunFiles.of(repository, context.settings);
  const entries: JudgedEntry[] = [];
  const all = await entriesIn(script);
  for (const [index, entry] of all.entries()) {
    if (index >= maxEntries) {
      const left = all.length - maxEntries;
      const reason = `${left} more ${left === 1 ? 'run starts' : 'runs start'} in one script than the ${maxEntries} that are judged`;
      entries.push({ entry, runs: [], reason });
      break;
    }
    const [launch] = entry.launches;
    const file = launch === undefined ? undefined : programFile(launch, path, repository);
    if (only?.words !== undefined && !(await repository.isHydra(file)) && !namesAny(entry, only.words))
      continue;
    const program = file === undefined ? undefined : await repository.program(file);
    if (program?.hydra !== undefined && only?.reads?.(program) === false) continue;
    const configs = program?.hydra === undefined ? await files.configsOf(entry, config, program) : new Map();
    const judged = await runsOf(entry, { program, configs }, context);
    if (judged === undefined) continue;
    const composed = await hydraRuns(judged, repository, context.settings);
    entries.push(script.sources.length === 0 ? composed : { ...composed, sources: script.sources });
  }
  return entries;
}

function namesAny({ launches }: ScriptEntry, names: (text: string) => boolean): boolean {
  return launches.some(({ args, launcher }) =>
    [...launcher, ...args].some(({ pieces }) => names(pieces.map(({ text }) => text ?? '').join(''))),
  );
}

const entriesKnown = new WeakMap<SourcedScript, readonly ScriptEntry[]>();

async function entriesIn(script: SourcedScript): Promise<readonly ScriptEntry[]> {
  const { scriptEntries } = await import('#lib/runs');
  const entries = entriesKnown.get(script) ?? scriptEntries(script);
  entriesKnown.set(script, entries);
  return entries;
}

type Parts = Pick<RunParts, 'program' | 'configs'>;

interface KnownRuns {
  readonly program: RunParts['program'];
  readonly registered: ReadonlySet<string>;
  readonly judged: JudgedEntry | undefined;
}

const runsKnown = new WeakMap<ScriptEntry, KnownRuns>();

/** The runs of an entry; without configs they are those of the other side of a change where script and program are the same. */
async function runsOf(
  entry: ScriptEntry,
  { program, configs }: Parts,
  { registry }: EntryContext,
): Promise<JudgedEntry | undefined> {
  const { entryRuns, registeredNames } = await import('#lib/runs');
  const registered = registeredNames(registry);
  const known = runsKnown.get(entry);
  if (configs.size === 0 && known?.program === program && known?.registered === registered)
    return known.judged;
  const judged = entryRuns(entry, { program, registered, concepts: conceptsOf, configs });
  if (configs.size === 0) runsKnown.set(entry, { program, registered, judged });
  return judged;
}

async function problemsOf(script: SourcedScript): Promise<Finding[]> {
  const { builtWhenRun, unfollowedRuns } = await import('#lib/runs');
  const unreadable = script.problems
    .slice(0, 5)
    .map(({ message, ...place }) => configRules['script-unreadable'].finding({ message, ...place }));
  const built = builtWhenRun(script).map(({ file, line, column, words }) =>
    configRules['run-not-judged'].finding({
      file,
      line,
      column,
      message: `${file}:${line} is built at run time: ${words[0]?.text ?? 'a shell'} of what is known only then`,
    }),
  );
  const left = unfollowedRuns(script).map(({ file, line, column, path, isKnown, reason }) =>
    configRules['run-not-judged'].finding({
      file,
      line,
      column,
      message: `${file}:${line} runs ${path.slice(0, 200)}, which is ${reason ?? (isKnown ? 'not in the repository' : 'known only when it runs')}`,
    }),
  );
  const further = (await entriesIn(script)).flatMap(({ entry, file, line, left: more }) => {
    const message = `${entry} may run in ${more} more ways than those that are judged`;
    return more === undefined ? [] : [configRules['run-not-judged'].finding({ file, line, message })];
  });
  return [...unreadable, ...built, ...left, ...further];
}
