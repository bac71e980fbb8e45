/** Which manifests govern a lock, and what they and the files that they include say. */
import { depsRules } from '../rules.ts';
import { type Parsed, type Statement, formatOf, isIncidentalFile } from '../index.ts';
import type { Paths } from '../../kernel/sorted-paths.ts';
import type { Source } from './files.ts';
import { folderOf, joinPath } from './paths.ts';
import { type PlacedProblem, isFatal } from './problem-findings.ts';

export interface Scope {
  readonly statements: readonly Statement[];
  /** Of the manifests themselves. */
  readonly problems: readonly PlacedProblem[];
  /** Of what they include. */
  readonly includeProblems: readonly PlacedProblem[];
}

const maxFiles = 500;

/**
 * The statements of every manifest that governs the lock, in this state of the repository. What a resolver wrote in the
 * `other` state states nothing here either: else taking the header off a compiled file would turn its pins into requests.
 */
export async function scopeOf(lock: string, parsed: Parsed, source: Source, other: Source): Promise<Scope> {
  const walk = new Walk(source, other);
  for (const path of await governing(lock, parsed, source)) await walk.visit(path, false, []);
  return { statements: walk.statements, problems: walk.problems, includeProblems: walk.includeProblems };
}

/** The statements of one file and of all that it includes. */
export async function ownScopeOf(path: string, source: Source, other: Source): Promise<Scope> {
  const walk = new Walk(source, other);
  await walk.visit(path, false, []);
  return { statements: walk.statements, problems: walk.problems, includeProblems: walk.includeProblems };
}

/** What the lock says it was made from, its own folder's manifests, and itself where a person wrote it. */
async function governing(lock: string, parsed: Parsed, source: Source): Promise<readonly string[]> {
  const folder = folderOf(lock);
  const paths = await source.paths();
  const named = parsed.governedBy.flatMap((path) => resolved(path, folder, paths) ?? []);
  const beside = paths
    .inFolder(folder)
    .filter((path) => path !== lock && formatOf(path) !== undefined && !isIncidentalFile(path));
  return [...new Set([...named, ...beside, ...(parsed.generated ? [] : [lock])])];
}

/** Beside the lock, else from the root: compilers write the paths of the folder that they ran in. */
function resolved(path: string, folder: string, paths: Paths): string | undefined {
  const candidates = [joinPath(folder, path), joinPath('', path)];
  return candidates.find((candidate) => candidate !== undefined && paths.has(candidate));
}

class Walk {
  readonly statements: Statement[] = [];
  readonly problems: PlacedProblem[] = [];
  readonly includeProblems: PlacedProblem[] = [];
  private readonly seen = new Set<string>();
  private readonly source: Source;
  private readonly other: Source;

  constructor(source: Source, other: Source) {
    this.source = source;
    this.other = other;
  }

  async visit(path: string, constraint: boolean, above: readonly string[]): Promise<void> {
    if (this.seen.has(path) || this.seen.size > maxFiles) return;
    this.seen.add(path);
    const parsed = await this.source.parse(path, 'included');
    if (parsed === undefined) return;
    const isGenerated = (await this.other.parse(path, 'included'))?.generated === true;
    const own = parsed.statements.filter(({ kind }) => kind !== 'build');
    for (const statement of isGenerated ? [] : own)
      this.statements.push(constraint ? asConstraint(statement) : statement);
    for (const problem of parsed.problems) {
      const isLost = above.length > 0 && isFatal(problem);
      (isLost ? this.includeProblems : this.problems).push({ ...problem, file: path });
    }
    for (const include of parsed.includes) {
      const isUrl = /^[a-z][a-z0-9+.-]*:\/\//i.test(include.path);
      const target = isUrl ? undefined : joinPath(folderOf(path), include.path);
      if (target === undefined) this.escape(path, include.line);
      else if (target === path || above.includes(target)) this.cycle(path, target, include.line);
      else
        await this.follow(target, { ...include, from: path }, constraint || include.constraint, [
          ...above,
          path,
        ]);
    }
  }

  private async follow(
    target: string,
    include: { from: string; line: number },
    constraint: boolean,
    above: readonly string[],
  ): Promise<void> {
    if (await this.source.has(target)) return this.visit(target, constraint, above);
    this.includeProblems.push({
      rule: depsRules['unreadable-file'],
      message: `it includes ${target}, which is not in the repository`,
      file: include.from,
      line: include.line,
      help: 'Add that file, or remove the include.',
    });
  }

  private escape(file: string, line: number): void {
    this.includeProblems.push({
      rule: depsRules['include-escapes'],
      message: 'it includes a file outside the repository, which is not read',
      file,
      line,
      help: 'Include files of the repository only.',
    });
  }

  private cycle(file: string, target: string, line: number): void {
    const message = target === file ? 'it includes itself' : `it includes ${target}, which includes it`;
    this.includeProblems.push({
      rule: depsRules['include-cycle'],
      message,
      file,
      line,
      help: 'Remove one of the includes.',
    });
  }
}

function asConstraint(statement: Statement): Statement {
  return { ...statement, kind: 'constraint', text: `constraint ${statement.text}` };
}
