import picomatch from 'picomatch';
import { Collector, openReader, type Columns, type ResultSet } from '../index.ts';
import { UserError } from '../../kernel/user-error.ts';
import { globMatcher } from '../../kernel/globs.ts';
import { settleForRows } from '../../kernel/v8.ts';
import type { FileTree } from '../../ports/index.ts';
import { eachOnce, readablePaths } from '../../ports/readable-paths.ts';

/** Larger files need a tree that can read parts. */
const maxBytes = 512 * 1024 * 1024;
/** Up to here a file is read at once. */
const wholeBytes = 32 * 1024 * 1024;
const chunkBytes = 8 * 1024 * 1024;
export const mostFiles = 2000;
const resultFile = /\.(?:jsonl?|ndjson|jsonlines|csv|tsv|xlsx|eval|parquet)$/i;

/** Whether a path is meant by the globs. */
export function matcher(globs: readonly string[]): (path: string) => boolean {
  const wanted = globs.map((glob) => glob.replace(/^\.\//, ''));
  const matches = globMatcher(wanted);
  return (path) => wanted.includes(path) || matches(path);
}

/** Result files of a tree. Names without wildcards are read even where git ignores them; among several matches only known kinds of files count. */
export async function matching(tree: FileTree, globs: readonly string[]): Promise<string[]> {
  return [...(await matched(tree, globs)).read];
}

interface Matched {
  readonly read: readonly string[];
  /** Of other kinds than those that are read. */
  readonly passedOver: readonly string[];
  /** More than are read. */
  readonly cut: readonly string[];
}

/** The same, and what is not read of what the globs match. */
export async function matched(tree: FileTree, globs: readonly string[]): Promise<Matched> {
  const wanted = globs.map((glob) => glob.replace(/^\.\//, ''));
  const fitting = (await readablePaths(tree)).filter(matcher(globs));
  const listed = await eachOnce(tree, fitting);
  const unlisted = wanted.filter((path) => !fitting.includes(path) && !picomatch.scan(path).isGlob);
  const present = await Promise.all(unlisted.map((path) => presentIn(tree, path)));
  const found = [...listed, ...present.flat()];
  const known = found.filter((path) => resultFile.test(path));
  const [chosen, passedOver] =
    known.length > 0 ? [known, found.filter((path) => !resultFile.test(path))] : [found, []];
  return {
    read: chosen.slice(0, mostFiles),
    cut: chosen.slice(mostFiles),
    passedOver: passedOver.slice(0, mostFiles),
  };
}

async function presentIn(tree: FileTree, path: string): Promise<string[]> {
  const found =
    tree.readRange === undefined ? await tree.read(path, maxBytes) : await tree.readRange(path, 0, 1);
  return found === undefined ? [] : [path];
}

/** Reads the files of one side; large ones piece by piece where the tree can. `named`: the name that says what a file has, where its own says more. */
export async function readSide(
  tree: FileTree,
  paths: readonly string[],
  columns: Columns = {},
  named: (path: string) => string = (path) => path,
): Promise<ResultSet> {
  const collector = new Collector({ columns });
  for (const path of paths) {
    const reader = openReader(named(path), collector);
    for await (const chunk of chunksOf(tree, path)) reader.push(chunk);
    await reader.end();
  }
  return collector.result();
}

/** The bytes of a file, piece by piece where it is large and the tree can. */
export async function* chunksOf(tree: FileTree, path: string): AsyncGenerator<Uint8Array> {
  const first = await tree.readRange?.(path, 0, chunkBytes);
  if (first === undefined || first.fileBytes <= wholeBytes) {
    yield (await tree.read(path, maxBytes)) ?? new Uint8Array();
    return;
  }
  yield first.bytes;
  for (let at = first.bytes.length; at < first.fileBytes; at += chunkBytes) {
    const part = await tree.readRange?.(path, at, chunkBytes);
    if (part === undefined || part.fileBytes !== first.fileBytes) throw changedMeanwhile(path, tree);
    yield part.bytes;
    settleForRows();
  }
}

function changedMeanwhile(path: string, tree: FileTree): UserError {
  return new UserError(`${path} in the ${tree.name} changed while it was read`, {
    place: { file: path },
    help: 'Let the evaluation finish before the gate runs.',
  });
}

/** Sample ids, one a line; none where no file is named or there. */
export async function readPool(path: string | undefined, tree: FileTree): Promise<string[]> {
  const bytes = path === undefined ? undefined : await tree.read(path);
  const lines = new TextDecoder().decode(bytes ?? new Uint8Array()).split('\n');
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))];
}
