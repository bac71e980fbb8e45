/** Lists of requirements that the commands of a file install, read where the repository has them. */
import { type Parsed, type ReadList, type Statement, nothing } from '../index.ts';
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

async function statementsOf(
  path: string,
  { path: list, installed, line, column }: ReadList,
  source: Source,
): Promise<Statement[]> {
  const found = await placeOf(path, list, source);
  if (found === undefined) return [];
  const parsed = (await source.parse(found)) ?? nothing;
  const own = parsed.generated ? asStatements(parsed, found) : parsed.statements;
  return own
    .filter(({ kind }) => kind === 'requirement')
    .map((one) => ({ ...one, file: path, line, column, installed, listedIn: found }));
}

/** As it stands, below the file's folder or the root; of a path that exists only where it is installed, its end. */
async function placeOf(path: string, list: string, source: Source): Promise<string | undefined> {
  const paths = await source.paths();
  const parts = list.split('/').filter((part) => part !== '' && part !== '.');
  const ends = parts.map((_, index) => parts.slice(index).join('/')).slice(0, 20);
  const candidates = ends.flatMap((end) => [joinPath(folderOf(path), end), joinPath('', end)]);
  return candidates.find((one) => one !== undefined && paths.has(one));
}
