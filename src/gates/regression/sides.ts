import picomatch from 'picomatch';
import { Collector, openReader, type ResultSet } from '../../regression/index.ts';
import type { FileTree } from '../ports.ts';

/** Larger files need a tree that can stream. */
const maxBytes = 512 * 1024 * 1024;
const mostFiles = 2000;
const resultFile = /\.(?:jsonl?|ndjson|jsonlines|csv|tsv|eval)$/i;

/** Result files of a tree. Names without wildcards are read even where git ignores them; among several matches only known kinds of files count. */
export async function matching(tree: FileTree, globs: readonly string[]): Promise<string[]> {
  const wanted = globs.map((glob) => glob.replace(/^\.\//, ''));
  const matches = picomatch(wanted, { dot: true });
  const listed = (await tree.list()).filter((path) => wanted.includes(path) || matches(path));
  const unlisted = wanted.filter((path) => !listed.includes(path) && !picomatch.scan(path).isGlob);
  const present = await Promise.all(unlisted.map((path) => presentIn(tree, path)));
  const found = [...listed, ...present.flat()];
  const known = found.filter((path) => resultFile.test(path));
  return (known.length > 0 ? known : found).slice(0, mostFiles);
}

async function presentIn(tree: FileTree, path: string): Promise<string[]> {
  const found = tree.stream === undefined ? await tree.read(path, maxBytes) : await tree.stream(path);
  return found === undefined ? [] : [path];
}

/** Reads the files of one side, piece by piece where the tree can. */
export async function readSide(tree: FileTree, paths: readonly string[]): Promise<ResultSet> {
  const collector = new Collector();
  for (const path of paths) await readFile(tree, path, collector);
  return collector.result();
}

async function readFile(tree: FileTree, path: string, collector: Collector): Promise<void> {
  const reader = openReader(path, collector);
  const chunks = await tree.stream?.(path);
  if (chunks === undefined) reader.push((await tree.read(path, maxBytes)) ?? new Uint8Array());
  else for await (const chunk of chunks) reader.push(chunk);
  reader.end();
}
