/** Which files of a repository are configs, by where they are or by what they hold. */
import picomatch from 'picomatch';
import { configDefaults, type Dialect, dialectOf } from '../../config/settings.ts';
import type { ConfigDocument } from '../../config/index.ts';
import type { FileTree } from '../ports.ts';
import { dialectFor, findReaders, interpolates, type Readers } from './dialect.ts';
import { configFolders, globsOf } from './globs.ts';

export interface Configs {
  readonly dialect: Dialect;
  /** What tells the dialect. */
  readonly readers: Readers;
  /** They mean the documents, and no other file that is there. */
  readonly globs: readonly string[];
  readonly documents: readonly ConfigDocument[];
}

const maxBytes = 1024 * 1024;
const maxFiles = 10_000;

const kept = picomatch('**/*.{yaml,yml,json}', { dot: false });
const inFolder = picomatch([`**/{${configFolders.join(',')}}/**`, '**/config.json'], { dot: false });
/** What tests, documentation and others' code hold is nothing that is trained. */
const elsewhere = /(?:^|\/)(?:tests?|testdata|fixtures|docs?|node_modules|third_party|vendor)\//;

/** Mappings that can be read, with whatever faults: their parameters are in use all the same. */
export async function findConfigs(tree: FileTree): Promise<Configs> {
  const { looksLikeModelConfig, readDocument } = await import('#lib/config');
  const paths = await tree.list();
  const texts = await readTexts(
    tree,
    paths.filter((path) => kept(path) && !elsewhere.test(path)),
  );
  const readers = await findReaders(tree, paths);
  const isConfig = (document: ConfigDocument): boolean =>
    document.root?.type === 'dict' && (inFolder(document.file) || looksLikeModelConfig(document));
  const configsIn = (dialect: Dialect): ConfigDocument[] =>
    Array.from(texts, ([file, bytes]) =>
      readDocument(bytes, { file, dialect: dialectOf(file, { dialect }) }),
    ).filter(isConfig);
  const first = configsIn(configDefaults.dialect);
  const dialect = dialectFor(
    readers,
    first.some(({ file }) => interpolates(new TextDecoder().decode(texts.get(file)))),
  );
  const documents = dialect === configDefaults.dialect ? first : configsIn(dialect);
  const globs = globsOf(
    documents.map(({ file }) => file),
    paths,
  );
  return { dialect, readers, globs, documents };
}

async function readTexts(tree: FileTree, paths: readonly string[]): Promise<Map<string, Uint8Array>> {
  const texts = new Map<string, Uint8Array>();
  for (const path of paths.slice(0, maxFiles)) {
    const bytes = await tree.read(path, maxBytes).catch(() => undefined);
    if (bytes !== undefined) texts.set(path, bytes);
  }
  return texts;
}
