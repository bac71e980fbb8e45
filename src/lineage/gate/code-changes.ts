/** What the code of a version has that the one before had not: values, packages and lines, each with the merges that brought it. */
import type { BlamedLine, Commit } from '../../kernel/commit.ts';
import { pullRequestOf } from '../../kernel/reverts.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { LineSource } from '../../ports/lines.ts';
import type { Finding } from '../../report/model.ts';
import { lineRanges, type ChangeMerge, type RankedChange } from '../index.ts';
import type { CommitComparison, ComparedFile } from './compared.ts';
import { detailsUnread } from './details-unread.ts';
import type { TracePorts } from './traced.ts';

/** Files of which single lines are asked for: each is a question to git, or to GitHub. */
const mostFiles = 15;

export interface CodeChanges {
  readonly changes: readonly RankedChange[];
  readonly findings: readonly Finding[];
}

export interface CommitRange {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Values, packages, and all other files on which an evaluation may depend. */
export async function codeChanges(
  range: CommitRange,
  code: CommitComparison,
  { lines }: Pick<TracePorts, 'lines'>,
): Promise<CodeChanges> {
  const findings: Finding[] = [];
  const touched = touchedBy(range, code, lines, findings);
  const changes: RankedChange[] = [];
  for (const { file, changes: values = [] } of code.configs)
    for (const one of values) changes.push(valueChange(file, one, await touched(file)));
  for (const move of code.moves) changes.push(packageChange(move, await touched(move.file)));
  const explained = new Set(changes.map(({ file }) => file));
  for (const file of inputsFirst(code.files))
    if (file.part !== 'harmless' && !explained.has(file.path))
      changes.push(...fileChanges(file, await touched(file.path)));
  return { changes, findings };
}

/** What touched one file, and which of it wrote each changed line. */
interface Touched {
  readonly merges: readonly ChangeMerge[];
  /** None where nobody could tell. */
  readonly lines: readonly BlamedLine[];
}

/** Of each file once. */
function touchedBy(
  { from: since, to: until = '' }: CommitRange,
  { files, mergesOf }: CommitComparison,
  source: LineSource | undefined,
  findings: Finding[],
): (path: string) => Promise<Touched> {
  const there = new Set(files.flatMap(({ path, isThere }) => (isThere ? [path] : [])));
  const known = new Map<string, Promise<Touched>>();
  const ask = async (path: string, isAsked: boolean): Promise<Touched> => {
    try {
      const merges = (await mergesOf(path)).map(mergeOf);
      if (source === undefined || !isAsked || !there.has(path)) return { merges, lines: [] };
      const lines = await source.blame({ until, since, path, firstParent: true });
      return { merges, lines: lines.filter(({ sha }) => sha !== undefined) };
    } catch (error) {
      if (!isUserError(error)) throw error;
      findings.push(detailsUnread(`who changed ${path} could not be read: ${error.message}`, error.help));
      return { merges: [], lines: [] };
    }
  };
  return (path) => {
    const found = known.get(path) ?? ask(path, known.size < mostFiles);
    known.set(path, found);
    return found;
  };
}

function inputsFirst(files: readonly ComparedFile[]): ComparedFile[] {
  return [...files.filter(({ part }) => part === 'inputs'), ...files.filter(({ part }) => part !== 'inputs')];
}

export function mergeOf({ sha, author, message }: Commit): ChangeMerge {
  const subject = message.split('\n', 1)[0] ?? '';
  const pr = pullRequestOf(subject);
  return { sha, pr: pr === undefined ? null : Number(pr), author: author.replace(/ <.*>$/, ''), subject };
}

type Value = NonNullable<CommitComparison['configs'][number]['changes']>[number];

function valueChange(
  file: string,
  { path, before, after, kind }: Value,
  { merges, lines }: Touched,
): RankedChange {
  const key = path.split(/[.[\]]/).findLast((part) => part !== '' && !/^\d+$/.test(part)) ?? path;
  const isSetIn = new RegExp(`(?:^|[\\s"'{,-])${key.replaceAll(/[^\w]/g, '\\$&')}["']?\\s*[:=]`);
  const own = lines.filter(({ text }) => isSetIn.test(text));
  const [only, second] = own;
  return {
    kind: 'config',
    grade: kind === 'tuning' ? 'tuning value' : 'structural value',
    name: path,
    before,
    after,
    file,
    lines: only === undefined || second !== undefined ? null : String(only.line),
    merges: only === undefined || second !== undefined ? merges : byLines(own, merges),
  };
}

function packageChange(move: CommitComparison['moves'][number], { merges, lines }: Touched): RankedChange {
  const { name, before, after, watched, file, line } = move;
  const own = after.length === 0 ? [] : versionLines(lines, line);
  return {
    kind: 'package',
    grade: watched ? 'watched package' : 'other package',
    name,
    before: before.join(', ') || null,
    after: after.join(', ') || null,
    file,
    lines: after.length === 0 ? null : String(line),
    merges: own.length === 0 ? merges : byLines(own, merges),
  };
}

/** A lock writes a package on several lines, its version in one of the first. */
function versionLines(lines: readonly BlamedLine[], line: number): BlamedLine[] {
  return lines.filter((one) => one.line >= line && one.line <= line + 3).slice(0, 1);
}

/** For each merge the lines that it changed; the file as a whole where no line is known. */
function fileChanges({ path, part, isThere }: ComparedFile, { merges, lines }: Touched): RankedChange[] {
  const grade = part === 'inputs' ? 'code of the inputs' : 'code';
  const after = isThere ? null : 'removed';
  const whole = { kind: 'code', grade, name: path, before: null, after, file: path } as const;
  const shas = [...new Set(lines.map(({ sha }) => sha))];
  if (shas.length === 0) return [{ ...whole, lines: null, merges }];
  return shas.map((sha) => {
    const own = lines.filter((one) => one.sha === sha);
    return { ...whole, lines: lineRanges(own.map(({ line }) => line)), merges: byLines(own, merges) };
  });
}

/** Those that wrote these lines; as the lines themselves say where a merge is not known by that name. */
function byLines(lines: readonly BlamedLine[], merges: readonly ChangeMerge[]): readonly ChangeMerge[] {
  const shas = new Set(lines.map(({ sha }) => sha));
  const known = merges.filter(({ sha }) => shas.has(sha));
  if (known.length > 0 || merges.length > 0) return known.length > 0 ? known : merges;
  const [first] = lines;
  const { sha = '', author = '', subject = '' } = first ?? {};
  return sha === '' ? [] : [mergeOf({ sha, author, message: subject })];
}
