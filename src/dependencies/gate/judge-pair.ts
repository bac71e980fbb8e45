/** One lock: both states read, its manifests gathered, its moves judged. */
import { defaultSource } from '../source.ts';
import {
  type DependencySettings,
  type Move,
  type Parsed,
  type RangeChange,
  type Stated,
  asInstalled,
  conflictFindings,
  conflictsOf,
  followLock,
  formatOf,
  hostMatcher,
  installFindings,
  isIncidentalFile,
  moveFindings,
  movesOf,
  nearNameFindings,
  newHostFindings,
  nothing,
  overriddenFindings,
  pairFindings,
  pythonFinding,
  resolverFinding,
  watcher,
  withMostMoves,
} from '../index.ts';
import type { Finding } from '../../report/model.ts';
import type { Sides, Source } from './files.ts';
import type { LockPair } from './locks.ts';
import { agedFindings, onlyNew, ownProblems } from './aged.ts';
import { isBroken, isFatal, problemFindings } from './problem-findings.ts';
import { askedChange, withPins } from './asked.ts';
import { withoutListed, withLists } from './lists.ts';
import { goneFindings, interpreterGone } from './gone.ts';
import { folderOf } from './paths.ts';
import { scopeOf } from './scope.ts';
import { settingsFindings } from './settings-file.ts';

export interface Judged {
  readonly pair: LockPair;
  readonly moves: readonly Move[];
  readonly findings: readonly Finding[];
  /** Of watched packages: what the file asks for, where that changed. */
  readonly ranges: readonly RangeChange[];
  /** A script, workflow or the like in which nothing is installed at either end. */
  readonly installsNothing: boolean;
  /** The file at the head, where it can be read. */
  readonly after: Parsed | undefined;
}

/** What is known of other files of the change. */
export interface Beside {
  /** Locks that are judged already. */
  readonly judged: readonly Judged[];
  /** Lists that repeat a lock, by its path: the commands that write them. */
  readonly exports: ReadonlyMap<string, readonly string[]>;
  /** Paths of submodules that moved. */
  readonly submodules: readonly string[];
}

export async function judgePair(
  pair: LockPair,
  sides: Sides,
  settings: DependencySettings,
  stated: Stated,
  context: Beside,
): Promise<Judged> {
  const before = await readFile(pair.before, pair, sides.base);
  const after = await readFile(pair.after, pair, sides.head);
  const problems = ownProblems(pair, { before, after }, sides);
  const installsNothing =
    isIncidentalFile(pair.after ?? pair.before ?? '') && isEmpty(before) && isEmpty(after);
  if (isBroken(before) || isBroken(after))
    return { pair, moves: [], ranges: [], installsNothing: false, findings: problems, after: undefined };
  if (before === undefined || after === undefined)
    return {
      pair,
      moves: [],
      ranges: [],
      installsNothing,
      findings: [
        ...problems,
        ...(await goneFindings(pair, before, sides, settings, stated)),
        ...settingsFindings(pair, { before, after }, watcher(settings)),
      ],
      after,
    };
  const compared = await compare(pair, { before, after }, sides, settings, stated, context);
  return { pair, after, installsNothing, ...compared, findings: [...problems, ...compared.findings] };
}

async function readFile(
  path: string | undefined,
  { use }: LockPair,
  source: Source,
): Promise<Parsed | undefined> {
  const parsed = path === undefined ? undefined : await source.parse(path, use);
  return path === undefined || parsed === undefined ? undefined : withoutListed(path, parsed, source);
}

function isEmpty(parsed: Parsed | undefined): boolean {
  const { entries, statements, problems } = parsed ?? nothing;
  return entries.length + statements.length + problems.length === 0;
}

async function compare(
  pair: LockPair,
  { before, after }: { before: Parsed; after: Parsed },
  sides: Sides,
  settings: DependencySettings,
  stated: Stated,
  { judged, exports, submodules }: Beside,
): Promise<Pick<Judged, 'moves' | 'ranges' | 'findings'>> {
  const file = pair.after ?? '';
  const { base, head } = sides;
  const [scopeBase, scopeHead] = await Promise.all([
    scopeOf(pair.before ?? '', before, base, head),
    scopeOf(file, after, head, base),
  ]);
  const isReplaced = formatOf(pair.before ?? '')?.name !== formatOf(file)?.name;
  const whole = await Promise.all([withPins(file, before, sides), withPins(file, after, sides)]);
  const chosen = {
    isWatched: watcher(settings),
    statements: [...scopeBase.statements, ...scopeHead.statements],
  };
  const most = withMostMoves({ before: whole[0], after: whole[1] }, file, chosen);
  const pinned = [most.before, most.after] as const;
  const [old, now] = isReplaced ? [withoutSources(pinned[0]), withoutSources(pinned[1])] : pinned;
  const paths = { before: pair.before ?? '', after: file };
  const asked = await askedChange(paths, before, after, sides, settings, stated);
  const change = {
    file,
    before: old,
    after: now,
    intentBase: scopeBase.statements,
    intentHead: scopeHead.statements,
    submodules: below(submodules, folderOf(file)),
  };
  const lock = await lockOf(after, sides, judged);
  const all = movesOf(change, settings, stated);
  const moves = lock === undefined ? all : followLock(all, lock.path, lock.parsed, lock.moves);
  const own = moves.filter((move, index) => move === all[index]);
  const ungoverned = scopeHead.statements.length === 0;
  const foreign = scopeHead.problems.filter((problem) => problem.file !== file);
  const problems = moves.some(({ watched }) => watched)
    ? problemFindings(foreign.filter(isFatal), head.tree.name)
    : [];
  const includes = onlyNew(scopeBase.includeProblems, scopeHead.includeProblems);
  return {
    moves,
    ranges: asked.ranges,
    findings: [
      ...most.findings,
      ...problems,
      ...agedFindings(includes, head.tree.name),
      ...moveFindings(moves, {
        allowFile: settings.allowFile,
        tool: after.tool ?? formatOf(file),
        base: base.tree.sha,
        ungoverned,
        exports: exports.get(file) ?? [],
      }),
      ...(before.isEnvironment === true && after.isEnvironment === true
        ? conflictFindings(conflictsOf(after.entries), conflictsOf(before.entries))
        : []),
      ...resolverFinding(file, before, after, own),
      ...pythonFinding(scopeBase.statements, scopeHead.statements, own),
      ...interpreterGone(file, before, after),
      ...newHostFindings(
        file,
        { before: old.entries, after: now.entries, statements: scopeHead.statements },
        own,
        hostMatcher(settings.hosts),
      ),
      ...pairFindings({ file, before: asInstalled(pinned[0]), after: asInstalled(pinned[1]) }, own, settings),
      ...asked.findings,
      ...nearNameFindings(file, before, after, settings, watcher(settings)),
      ...(await commandFindings(pair, { before, after }, sides, {
        moves,
        ranges: asked.ranges,
        isWatched: chosen.isWatched,
      })),
    ],
  };
}

/** Of a file that installs what it names, and of images and interpreters wherever they are named. */
async function commandFindings(
  pair: LockPair,
  { before, after }: { readonly before: Parsed; readonly after: Parsed },
  { base, head }: Sides,
  { moves, ranges, isWatched }: Pick<Judged, 'moves' | 'ranges'> & { isWatched: (name: string) => boolean },
): Promise<Finding[]> {
  const file = pair.after ?? '';
  const installs = formatOf(file)?.installs !== undefined;
  const found = installFindings(before, after, moves, ranges, { isWatched, installs });
  if (!installs) return found;
  const [old, now] = await Promise.all([
    withLists(pair.before ?? '', before, base),
    withLists(file, after, head),
  ]);
  return [...found, ...overriddenFindings(old, now, isWatched)];
}

function below(paths: readonly string[], folder: string): readonly string[] {
  return paths.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));
}

/** The lock that a list repeats, with its moves where it changed too. */
async function lockOf(
  { exportedFrom }: Parsed,
  { head }: Sides,
  others: readonly Judged[],
): Promise<{ path: string; parsed: Parsed; moves: readonly Move[] } | undefined> {
  const parsed = exportedFrom === undefined ? undefined : await head.parse(exportedFrom);
  if (exportedFrom === undefined || parsed === undefined || isBroken(parsed)) return undefined;
  const judged = others.find(({ pair }) => pair.after === exportedFrom);
  return { path: exportedFrom, parsed, moves: judged?.moves ?? [] };
}

/** Tools write sources in ways of their own: between the locks of two tools only versions can be compared. */
function withoutSources(parsed: Parsed): Parsed {
  const entries = parsed.entries.map((entry) => ({
    ...entry,
    source: defaultSource,
    environment: '',
    artifacts: () => [],
  }));
  return { ...parsed, entries };
}
