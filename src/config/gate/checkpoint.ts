import { configRules } from '../rules/rules.ts';
import {
  type Checkpoint,
  type CheckpointProblem,
  type CheckpointTensors,
  headerLength,
  prefixBytes,
  readHeader,
  readShardIndex,
  type StoredTensor,
} from '../index.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { FileTree } from '../../ports/index.ts';

const indexName = 'model.safetensors.index.json';
const singleName = 'model.safetensors';
const maxIndexBytes = 64 * 1024 * 1024;

/** Reads the headers of a checkpoint, never its weights: a safetensors file, a sharded index, or the folder that contains one. */
export async function readCheckpoint(tree: FileTree, path: string): Promise<Checkpoint> {
  const clean = path.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
  if (clean.endsWith('.json')) return readSharded(tree, clean, clean);
  if (clean.endsWith('.safetensors')) return readFiles(tree, clean, [clean]);
  return readFolder(tree, clean);
}

async function readFolder(tree: FileTree, folder: string): Promise<Checkpoint> {
  const present = (await tree.list()).filter(
    (file) => file.startsWith(`${folder}/`) && !file.slice(folder.length + 1).includes('/'),
  );
  const index = present.find((file) => file.endsWith('.safetensors.index.json')) ?? `${folder}/${indexName}`;
  if (present.includes(index) || (await exists(tree, index))) return readSharded(tree, index, folder);
  const files = present.filter((file) => file.endsWith('.safetensors'));
  return readFiles(tree, folder, files.length > 0 ? files : [`${folder}/${singleName}`]);
}

async function exists(tree: FileTree, path: string): Promise<boolean> {
  return (await tree.read(path, maxIndexBytes).catch(() => undefined)) !== undefined;
}

async function readFiles(tree: FileTree, path: string, files: readonly string[]): Promise<Checkpoint> {
  const tensors = new Map<string, StoredTensor>();
  const problems: CheckpointProblem[] = [];
  for (const file of files) {
    const header = await readTensors(tree, file);
    if (typeof header === 'string') problems.push(unreadable(file, header));
    else for (const [name, tensor] of header.tensors) tensors.set(name, tensor);
  }
  return { path, tensors: problems.length > 0 ? new Map() : tensors, problems };
}

async function readSharded(tree: FileTree, indexPath: string, path: string): Promise<Checkpoint> {
  const bytes = await tree.read(indexPath, maxIndexBytes);
  if (bytes === undefined)
    return { path, tensors: new Map(), problems: [unreadable(indexPath, 'there is no such file')] };
  const index = readShardIndex(new TextDecoder().decode(bytes));
  if (typeof index === 'string')
    return { path, tensors: new Map(), problems: [unreadable(indexPath, index)] };
  const folder = indexPath.includes('/') ? indexPath.slice(0, indexPath.lastIndexOf('/') + 1) : '';
  const tensors = new Map<string, CheckpointTensors extends ReadonlyMap<string, infer T> ? T : never>();
  for (const name of index.tensors.keys()) tensors.set(name, {});
  const problems: CheckpointProblem[] = [];
  let dataBytes = 0;
  const shards = [...new Set(index.tensors.values())].toSorted();
  for (const shard of shards) {
    const header = await readTensors(tree, folder + shard);
    if (typeof header === 'string') problems.push(shardProblem(folder + shard, header, shards.length));
    else {
      dataBytes += header.dataBytes;
      for (const [name, tensor] of header.tensors) tensors.set(name, tensor);
      problems.push(...strangers(folder + shard, shard, header.tensors, index.tensors));
    }
  }
  if (problems.length === 0) problems.push(...totalProblem(indexPath, index.totalBytes, dataBytes));
  return { path, tensors, problems };
}

/** Tensors that the index looks for in a shard, and that are not there. */
function strangers(
  file: string,
  shard: string,
  held: ReadonlyMap<string, StoredTensor>,
  index: ReadonlyMap<string, string>,
): CheckpointProblem[] {
  const lost = [...index].filter(([name, where]) => where === shard && !held.has(name)).map(([name]) => name);
  if (lost.length === 0) return [];
  return [
    unreadable(
      file,
      `the index says that it contains ${lost.slice(0, 3).join(', ')}, which is not so (${lost.length} tensors)`,
    ),
  ];
}

const absent = 'there is no such file';

function shardProblem(file: string, message: string, shards: number): CheckpointProblem {
  if (message !== absent) return unreadable(file, message);
  return {
    rule: configRules['checkpoint-missing-shard'],
    file,
    message: `the shard is missing; the index names ${shards}`,
    help: 'complete the checkpoint',
  };
}

/** Real indexes are known to be wrong here, while their tensors are right: a warning. */
function totalProblem(file: string, claimed: number | undefined, dataBytes: number): CheckpointProblem[] {
  if (claimed === undefined || claimed === dataBytes) return [];
  const message = `the index says total_size ${claimed}, but the shards contain ${dataBytes} bytes`;
  return [{ rule: configRules['checkpoint-total'], file, message, help: 'write the index anew' }];
}

function unreadable(file: string, message: string): CheckpointProblem {
  return {
    rule: configRules['checkpoint-unreadable'],
    file,
    message,
    help: 'give the path of a whole safetensors checkpoint',
  };
}

/** The tensors of one file, or what is wrong with it. Reads 8 bytes and the header. */
async function readTensors(tree: FileTree, file: string) {
  const read = rangeReader(tree, file);
  const prefix = await read(0, prefixBytes);
  if (typeof prefix === 'string') return prefix;
  if (new TextDecoder().decode(prefix.bytes) === 'version ')
    return 'it is a Git LFS pointer: fetch the file with git lfs pull';
  const length = headerLength(prefix.bytes, prefix.fileBytes);
  if (!length.ok) return length.problem;
  const header = await read(prefixBytes, length.length);
  if (typeof header === 'string') return header;
  const result = readHeader(header.bytes, header.fileBytes);
  return result.ok ? result : result.problem;
}

type RangeReader = (
  offset: number,
  length: number,
) => Promise<{ bytes: Uint8Array; fileBytes: number } | string>;

/** Ranges through the port where it has them; else the whole file, within the port's own limit. */
function rangeReader(tree: FileTree, file: string): RangeReader {
  return async (offset, length) => {
    try {
      const range = await tree.readRange?.(file, offset, length);
      if (tree.readRange !== undefined) return range ?? absent;
      const bytes = await tree.read(file);
      return bytes === undefined
        ? absent
        : { bytes: bytes.subarray(offset, offset + length), fileBytes: bytes.byteLength };
    } catch (error) {
      // Without a place it is not about this file.
      if (isUserError(error) && error.place !== undefined) return error.message;
      throw error;
    }
  };
}
