/** Files of one tree, each read and parsed once. */
import type { Format, Memo, Parsed } from '../../dependencies/index.ts';
import { formatOf, nothing, sniffFormat, unreadable } from '../../dependencies/index.ts';
import { isUserError } from '../../runtime/user-error.ts';
import type { FileTree } from '../ports.ts';
import { decode } from './decode.ts';

export interface Source {
  readonly tree: FileTree;
  has(path: string): Promise<boolean>;
  paths(): Promise<ReadonlySet<string>>;
  /** `undefined` when there is no such file. What cannot be read comes back as a problem. */
  parse(path: string): Promise<Parsed | undefined>;
  text(path: string): Promise<string | undefined>;
}

/** No lock in the field comes near. */
export const maxLockBytes = 64 * 1024 * 1024;

export interface Reading {
  /** Shared by the trees of one run: what they have in common is parsed once. */
  readonly memo: Memo;
  /** The policy says that a resolver writes this file. */
  readonly isLock: (path: string) => boolean;
}

export function sourceOf(tree: FileTree, reading: Reading): Source {
  const parsed = new Map<string, Promise<Parsed | undefined>>();
  let listed: Promise<ReadonlySet<string>> | undefined;
  const paths = (): Promise<ReadonlySet<string>> => (listed ??= tree.list().then((all) => new Set(all)));
  return {
    tree,
    paths,
    has: async (path) => (await paths()).has(path),
    parse: (path) => {
      const found = parsed.get(path) ?? parseFile(tree, path, reading);
      parsed.set(path, found);
      return found;
    },
    text: async (path) => {
      const bytes = await tree.read(path, 1024 * 1024);
      const decoded = bytes === undefined ? undefined : decode(bytes);
      return decoded?.ok === true ? decoded.text : undefined;
    },
  };
}

async function parseFile(
  tree: FileTree,
  path: string,
  { memo, isLock }: Reading,
): Promise<Parsed | undefined> {
  const read = await readFile(tree, path);
  if (read === undefined || typeof read !== 'string') return read;
  const format = formatOf(path) ?? sniffFormat(path, read);
  if (format === undefined) return nothing;
  const parsed = parseText(format, read, path, memo);
  return isLock(path) ? { ...parsed, generated: true, statements: [] } : parsed;
}

/** The text, or why it cannot be read. */
async function readFile(tree: FileTree, path: string): Promise<string | Parsed | undefined> {
  try {
    const bytes = await tree.read(path, maxLockBytes);
    if (bytes === undefined) return undefined;
    const decoded = decode(bytes);
    return decoded.ok ? decoded.text : unreadable(decoded.reason);
  } catch (error) {
    if (!isUserError(error)) throw error;
    return unreadable(error.message, error.help === undefined ? {} : { help: error.help });
  }
}

function parseText(format: Format, text: string, path: string, memo: Memo): Parsed {
  try {
    return format.parse(text, path, memo);
  } catch (error) {
    if (error instanceof RangeError) return unreadable('it is nested too deeply to read');
    throw error;
  }
}
