import { configDefaults, configTable } from '../../config/settings.ts';
import { configGate, runGate } from '../../check/definitions.ts';
import type { ConfigDocument } from '../../config/index.ts';
import type { LaunchedRun } from '../../config/gate/find-entries.ts';
import type { Finding } from '../../report/model.ts';
import { withFindings } from '../../report/make.ts';
import { dialectOf } from '../../documents/dialect.ts';
import { flag, text } from '../../kernel/fields.ts';
import { UserError } from '../../kernel/user-error.ts';
import { currentFolder, currentRepository, openBranch, openFiles } from '../change.ts';
import { gatePath, withFiles, withNamedPaths } from '../named-paths.ts';
import { applyAll, fixOptions } from '../fixing.ts';
import { optionOf } from '../option-of.ts';
import { entriesText } from './config-entries.ts';
import { defineVerb, type Terminal } from '../verb.ts';

export const configVerb = defineVerb({
  name: 'config',
  positionals: 'FILE…',
  summary:
    'Judges model configs as the training code will read them, and the runs that launch scripts start.',
  options: {
    dialect: optionOf(configTable.dialect),
    registry: optionOf(configTable.registry),
    schema: optionOf(configTable.schema),
    family: optionOf(configTable.family),
    strict: optionOf(configTable.strict),
    checkpoint: optionOf(configTable.checkpoint),
    'expect-parameters': optionOf(configTable['expect-parameters']),
    base: {
      field: text('a commit, branch or tag'),
      value: 'REF',
      help: 'Tell what changed since the merge base with REF.',
    },
    explain: {
      field: flag,
      help: 'Print every value as the training code will read it, as JSON, and judge nothing. Of a launch script (or one line of it: train.sh:14), a Hydra config (overrides may follow it) or one with base configs: of the composed run, with what set each value.',
    },
    entries: { field: flag, help: 'Print what starts runs here, and what of it is judged. Takes no files.' },
    'write-registry': { field: flag, help: 'Print a registry derived from the files, and judge nothing.' },
    ...fixOptions,
  },
  examples: [
    'model-gates config configs/qwen3_vl_30b.yaml',
    'model-gates config scripts/train.sh',
    'model-gates config --explain configs/train.yaml',
    'model-gates config --explain scripts/train.sh:14',
    'model-gates config --explain config/ppo.yaml train.lr=1e-6 model=large',
    'model-gates config --base main configs/train.yaml',
  ],
  async run(values, files, terminal) {
    if (values.entries === true) return { text: await entriesText(terminal) };
    if (files.length === 0)
      throw new UserError('No config file was named.', { help: 'model-gates config FILE…' });
    const {
      base,
      explain,
      entries: _,
      'write-registry': writeRegistry,
      fix,
      'fix-uncommitted': uncommitted,
      ...settings
    } = values;
    const open = () => (base === undefined ? openFiles(terminal) : openBranch(terminal, base));
    if (explain === true || writeRegistry === true) {
      const dialect = settings.dialect ?? (await open()).policy.policy.config.dialect ?? 'pyyaml';
      return {
        text: await (explain === true ? explained : registryOf)(files, dialect, terminal),
      };
    }
    const { cwd } = terminal;
    const root = base === undefined ? cwd : (await currentRepository(terminal)).root;
    const named = namedBy(files, settings, (given) => gatePath(given, cwd, root));
    const judge = async () => {
      const { ports, policy } = await open();
      const opened = await withNamedPaths(ports, named, cwd);
      const given = { values: { ...settings, ...named.paths, only: named.only }, over: 'policy' as const };
      return withFindings(await runGate(configGate, given, policy.policy, opened), policy.findings);
    };
    if (fix !== true) return { report: await judge() };
    return applyAll({ judge, root, named: named.files, uncommitted: uncommitted === true }, terminal);
  },
});

/** Files and folders that were named on the command line, as the gate writes them. */
function namedBy(
  given: readonly string[],
  settings: { readonly registry?: string; readonly schema?: string; readonly checkpoint?: string },
  pathOf: (given: string) => string,
) {
  const { registry, schema, checkpoint } = settings;
  const paths = {
    ...(registry === undefined ? {} : { registry: pathOf(registry) }),
    ...(schema === undefined ? {} : { schema: pathOf(schema) }),
    ...(checkpoint === undefined ? {} : { checkpoint: pathOf(checkpoint) }),
  };
  const only = given.map(pathOf);
  const files = [...only, paths.registry, paths.schema].filter((file) => file !== undefined);
  return { paths, only, files, checkpoint: paths.checkpoint };
}

async function explained(words: readonly string[], dialect: Dialect, terminal: Terminal): Promise<string> {
  const { explain } = await import('#lib/config');
  const files = words.filter((word) => !isOverride(word));
  const overrides = words.filter(isOverride);
  const launched = new Map<string, readonly LaunchedRun[]>();
  for (const file of files) {
    const runs = await launchedRuns(file, terminal);
    if (runs !== undefined) launched.set(file, runs);
  }
  const configs = files.filter((file) => !launched.has(file));
  const runs = await composedRuns(configs, overrides, terminal);
  const others = await readDocuments(
    configs.filter((file) => !runs.has(file)),
    dialect,
    terminal,
  );
  const ofScripts = [...launched.values()].flat();
  const entries = [
    ...ofScripts.flatMap(({ entry, document }) =>
      explain(document).map((value) => (ofScripts.length === 1 ? value : { ...value, entry })),
    ),
    ...[...runs.values(), ...others].flatMap((document) => explain(document)),
  ];
  return `${JSON.stringify(entries, undefined, 2)}\n`;
}

/** The runs of `scripts/train.sh`, or of the one that starts at `scripts/train.sh:14`; `undefined` of any other file. */
async function launchedRuns(word: string, terminal: Terminal): Promise<readonly LaunchedRun[] | undefined> {
  const { launchedBy } = await import('#lib/config');
  const [, file = word, line] = /^(.+?)(?::(\d+))?$/.exec(word) ?? [];
  const { cwd } = terminal;
  const path = gatePath(file, cwd, cwd);
  const tree = withFiles(await currentFolder(terminal), [path], cwd);
  const launched = await launchedBy(
    path,
    line === undefined ? undefined : Number(line),
    tree,
    configDefaults,
  );
  if (launched === undefined) return undefined;
  if ((await tree.read(path)) === undefined) throw new UserError(`${file} does not exist.`);
  const { runs, notJudged } = launched;
  if (runs.length > 0) return runs;
  throw new UserError(
    `${word} starts no run that is known${notJudged.map((each) => `; ${each}`).join('')}.`,
    {
      place: { file: path },
      help: 'model-gates config --entries lists what starts runs here, and what is not judged.',
    },
  );
}

/** `train.lr=1e-4`, `+a=b` and `~a` behind the name of a Hydra config. */
function isOverride(word: string): boolean {
  return /^[~+]|^[\w$./@-]+=/.test(word);
}

/** The files that make a run with others, composed. */
async function composedRuns(
  files: readonly string[],
  overrides: readonly string[],
  terminal: Terminal,
): Promise<Map<string, ConfigDocument>> {
  const { composeEntry } = await import('#lib/config');
  const { cwd } = terminal;
  const tree = withFiles(
    await currentFolder(terminal),
    files.map((file) => gatePath(file, cwd, cwd)),
    cwd,
  );
  const runs = new Map<string, ConfigDocument>();
  for (const file of files) {
    const document = await composeEntry(gatePath(file, cwd, cwd), overrides, tree);
    if (document === undefined) continue;
    if (document.root === undefined) throw unreadable(document.findings[0], file);
    runs.set(file, document);
  }
  if (overrides.length > 0 && runs.size === 0)
    throw new UserError(`${overrides[0]} overrides a value of a Hydra config, and none is named.`);
  return runs;
}

async function registryOf(files: readonly string[], dialect: Dialect, terminal: Terminal): Promise<string> {
  const { deriveRegistry } = await import('#lib/config');
  return deriveRegistry(await readDocuments(files, dialect, terminal));
}

type Dialect = 'pyyaml' | 'omegaconf' | 'yaml-1.2';

/** Throws a UserError at the place of the first fault: half a document would explain nothing. */
async function readDocuments(files: readonly string[], dialect: Dialect, terminal: Terminal) {
  const { readDocument } = await import('#lib/documents');
  const { cwd } = terminal;
  const paths = files.map((file) => gatePath(file, cwd, cwd));
  const tree = withFiles(await currentFolder(terminal), paths, cwd);
  return Promise.all(
    paths.map(async (file) => {
      const bytes = await tree.read(file);
      if (bytes === undefined) throw new UserError(`${file} does not exist.`);
      const document = readDocument(bytes, { file, dialect: dialectOf(file, { dialect }) });
      if (document.root !== undefined) return document;
      throw unreadable(document.findings[0], file);
    }),
  );
}

function unreadable(finding: Finding | undefined, file: string): UserError {
  const { message = 'it cannot be read', help, line, column } = finding ?? {};
  const place = {
    file: finding?.file ?? file,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
  return new UserError(message, { place, ...(help === undefined ? {} : { help }) });
}
