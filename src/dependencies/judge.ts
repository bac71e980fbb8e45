/** From two states of every changed lock to moves with their classes. */
import type { Classified, Force, Intent } from './classify.ts';
import { classify } from './classify.ts';
import type { Difference } from './compare.ts';
import { byName, compareLocks } from './compare.ts';
import { consequenceOf } from './consequences.ts';
import { forcesOn, parentsOf } from './forces.ts';
import type { Graph } from './forces.ts';
import type { StatedMove } from './intent.ts';
import { whereStated } from './intent.ts';
import type { LockEntry, Move, Parsed, Statement } from './model.ts';
import { nameMatcher, pypiName } from './names.ts';
import { leaderOf, pairRows } from './pairs.ts';
import type { DependencySettings } from './settings.ts';
import { compareVersions, parseVersion } from './version.ts';
import { watchedByDefault } from './watch.ts';

/** One lock before and after, with what the manifests that govern it say. */
export interface LockChange {
  readonly file: string;
  readonly before: Parsed;
  readonly after: Parsed;
  readonly intentBase: readonly Statement[];
  readonly intentHead: readonly Statement[];
}

export interface Stated {
  readonly moves: readonly StatedMove[];
  /** A bot or branch of the policy: all its moves are intended. */
  readonly bot: string | undefined;
}

/** The moves of one lock, watched ones first, each told with its class and consequence. */
export function movesOf(change: LockChange, settings: DependencySettings, stated: Stated): Move[] {
  const differences = compareLocks(change.before.entries, change.after.entries);
  const graph = graphOf(change, differences, settings);
  const intents = intentIndex(change);
  const watched = watcher(settings);
  const explained = explain(differences, graph, intents);
  return differences.map((difference) => {
    const { name } = difference;
    const classified = explained.get(name) ?? classify(difference, intents(name), undefined);
    return moveOf(
      { change, difference, classified, intent: intents(name), graph, watched: watched(name) },
      settings,
      stated,
    );
  });
}

export function watcher({
  watch,
  alsoWatch,
}: Pick<DependencySettings, 'watch' | 'alsoWatch'>): (name: string) => boolean {
  return nameMatcher([...(watch ?? watchedByDefault), ...alsoWatch]);
}

function graphOf(
  change: LockChange,
  differences: readonly Difference[],
  settings: DependencySettings,
): Graph {
  return {
    before: byName(change.before.entries),
    after: byName(change.after.entries),
    parents: parentsOf(change.after.entries),
    moved: new Map(differences.map((difference) => [difference.name, difference])),
    rows: pairRows(settings),
  };
}

type Intents = (name: string) => Intent;

/** Statements by name, under the PyPI name, with those about every package. */
function intentIndex({ intentBase, intentHead, after, file }: LockChange): Intents {
  const base = statementsByName(intentBase);
  const head = statementsByName(intentHead);
  const pick = (index: Map<string, Statement[]>, name: string): Statement[] => [
    ...(index.get(pypiName(name)) ?? []),
    ...(index.get('*') ?? []),
  ];
  const own = after.generated ? {} : { handWritten: file };
  return (name) => ({ base: pick(base, name), head: pick(head, name), ...own });
}

function statementsByName(statements: readonly Statement[]): Map<string, Statement[]> {
  const map = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = pypiName(statement.name);
    const list = map.get(key);
    if (list === undefined) map.set(key, [statement]);
    else list.push(statement);
  }
  return map;
}

/** Two passes: first what each package's own requirement says, then who forces whom, leaving out circles. */
function explain(
  differences: readonly Difference[],
  graph: Graph,
  intents: Intents,
): Map<string, Classified> {
  const own = new Map(
    differences.map((difference) => [
      difference.name,
      classify(difference, intents(difference.name), undefined),
    ]),
  );
  const result = new Map(own);
  for (const difference of differences) {
    const forces = forcesOn(difference, graph).filter(({ by }) => mayForce(by, difference.name, own));
    const force = best(forces, own);
    if (force !== undefined)
      result.set(difference.name, classify(difference, intents(difference.name), force));
  }
  for (const { name } of differences)
    if (isCircular(name, result)) result.set(name, own.get(name) ?? { class: 'unexplained', reason: '' });
  return result;
}

/** A follower that moved unasked does not excuse its leader. */
function mayForce(by: string, name: string, own: ReadonlyMap<string, Classified>): boolean {
  return own.get(by)?.class === 'requested' || leaderOf(by) !== pypiName(name);
}

function best(forces: readonly Force[], own: ReadonlyMap<string, Classified>): Force | undefined {
  return forces.find(({ by }) => own.get(by)?.class === 'requested') ?? forces[0];
}

function isCircular(name: string, all: ReadonlyMap<string, Classified>): boolean {
  const seen = new Set<string>();
  for (let current: string | undefined = name; current !== undefined; current = all.get(current)?.because) {
    if (seen.has(current)) return true;
    seen.add(current);
  }
  return false;
}

interface Draft {
  readonly change: LockChange;
  readonly difference: Difference;
  readonly classified: Classified;
  readonly intent: Intent;
  readonly graph: Graph;
  readonly watched: boolean;
}

function moveOf(draft: Draft, settings: DependencySettings, stated: Stated): Move {
  const { change, difference, classified, intent, graph, watched } = draft;
  const spot = difference.come[0] ?? difference.rebuilt[0] ?? difference.after[0] ?? difference.gone[0];
  const shape = {
    name: difference.name,
    before: versionsOf(difference.before),
    after: versionsOf(difference.after),
    beforeSources: sourcesOf(difference.gone),
    afterSources: sourcesOf([...difference.come, ...difference.rebuilt]),
    file: change.file,
  };
  const final = statedClass(classified, whereStated(shape, stated.moves), stated.bot);
  const statements = intent.head.filter(({ name }) => name !== '*');
  return {
    ...shape,
    ...final,
    consequence: consequenceOf(difference.name, final.class, settings),
    direct: [...intent.base, ...statements].some(({ name }) => name !== '*'),
    watched,
    line: spot?.line ?? 1,
    column: spot?.column ?? 1,
    environments: environmentsOf(difference),
    statements,
    movedParents: movedParents(difference.name, graph),
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
        version ?? (own ? '(this repository)' : `@ ${source.replace(/^\S+ /, '')}`),
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
  return [...new Set(entries.map(({ source }) => source))].filter((source) => source !== '').toSorted();
}

function environmentsOf({ gone, come, rebuilt }: Difference): readonly string[] {
  const names = [...gone, ...come, ...rebuilt].map(({ environment }) => environment);
  return [...new Set(names)].filter((name) => name !== '').toSorted();
}

function movedParents(name: string, { parents, moved }: Graph): readonly string[] {
  const names = (parents.get(name) ?? []).map((parent) => parent.name);
  return [...new Set(names)].filter((parent) => moved.has(parent)).toSorted();
}
