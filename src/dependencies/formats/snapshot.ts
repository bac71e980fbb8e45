/** What is installed somewhere, as pip, uv and conda list it: the reader takes whichever it is. */
import { type Format, type LockEntry, type Parsed, nothing, unreadable } from '../model.ts';
import { entryAt } from './entry.ts';
import { parsePipJson } from './pip-json.ts';
import { forEachLine } from './places.ts';
import { requirements } from './requirements.ts';

/** `pip list` and `uv pip list` as tables. */
export const pipTable: Format = { name: 'pip list', supports: () => false, parse: parseTable };

/** `pip inspect`, `pip list`, `uv pip list`, `conda list --json`, `pip freeze`. */
export function parseSnapshot(text: string, path: string): Parsed {
  if (/^\s*[[{]/.test(text)) return parsePipJson(text);
  if (tableHead.test(text)) return parseTable(text);
  const { statements: _, ...list } = requirements.parse(text, path);
  const [problem] = list.problems;
  if (problem !== undefined)
    return unreadable(problem.message, { help: 'Write it with `python -m pip inspect`.' });
  return { ...list, statements: [], includes: [], generated: true };
}

export const tableHead = /^Package\s+Version[^\n]*\n-+\s+-+/m;

function parseTable(text: string): Parsed {
  const entries: LockEntry[] = [];
  let head = '';
  let columns: readonly number[] | undefined;
  forEachLine(text, (line, number) => {
    if (/^-+\s+-+/.test(line)) columns = [...line.matchAll(/-+/g)].map(({ index }) => index);
    else if (columns === undefined) head = line;
    else if (line.trim() === '') columns = [];
    else if (columns.length > 0) entries.push(...rowOf(line, number, editableColumn(head, columns)));
  });
  return { ...nothing, entries, generated: true };
}

function rowOf(line: string, number: number, editable: number | undefined): LockEntry[] {
  const [name, version] = line.trim().split(/\s+/);
  if (name === undefined || version === undefined) return [];
  const own = editable !== undefined && /^\S/.test(line.slice(editable));
  return [entryAt(name, { line: number, column: line.indexOf(version, name.length) + 1 }, { version, own })];
}

/** Where the folder of an editable install stands: other columns, such as `Location`, are of every package. */
function editableColumn(head: string, columns: readonly number[]): number | undefined {
  return columns.find((column) => head.startsWith('Editable', column));
}
