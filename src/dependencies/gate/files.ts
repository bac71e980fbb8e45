/** Files of one tree, each read and parsed once. */
import {
  type Format,
  type InstallFormat,
  type Memo,
  type Parsed,
  formatOf,
  isPinsOnly,
  isIncidentalFile,
  maxPackages,
  nothing,
  plainFormat,
  sniffFormat,
  unreadable,
} from '../index.ts';
import type { SortedPaths } from '../../kernel/sorted-paths.ts';
import { isUserError } from '../../kernel/user-error.ts';
import { depsRules } from '../rules.ts';
import type { FileTree } from '../../ports/index.ts';
import { askedPaths } from '../../ports/asked-paths.ts';
import { decode } from './decode.ts';
import { asResult } from './exports.ts';
import type { Source } from './source.ts';

export type { Source } from './source.ts';

export interface Sides {
  readonly base: Source;
  readonly head: Source;
}

/** No lock in the field comes near. */
export const maxLockBytes = 32 * 1024 * 1024;

export interface Reading {
  /** Shared by the trees of one run: what they have in common is parsed once. */
  readonly memo: Memo;
  /** The policy says that a resolver writes this file. */
  readonly isLock: (path: string) => boolean;
  /** Paths that a person or the policy wrote out: what cannot be read there is an error, whatever its name. */
  readonly named: ReadonlySet<string>;
  /** They are patterns too: what they match is left alone where it reads as nothing. */
  readonly isChosen: (path: string) => boolean;
  /** A pattern takes it by its name or ending, not only with all else in its folder. */
  readonly isMeant: (path: string) => boolean;
  /** Two single files are compared: pins alone are what is installed. */
  readonly isSnapshot?: boolean;
}

export function sourceOf(tree: FileTree, reading: Reading): Source {
  const parsed = new Map<string, Promise<Parsed | undefined>>();
  let listed: Promise<SortedPaths> | undefined;
  const paths = () => (listed ??= askedPaths(tree));
  const source: Source = {
    tree,
    paths,
    has: async (path) => (await paths()).has(path),
    parse: (path, use) => {
      const key = formatOf(path) === undefined ? `${use ?? 'own'}:${path}` : path;
      const found = parsed.get(key) ?? parseFile(tree, path, reading, use).then(resultOf(path));
      parsed.set(key, found);
      return found;
    },
    text: async (path) => {
      const bytes = await tree.read(path, 1024 * 1024);
      const decoded = bytes === undefined ? undefined : decode(bytes);
      return decoded?.ok === true ? decoded.text : undefined;
    },
  };
  const resultOf = (path: string) => (one: Parsed | undefined) =>
    one === undefined ? one : asResult(path, one, source);
  return source;
}

async function parseFile(
  tree: FileTree,
  path: string,
  reading: Reading,
  use: 'included' | undefined,
): Promise<Parsed | undefined> {
  const read = await readFile(tree, path);
  if (read === undefined) return undefined;
  const isNamed = reading.named.has(path);
  const isIncidental = !isNamed && isIncidentalFile(path);
  if (typeof read !== 'string') return isIncidental ? withoutAlarm(read) : read;
  const format = formatOf(path) ?? sniffFormat(read) ?? plainFormat(path, use !== undefined, isNamed);
  if (format === undefined && isNamed) return unknownFormat(path);
  const parsed =
    format === undefined
      ? await guess(read, path, reading)
      : await parseText(format, read, path, reading.memo);
  if (isIncidental) return withoutAlarm(parsed);
  const isFrozen = reading.isSnapshot === true && formatOf(path) === undefined && isPinsOnly(parsed);
  const isWritten = (reading.isLock(path) || isFrozen) && !parsed.generated;
  return isWritten ? { ...parsed, generated: true, statements: [], tool: {} } : parsed;
}

/** Most files of such a name install nothing: what cannot be read of one stops no change. */
function withoutAlarm(parsed: Parsed): Parsed {
  const problems = parsed.problems.map((problem) =>
    problem.rule === depsRules['unread-installs']
      ? problem
      : { ...problem, rule: depsRules['unread-installs'], message: `is not read: ${problem.message}` },
  );
  return { ...parsed, problems };
}

/** A plain text that a pattern takes is a list of requirements where all of it reads as one. */
async function guess(text: string, path: string, { memo, isChosen, isMeant }: Reading): Promise<Parsed> {
  const format = isChosen(path) ? plainFormat(path, false, true) : undefined;
  const parsed = format === undefined ? nothing : await parseText(format, text, path, memo);
  if (parsed.problems.length === 0 && parsed.statements.length + parsed.entries.length > 0) return parsed;
  if (!isChosen(path) || isProse.test(path)) return nothing;
  return isMeant(path) ? unknownFormat(path) : notKnown(path);
}

const isProse = /\.(?:md|rst|adoc|txt)$|(?:^|\/)(?:LICEN[CS]E|README|NOTICE)[^/]*$/i;

/** A pattern takes it, and nothing here can read it: that is said, for a pass would not be true. */
function notKnown(path: string): Parsed {
  const message = `is taken by a pattern of the files to judge, but ${noKnownName(path)}: it is not read`;
  const help = `Name it as its tool does, or take it out with "!${path}".`;
  return { ...nothing, problems: [{ rule: depsRules['unread-installs'], message, help }] };
}

function noKnownName(path: string): string {
  return `neither the name ${path} nor its content is that of a known lock or manifest`;
}

function unknownFormat(path: string): Parsed {
  const help =
    'Name it as its tool does (uv.lock, requirements.txt, …), or leave it out of the files to judge.';
  return unreadable(noKnownName(path), { help });
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

const tooMany = unreadable(`it names more than ${maxPackages} packages`);

async function parseText(
  format: Format | InstallFormat,
  text: string,
  path: string,
  memo: Memo,
): Promise<Parsed> {
  try {
    const parsed =
      format.installs === undefined ? format.parse(text, path, memo) : await readInstalls(format, text, path);
    return Math.max(parsed.entries.length, parsed.statements.length) > maxPackages ? tooMany : parsed;
  } catch (error) {
    if (error instanceof RangeError) return unreadable('it is nested too deeply to read');
    throw error;
  }
}

async function readInstalls({ installs }: InstallFormat, text: string, path: string): Promise<Parsed> {
  const [{ parseInstalls }, { readShell }] = await Promise.all([
    import('#lib/installs'),
    import('#lib/shell'),
  ]);
  return parseInstalls(installs, text, path, readShell);
}
