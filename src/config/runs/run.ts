import type { Composed } from '../compose/hydra/compose.ts';
import type { Finding } from '../../report/model.ts';
import { checkFlags } from './check-flags.ts';
import { checkKeys } from './check-keys.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import type { ConfigNode } from '../../documents/tree/node.ts';
import { hydraFlag } from './hydra.ts';
import { RunDocument } from './document.ts';
import { type Arguments, readArguments } from './flags.ts';
import type { ScriptEntry } from './entries.ts';
import type { Launch } from './launch.ts';
import type { OtherTree } from '../rules/training-view.ts';
import { type Concepts, declarationOf, isFrameworkName } from './names.ts';
import type { Program } from './programs/model.ts';

/** One way in which an entry runs. */
export interface EntryRun {
  readonly launch: Launch;
  readonly document: ConfigDocument;
  readonly args: Arguments;
  /** Files that it names: what they set counts, such as the config of its model. */
  readonly others?: readonly OtherTree[];
  /** What its config has wrong without the command; as keys of findings. */
  readonly standing?: ReadonlySet<string>;
  /** In which order its configs are merged, of one that no other run speaks for. */
  readonly order?: Composed['order'];
  /** Findings of its flags against what the program declares, or of its composition. */
  readonly findings: readonly Finding[];
}

export interface JudgedEntry {
  /** Files that its script sources. */
  readonly sources?: readonly string[];
  /** Configs that its runs are composed of. */
  readonly configs?: readonly string[];
  readonly entry: ScriptEntry;
  readonly program?: Program;
  readonly runs: readonly EntryRun[];
  /** Why it is not judged, or only in part. */
  readonly reason?: string;
}

/** What a run is composed of beside its command. */
export interface RunParts {
  readonly program: Program | undefined;
  /** Names of the registry. */
  readonly registered: ReadonlySet<string>;
  readonly concepts: Concepts;
  /** The config that each launch names. */
  readonly configs: ReadonlyMap<Launch, ConfigDocument>;
}

/** Composes the runs of an entry from its flags, the config they name and what the program sets by default. `undefined` where it starts no training. */
export function entryRuns(entry: ScriptEntry, parts: RunParts): JudgedEntry | undefined {
  const { program } = parts;
  const runs = entry.launches.map((launch) => runOf(launch, entry, parts));
  const files = [...new Set(Array.from(parts.configs.values(), ({ file }) => file))];
  const isTrained = [...parts.configs.values()].some(({ root }) => namesTraining(root, parts.concepts));
  if (!isTrained && !isRun(entry, parts, runs)) return undefined;
  const reason =
    program === undefined || runs.some(({ args }) => args.open.length > 0)
      ? reasonOf(entry, runs)
      : undefined;
  return {
    entry,
    ...(files.length === 0 ? {} : { configs: files }),
    ...(program === undefined ? {} : { program }),
    runs,
    ...(reason === undefined ? {} : { reason }),
  };
}

function runOf(
  launch: Launch,
  { entry, file }: ScriptEntry,
  { program, registered, concepts, configs }: RunParts,
): EntryRun {
  const declared = program?.hydra === undefined ? declarationOf(program) : hydraFlag;
  const args = withLongNames(launch.kind, readArguments(launch.args, declared));
  const launcher = readArguments(launch.launcher, () => undefined);
  const isTool = launch.kind === 'python' && program === undefined && !knowsAny(args, concepts);
  const config = configs.get(launch);
  const defaults = program?.hydra === undefined ? (program?.declared ?? []) : [];
  const model = servedModel(launch.kind, args);
  const sources = {
    defaults,
    launcher,
    args,
    declared,
    ...(config === undefined ? {} : { config }),
    ...(model === undefined ? {} : { model }),
  };
  return {
    launch,
    document: new RunDocument(file, sources),
    args,
    findings: [
      ...(isTool || program?.hydra !== undefined
        ? []
        : checkFlags(args, { program, registered, concepts, entry })),
      ...(config === undefined || program === undefined ? [] : checkKeys(config, program)),
    ],
  };
}

/** The model of a server is its first word; `lmdeploy serve api_server` names what serves in front of it. */
function servedModel(kind: string, { others }: Arguments): Arguments['others'][number] | undefined {
  if (kind === 'vllm') return others[0];
  if (kind !== 'lmdeploy') return undefined;
  return others.find(({ text }) => text === undefined || !/^(?:api_server|gradio|proxy)$/.test(text));
}

/** Short names of ranks that servers take. */
const longNames: ReadonlyMap<string, string> = new Map([
  ['-tp', 'tensor_parallel_size'],
  ['-pp', 'pipeline_parallel_size'],
  ['-dp', 'data_parallel_size'],
  ['--tp', 'tensor_parallel_size'],
]);

const servers = new Set(['vllm', 'vllm-serve', 'lmdeploy']);

function withLongNames(kind: string, args: Arguments): Arguments {
  if (!servers.has(kind)) return args;
  const flags = args.flags.map((flag) => ({ ...flag, name: longNames.get(flag.written) ?? flag.name }));
  return { ...args, flags };
}

function knowsAny({ flags, overrides }: Arguments, concepts: Concepts): boolean {
  const names = [
    ...flags.map(({ name }) => name),
    ...overrides.map(({ text }) => text.slice(0, text.indexOf('=')).replace(/^.*\./, '')),
  ];
  return names.filter((name) => isFrameworkName(name, concepts)).length >= 2;
}

/** Whether a config sets what a training sets, at its top or in a section of it. */
function namesTraining(root: ConfigNode | undefined, concepts: Concepts): boolean {
  const sections =
    root?.type === 'dict' ? [root, ...Array.from(root.entries.values(), ({ value }) => value)] : [];
  const names = sections.flatMap((node) => (node.type === 'dict' ? [...node.entries.keys()] : []));
  return names.filter((name) => isFrameworkName(name.replaceAll('-', '_'), concepts)).length >= 2;
}

/** Any Python script may be run by a script; a run is one whose program declares arguments, or whose arguments are those of a training. */
function isRun({ kind }: ScriptEntry, { program, concepts }: RunParts, runs: readonly EntryRun[]): boolean {
  if (kind !== 'python') return true;
  return (
    program?.hydra !== undefined ||
    program?.loaded !== undefined ||
    (program?.declared.length ?? 0) > 0 ||
    runs.some(({ args }) => knowsAny(args, concepts))
  );
}

/** Names alone are judged too: what is not, is a command whose very words are known only when it runs. */
function reasonOf({ launches }: ScriptEntry, runs: readonly EntryRun[]): string | undefined {
  if (runs.some(({ args }) => args.flags.length + args.overrides.length > 0)) return undefined;
  const [open] = runs.flatMap(({ args }) => args.open);
  if (open !== undefined) return `it is built when it runs: ${open}`;
  const word = launches[0]?.program?.word;
  return word !== undefined && word.text === undefined ? 'its program is known only when it runs' : undefined;
}
