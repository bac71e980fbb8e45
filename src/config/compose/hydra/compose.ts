import { LineIndex } from '../../../documents/source/lines.ts';
import type { Problem } from '../../../documents/yaml/problem.ts';
import { interpolate } from '../../../documents/omegaconf/interpolate.ts';
import { SettledValues } from '../../../documents/omegaconf/settled-values.ts';
import { type ConfigNode, nodeAt } from '../../../documents/tree/node.ts';
import { commandLine, ComposedDocument, placeOfNode } from '../document.ts';
import type { ComposeFiles, SourceFile } from '../files.ts';
import { embeddedOnce, emptyDict, MergeError, merged, type MutableDict } from '../merge.ts';
import { composeRules } from '../rules.ts';
import type { Finding, Fix } from '../../../report/model.ts';
import { UnknownKey, withOverrides } from './apply.ts';
import { choosesGroup } from './choices.ts';
import { Defaults } from './defaults.ts';
import { MissingConfig, type Part } from './tree.ts';
import { ComposeError } from './element.ts';
import { type Override, readOverride } from './override.ts';
import { OverrideError, type OverrideText } from './tokens.ts';
import { Repository } from './repository.ts';

/** A run as its parts make it. */
export interface Composed {
  readonly document: ComposedDocument;
  /** Files that were read for it. */
  readonly files: readonly string[];
  /** Configs in the order in which they are merged, with what chose each. */
  readonly order: readonly { readonly file: string; readonly by: ConfigNode }[];
}

/**
 * Composes a primary config as Hydra 1.3 does: defaults lists, groups, packages, then the command's overrides, then interpolations.
 * Never throws for what stands in the files: what Hydra refuses is a finding at its place, and the document has no root.
 */
export async function composeHydra(
  primary: string,
  { overrides, files }: { readonly overrides: readonly OverrideText[]; readonly files: ComposeFiles },
): Promise<Composed> {
  const folder = primary.slice(0, Math.max(0, primary.lastIndexOf('/')));
  const ofFiles = await composed(primary, overrides, new Repository(files, folder));
  // code is looked through for configs only where files do not have all
  if (ofFiles.document.root !== undefined || files.stored === undefined) return ofFiles;
  const stored = await files.stored();
  return stored.size === 0 ? ofFiles : composed(primary, overrides, new Repository(files, folder, stored));
}

async function composed(
  primary: string,
  overrides: readonly OverrideText[],
  repository: Repository,
): Promise<Composed> {
  const slash = primary.lastIndexOf('/');
  const order: { file: string; by: ConfigNode }[] = [];
  const options = { file: primary, dialect: 'omegaconf' } as const;
  const made = (
    root: ConfigNode | undefined,
    problems: ComposedDocument['findings'],
    told: ReturnType<typeof interpolate>['problems'] = [],
  ): Composed => ({
    document: new ComposedDocument(options, root, told, problems),
    files: [...repository.read.keys()],
    order,
  });
  try {
    const words = overrides.map(readOverride);
    const name = primary.slice(slash + 1).replace(/\.yaml$/, '');
    const path = await addSearchPath(repository, name, words);
    const chosen = words.filter((word) => choosesGroup(word, repository));
    const values = words.filter((word) => !chosen.includes(word));
    const root = await chosenConfigs({ primary, name, chosen, path }, repository, order);
    const { root: resolved, problems } = interpolate(withoutHydra(withOverrides(root, values)), settled);
    return made(resolved, outsideFindings(repository, primary), problems.map(namingNothing));
  } catch (error) {
    if (error instanceof OverrideError) return made(undefined, [refusedWord(error, overrides, primary)]);
    if (error instanceof MergeError)
      return made(undefined, [refused(new ComposeError(error.message, error.node), primary, repository)]);
    if (error instanceof ComposeError) return made(undefined, [refused(error, primary, repository)]);
    throw error;
  }
}

const settled = new SettledValues();

/** Nothing completes a composed run: OmegaConf raises where it reads a reference to nothing. */
function namingNothing(problem: Problem): Problem {
  if (!problem.message.includes(' names nothing in this file')) return problem;
  const message = problem.message.replace('in this file', 'in the composed run');
  return { ...problem, severity: 'warning', message, help: 'correct the path, or set what it names' };
}

function topOf(file: string): ConfigNode {
  return {
    type: 'NoneType',
    value: null,
    start: 0,
    end: 0,
    source: { kind: 'file', file, lines: new LineIndex('') },
  };
}

/** Adds the folders of `hydra.searchpath`; gives the words that name them. */
async function addSearchPath(
  repository: Repository,
  primary: string,
  overrides: readonly Override[],
): Promise<string> {
  const loaded = await repository.load(primary, 'file');
  const given = overrides.find(({ key }) => key === 'hydra.searchpath');
  const path = given?.value ?? nodeAt(loaded?.config, ['hydra', 'searchpath']);
  if (path === undefined || path.type === 'NoneType') return '';
  if (path.type !== 'list') throw new ComposeError('hydra.searchpath must be a list of texts', path);
  for (const item of path.items) repository.addFolder(item);
  return given?.written.text ?? '';
}

interface Choice {
  readonly primary: string;
  readonly name: string;
  /** Overrides that choose groups. */
  readonly chosen: readonly Override[];
  /** The override of the search path, or empty. */
  readonly path: string;
}

/** What runs that choose the same groups have in common. */
interface Chosen {
  readonly root: MutableDict;
  readonly order: readonly { readonly file: string; readonly by: ConfigNode }[];
  readonly read: ReadonlyMap<string, SourceFile>;
}

const known = new WeakMap<ComposeFiles, Map<string, Chosen>>();

/** The configs of the chosen groups merged: once for all runs that choose them. What Hydra refuses is found anew, at each run's own words. */
async function chosenConfigs(
  { primary, name, chosen, path }: Choice,
  repository: Repository,
  order: { file: string; by: ConfigNode }[],
): Promise<MutableDict> {
  const all = known.get(repository.files) ?? new Map<string, Chosen>();
  known.set(repository.files, all);
  const key = JSON.stringify([
    primary,
    path,
    repository.hasStored,
    ...chosen.map(({ written }) => written.text),
  ]);
  const same = all.get(key);
  if (same === undefined) {
    const parts = await new Defaults(repository, chosen).parts(name, topOf(primary));
    const root = await mergedParts(parts, repository, order);
    all.set(key, { root, order: [...order], read: new Map(repository.read) });
    return root;
  }
  order.push(...same.order);
  for (const [file, source] of same.read) repository.read.set(file, source);
  return same.root;
}

const nothing = emptyDict();

async function mergedParts(
  parts: readonly Part[],
  repository: Repository,
  order: { file: string; by: ConfigNode }[],
): Promise<MutableDict> {
  let root: MutableDict = nothing;
  for (const { configPath, package: inside, by } of parts) {
    const loaded = await repository.load(configPath, 'file');
    if (loaded === undefined) continue;
    order.push({ file: loaded.file.source.file, by });
    const config = embeddedOnce(loaded.config, inside);
    if (config.type !== 'dict')
      throw new ComposeError(`${configPath}.yaml must be a mapping, not ${config.type}`, config);
    root = merged(root, config);
  }
  return root;
}

/** Hydra keeps its own settings from the program. */
function withoutHydra(root: MutableDict): MutableDict {
  const entries = new Map(root.entries);
  entries.delete('hydra');
  return { ...root, entries };
}

function refusedWord(error: OverrideError, overrides: readonly OverrideText[], primary: string): Finding {
  const word = overrides.find((each) => fails(each));
  const place =
    word === undefined ? {} : { ...word.source.lines.place(word.start, word.end), file: word.source.file };
  return composeRules['not-composed'].finding({ file: primary, ...place, message: error.message });
}

function fails(word: OverrideText): boolean {
  try {
    readOverride(word);
    return false;
  } catch {
    return true;
  }
}

/** What Hydra refuses; where a search path leads out of the repository, what is missing here may be there. */
function refused(error: ComposeError, primary: string, { outside }: Repository): Finding {
  const place = error.node === undefined ? undefined : placeOfNode(error.node);
  const isElsewhere = error instanceof MissingConfig && outside.length > 0;
  const fix = isElsewhere ? undefined : fixOf(error);
  const rule =
    error instanceof MissingConfig
      ? composeRules['missing-config']
      : error instanceof UnknownKey
        ? composeRules['unknown-override']
        : composeRules['not-composed'];
  return rule.finding({
    ...(isElsewhere ? { severity: 'notice' as const } : {}),
    file: primary,
    ...place,
    message: isElsewhere
      ? `${error.message}, and a search path leads out of the repository: it may be there`
      : error.message,
    ...(error.help === undefined ? {} : { help: error.help }),
    ...(fix && { fix }),
  });
}

/** Where the word that was meant to be another is written in a file as it is read. */
function fixOf({ node, meant }: ComposeError): Fix | undefined {
  const place = node === undefined ? undefined : placeOfNode(node);
  if (meant === undefined || place?.file === undefined || place.file === commandLine) return undefined;
  const { file, line, column, endLine, endColumn } = place;
  if (line !== endLine || endColumn - column !== meant.text.length) return undefined;
  return { file, at: { line, column, endLine, endColumn, before: meant.text }, text: meant.to };
}

function outsideFindings({ outside }: Repository, primary: string): Finding[] {
  return outside.map((node) =>
    composeRules['search-path-outside'].finding({
      file: primary,
      ...placeOfNode(node),
      message: `the search path ${node.type === 'str' ? node.value.slice(0, 120) : ''} is not a folder of this repository: what it has is not read`,
    }),
  );
}
