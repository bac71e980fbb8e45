import { composeHydra } from '../compose/hydra/compose.ts';
import { LineIndex } from '../../documents/source/lines.ts';
import type { Finding } from '../../report/model.ts';
import { checkRules } from '../rules/check.ts';
import type { Override } from '../runs/flags.ts';
import { respelledWord } from '../runs/word-fix.ts';
import type { EntryRun, JudgedEntry } from '../runs/run.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import type { ConfigSettings } from '../settings.ts';
import { CompositionFiles } from './compositions.ts';
import type { LaunchRepository } from './launch-repository.ts';
import { keyOf } from './touched.ts';

/** The runs of an entry whose program is Hydra's, composed of its config and what the command overrides. */
export async function hydraRuns(
  judged: JudgedEntry,
  repository: LaunchRepository,
  settings: ConfigSettings,
): Promise<JudgedEntry> {
  const { program, runs } = judged;
  if (program?.hydra === undefined) return judged;
  const { primaryConfigs } = await import('#lib/runs');
  const primaries = Primaries.of(repository, settings);
  const files = await primaries.files;
  const composed: EntryRun[] = [];
  const configs = new Set<string>();
  for (const run of runs) {
    const primary = primaryConfigs(program, run.args).find((path) => repository.has(path));
    if (primary === undefined)
      return {
        ...judged,
        reason: `its primary config is not found: ${primaryConfigs(program, run.args)[0] ?? 'its name is known only when it runs'}`,
      };
    const overrides = run.args.overrides.map(overrideText);
    const { document, files: read } = await composeHydra(primary, { overrides, files });
    const { document: plain, standing } = await primaries.plain(primary);
    for (const file of read) configs.add(file);
    const isUnknown = run.args.overrides.some(({ reason }) => reason !== undefined);
    const isCertain = !isUnknown || (await composesWithUnknown(primary, run, files));
    if (document.root === undefined && (!isCertain || plain.root === undefined)) {
      const [first] = plain.findings;
      const reason = isCertain
        ? `it cannot be composed: ${first?.message ?? 'its config cannot be read'}`
        : 'what it composes is known only when it runs';
      return { ...judged, configs: [...configs], reason };
    }
    composed.push({
      ...run,
      document,
      findings: document.findings
        .filter((finding) => !standing.has(keyOf(finding)))
        .map((finding) => withoutLoose(finding, run.args.overrides)),
      standing,
    });
  }
  return { ...judged, runs: composed, configs: [...configs] };
}

/** An override that is not written as it is passed, such as one in quotes, has no edit. */
function withoutLoose(finding: Finding, overrides: readonly Override[]): Finding {
  const { fix, ...rest } = finding;
  if (fix?.at === undefined) return finding;
  const { line, column } = fix.at;
  const word = overrides.find(
    ({ place }) => place.file === fix.file && place.line === line && place.column === column,
  );
  const isLoose =
    word !== undefined && respelledWord(word.place, word.text, word.text, fix.text) === undefined;
  return isLoose ? rest : finding;
}

interface Plain {
  readonly document: ConfigDocument;
  /** What it has wrong without a command; as keys of findings. */
  readonly standing: ReadonlySet<string>;
}

/** Primary configs as they are without a command: read and composed once for all commands of a repository. */
class Primaries {
  readonly files: Promise<CompositionFiles>;
  private readonly settings: ConfigSettings;
  private readonly known = new Map<string, Promise<Plain>>();

  private constructor(repository: LaunchRepository, settings: ConfigSettings) {
    this.files = CompositionFiles.open(repository.tree);
    this.settings = settings;
  }

  static of(repository: LaunchRepository, settings: ConfigSettings): Primaries {
    const known = primariesOf.get(repository) ?? new Primaries(repository, settings);
    primariesOf.set(repository, known);
    return known;
  }

  plain(primary: string): Promise<Plain> {
    const known = this.known.get(primary) ?? this.composed(primary);
    this.known.set(primary, known);
    return known;
  }

  private async composed(primary: string): Promise<Plain> {
    const { document } = await composeHydra(primary, { overrides: [], files: await this.files });
    const found = [...document.findings, ...checkRules(document, [], this.settings)];
    return { document, standing: new Set(found.map(keyOf)) };
  }
}

const primariesOf = new WeakMap<LaunchRepository, Primaries>();

/** Whether values that are known only when it runs leave the composition as it is, so that what it refuses is refused whatever they are. */
async function composesWithUnknown(
  primary: string,
  { args }: EntryRun,
  files: CompositionFiles,
): Promise<boolean> {
  const open = args.overrides.filter(({ reason }) => reason !== undefined);
  // they may add what another override changes
  if (open.some(({ text }) => /^[+~]/.test(text))) return false;
  const { document } = await composeHydra(primary, { overrides: open.map(overrideText), files });
  return document.root !== undefined;
}

/** An override at its place in the script. */
function overrideText({ text, place: { file, line, column } }: Override) {
  const before = `${'\n'.repeat(line - 1)}${' '.repeat(column - 1)}`;
  const source = { kind: 'override' as const, file, lines: new LineIndex(before + text), name: text };
  return { text, source, start: before.length, end: before.length + text.length };
}
