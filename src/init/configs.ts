/** Which files of a repository are configs, by where they are or by what they hold. */
import { visibleMatcher } from '../kernel/globs.ts';
import { configDefaults } from '../config/settings.ts';
import { type Dialect, dialectOf } from '../documents/dialect.ts';
import type { ConfigDocument } from '../config/index.ts';
import type { FileTree } from '../ports/index.ts';
import { dialectFor, findReaders, interpolates, type Readers } from './dialect.ts';
import { configFolders, globsOf } from './globs.ts';
import { besideConfigs, isLikeSibling } from './siblings.ts';

export interface Configs {
  readonly dialect: Dialect;
  /** What tells the dialect. */
  readonly readers: Readers;
  /** They mean the documents, and no other file that is there. */
  readonly globs: readonly string[];
  readonly documents: readonly ConfigDocument[];
}

/** Of a file in a folder for configs, and of one that may be anything. */
const maxBytes = 1024 * 1024;
const maxBytesElsewhere = 128 * 1024;
const maxFiles = 10_000;
/** Of all configs together: more are not configs. */
const maxTotal = 64 * 1024 * 1024;

const inFolder = visibleMatcher([`**/{${configFolders.join(',')}}/**`, '**/config.json']);
const anywhere = visibleMatcher(['**/*.{yaml,yml,json,toml}']);
/** Most Python files are programs, wherever they are. */
const inFolderOnly = visibleMatcher([`**/{${configFolders.join(',')}}/**/*.{py,json5,jsonc}`]);
const kept = (file: string): boolean => anywhere(file) || inFolderOnly(file) || file.endsWith('.py');
/** Only configs of mmengine inherit so. */
const inherits = /^_base_\s*=/m;
/** What tests, documentation and others' code hold is nothing that is trained. */
const elsewhere = /(?:^|\/)(?:tests?|testdata|fixtures|docs?|node_modules|third_party|vendor)\//;

/** Mappings that can be read, with whatever faults: their parameters are in use all the same. */
export async function findConfigs(tree: FileTree): Promise<Configs> {
  const { readDocument } = await import('#lib/documents');
  const paths = await tree.list();
  const isConfig = await configTest();
  const read = (file: string, bytes: Uint8Array, dialect: Dialect): ConfigDocument =>
    readDocument(bytes, { file, dialect: dialectOf(file, { dialect }) });
  const isCandidate = (file: string, bytes: Uint8Array): boolean => {
    if (file.endsWith('.py') && !inFolderOnly(file) && !inherits.test(new TextDecoder().decode(bytes)))
      return false;
    const document = read(file, bytes, configDefaults.dialect);
    return (
      isConfig(document) || (document.root === undefined && document.dialect !== 'python' && inFolder(file))
    );
  };
  const texts = await readTexts(tree, paths, isCandidate);
  const readers = await findReaders(tree, paths);
  const interpolated = [...texts.values()].some((bytes) => interpolates(new TextDecoder().decode(bytes)));
  const dialect = dialectFor(readers, interpolated);
  const found = Array.from(texts, ([file, bytes]) => read(file, bytes, dialect)).filter(isConfig);
  const beside = await readTexts(tree, besideConfigs(found, paths), (file, bytes) =>
    isLikeSibling(read(file, bytes, dialect), found),
  );
  const documents = [...found, ...Array.from(beside, ([file, bytes]) => read(file, bytes, dialect))];
  const globs = globsOf(
    documents.map(({ file }) => file),
    paths,
  );
  return { dialect, readers, globs, documents };
}

async function configTest(): Promise<(document: ConfigDocument) => boolean> {
  const { looksLikeModelConfig } = await import('#lib/config');
  return (document) => {
    const { file, dialect, root } = document;
    if (root?.type !== 'dict') return false;
    if (dialect === 'python') return root.entries.has('_base_') || looksLikeModelConfig(document);
    return inFolder(file) || looksLikeModelConfig(document);
  };
}

/** Only what is wanted is held in memory: a repository may contain any amount of data as JSON. */
async function readTexts(
  tree: FileTree,
  paths: readonly string[],
  isWanted: (file: string, bytes: Uint8Array) => boolean,
): Promise<Map<string, Uint8Array>> {
  const texts = new Map<string, Uint8Array>();
  let total = 0;
  for (const path of paths.filter((file) => kept(file) && !elsewhere.test(file)).slice(0, maxFiles)) {
    const limit = inFolder(path) ? maxBytes : maxBytesElsewhere;
    const bytes = await tree.read(path, limit).catch(() => undefined);
    if (bytes === undefined || !isWanted(path, bytes)) continue;
    total += bytes.length;
    if (total > maxTotal) break;
    texts.set(path, bytes);
  }
  return texts;
}
