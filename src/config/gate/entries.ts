import { configRules } from '../rules/rules.ts';
import type { ShellScript } from '../../documents/shell/model.ts';
import { readDocument } from '../../documents/document.ts';
import { policyPath } from '../../kernel/policy-path.ts';
import type { Registry } from '../registry/registry.ts';
import type { Finding } from '../../report/model.ts';
import type { JudgedEntry } from '../runs/run.ts';
import type { ConfigSettings, DeclaredRun } from '../settings.ts';
import { hydraRuns } from './hydra-runs.ts';
import type { LaunchRepository, SourcedScript } from './launch-repository.ts';
import { RunFiles } from './run-files.ts';

/** What entries are held against. */
export interface EntryContext {
  readonly registry?: Registry;
  readonly settings: ConfigSettings;
}

export interface FileEntries {
  readonly entries: readonly JudgedEntry[];
  /** What could not be read of the file. */
  readonly findings: readonly Finding[];
  /** Files that it sources, and what those source. */
  readonly sources: readonly string[];
}

/** The entries of a file, and what could not be read of it. */
export async function readEntries(
  path: string,
  repository: LaunchRepository,
  context: EntryContext,
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
    const script = await repository.script(shell, path, environment);
    read.push({
      entries: await entriesOf(script, path, repository, context),
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

/** The runs that the policy declares. */
export async function declaredEntries(
  runs: readonly DeclaredRun[],
  repository: LaunchRepository,
  context: EntryContext,
): Promise<JudgedEntry[]> {
  const read: JudgedEntry[] = [];
  for (const [index, { command, cwd, config }] of runs.entries()) {
    const folder = cwd === undefined ? '' : `cd '${cwd.replaceAll("'", '')}'; `;
    const script = await repository.script(`${folder}${command}`, policyPath, new Map());
    for (const judged of await entriesOf(script, policyPath, repository, context, config)) {
      const entry = {
        ...judged.entry,
        entry: `${policyPath} runs[${index}]`,
        ...(config === undefined ? {} : { config }),
      };
      read.push({ ...judged, entry });
    }
  }
  return read;
}

/** A script with more was written by a program: the first ones are judged. */
const maxEntries = 1000;

async function entriesOf(
  script: SourcedScript,
  path: string,
  repository: LaunchRepository,
  context: EntryContext,
  config?: string,
): Promise<JudgedEntry[]> {
  const { entryRuns, programFile, registeredNames, scriptEntries } = await import('#lib/runs');
  const files = RunFiles.of(repository, context.settings);
  const entries: JudgedEntry[] = [];
  for (const [index, entry] of scriptEntries(script).entries()) {
    if (index >= maxEntries) {
      entries.push({ entry, runs: [], reason: `more than ${maxEntries} runs start in one script` });
      continue;
    }
    const [launch] = entry.launches;
    const file = launch === undefined ? undefined : programFile(launch, path, repository);
    const program = file === undefined ? undefined : await repository.program(file);
    const configs = program?.hydra === undefined ? await files.configsOf(entry, config, program) : new Map();
    const registered = registeredNames(context.registry);
    const judged = entryRuns(entry, { program, registered, configs });
    if (judged === undefined) continue;
    const whole = await files.joined(await hydraRuns(judged, repository, context.settings));
    entries.push(script.sources.length === 0 ? whole : { ...whole, sources: script.sources });
  }
  return entries;
}

async function problemsOf(script: ShellScript): Promise<Finding[]> {
  const { builtWhenRun } = await import('#lib/runs');
  const unreadable = script.problems
    .slice(0, 5)
    .map(({ message, ...place }) => configRules['script-unreadable'].finding({ message, ...place }));
  const built = builtWhenRun(script).map(({ file, line, column }) =>
    configRules['run-not-judged'].finding({
      file,
      line,
      column,
      message: `${file}:${line} is built at run time: eval of what is known only then`,
    }),
  );
  return [...unreadable, ...built];
}
