/** Lists of requirements that the commands of a file install, read where the repository has them. */
import { type Parsed, type ReadList, type Statement, nothing, withoutTaken } from '../index.ts';
import { depsRules } from '../rules.ts';
import { uniqueBy } from '../../kernel/group.ts';
import { asStatements } from './asked.ts';
import type { Source } from './source.ts';
import { folderOf, joinPath } from './paths.ts';

/** Of a file that reads more, the first are followed. */
const mostLists = 20;

/** The file with the statements of its lists, each at its command. */
export async function withLists(path: string, parsed: Parsed, source: Source): Promise<Parsed> {
  const reads = (parsed.reads ?? []).slice(0, mostLists);
  if (reads.length === 0) return parsed;
  const lists = await Promise.all(reads.map((list) => statementsOf(path, list, source)));
  const statements: Statement[] = [];
  let from = 0;
  for (const [index, { behind }] of reads.entries()) {
    statements.push(...parsed.statements.slice(from, behind), ...(lists[index] ?? []));
    from = Math.max(from, behind);
  }
  return { ...parsed, statements: [...statements, ...parsed.statements.slice(from)] };
}

/** The file without what the lists of its `pip uninstall -r` name. */
export async function withoutListed(path: string, parsed: Parsed, source: Source): Promise<Parsed> {
  const { takes = [] } = parsed;
  if (takes.length === 0) return parsed;
  const known = await Promise.all(
    takes.slice(0, mostLists).map(async (list) => ({ list, found: await statementsOf(path, list, source) })),
  );
  const taken = known.flatMap(({ list: { installed: by, line, column }, found = [] }) =>
    uniqueBy(found, ({ name }) => name).map(({ name }) => ({ name, by, file: path, line, column })),
  );
  const unread = [
    ...known.filter(({ found }) => found === undefined).map(({ list }) => list),
    ...takes.slice(mostLists),
  ].map(({ path: list, line, column }) => ({
    rule: depsRules['unread-installs'],
    message: `is not read in full, so what it installs may move unseen: this command takes away what ${list} lists, which is not in the repository or cannot be read`,
    line,
    column,
  }));
  return { ...withoutTaken(parsed, taken), problems: [...parsed.problems, ...unread] };
}

/** `undefined` where the repository has no such list. */
async function statementsOf(
  path: string,
  { path: list, installed, line, column }: ReadList,
  source: Source,
): Promise<Statement[] | undefined> {
  const found = await placeOf(path, list, source);
  if (found === undefined) return undefined;
  const own = await requirementsOf(found, source, new Set());
  return own.map((one) => ({ ...one, file: path, line, column, installed, listedIn: found }));
}

/** Of a list and of those that it includes, each once. */
async function requirementsOf(list: string, source: Source, seen: Set<string>): Promise<Statement[]> {
  if (seen.has(list) || seen.size >= mostLists) return [];
  seen.add(list);
  const parsed = (await source.parse(list, 'included')) ?? nothing;
  const own = parsed.generated ? asStatements(parsed, list) : parsed.statements;
  const found = own.filter(({ kind }) => kind === 'requirement');
  for (const { path, constraint } of parsed.includes) {
    const target = constraint ? undefined : joinPath(folderOf(list), path);
    if (target !== undefined) found.push(...(await requirementsOf(target, source, seen)));
  }
  return found;
}

/** As it stands, below the file's folder or the root; of a path that exists only where it is installed, its end. */
async function placeOf(path: string, list: string, source: Source): Promise<string | undefined> {
  const paths = await source.paths();
  const parts = list.split('/').filter((part) => part !== '' && part !== '.');
  const ends = parts.map((_, index) => parts.slice(index).join('/')).slice(0, 20);
  const candidates = ends.flatMap((end) => [joinPath(folderOf(path), end), joinPath('', end)]);
  return candidates.find((one) => one !== undefined && paths.has(one));
}
