/** From two states of every changed lock to moves with their classes. */
import { sourceText } from '../source.ts';
import type { LockChange } from './lock-change.ts';
import { compareText } from '../../kernel/compare.ts';
import type { Classified, Intent } from './classify.ts';
import { type Difference, byName, compareLocks } from './compare.ts';
import { consequenceOf } from './consequences.ts';
import { askedFor, explain } from './explain.ts';
import { type Graph, parentsOf } from './forces.ts';
import { type StatedMove, whereStated } from './intent.ts';
import { intentIndex } from './intents.ts';
import type { LockEntry, Move, Statement } from '../model.ts';
import { nameMatcher, pypiName } from '../../pep440/names.ts';
import { pairRows } from '../pairs/pairs.ts';
import type { DependencySettings } from '../settings.ts';
import { compareVersions, parseVersion } from '../../pep440/version.ts';
import { isOnTarget } from './target.ts';
import { watchedByDefault } from './watch.ts';

export interface Stated {
  readonly moves: readonly StatedMove[];
  /** A bot or branch of the policy: all its moves are intended. */
  readonly bot: string | undefined;
}

/** The moves of one lock, those that fail first, then watched ones, each told with its class and consequence. */
export function movesOf(change: LockChange, settings: DependencySettings, stated: Stated): Move[] {
  const differences = compareLocks(change.before.entries, change.after.entries);
  const graph = graphOf(change, differences, settings);
  const intents = intentIndex(change);
  const watched = watcher(settings);
  const explained = explain(differences, graph, intents);
  const shapes = new Map(differences.map((difference) => [difference.name, shapeOf(difference)]));
  for (const [name, shape] of shapes) {
    const own = explained.get(name);
    if (own !== undefined)
      explained.set(name, statedClass(own, whereStated(shape, stated.moves), stated.bot));
  }
  const isAskedFor = askedFor(explained);
  const moves = differences.flatMap((difference) => {
    const { name } = difference;
    const [classified, shape] = [explained.get(name), shapes.get(name)];
    if (classified === undefined || shape === undefined) return [];
    const consequence = consequenceOf(name, classified.class, settings, {
      asked: isAskedFor(name),
      onTarget: isOnTarget(difference, settings.target),
    });
    const spot = difference.come[0] ?? difference.rebuilt[0] ?? difference.after[0] ?? difference.gone[0];
    const { line, column } = spot ?? { line: 1, column: 1 };
    const place = { file: change.file, line, column };
    const context = { ...contextOf(difference, intents(name)), movedParents: movedParents(name, graph) };
    return [{ ...shape, ...classified, ...place, ...context, consequence, watched: watched(name) }];
  });
  return moves.toSorted(compareMoves);
}

const gravity: readonly Move['consequence'][] = ['fail', 'warn', 'pass'];

function compareMoves(a: Move, b: Move): number {
  return (
    Number(b.watched) - Number(a.watched) ||
    gravity.indexOf(a.consequence) - gravity.indexOf(b.consequence) ||
    rankOf(a.name) - rankOf(b.name) ||
    compareText(a.name, b.name)
  );
}

/** torch before tokenizers before the wheels that they bring. */
function rankOf(name: string): number {
  const rank = watchedByDefault.indexOf(pypiName(name));
  return rank < 0 ? watchedByDefault.length : rank;
}

export function watcher({
  watch,
  alsoWatch,
}: Pick<DependencySettings, 'watch' | 'alsoWatch'>): (name: string) => boolean {
  return nameMatcher([...(watch ?? watchedByDefault), ...alsoWatch]);
}

export function graphOf(
  change: LockChange,
  differences: readonly Difference[],
  settings: DependencySettings,
): Graph {
  return {
    before: byName(change.before.entries),
    after: byName(change.after.entries),
    parentsBefore: parentsOf(change.before.entries),
    parents: parentsOf(change.after.entries),
    moved: new Map(differences.map((difference) => [difference.name, difference])),
    rows: pairRows(settings),
  };
}

function shapeOf(
  difference: Difference,
): Pick<Move, 'name' | 'before' | 'after' | 'beforeSources' | 'afterSources'> {
  return {
    name: difference.name,
    before: versionsOf(difference.before),
    after: versionsOf(difference.after),
    beforeSources: sourcesOf(difference.gone),
    afterSources: sourcesOf([...difference.come, ...difference.rebuilt]),
  };
}

function contextOf(
  difference: Difference,
  intent: Intent,
): Pick<Move, 'direct' | 'environments' | 'statements'> {
  const own = (statements: readonly Statement[]): readonly Statement[] =>
    statements.filter(({ name }) => name !== '*');
  const statements = own(intent.head);
  return {
    direct: statements.length + own(intent.base).length > 0,
    environments: environmentsOf(difference),
    statements,
  };
}

/** What a person or a bot of the policy stated is no longer unexplained; what was requested anyway stays so. */
function statedClass(classified: Classified, where: string | undefined, bot: string | undefined): Classified {
  if (classified.class === 'requested' || (where === undefined && bot === undefined)) return classified;
  return {
    class: 'allowed',
    reason: where === undefined ? `${bot} only updates dependencies, says the policy` : `stated in ${where}`,
  };
}

function versionsOf(entries: readonly LockEntry[]): readonly string[] {
  const texts = new Set(
    entries.map(
      ({ version, source, own }) =>
        version ?? (own ? '(this repository)' : `@ ${source.address || sourceText(source)}`),
    ),
  );
  return [...texts].toSorted(compareTexts);
}

export function compareTexts(a: string, b: string): number {
  const [x, y] = [parseVersion(a), parseVersion(b)];
  if (x !== undefined && y !== undefined) return compareVersions(x, y);
  return a < b ? -1 : Number(a > b);
}

function sourcesOf(entries: readonly LockEntry[]): readonly string[] {
  return [...new Set(entries.map(({ source }) => sourceText(source)))]
    .filter((source) => source !== '')
    .toSorted();
}

function environmentsOf({ gone, come, rebuilt }: Difference): readonly string[] {
  const names = [...gone, ...come, ...rebuilt].map(({ environment }) => environment);
  return [...new Set(names)].filter((name) => name !== '').toSorted();
}

function movedParents(name: string, { parents, moved }: Graph): readonly string[] {
  const names = (parents.get(name) ?? []).map((parent) => parent.name);
  return [...new Set(names)].filter((parent) => moved.has(parent)).toSorted();
}
