/** From two states of every changed lock to moves with their classes. */
import type { LockChange } from './lock-change.ts';
import { compareText } from '../../kernel/compare.ts';
import type { Classified } from './classify.ts';
import { type Difference, compareLocks } from './compare.ts';
import { uncovered } from './covered.ts';
import { type Split, environmentsOf, splitByPlace, underNewNames } from './environments.ts';
import { type Leaving, leavingClass, neederIn, splitByLeaving } from './left.ts';
import { hostMatcher } from './hosts.ts';
import type { IdentityContext } from './identity.ts';
import { type Intent, changedStatements } from './statements.ts';
import { consequenceOf } from './consequences.ts';
import { askedFor, explain } from './explain.ts';
import { type Graph, graphOf } from './forces.ts';
import { type StatedMove, whereStated } from './intent.ts';
import { type Intents, intentIndex } from './intents.ts';
import type { IdentityChange, Move, MoveClass, Parsed, Statement } from '../model.ts';
import { nameMatcher, pypiName } from '../../pep440/names.ts';
import type { DependencySettings } from '../settings.ts';
import { type Shape, environmentNames, shapeOf } from './shape.ts';
import { isOnTarget, locksTarget, wheelFits } from './target.ts';
import { type Foreign, foreignAddresses } from './upstream.ts';
import { watchedByDefault } from './watch.ts';

export interface Stated {
  readonly moves: readonly StatedMove[];
  /** A bot or branch of the policy: all its moves are intended. */
  readonly bot: string | undefined;
}

/** The moves of one lock, those that fail first, then watched ones, each reported with its class and consequence. */
export function movesOf(change: LockChange, settings: DependencySettings, stated: Stated): Move[] {
  const old = underNewNames(change.before.entries, change.after.entries);
  const places = { before: environmentsOf(old), now: environmentsOf(change.after.entries) };
  const compared = compareLocks(old, change.after.entries, identityContext(change, settings));
  const splits = compared.map((difference) => splitByPlace(difference, places.before));
  const leavings = splits.flatMap(({ moved }) => (moved === undefined ? [] : splitByLeaving(moved, places)));
  const differences = leavings.flatMap(({ moved }) => moved ?? []);
  const graph = graphOf({ ...change, before: { ...change.before, entries: old } }, differences, settings);
  const intents = intentIndex(change);
  const view = {
    change,
    settings,
    graph,
    intents,
    watched: watcher(settings),
    hasTarget: locksTarget(change.after.entries, settings.target),
    isAllowedHost: hostMatcher(settings.hosts),
  };
  const explained = explain(differences, graph, intents);
  const drafts = differences.flatMap((difference) => draftOf(difference, explained, view, stated));
  const isAskedFor = askedFor(explained);
  const moves = drafts.map((draft) => moveOf(draft, isAskedFor(draft.difference.name), view));
  const needers = { before: neederIn(old), now: neederIn(change.after.entries) };
  return [
    ...moves,
    ...splits.flatMap((split) => addedMove(split, view)),
    ...leavings.flatMap((leaving) => leftMove(leaving, needers, view)),
  ].toSorted(compareMoves);
}

/** What is the same for all moves of one lock. */
interface View {
  readonly change: LockChange;
  readonly settings: DependencySettings;
  readonly graph: Graph;
  readonly intents: Intents;
  readonly watched: (name: string) => boolean;
  readonly hasTarget: boolean;
  readonly isAllowedHost: (host: string) => boolean;
}

const nowhere: Foreign = new Map();

function identityContext(
  { before, after }: LockChange,
  { hosts, target }: DependencySettings,
): IdentityContext {
  return {
    isAllowedHost: hostMatcher(hosts),
    isNarrowed: !sameHeader(before, after),
    isElsewhere: (file) => !wheelFits(file, target),
  };
}

function sameHeader({ header: old }: Parsed, { header: now }: Parsed): boolean {
  const keys = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...keys].every((key) => old?.get(key) === now?.get(key));
}

interface Draft {
  readonly difference: Difference;
  readonly shape: Shape;
  readonly classified: Classified;
}

/** The class as the manifests and stated lines give it; `explained` follows, for what it explains in turn. */
function draftOf(
  difference: Difference,
  explained: Map<string, Classified>,
  { graph, intents, isAllowedHost }: View,
  { moves, bot }: Stated,
): Draft[] {
  const { name } = difference;
  const own = explained.get(name);
  if (own === undefined) return [];
  const shape = shapeOf(difference);
  const intent = intents(name);
  const foreign =
    intent.handWritten === undefined ? nowhere : foreignAddresses(name, difference.after, isAllowedHost);
  const open = uncovered(difference.identity, intent, foreign).flatMap((change) =>
    change.kind === 'source' ? acrossChange(change, own, graph.crossing.reach(difference)) : [change],
  );
  const found = whereStated({ ...shape, identity: open }, moves);
  const identity = open.filter(({ names }) => !names.every((one) => found?.names.has(one) === true));
  const classified = statedClass(own, found?.where, bot);
  explained.set(name, classified);
  return [{ difference, shape: { ...shape, identity }, classified: withIdentity(classified, identity) }];
}

/** A way from conda to PyPI, or back, that has a reason is open as far as the lock has been where it leads. */
function acrossChange(
  change: IdentityChange,
  { brought = false, class: kind }: Classified,
  reach: ReturnType<Graph['crossing']['reach']>,
): IdentityChange[] {
  if (!brought) return [change];
  if (kind === 'forced' || reach === 'known') return [];
  return [reach === 'first' ? { ...change, grade: 'warning' } : change];
}

const explainedClasses: ReadonlySet<MoveClass> = new Set(['requested', 'allowed', 'added', 'forced']);

/** However well the version is explained, it is not an excuse for another source, host or file. */
function withIdentity(classified: Classified, identity: readonly IdentityChange[]): Classified {
  if (identity.length === 0) return classified;
  if (!explainedClasses.has(classified.class) && classified.class !== 'identity-change') return classified;
  return { class: 'identity-change', reason: `it ${identity.map(({ what }) => what).join('; it ')}` };
}

function moveOf({ difference, shape, classified }: Draft, asked: boolean, view: View): Move {
  const { name } = difference;
  const { change, settings, graph, intents, watched, hasTarget } = view;
  const { identity } = shape;
  const isElsewhere = hasTarget && !isOnTarget(difference, settings.target);
  const consequence = consequenceOf(name, classified.class, settings, {
    asked,
    onTarget: !isElsewhere,
    mild: identity.length > 0 && identity.every(({ grade }) => grade === 'warning'),
  });
  const spot = difference.come[0] ?? difference.rebuilt[0] ?? difference.after[0] ?? difference.gone[0];
  const { line, column } = spot ?? { line: 1, column: 1 };
  const place = { file: change.file, line, column };
  const context = { ...contextOf(difference, intents(name)), movedParents: movedParents(name, graph) };
  return { ...shape, ...classified, ...place, ...context, consequence, watched: watched(name), isElsewhere };
}

/** What entered an environment that is new, or that did not have it while others did. */
function addedMove({ added, isNewPlace }: Split, view: View): Move[] {
  if (added === undefined) return [];
  const { stated, classified } = placed(added, isNewPlace, view);
  const move = moveOf({ difference: added, shape: shapeOf(added), classified }, false, view);
  return [isNewPlace || stated ? { ...move, consequence: 'pass' } : move];
}

/** What left an environment, and is still in others or left with it. */
function leftMove(
  { left, isGonePlace }: Leaving,
  needers: Parameters<typeof leavingClass>[2],
  view: View,
): Move[] {
  if (left === undefined) return [];
  const isAsked = changedStatements(view.intents(left.name)).any;
  const classified = leavingClass(left, { isGonePlace, isAsked }, needers);
  // What made it leave is in the lock too: whether somebody asked for that is reported there.
  const move = moveOf({ difference: left, shape: shapeOf(left), classified }, true, view);
  return [isGonePlace ? { ...move, consequence: 'pass' } : move];
}

function placed(
  added: Difference,
  isNewPlace: boolean,
  { intents }: View,
): { stated: boolean; classified: Classified } {
  const where = environmentNames(added).join(', ');
  const reason = isNewPlace ? `${where} is new in the lock` : `it was not in ${where} before`;
  return {
    stated: changedStatements(intents(added.name)).any,
    classified: { class: 'added', reason },
  };
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

function contextOf(
  difference: Difference,
  intent: Intent,
): Pick<Move, 'direct' | 'environments' | 'statements'> {
  const own = (statements: readonly Statement[]): readonly Statement[] =>
    statements.filter(({ name }) => name !== '*');
  const statements = own(intent.head);
  return {
    direct: statements.length + own(intent.base).length > 0,
    environments: environmentNames(difference),
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

function movedParents(name: string, { parents, moved }: Graph): readonly string[] {
  const names = (parents.get(name) ?? []).map((parent) => parent.name);
  return [...new Set(names)].filter((parent) => moved.has(parent)).toSorted();
}
