import { dialectOf } from '../../documents/dialect.ts';
import { globMatcher } from '../../kernel/globs.ts';
import type { Finding } from '../../report/model.ts';
import { type ConfigDocument, deepspeedReferences, pairFindings, placesOf, readDocument } from '../index.ts';
import { decodeText } from '../../documents/source/decode.ts';
import { unsupportedFormat } from '../../documents/unsupported.ts';
import { checkRules } from '../rules/check.ts';
import { configRules } from '../rules/rules.ts';
import { moduleFindings } from '../rules/modules.ts';
import type { OtherTree } from '../rules/training-view.ts';
import type { Launch } from '../runs/launch.ts';
import type { ScriptEntry } from '../runs/entries.ts';
import type { Program } from '../runs/programs/model.ts';
import type { EntryRun, JudgedEntry } from '../runs/run.ts';
import type { ConfigSettings } from '../settings.ts';
import { FrameworkOptions } from './frameworks.ts';
import type { LaunchRepository } from './launch-repository.ts';
import { folderOf, Neighbours } from './neighbours.ts';
import { modelsNamedBy } from './others.ts';
import { keyOf } from './touched.ts';

/** The files of a repository that a command names: its config, its DeepSpeed file, the folder of its model. */
export class RunFiles {
  private readonly repository: LaunchRepository;
  private readonly settings: ConfigSettings;
  private readonly neighbours: Neighbours;

  private readonly options: FrameworkOptions;
  private readonly known = new WeakMap<EntryRun, Besides>();
  private readonly alone = new Map<string, Promise<readonly Finding[]>>();

  constructor(repository: LaunchRepository, settings: ConfigSettings) {
    this.repository = repository;
    this.settings = settings;
    this.neighbours = new Neighbours(repository.tree, settings);
    this.options = new FrameworkOptions(repository.tree);
  }

  /** Those of a repository, read once for all its scripts. */
  static of(repository: LaunchRepository, settings: ConfigSettings): RunFiles {
    const known = filesOf.get(repository);
    if (known !== undefined) return known;
    const made = new RunFiles(repository, settings);
    filesOf.set(repository, made);
    return made;
  }

  /** The config that each launch of an entry names, else the one that the policy says it reads. */
  async configsOf(
    entry: ScriptEntry,
    stated: string | undefined,
    program: Program | undefined,
  ): Promise<Map<Launch, ConfigDocument>> {
    const { namedConfig } = await import('#lib/runs');
    const found = new Map<Launch, ConfigDocument>();
    for (const launch of entry.launches) {
      const named = namedConfig(launch, program) ?? stated;
      const document = named === undefined ? undefined : await this.config(named, launch, entry.file);
      if (document !== undefined) found.set(launch, document);
    }
    return found;
  }

  private async config(named: string, launch: Launch, script: string): Promise<ConfigDocument | undefined> {
    const path = this.placesOf(named, launch, script).find((each) => this.repository.has(each));
    const bytes = path === undefined ? undefined : await this.repository.bytes(path);
    if (path === undefined || bytes === undefined) return undefined;
    const document = readDocument(bytes, { file: path, dialect: dialectOf(path, this.settings) });
    // other files complete it: the run of its own entry is composed elsewhere
    const isWhole = document.root?.type === 'dict' && !document.root.entries.has('defaults');
    return isWhole ? document : undefined;
  }

  /** From the folder that the script changed to, the root and the folder of the script, in this order. */
  private placesOf(named: string, { command: { directory } }: Launch, script: string): string[] {
    const own = folderOf(script);
    const started = directory.from === 'script' ? `${own}/${directory.path}` : directory.path;
    return [...placesOf(named, started).toReversed(), ...placesOf(named, own)];
  }

  /** The runs with what the files that they name add, and without what those files have wrong by themselves. */
  async joined(judged: JudgedEntry): Promise<JudgedEntry> {
    const runs: EntryRun[] = [];
    const read = new Set(judged.configs);
    for (const run of judged.runs) {
      const { others, pairs } = await this.besides(run, judged);
      for (const { file } of others) read.add(file);
      for (const { file } of pairs) read.add(file);
      const besides = [
        ...moduleFindings(run.document, others),
        ...pairs.flatMap(({ findings }) => findings),
        ...(await this.unreadOf(run, judged)),
        ...(await this.optionsOf(run.document, judged)),
      ];
      const standing = await this.standingOf(judged.configs ?? [], run.standing);
      // a name that is declared nowhere is no option of the framework either
      const told = new Set(run.findings.map(placeText));
      runs.push({
        ...run,
        others,
        standing,
        findings: [
          ...run.findings,
          ...besides.filter((finding) => !standing.has(keyOf(finding)) && !told.has(placeText(finding))),
        ],
      });
    }
    return { ...judged, runs, ...(read.size === 0 ? {} : { configs: [...read] }) };
  }

  /** The models, and the files of DeepSpeed and accelerate, that the runs of an entry name. */
  async namedBy(judged: JudgedEntry): Promise<string[]> {
    const files: string[] = [];
    for (const run of judged.runs) {
      const { others, pairs } = await this.besides(run, judged);
      files.push(...[...others, ...pairs].map(({ file }) => file));
    }
    return files;
  }

  private async besides(run: EntryRun, judged: JudgedEntry): Promise<Besides> {
    const known = this.known.get(run);
    if (known !== undefined) return known;
    const others = await modelsNamedBy(run.document, this.neighbours);
    const found = { others, pairs: await this.pairsOf(run, judged) };
    this.known.set(run, found);
    return found;
  }

  /** Of a program that the repository has whole, its own declarations say which options there are. */
  private async optionsOf(document: ConfigDocument, { program }: JudgedEntry): Promise<Finding[]> {
    const isOwn = program !== undefined && program.hydra === undefined && program.open === undefined;
    if (isOwn) return [];
    const found = await this.options.exactFindings(document);
    if (found.length === 0) return found;
    const own = new Set(program?.declared.map(({ name }) => name));
    return found.filter(({ message }) => !own.has(message.slice(0, message.indexOf(' '))));
  }

  /** A config of the repository that the command names, and whose format is not read. */
  private async unreadOf({ launch }: EntryRun, { program, entry }: JudgedEntry): Promise<Finding[]> {
    const { unreadConfig } = await import('#lib/runs');
    const named = program?.hydra === undefined ? unreadConfig(launch, program) : undefined;
    const path =
      named && this.placesOf(named.text ?? '', launch, entry.file).find((each) => this.repository.has(each));
    const bytes = path === undefined ? undefined : await this.repository.bytes(path);
    if (named === undefined || path === undefined || bytes === undefined) return [];
    const message = `${named.flag} of ${entry.entry} names ${path}, which is not read: it is ${formatOf(path, bytes)}`;
    return [configRules['run-not-judged'].finding({ message, ...named.place })];
  }

  private async pairsOf({ document, launch }: EntryRun, { program }: JudgedEntry): Promise<Pair[]> {
    const { launcherConfig } = await import('#lib/runs');
    const found: Pair[] = [];
    const ofLauncher = launcherConfig(launch);
    const named = [
      ...deepspeedReferences(document.root),
      ...(ofLauncher === undefined ? [] : [{ value: ofLauncher }]),
    ];
    for (const { value } of named) {
      const path = placesOf(value, folderOf(document.file)).find((each) => this.repository.has(each));
      const other = path === undefined ? undefined : await this.neighbours.document(path);
      if (other === undefined) continue;
      // the trainer of transformers refuses what differs; a program of its own may overwrite one with the other
      const isTrainer =
        value !== ofLauncher && (program === undefined || program.known.has('gradient_accumulation_steps'));
      found.push({ file: other.file, findings: pairFindings(document, other, isTrainer) });
    }
    return found;
  }

  /** What configs that are judged by themselves have wrong without the command. */
  private async standingOf(
    configs: readonly string[],
    known: ReadonlySet<string> = new Set(),
  ): Promise<ReadonlySet<string>> {
    const isJudged = globMatcher(this.settings.files);
    const keys = new Set(known);
    for (const path of configs.filter(isJudged)) {
      let findings = this.alone.get(path);
      if (findings === undefined) this.alone.set(path, (findings = this.findingsAlone(path)));
      for (const finding of await findings) keys.add(keyOf(finding));
    }
    return keys;
  }

  private async findingsAlone(path: string): Promise<readonly Finding[]> {
    const document = await this.neighbours.document(path);
    if (document === undefined) return [];
    const others = await modelsNamedBy(document, this.neighbours);
    return [
      ...checkRules(document, [], this.settings, { others }),
      ...moduleFindings(document, others),
      ...(await this.options.findings(document)),
    ];
  }
}

/** The other half of a run, with what contradicts it. */
interface Pair {
  readonly file: string;
  readonly findings: readonly Finding[];
}

interface Besides {
  readonly others: readonly OtherTree[];
  readonly pairs: readonly Pair[];
}

/** By its ending, else by its first byte. */
function formatOf(path: string, bytes: Uint8Array): string {
  const text = decodeText(bytes).ok ? 'of a format that its name does not say' : 'no text';
  return unsupportedFormat(`configs/${path}`) ?? (bytes[0] === 0x80 ? 'a pickle' : text);
}

function placeText({ file, line, column }: Finding): string {
  return JSON.stringify([file, line, column]);
}

const filesOf = new WeakMap<LaunchRepository, RunFiles>();
