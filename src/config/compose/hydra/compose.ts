import { LineIndex } from '../../../documents/source/lines.ts';
import type { Problem } from '../../../documents/yaml/problem.ts';
import { interpolate } from '../../../documents/omegaconf/interpolate.ts';
import { type ConfigNode, nodeAt } from '../../../documents/tree/node.ts';
import { commandLine, ComposedDocument, placeOfNode } from '../document.ts';
import type { ComposeFiles } from '../files.ts';
import { embedded, emptyDict, MergeError, merged, type MutableDict } from '../merge.ts';
import { composeRules } from '../rules.ts';
import type { Finding, Fix } from '../../../report/model.ts';
import { applied, UnknownKey } from './apply.ts';
import { Defaults } from './defaults.ts';
import { MissingConfig, type Part } from './tree.ts';
import { ComposeError } from './element.ts';
import { type Override, OverrideError, type OverrideText, parseOverride } from './override.ts';
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
  const slash = primary.lastIndexOf('/');
  const repository = new Repository(files, primary.slice(0, Math.max(0, slash)));
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
    const words = overrides.map(parseOverride);
    const name = primary.slice(slash + 1).replace(/\.yaml$/, '');
    await addSearchPath(repository, name, words);
    const defaults = new Defaults(repository, words);
    const parts = await defaults.parts(name, topOf(primary));
    const root = await mergedParts(parts, repository, order);
    const composed = defaults.ofValues.filter(({ key }) => !/^hydra(?:\.|$)/.test(key)).reduce(applied, root);
    const { root: resolved, problems } = interpolate(withoutHydra(composed));
    return made(resolved, outsideFindings(repository, primary), problems.map(namingNothing));
  } catch (error) {
    if (error instanceof OverrideError) return made(undefined, [refusedWord(error, overrides, primary)]);
    if (error instanceof MergeError)
      return made(undefined, [refused(new ComposeError(error.message, error.node), primary, repository)]);
    if (error instanceof ComposeError) return made(undefined, [refused(error, primary, repository)]);
    throw error;
  }
}

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

async function addSearchPath(
  repository: Repository,
  primary: string,
  overrides: readonly Override[],
): Promise<void> {
  const loaded = await repository.load(primary, 'file');
  const given = overrides.find(({ key }) => key === 'hydra.searchpath')?.value;
  const path = given ?? nodeAt(loaded?.config, ['hydra', 'searchpath']);
  if (path === undefined || path.type === 'NoneType') return;
  if (path.type !== 'list') throw new ComposeError('hydra.searchpath must be a list of texts', path);
  for (const item of path.items) repository.addFolder(item);
}

async function mergedParts(
  parts: readonly Part[],
  repository: Repository,
  order: { file: string; by: ConfigNode }[],
): Promise<MutableDict> {
  let root = emptyDict();
  for (const { configPath, package: inside, by } of parts) {
    const loaded = await repository.load(configPath, 'file');
    if (loaded === undefined) continue;
    order.push({ file: loaded.file.source.file, by });
    const steps = inside.split('.').filter((step) => step !== '');
    const config = embedded(loaded.config, steps);
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
    parseOverride(word);
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
