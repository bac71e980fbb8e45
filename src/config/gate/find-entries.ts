import { globMatcher } from '../../kernel/globs.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import type { FileTree } from '../../ports/index.ts';
import type { RunFacts } from '../facts.ts';
import type { Program } from '../runs/programs/model.ts';
import type { JudgedEntry } from '../runs/run.ts';
import type { ConfigSettings } from '../settings.ts';
import { declaredEntries } from './declared.ts';
import { readEntries, wholeEntry } from './entries.ts';
import { launchFile, LaunchRepository } from './launch-repository.ts';
import { runFacts } from './run-facts.ts';
import { startingNothing, unreadFiles } from './unread-files.ts';
import { factsJoined } from './touched.ts';
import { unsupportedFormat } from '../../documents/unsupported.ts';

export interface FoundEntries {
  /** What starts runs, what is not judged included, by path. */
  readonly entries: readonly RunFacts[];
  /** Names that their programs declare, with underscores. */
  readonly declared: ReadonlySet<string>;
  /** The entries themselves, composed. */
  readonly judged: readonly JudgedEntry[];
}

/** Scripts of tests, documentation and others' code start nothing that is trained here. */
export const elsewhere = /(?:^|\/)(?:tests?|testdata|fixtures|docs?|node_modules|third_party|vendor)\//;
const maxFiles = 5000;

/** Every run that a repository starts: commands of its scripts, and configs, which are judged as they are. */
export async function findEntries(
  tree: FileTree,
  settings: ConfigSettings,
  opened?: LaunchRepository,
): Promise<FoundEntries> {
  const repository = opened ?? (await LaunchRepository.open(tree));
  const paths = repository.all().filter((path) => !elsewhere.test(path));
  const found: JudgedEntry[] = [];
  const entries: RunFacts[] = [];
  const idle: string[] = [];
  for (const path of paths.filter((each) => launchFile.test(each)).slice(0, maxFiles)) {
    const { entries: composed, findings } = await readEntries(path, repository, { settings });
    const own = await Promise.all(composed.map((entry) => wholeEntry(entry, repository, { settings })));
    found.push(...own);
    if (own.length === 0 && findings.length === 0) idle.push(path);
    entries.push(...own.map(runFacts));
    for (const { rule, message, line = 1 } of findings) {
      if (rule !== 'config/run-not-judged' && own.length > 0) continue;
      entries.push({
        entry: `${path}:${line}`,
        kind: 'script',
        files: [path],
        judged: false,
        reason: message,
      });
    }
  }
  entries.push(...(await startingNothing(idle, entries, repository)));
  const ofPolicy = await declaredEntries(settings.runs, repository, { settings });
  const declared = await Promise.all(ofPolicy.map((entry) => wholeEntry(entry, repository, { settings })));
  found.push(...declared);
  entries.push(...declared.map(runFacts));
  const isConfig = globMatcher(settings.files);
  for (const path of paths) {
    const format = unsupportedFormat(path);
    if (format !== undefined)
      entries.push({
        entry: path,
        kind: 'config',
        files: [path],
        judged: false,
        reason: `${format} is not read`,
      });
    else if (isConfig(path)) entries.push({ entry: path, kind: 'config', files: [path], judged: true });
  }
  entries.push(...(await unreadFiles(paths, entries, isConfig, repository)));
  return {
    entries: factsOnce(entries),
    declared: new Set(found.flatMap(({ program }) => namesDeclared(program))),
    judged: found,
  };
}

/** A run that several scripts start is one. */
function factsOnce(entries: readonly RunFacts[]): RunFacts[] {
  const runs = new Map<string, RunFacts>();
  for (const each of entries) {
    const known = runs.get(each.entry);
    runs.set(each.entry, known === undefined ? each : factsJoined(known, each));
  }
  return [...runs.values()];
}

/** What its command line and its config take. */
function namesDeclared(program: Program | undefined): string[] {
  const fields = program?.loaded?.flatMap(({ declared }) => declared) ?? [];
  return [...(program?.declared ?? []), ...fields].map(({ name }) => name.slice(name.lastIndexOf('.') + 1));
}

/** One way in which an entry of a script runs. */
export interface LaunchedRun {
  /** `scripts/train.sh:14`. */
  readonly entry: string;
  readonly document: ConfigDocument;
}

export interface Launched {
  readonly runs: readonly LaunchedRun[];
  /** Entries that are not judged, with the reason. */
  readonly notJudged: readonly string[];
}

/** What a launch script starts, each run composed; of one line where it is given. `undefined` of a file that is not a launch script. */
export async function launchedBy(
  path: string,
  line: number | undefined,
  tree: FileTree,
  settings: ConfigSettings,
): Promise<Launched | undefined> {
  if (!launchFile.test(path)) return undefined;
  const repository = await LaunchRepository.open(tree, [path]);
  const { entries } = await readEntries(path, repository, { settings });
  const asked = entries.filter(({ entry }) => line === undefined || entry.line === line);
  return {
    runs: asked.flatMap(({ entry, runs }) => runs.map(({ document }) => ({ entry: entry.entry, document }))),
    notJudged: asked.flatMap(({ entry, reason }) =>
      reason === undefined ? [] : [`${entry.entry}: ${reason}`],
    ),
  };
}
