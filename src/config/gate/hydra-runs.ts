import { composeHydra } from '../compose/hydra/compose.ts';
import type { OverrideText } from '../compose/hydra/tokens.ts';
import { givenArguments } from '../../documents/shell/model.ts';
import { globMatcher } from '../../kernel/globs.ts';
import type { Finding } from '../../report/model.ts';
import { checkRules } from '../rules/check.ts';
import type { Override } from '../runs/flags.ts';
import { respelledWord } from '../runs/word-fix.ts';
import type { EntryRun, JudgedEntry } from '../runs/run.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import type { ConfigSettings } from '../settings.ts';
import { CompositionFiles } from './composition-files.ts';
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
  const words = new Map<string, OverrideText>();
  for (const run of runs) {
    const primary = primaryConfigs(program, run.args).find((path) => repository.has(path));
    if (primary === undefined)
      return {
        ...judged,
        reason: `its primary config is not found: ${primaryConfigs(program, run.args)[0] ?? 'its name is known only when it runs'}`,
      };
    const overrides = run.args.overrides.map((override) => overrideText(override, words));
    const { document, files: read, order } = await composeHydra(primary, { overrides, files });
    const { document: plain, standing } = await primaries.plain(primary);
    for (const file of read) configs.add(file);
    const reason = document.root === undefined ? await whyNotComposed(primary, run, files, plain) : undefined;
    if (reason !== undefined) {
      // what no other run says of the config is said of this one
      const own = plain.findings.filter((finding) => !standing.has(keyOf(finding)));
      return { ...judged, runs: withFindings(runs, own), configs: [...configs], reason };
    }
    composed.push({
      ...run,
      document,
      findings: document.findings
        .filter((finding) => !standing.has(keyOf(finding)))
        .map((finding) => withoutLoose(finding, run.args.overrides)),
      standing,
      ...(globMatcher(settings.files)(primary) ? {} : { order }),
    });
  }
  return { ...judged, runs: composed, configs: [...configs] };
}

function withFindings(runs: readonly EntryRun[], findings: readonly Finding[]): readonly EntryRun[] {
  return findings.length === 0
    ? runs
    : runs.map((run) => ({ ...run, findings: [...run.findings, ...findings] }));
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
    // of a config that the policy does not take nobody else says how it is composed
    const composing = globMatcher(this.settings.files)(primary) ? document.findings : [];
    const found = [...composing, ...checkRules(document, [], this.settings)];
    return { document, standing: new Set(found.map(keyOf)) };
  }
}

const primariesOf = new WeakMap<LaunchRepository, Primaries>();

/** Why nothing can be said of a run that is refused; `undefined` where its command is to blame. */
async function whyNotComposed(
  primary: string,
  run: EntryRun,
  files: CompositionFiles,
  plain: ConfigDocument,
): Promise<string | undefined> {
  const { overrides, others } = run.args;
  // words that are not known may choose a group; those of who calls the script are none unless they are given
  if (others.some(({ text, reason }) => text === undefined && reason !== givenArguments))
    return 'what it composes is known only when it runs';
  const isUnknown = overrides.some(({ reason }) => reason !== undefined);
  if (isUnknown && !(await composesWithUnknown(primary, run, files)))
    return 'what it composes is known only when it runs';
  if (plain.root !== undefined) return undefined;
  return `it cannot be composed: ${plain.findings[0]?.message ?? 'its config cannot be read'}`;
}

/** Whether values that are known only when it runs leave the composition as it is, so that what it refuses is refused whatever they are. */
async function composesWithUnknown(
  primary: string,
  { args }: EntryRun,
  files: CompositionFiles,
): Promise<boolean> {
  const open = args.overrides.filter(({ reason }) => reason !== undefined);
  // they may add what another override changes
  if (open.some(({ text }) => /^[+~]/.test(text))) return false;
  const { document } = await composeHydra(primary, {
    overrides: open.map((override) => overrideText(override)),
    files,
  });
  return document.root !== undefined;
}

const texts = new WeakMap<Override, OverrideText>();

/** An override at its place in the script; `words`: those of the other ways in which the entry runs, of which most are the same. */
function overrideText(override: Override, words = new Map<string, OverrideText>()): OverrideText {
  const {
    text,
    place: { file, line, column },
  } = override;
  const key = `${file}:${line}:${column} ${text}`;
  const known = texts.get(override) ?? words.get(key) ?? textAt(override);
  texts.set(override, known);
  words.set(key, known);
  return known;
}

function textAt({ text, place: { file, line, column } }: Override): OverrideText {
  const lines = text.split('\n');
  const endColumn = (lines.length === 1 ? column : 1) + (lines.at(-1) ?? '').length;
  const place = { line, column, endLine: line + lines.length - 1, endColumn };
  const source = { kind: 'override' as const, file, lines: { place: () => place }, name: text };
  return { text, source, start: 0, end: text.length };
}
