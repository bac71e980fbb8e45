/** Results as files, one or several for each commit, found by the SHA in their names. */
import { shownList, type Columns, type ResultSet } from '../../regression/index.ts';
import { readSide } from '../../regression/gate/sides.ts';
import { count, plural } from '../../kernel/text.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { Finding } from '../../report/model.ts';
import type { FileTree } from '../../ports/index.ts';
import { readablePaths } from '../../ports/readable-paths.ts';
import { locateRules } from '../index.ts';

/** One evaluation of one commit. */
export interface CommitResults {
  /** Full SHA. */
  readonly sha: string;
  readonly set: ResultSet;
}

const token = '{sha}';

/** Folder of a pattern such as `results/{sha}.jsonl` that its files lie below, and the rest of it. */
export function splitPattern(pattern: string): { folder: string; rest: string } {
  if (!pattern.includes(token))
    throw new UserError(`${pattern} does not say where the SHA of a commit stands`, {
      help: "Write {sha} in its place: --results 'results/{sha}.jsonl'.",
    });
  const parts = pattern.replaceAll('\\', '/').split('/');
  const first = parts.findIndex((part) => /[{*?[]/.test(part));
  return { folder: parts.slice(0, first).join('/'), rest: parts.slice(first).join('/') };
}

/** Hands each evaluation of these commits over, one after the other; returns what is to be said of the files. */
export async function readResultFiles(
  rest: string,
  shas: readonly string[],
  tree: FileTree,
  columns: Columns,
  take: (results: CommitResults) => void,
): Promise<Finding[]> {
  const { files, elsewhere } = await filesOf(rest, shas, tree);
  for (const [sha, named] of files)
    for (const set of await readEvaluations(named, tree, columns)) take({ sha, set });
  return elsewhere.length === 0 ? [] : [notInHistory(elsewhere)];
}

function notInHistory(elsewhere: readonly string[]): Finding {
  return locateRules['not-in-history'].finding({
    message: `${count(elsewhere.length, 'file')} of results ${plural(elsewhere.length, 'is', 'are')} of commits that this range does not have: ${shownList(elsewhere)}.`,
  });
}

interface NamedFile {
  readonly path: string;
  /** Path without the SHA, which is of the commit and not of the samples: harnesses number them by the task in the name. */
  readonly plain: string;
}

interface FoundFiles {
  /** Full SHA → its files. */
  readonly files: ReadonlyMap<string, readonly NamedFile[]>;
  /** Files of commits that are not in the history. */
  readonly elsewhere: readonly string[];
}

/** Files that fit, by the commits that they name in full or by at least 7 digits. */
async function filesOf(rest: string, shas: readonly string[], tree: FileTree): Promise<FoundFiles> {
  const fits = patternOf(rest);
  const files = new Map<string, NamedFile[]>();
  const elsewhere: string[] = [];
  const find = finder(shas);
  for (const path of (await readablePaths(tree)).toSorted()) {
    const named = fits.exec(path)?.[1];
    if (named === undefined) continue;
    const sha = find(named.toLowerCase());
    if (sha === undefined) elsewhere.push(path);
    else files.set(sha, [...(files.get(sha) ?? []), { path, plain: withoutSha(path, named) }]);
  }
  return { files, elsewhere };
}

/** `samples_gsm8k.jsonl` of `samples_gsm8k_4f1c22d0.jsonl`; where nothing else names the file, as the output of a further evaluation is named. */
function withoutSha(path: string, named: string): string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const name = path.slice(folder.length).replace(new RegExp(`[_.-]?${named}(?![0-9a-f])`, 'i'), '');
  return `${folder}${/^(?:\.|$)/.test(name) ? 'results' : ''}${name}`;
}

/** `*` and `?` are within a name, `**` is any folders; the same SHA wherever it stands twice. At its end `{sha}` is a folder too. */
function patternOf(rest: string): RegExp {
  let isFirst = true;
  // A folder stands for the results in it.
  const below = /(?:\{sha\}|\/)$/.test(rest) ? `(?:/?.*\\.(?:jsonl?|ndjson|csv|tsv|xlsx|eval|parquet))?` : '';
  const source = rest.replaceAll(/\{sha\}|\*\*\/|\*\*|\*|\?|[.+^$()|[\]\\{}]/g, (part) => {
    if (part === token) {
      const digits = isFirst ? '([0-9a-fA-F]{7,64})' : '\\1';
      isFirst = false;
      return digits;
    }
    return { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' }[part] ?? `\\${part}`;
  });
  return new RegExp(`^${source}${below}$`);
}

/** The commit that begins with these digits; `undefined` where none or several do. */
function finder(shas: readonly string[]): (named: string) => string | undefined {
  const byStart = new Map<string, string[]>();
  for (const sha of shas) byStart.set(sha.slice(0, 7), [...(byStart.get(sha.slice(0, 7)) ?? []), sha]);
  return (named) => {
    const found = (byStart.get(named.slice(0, 7)) ?? []).filter((sha) => sha.startsWith(named));
    return found.length === 1 ? found[0] : undefined;
  };
}

/** Files whose samples differ are shards of one evaluation, those that repeat samples are further evaluations. */
async function readEvaluations(
  files: readonly NamedFile[],
  tree: FileTree,
  columns: Columns,
): Promise<readonly ResultSet[]> {
  if (files.length === 1) return [await readNamed(files, tree, columns)];
  const groups: { files: NamedFile[]; ids: Set<string> }[] = [];
  const sets: ResultSet[] = [];
  for (const file of files) {
    const set = await readNamed([file], tree, columns);
    const ids = [...set.samples.keys()];
    const at = groups.findIndex((one) => !ids.some((id) => one.ids.has(id)));
    const group = groups[at];
    if (group === undefined) {
      groups.push({ files: [file], ids: new Set(ids) });
      sets.push(set);
    } else {
      group.files.push(file);
      ids.forEach((id) => group.ids.add(id));
      sets[at] = await readNamed(group.files, tree, columns);
    }
  }
  return sets;
}

async function readNamed(files: readonly NamedFile[], tree: FileTree, columns: Columns): Promise<ResultSet> {
  const names = new Map(files.map(({ path, plain }) => [path, plain]));
  const set = await readSide(tree, [...names.keys()], columns, (path) => names.get(path) ?? path);
  return { ...set, files: [...names.keys()] };
}
